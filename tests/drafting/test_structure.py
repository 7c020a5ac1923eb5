"""Merging, splitting, moving, removing, adding; numbers that follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.drafting.commands import (
    AddMeasure,
    AddSection,
    Adopt,
    AdoptAll,
    Command,
    Dissolve,
    Merge,
    Move,
    Remove,
    SetDeadline,
    SetHeading,
    SetNote,
    SetRunningLevels,
    SetSectionHeading,
    SetState,
    SetText,
    SetUnits,
    Split,
)
from editor.errors import CommandProblem
from editor.plan.measures import Assignment, Measure
from editor.plan.plans import Plan
from editor.plan.project import Project


@pytest.fixture
def draft(project: Project) -> Project:
    """The whole province plan, adopted: s1 p2 s3 s4 m5 m6 s7 m8 m9 s10 m11."""
    return AdoptAll("parent1").apply(project)


def ids(project: Project) -> str:
    return " ".join(block.id for block in project.local.body)


def numbers(project: Project) -> str:
    return " ".join(measure.number or "-" for measure in project.local.measures)


def test_the_draft_is_as_the_tests_say(draft: Project) -> None:
    assert ids(draft) == "s1 p2 s3 s4 m5 m6 s7 m8 m9 s10 m11"


def test_merging_keeps_all_texts_origins_units_and_notes(draft: Project) -> None:
    for command in (
        SetUnits("m5", "lead_units", ("数据局",)),
        SetUnits("m8", "lead_units", ("数据局", "民政局")),
        SetNote("m8", "与民政局商量"),
    ):
        draft = command.apply(draft)
    merged = Merge(("m8", "m5")).apply(draft)
    measure = merged.local.measure("m5")
    assert ids(merged) == "s1 p2 s3 s4 m5 m6 s7 m9 s10 m11"
    assert (measure.heading, measure.text) == (
        "简化材料",
        "全省推行材料共享。压减证明。进村服务。服务站进村。",
    )
    assert [o.measures for o in measure.origins] == [("m1",), ("m3",)]
    assert measure.assignments == (Assignment(lead_units=("数据局", "民政局")),)
    assert measure.note == "与民政局商量"


def test_merging_keeps_the_earliest_deadline_and_notes_the_other(draft: Project) -> None:
    draft = SetDeadline("m5", "2026年12月底").apply(draft)
    measure = Merge(("m5", "m6")).apply(draft).local.measure("m5")
    assert measure.deadline is not None
    assert measure.deadline.date == "2026-09-30"
    assert measure.note == "2026年12月底"


def test_a_heading_does_not_run_on_into_an_unfinished_text(draft: Project) -> None:
    draft = SetText("m5", "推行材料共享").apply(draft)
    assert (
        Merge(("m5", "m6")).apply(draft).local.measure("m5").text
        == "推行材料共享。缩短时限。办理时限压缩一半。"
    )


@pytest.mark.parametrize("measures", [(), ("m5",), ("m5", "m5"), ("m5", "s3"), ("m5", "m99")])
def test_merging_needs_two_measures(draft: Project, measures: tuple[str, ...]) -> None:
    with pytest.raises(CommandProblem):
        Merge(measures).apply(draft)


def test_splitting_keeps_origins_and_units_in_both_parts(draft: Project) -> None:
    draft = SetUnits("m5", "lead_units", ("数据局",)).apply(draft)
    first, second = Split("m5", 9).apply(draft).local.measures[:2]
    assert (first.text, second.text) == ("全省推行材料共享。", "压减证明。")
    assert (first.heading, second.heading) == ("简化材料", "")
    assert first.origins == second.origins
    assert first.assignments == second.assignments
    assert (first.number, second.number) == ("1", "2")


@given(offset=st.integers(1, 13))
def test_merging_takes_a_split_back(offset: int) -> None:
    measure = Measure(id="m1", level=3, number="1", heading="简化材料", text="全省推行材料共享。压减证明。")
    project = Project(local=Plan(id="local", body=(measure,)), next_id=2)
    both = Split("m1", offset).apply(project)
    merged = Merge(tuple(m.id for m in both.local.measures)).apply(both)
    assert merged.local.measures[0].wording == measure.wording


@pytest.mark.parametrize("offset", [-1, 0, 14, 99])
def test_a_split_lies_inside_the_text(draft: Project, offset: int) -> None:
    with pytest.raises(CommandProblem, match="cursor"):
        Split("m5", offset).apply(draft)


@pytest.mark.parametrize(
    ("blocks", "before", "order"),
    [
        (("m9",), "m5", "s1 p2 s3 s4 m9 m5 m6 s7 m8 s10 m11"),
        (("s7",), "s4", "s1 p2 s3 s7 m8 m9 s4 m5 m6 s10 m11"),
        (("s3",), None, "s1 p2 s10 m11 s3 s4 m5 m6 s7 m8 m9"),
        (("m8", "m5"), "m11", "s1 p2 s3 s4 m6 s7 m9 s10 m5 m8 m11"),
        (("s4", "m5"), "s10", "s1 p2 s3 s7 m8 m9 s4 m5 m6 s10 m11"),
    ],
)
def test_moving(draft: Project, blocks: tuple[str, ...], before: str | None, order: str) -> None:
    moved = Move(blocks, before).apply(draft)
    assert ids(moved) == order
    assert numbers(moved) == "1 2 3 4 5"


@pytest.mark.parametrize(
    ("blocks", "before"), [(("s3",), "m5"), (("m5",), "m5"), (("m99",), None), (("m5",), "m99")]
)
def test_moving_nowhere_is_a_problem(draft: Project, blocks: tuple[str, ...], before: str | None) -> None:
    with pytest.raises(CommandProblem):
        Move(blocks, before).apply(draft)


def test_a_section_is_removed_with_everything_in_it_and_dissolved_without(draft: Project) -> None:
    assert ids(Remove(("s4",)).apply(draft)) == "s1 p2 s3 s7 m8 m9 s10 m11"
    assert ids(Dissolve("s4").apply(draft)) == "s1 p2 s3 m5 m6 s7 m8 m9 s10 m11"
    with pytest.raises(CommandProblem, match="sections"):
        Dissolve("m5").apply(draft)


def test_removed_measures_are_undecided_again_and_can_be_adopted_anew(draft: Project) -> None:
    removed = Remove(("m6",)).apply(draft)
    assert [m.id for plan, m in removed.undecided if plan == "parent1"] == ["m2"]
    anew = Adopt("parent1", ("m2",)).apply(removed)
    assert ids(anew) == "s1 p2 s3 s4 m5 m12 s7 m8 m9 s10 m11"


def test_own_measures_and_sections_get_numbers_and_new_ids(draft: Project) -> None:
    grown = AddSection("m11", 1, "保障措施").apply(AddMeasure("m5", 3, "自选动作", "本县自定。").apply(draft))
    assert ids(grown) == "s1 p2 s3 s4 m5 m12 m6 s7 m8 m9 s10 m11 s13"
    assert numbers(grown) == "1 2 3 4 5 6"
    assert grown.local.sections[-1].number == "四"
    assert AddMeasure(None, 3).apply(draft).local.body[0].id == "m12"


def test_numbers_run_on_or_start_again(draft: Project) -> None:
    assert numbers(SetRunningLevels(()).apply(draft)) == "1 2 1 2 1"
    assert SetRunningLevels((3, 2, 3)).apply(draft).local.running_levels == (2, 3)


@pytest.mark.parametrize(
    "command",
    [
        AddMeasure("m99", 3),
        AddMeasure(None, 6),
        AddSection(None, 0),
        SetRunningLevels((7,)),
        Remove(("m99",)),
        SetText("s1", "文字"),
        SetHeading("s1", "标题"),
        SetSectionHeading("m5", "标题"),
        SetState("p2", "done"),
    ],
    ids=repr,
)
def test_what_does_not_fit_is_told(draft: Project, command: Command) -> None:
    with pytest.raises(CommandProblem):
        command.apply(draft)


def test_editing(draft: Project) -> None:
    for command in (
        SetHeading("m5", "少交材料"),
        SetText("m5", "只交一次。"),
        SetText("p2", "坚持问题导向。"),
        SetSectionHeading("s3", "重点任务"),
        SetNote("m5", "待核"),
        SetState("m5", "done"),
    ):
        draft = command.apply(draft)
    measure = draft.local.measure("m5")
    assert (measure.wording, measure.note, measure.state) == ("少交材料。只交一次。", "待核", "done")
    assert [getattr(b, "text", None) or getattr(b, "heading", None) for b in draft.local.body[1:3]] == [
        "坚持问题导向。",
        "重点任务",
    ]
