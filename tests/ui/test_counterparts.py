"""A local measure beside what it comes from: one superior plan at a time, each side leading to the other."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from editor.drafting.commands import Link, ReplaceParent, SetText, Split
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project, Source
from editor.ui.difference import counterparts
from editor.ui.difference.differing import difference
from editor.ui.main_window import MainWindow
from tests.ui.driving import PATIENCE, answered
from tests.ui.made_up import PARENT, project

CITY = Plan(
    id="parent2",
    title="示范市实施方案",
    body=(Measure(id="m1", level=3, number="1", heading="简化手续", text="减少材料30件，上门服务。"),),
)


def two_parents() -> Project:
    """A draft whose first measure comes from the province and the city, its second from the province."""
    draft = project("m1", "m2", "m3")
    draft = replace(draft, parents=(replace(PARENT, title="示范省实施方案"), CITY))
    return Link(draft.local.measures[0].id, "parent2", ("m1",)).apply(draft)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(two_parents())
    return window


def choose(qtbot: QtBot, window: MainWindow, place: int) -> None:
    window.bench.local.tree.go_to(window.document.project.local.measures[place].id)
    answered(qtbot, window)


def parent_shown(window: MainWindow) -> tuple[str, str | None]:
    pane = window.bench.parents
    return pane.plan.id, pane.tree.current_key


def test_figures_and_counts_belong_to_the_plan_compared_with() -> None:
    draft = two_parents()
    first = draft.local.measures[0].id
    province, city = difference(draft, first), difference(draft, first, "parent2")
    assert (province.plan, province.inserted, province.deleted, province.matters) == ("parent1", 0, 0, ())
    figures = [(each.concern.old, each.concern.new) for each in city.matters if each.concern.kind == "figure"]
    assert (city.plan, figures) == ("parent2", [("30件", "20件")])
    assert "上门服务" in "".join(p.text for p in city.passages if p.op == "-")
    assert difference(draft, draft.local.measures[1].id, "parent2").plan == "parent1"


def test_a_difference_that_is_dear_to_write_waits_for_a_pause_in_typing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, (first, *_others) = window.bench, window.document.project.local.measures
    bench.local.tree.go_to(first.id)
    answered(qtbot, window)
    before = bench.difference.difference
    pause = bench.counterparts._pause
    pause.setInterval(10 * PATIENCE)
    monkeypatch.setattr(counterparts, "_DEAR", -1.0)
    for words in ("甲", "乙", "丙"):
        window.document.do(SetText(first.id, first.text + words))
        qtbot.waitUntil(pause.isActive)
        assert bench.difference.difference is before
    assert bench.is_busy
    pause.start(0)
    answered(qtbot, window)
    assert bench.difference.difference.wording.endswith("丙")
    before = bench.difference.difference
    bench.local.tree.go_to(window.document.project.local.measures[1].id)
    qtbot.waitUntil(lambda: bench.difference.difference is not before)
    assert not pause.isActive()


def test_a_tab_for_each_plan_only_where_there_are_several(qtbot: QtBot, window: MainWindow) -> None:
    tabs = window.bench.difference.plans
    choose(qtbot, window, 0)
    assert not tabs.isHidden()
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["示范省", "示范市"]
    choose(qtbot, window, 1)
    assert tabs.isHidden()


def test_the_plan_chosen_last_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 0)
    window.bench.difference.plans.setCurrentIndex(1)
    answered(qtbot, window)
    assert window.bench.difference.difference.plan == "parent2"
    assert parent_shown(window) == ("parent2", "m1")
    choose(qtbot, window, 1)
    assert window.bench.difference.difference.plan == "parent1"
    choose(qtbot, window, 0)
    assert window.bench.difference.difference.plan == "parent2"


def test_the_wording_taken_is_that_of_the_plan_compared_with(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 0)
    window.bench.difference.plans.setCurrentIndex(1)
    window.groups.gestures.take_wording()
    assert window.document.project.local.measures[0].text == CITY.measures[0].text
    window.document.undo()
    assert window.document.project.local.measures[0].text == PARENT.measures[0].text


def test_choosing_a_local_measure_shows_its_parent_and_the_other_way_round(
    qtbot: QtBot, window: MainWindow
) -> None:
    choose(qtbot, window, 2)
    assert parent_shown(window) == ("parent1", "m3")
    window.bench.parents.go_to("parent1", "m2")
    assert window.bench.editors.id == window.document.project.local.measures[1].id


def test_the_second_part_of_a_split_measure_stays_chosen(qtbot: QtBot, window: MainWindow) -> None:
    second = window.document.project.local.measures[1]
    window.document.do(Split(second.id, 3))
    choose(qtbot, window, 2)
    part = window.document.project.local.measures[2]
    assert [origin.measures for origin in part.origins] == [("m2",)]
    assert parent_shown(window) == ("parent1", "m2")
    assert window.bench.editors.id == part.id


def test_the_parent_stays_in_sight_when_the_superior_plans_are_replaced(
    qtbot: QtBot, window: MainWindow
) -> None:
    choose(qtbot, window, 2)
    province = replace(PARENT, title="示范省新方案")
    window.document.do(ReplaceParent("parent1", province, Source(plan="parent1", name="新.txt", sha256="")))
    assert parent_shown(window) == ("parent1", "m3")
