"""What the actions on measures do in the window."""

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.notice.localities_dialog import LocalitiesDialog
from tests.ui.driving import act
from tests.ui.made_up import project


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2", "m3"))
    return window


def headings(window: MainWindow) -> list[str]:
    return [measure.heading for measure in window.document.project.local.measures]


def choose(window: MainWindow, heading: str) -> str:
    id = next(m.id for m in window.document.project.local.measures if m.heading == heading)
    window.bench.local.tree.go_to(id)
    return id


def test_moving_down_and_up(window: MainWindow) -> None:
    choose(window, "简化手续")
    act(window, "move_down")
    assert headings(window) == ["延长服务", "简化手续", "建设平台"]
    act(window, "move_up")
    assert headings(window) == ["简化手续", "延长服务", "建设平台"]


def test_done_goes_to_the_next_that_is_not(window: MainWindow) -> None:
    choose(window, "建设平台")
    act(window, "finish")
    assert window.document.project.local.measures[2].state == "done"
    assert window.bench.editors.id == window.document.project.local.measures[0].id
    assert window.bench.editors.measure.text.hasFocus()


def test_a_unit_being_typed_goes_to_its_own_measure(window: MainWindow, qtbot: QtBot) -> None:
    first, second = choose(window, "简化手续"), window.document.project.local.measures[1].id
    act(window, "edit_lead")
    entry = window.bench.editors.measure.units["lead_units"].focusProxy()
    qtbot.waitUntil(lambda: not QThreadPool.globalInstance().activeThreadCount())  # the sounds are loaded
    qtbot.keyClicks(entry, "gaj")
    act(window, "finish")
    assert window.bench.editors.id == second
    assert window.document.project.local.measure(first).units("lead_units") == ("公安局",)
    assert window.document.project.local.measure(second).units("lead_units") == ()
    assert entry.text() == ""


def test_letters_that_are_no_unit_go_with_their_measure(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "简化手续")
    act(window, "edit_lead")
    entry = window.bench.editors.measure.units["lead_units"].focusProxy()
    qtbot.keyClicks(entry, "3")
    act(window, "edit_deadline")
    assert entry.text() == "3"
    choose(window, "延长服务")
    assert entry.text() == ""
    assert all(not measure.assignments for measure in window.document.project.local.measures)


def test_merging_and_splitting(window: MainWindow) -> None:
    window.bench.local.tree.selectAll()
    act(window, "undo")
    choose(window, "简化手续")
    second = window.bench.local.model.find(choose(window, "延长服务"))
    first = window.bench.local.model.find(window.document.project.local.measures[0].id)
    flags = window.bench.local.tree.selectionModel().SelectionFlag
    window.bench.local.tree.selectionModel().select(first, flags.Select | flags.Rows)
    window.bench.local.tree.selectionModel().select(second, flags.Select | flags.Rows)
    act(window, "merge")
    assert len(headings(window)) == 2
    merged = window.document.project.local.measures[0]
    assert {id for origin in merged.origins for id in origin.measures} == {"m1", "m2"}

    window.bench.local.tree.go_to(merged.id)
    box = window.bench.editors.measure.text
    box.moveCursor(QTextCursor.MoveOperation.Start)
    box.select(4, 4)
    act(window, "split")
    texts = [measure.text for measure in window.document.project.local.measures[:2]]
    assert len(texts[0]) == 4
    assert window.bench.editors.id == window.document.project.local.measures[1].id
    assert window.bench.editors.measure.heading.hasFocus()
    assert "".join(texts) == merged.text


def test_an_own_measure_is_written_at_once(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "简化手续")
    act(window, "add_measure")
    assert window.bench.editors.measure.heading.hasFocus()
    qtbot.keyClicks(window.bench.editors.measure.heading, "new")
    assert headings(window)[1] == "new"
    assert not window.document.project.local.measures[1].origins


def test_a_section_and_its_heading(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "延长服务")
    act(window, "add_section")
    assert window.bench.editors.wording.heading.hasFocus()
    qtbot.keyClicks(window.bench.editors.wording.heading, "third")
    assert [section.heading for section in window.document.project.local.sections][1] == "third"


def test_removing_is_undone(window: MainWindow) -> None:
    choose(window, "延长服务")
    act(window, "remove")
    assert "延长服务" not in headings(window)
    act(window, "undo")
    assert headings(window) == ["简化手续", "延长服务", "建设平台"]


def test_keys_of_the_window_work_inside_text(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "简化手续")
    text = window.bench.editors.measure.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert window.bench.editors.measure.units["responsible_units"].focusProxy().hasFocus()
    assert window.document.project.local.measures[0].text == "减少材料20件，压缩时限。"


def test_adopting_without_a_choice_says_what_to_do(window: MainWindow) -> None:
    act(window, "adopt")
    assert window.messages.isVisible()


def test_enter_never_takes_a_whole_section(window: MainWindow, qtbot: QtBot) -> None:
    tree = window.bench.parents.tree
    tree.go_to("s2")
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert len(headings(window)) == 3
    tree.go_to("m4")
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert headings(window)[-1] == "减免费用"


def test_panes_are_walked_through(window: MainWindow) -> None:
    choose(window, "简化手续")
    window.bench.parents.tree.setFocus()
    walked = []
    for _pane in range(5):
        act(window, "next_pane")
        walked.append(window.focusWidget())
    bench = window.bench
    assert walked == [
        bench.local.tree,
        bench.editors.measure.text,
        bench.difference.view,
        bench.findings.tree,
        bench.parents.tree,
    ]


def test_panes_behind_others_are_passed_by_and_the_one_in_front_is_reached(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, "简化手续")
    for name in ("matrix", "coverage", "notice"):
        window.bench.docks[name].raise_()
        qtbot.waitUntil(lambda name=name: not window.bench.docks[name].visibleRegion().isEmpty())
        if name in window.side_panes:
            window.side_panes[name].made()
        window.bench.difference.view.setFocus()
        act(window, "next_pane")
        reached = window.focusWidget()
        assert window.bench.docks[name].isAncestorOf(reached)
        assert not reached.visibleRegion().isEmpty()
        act(window, "previous_pane")
        assert window.focusWidget() is window.bench.difference.view
    window.bench.docks["difference"].hide()
    window.bench.editors.edit()
    act(window, "next_pane")
    assert window.bench.docks["notice"].isAncestorOf(window.focusWidget())


def test_leaving_a_field_ends_the_step(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "简化手续")
    editor = window.bench.editors.measure
    editor.text.setFocus()
    qtbot.keyClicks(editor.text, "ab")
    editor.heading.setFocus()
    editor.text.setFocus()
    qtbot.keyClicks(editor.text, "cd")
    act(window, "undo")
    assert editor.text.text.startswith("ab")
    assert "cd" not in editor.text.text
    act(window, "undo")
    assert editor.text.text == "减少材料20件，压缩时限。"


def test_choosing_a_locality_brings_its_roster(window: MainWindow) -> None:
    act(window, "locality")
    dialog = window.findChild(LocalitiesDialog)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    dialog.for_new.setChecked(True)
    dialog.use.click()
    dialog.reject()
    assert window.document.project.locality.name == "示范县"
    assert len(window.document.project.roster.units) >= 40
    assert window.settings.profile is not None
    act(window, "undo")
    assert window.document.project.locality.name == ""
