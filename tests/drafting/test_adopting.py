"""Taking measures over: where they go, what comes with them, what is decided."""

import pytest
from msgspec.structs import replace

from editor.drafting import suspects
from editor.drafting.commands import (
    AddMeasure,
    Adopt,
    AdoptAll,
    AdoptInto,
    Command,
    Decline,
    Link,
    LinkMore,
    Many,
    Merge,
    Reconsider,
    Review,
    SetSectionHeading,
    SetText,
    TakeWording,
    Unlink,
)
from editor.errors import CommandProblem
from editor.plan.fingerprint import fingerprint
from editor.plan.measures import Measure, Paragraph
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.plan.project import Project


def after(project: Project, *commands: Command) -> Project:
    for command in commands:
        project = command.apply(project)
    return project


def outline(project: Project) -> list[str]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else f"{format_number(block.number, block.level)}{block.heading}"
        for block in project.local.body
    ]


def local_id(project: Project, heading: str) -> str:
    return next(block.id for block in project.local.measures if block.heading == heading)


def test_a_measure_brings_the_headings_it_stands_under(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m3",)))
    assert outline(adopted) == ["一、主要任务", "（一）服务", "1.进村服务"]


def test_measures_go_to_the_parents_place_in_whatever_order_they_are_adopted(project: Project) -> None:
    adopted = after(project, *(Adopt("parent1", (id,)) for id in ("m5", "m3", "m2", "p1", "m4", "m1")))
    assert outline(adopted) == outline(after(project, AdoptAll("parent1")))


def test_adopting_all_copies_the_whole_plan_with_opening_and_closing(
    project: Project, province: Plan
) -> None:
    local = after(project, AdoptAll("parent1")).local
    assert [type(block) for block in local.body] == [type(block) for block in province.body]
    assert (local.opening, local.closing) == (province.opening, province.closing)


def test_a_section_is_adopted_with_everything_in_it(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("s3",)))
    assert outline(adopted) == ["一、主要任务", "（一）办事", "1.简化材料", "2.缩短时限"]


def test_a_renamed_section_is_still_the_parents(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m1",)))
    section = adopted.local.sections[1].id
    adopted = after(adopted, SetSectionHeading(section, "办事便利"), Adopt("parent1", ("m2",)))
    assert outline(adopted) == ["一、主要任务", "（一）办事便利", "1.简化材料", "2.缩短时限"]


def test_a_new_section_does_not_swallow_measures_that_stood_outside_it(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m3",)))
    section = adopted.local.sections[0].id
    adopted = after(adopted, AddMeasure(section, 3, "自选动作", "本县自定。"), Adopt("parent1", ("m1",)))
    own = local_id(adopted, "自选动作")
    assert adopted.local.section_of(own) == adopted.local.sections[0]


def test_measures_can_be_put_before_a_chosen_one(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m1", "m2")))
    adopted = after(adopted, Adopt("parent1", ("m5",), before=local_id(adopted, "缩短时限")))
    assert outline(adopted) == ["一、主要任务", "（一）办事", "1.简化材料", "2.加强督导", "3.缩短时限"]


def test_units_stay_behind_and_deadlines_come_along(project: Project, province: Plan) -> None:
    measure = after(project, Adopt("parent1", ("m2",))).local.measures[0]
    assert measure.assignments == ()
    assert measure.deadline == province.measure("m2").deadline
    assert measure.state == "drafting"


def test_the_origin_records_the_parents_wording(project: Project, province: Plan) -> None:
    (origin,) = after(project, Adopt("parent1", ("m1",))).local.measures[0].origins
    assert (origin.parent, origin.measures) == ("parent1", ("m1",))
    assert origin.text == province.measure("m1").wording
    assert origin.fingerprint == fingerprint(origin.text)


def test_what_is_there_already_is_not_adopted_twice(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m1",)))
    with pytest.raises(CommandProblem, match="in the local plan already"):
        Adopt("parent1", ("m1",)).apply(adopted)
    assert len(after(adopted, AdoptAll("parent1"), AdoptAll("parent1")).local.measures) == 5


@pytest.mark.parametrize(
    "command",
    [
        Adopt("parent9", ("m1",)),
        Adopt("parent1", ("m99",)),
        Adopt("parent1", ()),
        Adopt("parent1", ("m1",), before="m99"),
        Decline("parent1", ("m99",), "不适用"),
        Decline("parent1", ("m1",), "不适用", sentence=3),
        Link("m99", "parent1", ("m1",)),
        Review("m99"),
        TakeWording("m99"),
    ],
    ids=repr,
)
def test_what_does_not_exist_is_a_problem_told_in_a_sentence(project: Project, command: Command) -> None:
    with pytest.raises(CommandProblem, match=r"\w.*\.$"):
        command.apply(project)


def test_refused_measures_leave_the_plan_and_are_left_out_of_adopting_all(project: Project) -> None:
    refused = after(project, AdoptAll("parent1"), Decline("parent1", ("m1",), "省级事权"))
    assert "简化材料" not in {measure.heading for measure in refused.local.measures}
    assert [(d.measure, d.reason) for d in refused.decisions] == [("m1", "省级事权")]
    assert after(refused, AdoptAll("parent1")).local == refused.local


def test_refusing_one_origin_of_a_merged_measure_only_unlinks_it(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m1", "m2")))
    merged = after(adopted, Merge(tuple(m.id for m in adopted.local.measures)))
    refused = after(merged, Decline("parent1", ("m2",), "已完成"))
    assert refused.local.measures[0].text == merged.local.measures[0].text
    assert [o.measures for o in refused.local.measures[0].origins] == [("m1",)]


def test_a_refusal_can_be_reworded_and_taken_back(project: Project) -> None:
    twice = after(
        project, Decline("parent1", ("m1",), "暂缓"), Decline("parent1", ("m1",), "不适用", sentence=0)
    )
    again = after(twice, Decline("parent1", ("m1",), "已完成"))
    assert {(d.sentence, d.reason) for d in again.decisions} == {(None, "已完成"), (0, "不适用")}
    assert [d.sentence for d in after(again, Reconsider("parent1", ("m1",))).decisions] == [0]
    assert after(again, Reconsider("parent1", ("m1",), sentence=0)).decisions[0].reason == "已完成"


@pytest.mark.parametrize("change", ["adopt", "link"])
def test_adopting_or_linking_takes_a_refusal_back(project: Project, change: str) -> None:
    refused = after(project, Decline("parent1", ("m1",), "暂缓"), AddMeasure(None, 3, "自选动作"))
    own = local_id(refused, "自选动作")
    command = Adopt("parent1", ("m1",)) if change == "adopt" else Link(own, "parent1", ("m1",))
    assert after(refused, command).decisions == ()


def test_linking_keeps_the_wording_recorded_before_and_unlinks_with_nothing(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m1",)))
    (measure,) = adopted.local.measures
    linked = after(adopted, Link(measure.id, "parent1", ("m1", "m2")), Link(measure.id, "parent2", ("m1",)))
    origins = linked.local.measures[0].origins
    assert [(o.parent, o.measures) for o in origins] == [
        ("parent1", ("m1",)),
        ("parent1", ("m2",)),
        ("parent2", ("m1",)),
    ]
    assert origins[0] == measure.origins[0]
    fewer = after(linked, Unlink(measure.id, "parent1", ("m2",)))
    assert fewer.local.measure(measure.id).origins == (origins[0], origins[2])
    with pytest.raises(CommandProblem):
        after(fewer, Unlink(measure.id, "parent1", ("m2",)))
    more = after(fewer, LinkMore(measure.id, "parent1", ("m2",)))
    assert set(more.local.measure(measure.id).origins) == set(origins)
    unlinked = after(linked, Link(measure.id, "parent1", ()))
    assert [o.parent for o in unlinked.local.measures[0].origins] == ["parent2"]


def test_taking_the_superior_wording_again(project: Project, province: Plan) -> None:
    adopted = after(project, Adopt("parent1", ("m1",)))
    id = adopted.local.measures[0].id
    changed = after(adopted, SetText(id, "另一说法。"), TakeWording(id))
    assert changed.local.measures[0].wording == province.measure("m1").wording


def test_an_own_measure_has_no_superior_wording(project: Project) -> None:
    own = after(project, AddMeasure(None, 3, "自选动作"))
    with pytest.raises(CommandProblem, match="county's own"):
        TakeWording(own.local.measures[0].id).apply(own)


def with_parent_text(project: Project, id: str, text: str) -> Project:
    """The project after the first parent's measure was revised; an empty text removes it."""
    parent = project.parents[0]
    body = [
        replace(block, text=text) if block.id == id and isinstance(block, Measure) else block
        for block in parent.body
        if text or block.id != id
    ]
    return replace(project, parents=(replace(parent, body=tuple(body)), *project.parents[1:]))


def test_exactly_the_measures_whose_parent_changed_are_suspect(project: Project) -> None:
    adopted = after(project, AdoptAll("parent1"), AdoptAll("parent2"))
    assert suspects(adopted) == ()
    revised = with_parent_text(adopted, "m2", "办理时限压缩三分之二。")
    assert suspects(revised) == (local_id(adopted, "缩短时限"),)
    assert suspects(with_parent_text(adopted, "m2", "")) == (local_id(adopted, "缩短时限"),)


def test_blanks_and_widths_make_nothing_suspect(project: Project) -> None:
    adopted = after(project, AdoptAll("parent1"))
    assert suspects(with_parent_text(adopted, "m2", "办理时限 压缩一半。")) == ()


@pytest.mark.parametrize("text", ["办理时限压缩三分之二。", ""])
def test_review_makes_a_measure_unsuspicious(project: Project, text: str) -> None:
    revised = with_parent_text(after(project, AdoptAll("parent1")), "m2", text)
    reviewed = after(revised, Review(suspects(revised)[0]))
    assert suspects(reviewed) == ()
    origins = reviewed.local.measure(suspects(revised)[0]).origins
    assert [text in o.text for o in origins] == ([True] if text else [])


def test_many_commands_are_one_step_or_none(project: Project) -> None:
    both = Many("两步", (Adopt("parent1", ("m1",)), Decline("parent1", ("m2",), "暂缓")))
    assert both.label == "两步"
    assert len(after(project, both).local.measures) == len(after(project, both).decisions) == 1
    with pytest.raises(CommandProblem):
        Many("两步", (Adopt("parent1", ("m1",)), Adopt("parent1", ("m1",)))).apply(project)


def test_the_wording_of_one_of_several_parents_is_taken_alone(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m1",)))
    id = adopted.local.measures[0].id
    both = after(adopted, Link(id, "parent2", ("m1",)))
    city = both.parent("parent2").measure("m1")
    taken = after(both, TakeWording(id, "parent2")).local.measure(id)
    assert (taken.heading, taken.text) == (city.heading, city.text)
    assert taken.origins == both.local.measure(id).origins


def test_parent_measures_are_merged_into_a_local_one(project: Project) -> None:
    adopted = after(project, Adopt("parent1", ("m1",)), Decline("parent1", ("m3",), "暂缓"))
    local = adopted.local.measures[0]
    merged = AdoptInto(local.id, "parent1", ("m3", "m2")).apply(adopted).local.measures[0]
    second, third = (project.parents[0].block(id) for id in ("m2", "m3"))
    assert merged.text == f"{local.text}{second.wording}{third.wording}"
    assert [id for origin in merged.origins for id in origin.measures] == ["m1", "m2", "m3"]
    assert (merged.id, merged.heading, merged.number) == (local.id, local.heading, local.number)
    done = AdoptInto(local.id, "parent1", ("m3", "m2")).apply(adopted)
    assert done.decisions == (), "what was refused is adopted now"
    assert suspects(done) == ()
    with pytest.raises(CommandProblem):
        AdoptInto(local.id, "parent1", ("m1", "m2")).apply(done)


@pytest.mark.parametrize(
    ("measure", "parent", "id"), [("m99", "parent1", "m1"), ("", "p", "m1"), ("", "parent1", "m99")]
)
def test_what_is_not_there_is_merged_into_nothing(
    project: Project, measure: str, parent: str, id: str
) -> None:
    adopted = after(project, Adopt("parent1", ("m2",)))
    with pytest.raises(CommandProblem):
        AdoptInto(measure or adopted.local.measures[0].id, parent, (id,)).apply(adopted)
