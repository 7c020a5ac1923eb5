"""Links put right by hand: linked, linked to several, unlinked, from the outline and from the board."""

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.driving import answered
from tests.ui.made_up import project


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2"))
    window.bench.local.tree.go_to(window.document.project.local.measures[0].id)
    answered(qtbot, window)
    return window


def act(window: MainWindow, name: str) -> tuple[str, ...]:
    """What the first local measure comes from after an action."""
    window.actions_.by_name[name].trigger()
    return tuple(id for origin in window.document.project.local.measures[0].origins for id in origin.measures)


def select(window: MainWindow, *ids: str) -> None:
    tree = window.bench.parents.tree
    window.bench.parents.blockSignals(True)
    tree.selectionModel().clear()
    flags = tree.selectionModel().SelectionFlag
    for id in ids:
        tree.selectionModel().select(tree.model().find(id), flags.Select | flags.Rows)
    window.bench.parents.blockSignals(False)


def test_links_are_added_taken_away_and_replaced(window: MainWindow) -> None:
    select(window, "m3", "m4")
    assert act(window, "link_more") == ("m1", "m3", "m4")
    select(window, "m1")
    assert act(window, "unlink") == ("m3", "m4")
    assert act(window, "link") == ("m1",)
    window.document.undo()
    window.document.undo()
    window.document.undo()
    select(window, "m4")
    assert act(window, "unlink") == ("m1",)
    assert "not linked" in window.messages.text


def test_superior_measures_are_merged_into_the_current_local_one(qtbot: QtBot, window: MainWindow) -> None:
    before = window.document.project
    select(window, "m4", "m3")
    assert act(window, "merge_into") == ("m1", "m3", "m4")
    merged = window.document.project.local.measures[0]
    assert (merged.heading, merged.text) == (
        "简化手续",
        "减少材料20件，压缩时限。建设平台。建成平台100个。减免费用。减免登记费用。",
    )
    assert window.actions_.by_name["undo"].text().endswith("Merge into a measure")
    answered(qtbot, window)
    assert "undecided: 0" in window.bench.status.text
    window.document.undo()
    assert window.document.project == before
    assert window.actions_.by_name["merge_into"] in window.bench.parents.actions()


def test_the_board_s_selection_is_meant_while_it_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    window.bench.docks["coverage"].raise_()
    board = window.bench.coverage
    board.tree.setFocus()
    board.tree.blockSignals(True)
    board.tree.go_to("parent1/m4")
    board.tree.blockSignals(False)
    assert act(window, "link_more") == ("m1", "m4")


def test_nothing_chosen_is_said(window: MainWindow) -> None:
    select(window)
    assert act(window, "link_more") == ("m1",)
    assert "superior plan" in window.messages.text


def test_the_pane_unlinks_from_the_plan_it_compares_with(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.bench.difference.difference is not None)
    offered = [action.text() for action in window.bench.difference.inline.actions()]
    assert window.actions_.by_name["unlink_compared"].text() in offered
    select(window, "m3")
    act(window, "link_more")
    assert act(window, "unlink_compared") == ()
    answered(qtbot, window)
    with qtbot.waitSignal(window.document.problem):
        act(window, "unlink_compared")
    window.document.undo()
    assert len(window.document.project.local.measures[0].origins) == 2


def test_a_superior_measure_shown_alone_is_not_unlinked(qtbot: QtBot, window: MainWindow) -> None:
    window.bench.parents.go_to("parent1", "m3")
    answered(qtbot, window)
    before = window.document.project
    window.actions_.by_name["unlink_compared"].trigger()
    assert window.document.project is before
    assert "compared with no superior plan" in window.messages.text
