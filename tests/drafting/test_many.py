"""Many measures changed alike in one step."""

import pytest

from editor.drafting import Session
from editor.drafting.commands import (
    AddMeasure,
    AddSection,
    ChangeMeasures,
    SetNotice,
    SetRoster,
    SetUnits,
    SortUnits,
)
from editor.errors import CommandProblem
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit


@pytest.fixture
def draft(project: Project) -> Project:
    for command in (
        AddMeasure(None, 3, "三"),
        AddMeasure(None, 3, "二"),
        AddMeasure(None, 3, "一"),
        AddSection(None, 1, "章"),
        SetUnits("m3", "responsible_units", ("民政局", "数据局")),
        SetNotice("date", "2026-03-01"),
    ):
        project = command.apply(project)
    return project


def test_states_deadlines_and_units_in_one_step(draft: Project) -> None:
    session = Session(draft)
    session.do(
        ChangeMeasures(
            "Change 2 measures",
            ("m3", "m1"),
            state="reviewed",
            deadline="9月底前",
            units=("数据局", "公安局"),
        )
    )
    first, second, third = session.project.local.measures
    assert first.units("responsible_units") == ("民政局", "数据局", "公安局")
    assert third.units("responsible_units") == ("数据局", "公安局")
    assert [m.state for m in (first, second, third)] == [
        "reviewed",
        draft.local.measures[1].state,
        "reviewed",
    ]
    assert [m.deadline and m.deadline.date for m in (first, second, third)] == [
        "2026-09-30",
        None,
        "2026-09-30",
    ]
    assert session.undo_label == "Change 2 measures"
    session.undo()
    assert session.project == draft


def test_units_are_replaced_in_a_role_or_taken_from_all(draft: Project) -> None:
    replaced = ChangeMeasures("x", ("m3",), units=("公安局",), how="replace").apply(draft)
    assert replaced.local.measure("m3").units("responsible_units") == ("公安局",)
    led = ChangeMeasures("x", ("m3",), units=("民政局",), role="lead_units").apply(draft)
    removed = ChangeMeasures("x", ("m3",), units=("民政局",), how="remove").apply(led)
    assert removed.local.measure("m3").units("lead_units") == ()
    assert removed.local.measure("m3").units("responsible_units") == ("数据局",)


def test_units_go_into_the_rosters_order(draft: Project) -> None:
    roster = Roster(
        units=(Unit(name="示范县公安局", short="公安局"), Unit(name="民政局"), Unit(name="数据局"))
    )
    session = Session(SetRoster(roster).apply(draft))
    session.do(SetUnits("m3", "responsible_units", ("各镇（街道）", "数据局", "民政局", "示范县公安局")))
    before = session.project
    session.do(SortUnits(("m3", "m1", "s4")))
    sorted_ones = session.project.local.measure("m3").units("responsible_units")
    assert sorted_ones == ("示范县公安局", "民政局", "数据局", "各镇（街道）")
    assert session.undo_label == "Put units in the roster's order"
    with pytest.raises(CommandProblem):
        session.do(SortUnits(("m3", "m1")))
    session.undo()
    assert session.project == before


def test_what_is_not_named_stays(draft: Project) -> None:
    same = ChangeMeasures("x", ("m3", "s4"), deadline="").apply(draft)
    assert same.local.measure("m3") == draft.local.measure("m3")


@pytest.mark.parametrize("measures", [(), ("s4",), ("m9",)])
def test_without_a_measure_nothing_is_done(draft: Project, measures: tuple[str, ...]) -> None:
    with pytest.raises(CommandProblem):
        ChangeMeasures("x", measures, state="done").apply(draft)
