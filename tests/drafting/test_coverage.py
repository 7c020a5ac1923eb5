"""What is told of every parent measure and sentence."""

from msgspec.structs import replace

from editor.drafting import coverage
from editor.drafting.commands import Adopt, AdoptAll, Decline, Merge, SetText, Split
from editor.plan.project import Project


def dispositions(project: Project) -> dict[str, str]:
    return {m.parent: m.disposition for m in coverage(project).measures if m.plan == "parent1"}


def test_nothing_is_decided_at_first(project: Project) -> None:
    covered = coverage(project)
    assert covered.undecided == len(covered.measures) == 7
    assert {m.disposition for m in covered.measures} == {"undecided"}
    assert {s.status for s in covered.sentences} == {"dropped"}


def test_every_disposition(project: Project) -> None:
    project = AdoptAll("parent1").apply(project)
    by_heading = {m.heading: m.id for m in project.local.measures}
    for command in (
        SetText(by_heading["简化材料"], "全县推行材料共享。压减证明。"),
        SetText(by_heading["进村服务"], "每个村建一个服务站，配两名代办员，周末照常开门。"),
        Decline("parent1", ("m5",), "省级事权"),
    ):
        project = command.apply(project)
    assert dispositions(project) == {
        "m1": "localized",
        "m2": "verbatim",
        "m3": "adapted",
        "m4": "verbatim",
        "m5": "not_adopted",
    }
    covered = coverage(project)
    assert [(m.parent, m.reason) for m in covered.measures if m.reason] == [("m5", "省级事权")]
    assert covered.undecided == 2


def test_a_measure_split_in_two_is_still_verbatim(project: Project) -> None:
    project = Adopt("parent1", ("m1",)).apply(project)
    project = Split(project.local.measures[0].id, 9).apply(project)
    first = coverage(project).measures[0]
    assert first.disposition == "verbatim"
    assert first.locals == tuple(m.id for m in project.local.measures)


def test_merged_measures_name_the_same_local(project: Project) -> None:
    project = Adopt("parent1", ("m1", "m2")).apply(project)
    project = Merge(tuple(m.id for m in project.local.measures)).apply(project)
    first, second = coverage(project).measures[:2]
    assert first.locals == second.locals == (project.local.measures[0].id,)
    told = [s for s in coverage(project).sentences if s.plan == "parent1" and s.parent in ("m1", "m2")]
    assert {s.status for s in told} == {"kept"}


def test_sentences_tell_where_they_are_and_why_not(project: Project) -> None:
    project = Adopt("parent1", ("m1",)).apply(project)
    id = project.local.measures[0].id
    project = SetText(id, "全省推行材料共享。").apply(project)
    project = Decline("parent1", ("m1",), "已完成", sentence=2).apply(project)
    told = [s for s in coverage(project).sentences if s.plan == "parent1" and s.parent == "m1"]
    assert [(s.sentence, s.status, s.reason) for s in told] == [
        (0, "kept", None),
        (1, "kept", None),
        (2, "dropped", "已完成"),
    ]
    assert told[1].local == id
    assert project.local.measures[0].wording.find(told[1].local_text or "?") >= 0


def test_the_sentences_of_a_measure_are_its_whole_wording(project: Project) -> None:
    project = AdoptAll("parent1").apply(project)
    told: dict[tuple[str, str], str] = {}
    for sentence in coverage(project).sentences:
        told[sentence.plan, sentence.parent] = told.get((sentence.plan, sentence.parent), "") + sentence.text
    assert told == {(p.id, m.id): m.wording for p in project.parents for m in p.measures}


def test_a_sentence_that_went_to_another_measure_is_found_there(project: Project) -> None:
    project = Adopt("parent1", ("m1", "m2")).apply(project)
    second = project.local.measures[1]
    moved = "建立农村留守老年人探访关爱制度并按月回访。"
    parent = project.parents[0]
    body = tuple(replace(b, text=b.text + moved) if b.id == "m1" else b for b in parent.body)
    project = replace(project, parents=(replace(parent, body=body), *project.parents[1:]))
    project = SetText(second.id, second.text + moved.replace("按月", "每月")).apply(project)
    told = next(s for s in coverage(project).sentences if s.text == moved)
    assert (told.parent, told.status, told.local, told.moved) == ("m1", "reworded", second.id, True)
    assert [s.text for s in coverage(project).sentences if s.moved] == [moved]
