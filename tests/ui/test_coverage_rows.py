"""What the board of coverage lists, and what its decisions become."""

from editor.drafting import coverage
from editor.drafting.commands import Adopt, Decline, Link, Many, Merge, SetText, TakeSentence
from editor.plan.project import Project
from editor.ui.base.rows import Row
from editor.ui.coverage.coverage_rows import FILTERS, SentenceOf, counts_line, coverage_rows, reasons
from editor.ui.coverage.covered import Covered, covered
from editor.ui.coverage.deciding import Item, to_adopt, to_decline, to_follow_suggestions, to_reconsider
from tests.drafting.conftest import CITY, PROVINCE

NAMES = {"parent1": "示范省", "parent2": "示范市"}


def drafted() -> Project:
    """m1 without its second sentence, m2 as it was, m3 and m4 in one, m5 open; the city's plan not looked at."""
    project = Adopt("parent1", ("m1", "m2", "m3", "m4")).apply(Project(parents=(PROVINCE, CITY)))
    first, _second, third, fourth = (m.id for m in project.local.measures)
    return Merge((third, fourth)).apply(SetText(first, "压减证明。").apply(project))


def items(project: Project) -> dict[str, Covered]:
    return {f"{item.plan}/{item.measure}": item for item in covered(project, coverage(project))}


def rows(project: Project, name: str = "everything", is_urgent_first: bool = True) -> tuple[Row, ...]:
    chosen = next(each for each in FILTERS if each.name == name)
    return coverage_rows(items(project).values(), NAMES, chosen, is_urgent_first)


def captions(shown: tuple[Row, ...]) -> list[list[str]]:
    return [[child.cells[0] for child in row.children] for row in shown]


def sentence(project: Project, measure: str, place: int) -> SentenceOf:
    item = items(project)[measure]
    return SentenceOf(item, item.sentences[place])


def test_plans_hold_their_measures_undecided_first() -> None:
    province, city = rows(drafted())
    assert (province.cells[0], city.cells[0]) == ("示范省", "示范市")
    assert province.cells[1] == "4 of 5 decided"
    line = counts_line(items(drafted()).values())
    assert line.startswith("4 of 7 decided, 3 undecided, 0 not adopted, 1 of")
    assert [child.cells[0] for child in province.children] == [
        "5. 加强督导",
        "1. 简化材料",
        "2. 缩短时限",
        "3. 进村服务",
        "4. 上门服务",
    ]
    (in_order, _city) = rows(drafted(), is_urgent_first=False)
    assert [child.key[-2:] for child in in_order.children] == ["m1", "m2", "m3", "m4", "m5"]


def test_cells_tell_the_decision_and_where_it_is_carried_out() -> None:
    first, second, third = rows(drafted())[0].children[1:4]
    assert first.cells[1] == "◐ adapted, 1 dropped"
    assert (second.cells[1], second.cells[3]) == ("✓ taken word for word", "2.")
    assert third.cells[1].endswith("merged")


def test_a_measure_that_two_plans_have_is_not_merged() -> None:
    project = drafted()
    linked = Link(project.local.measures[0].id, "parent2", ("m1",)).apply(project)
    found = items(linked)
    assert (found["parent1/m1"].is_merged, found["parent2/m1"].is_merged) == (False, False)
    assert found["parent1/m3"].is_merged


def test_sentences_are_told_apart_by_shape() -> None:
    first = rows(drafted())[0].children[1]
    assert [(row.cells[0], row.cells[1][0]) for row in first.children] == [
        ("简化材料。", "✓"),
        ("全省推行材料共享。", "▽"),
        ("压减证明。", "✓"),
    ]
    assert first.children[1].cells[4] == "省级事权? says “全省”"


def test_the_filters_narrow_to_measures_or_to_sentences() -> None:
    project = Decline("parent1", ("m2",), "已完成").apply(drafted())
    assert captions(rows(project, "undecided"))[0] == ["5. 加强督导"]
    assert captions(rows(project, "not adopted")) == [["2. 缩短时限"]]
    (dropped,) = rows(project, "dropped sentences")
    ((lost,),) = [measure.children for measure in dropped.children]
    assert lost.cells[0] == "全省推行材料共享。"
    assert captions(rows(project, "with a suggestion")) == [["5. 加强督导", "1. 简化材料"]]


def test_the_reasons_narrow_to_what_was_refused_for_them() -> None:
    project = Decline("parent1", ("m2", "m5"), "已完成").apply(drafted())
    project = Decline("parent1", ("m1",), "省级事权", 1).apply(project)
    found = items(project).values()
    assert reasons(found) == ("已完成", "省级事权")
    everything = FILTERS[0]
    assert captions(coverage_rows(found, NAMES, everything, False, "已完成")) == [
        ["2. 缩短时限", "5. 加强督导"]
    ]
    ((first,),) = (plan.children for plan in coverage_rows(found, NAMES, everything, False, "省级事权"))
    assert [row.cells[0] for row in first.children] == ["全省推行材料共享。"]


def test_a_sentence_refused_with_a_reason_is_no_longer_dropped() -> None:
    project = drafted()
    command = to_decline([sentence(project, "parent1/m1", 1)], "省级事权")
    assert command == Decline("parent1", ("m1",), "省级事权", 1)
    decided = command.apply(project)
    told = sentence(decided, "parent1/m1", 1).sentence
    assert (told.state, told.reason) == ("not_adopted", "省级事权")
    assert not rows(decided, "dropped sentences")
    back = to_reconsider([sentence(decided, "parent1/m1", 1)])
    assert back is not None
    assert back.apply(decided).decisions == project.decisions


def test_many_are_adopted_in_one_step() -> None:
    project = drafted()
    known = items(project)
    chosen: list[Item] = [
        known["parent1/m5"],
        known["parent1/m2"],
        known["parent2/m1"],
        sentence(project, "parent1/m1", 1),
    ]
    command = to_adopt(chosen)
    assert isinstance(command, Many)
    assert command.commands == (
        Adopt("parent1", ("m5",)),
        Adopt("parent2", ("m1",)),
        TakeSentence("parent1", "m1", 5, "全省推行材料共享。"),
    )
    decided = command.apply(project)
    assert decided.local.measures[0].text == "全省推行材料共享。压减证明。"
    assert [m.id for _plan, m in decided.undecided] == ["m2"]
    assert to_adopt([known["parent1/m2"]]) is None


def test_a_refused_sentence_that_is_adopted_is_no_longer_refused() -> None:
    project = Decline("parent1", ("m1",), "省级事权", 1).apply(drafted())
    command = to_adopt([sentence(project, "parent1/m1", 1)])
    assert command is not None
    decided = command.apply(project)
    assert not decided.decisions
    assert items(decided)["parent1/m1"].disposition == "verbatim"


def test_a_measure_that_is_chosen_takes_its_sentences_with_it() -> None:
    project = drafted()
    chosen: list[Item] = [items(project)["parent1/m5"], sentence(project, "parent1/m5", 1)]
    assert to_decline(chosen, "不适用") == Decline("parent1", ("m5",), "不适用")


def test_suggestions_are_followed_only_when_asked() -> None:
    project = drafted()
    known = items(project)
    assert (known["parent1/m5"].suggestion, known["parent1/m5"].ground) == ("市级事权", "各市")
    assert known["parent1/m5"].disposition == "undecided"
    chosen: list[Item] = [*known.values(), sentence(project, "parent1/m1", 1)]
    assert to_follow_suggestions(chosen) == Decline("parent1", ("m5",), "市级事权")
    only = to_follow_suggestions([sentence(project, "parent1/m1", 1)])
    assert only == Decline("parent1", ("m1",), "省级事权", 1)
    assert to_follow_suggestions([known["parent1/m2"]]) is None
