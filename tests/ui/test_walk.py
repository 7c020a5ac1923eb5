"""The walk through the example: each step goes on by itself once it was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.drafting.commands import (
    Adopt,
    Decline,
    SetDeadline,
    SetState,
    SetText,
    SetUnits,
    TakeSnapshot,
)
from editor.ui.difference.snapshots_dialog import SnapshotsDialog
from editor.ui.files.export_dialog import ExportDialog
from editor.ui.guide.walk import STEPS
from tests.ui.made_up import project


@pytest.fixture
def walk(qtbot, window):
    window.actions_.by_name["walk"].trigger()
    bar = window.groups.help.walk_bar
    qtbot.waitUntil(bar.isVisible)
    return bar


def test_steps_that_were_done_go_on_by_themselves(qtbot, window, walk):
    document = window.document
    parent = document.project.parents[0]
    first, second, third = (measure.id for measure in parent.measures[:3])

    def go_on(*commands):
        before = walk.place
        for command in commands:
            assert document.do(command)
        qtbot.waitUntil(lambda: walk.place == before + 1)

    go_on(Adopt(parent.id, (first, second)))
    id = document.project.local.measures[0].id
    go_on(Decline(parent.id, (third,), "省级事权"))
    go_on(SetText(id, "换个说法。"))
    walk.next.click()
    go_on(SetUnits(id, "lead_units", ("公安局",)))
    go_on(SetDeadline(id, "2027年底前"))
    go_on(SetState(id, "done"))
    walk.next.click()
    walk.next.click()
    go_on(TakeSnapshot("初稿", "2026-11-22"))
    assert window.bench.docks["pages"].isVisible()
    walk.next.click()
    assert walk.isVisible()
    walk.next.click()
    assert not walk.isVisible()


def test_a_step_does_not_go_on_for_something_else(window, walk):
    parent = window.document.project.parents[0]
    window.document.do(Decline(parent.id, (parent.measures[0].id,), "省级事权"))
    assert walk.place == 0


def press(key, *modifiers):
    """A key where the focus is, in a menu that is open, or in a dialog."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(target, key, held)
    QApplication.processEvents()


def commit(words):
    """What an input method hands over."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(QApplication.focusWidget(), event)
    QApplication.processEvents()


def test_the_walk_can_be_done_by_its_own_words(qtbot, window, walk, monkeypatch):
    """Each step literally, with the keys that its text names; the county's units come with the example."""
    ctrl, alt, shift = (
        getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Alt", "Shift")
    )
    document, bench = window.document, window.bench

    def is_told(place, *keys):
        qtbot.waitUntil(lambda: walk.place == place)
        assert all(key in walk.text.text() for key in keys), walk.text.text()
        assert not bench.docks[STEPS[place].dock].visibleRegion().isEmpty()

    qtbot.waitUntil(lambda: not bench.is_busy)
    bench.parents.tree.setFocus()
    is_told(0, "Enter", "two or three")
    press(Qt.Key.Key_Return)
    assert walk.place == 0
    press(Qt.Key.Key_Return)
    is_told(1, "Ctrl+Shift+D")
    press(Qt.Key.Key_D, ctrl, shift)
    press(Qt.Key.Key_1)
    assert len(document.project.decisions) == 1
    is_told(2, "F2")
    bench.local.tree.setFocus()
    press(Qt.Key.Key_Down)
    bench.local.tree.go_to(document.project.local.measures[0].id)
    press(Qt.Key.Key_F2)
    commit("首先，")
    is_told(3, "F7", "Alt+Right", "Ctrl+Z")
    qtbot.waitUntil(lambda: not bench.is_busy)
    worded = document.project.local.measures[0].text
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_Right, alt)
    assert document.project.local.measures[0].text != worded
    press(Qt.Key.Key_Z, ctrl)
    assert document.project.local.measures[0].text == worded
    walk.next.click()
    is_told(4, "Ctrl+L", "rsj")
    press(Qt.Key.Key_L, ctrl)
    QTest.keyClicks(QApplication.focusWidget(), "rsj")
    press(Qt.Key.Key_Return)
    window.activateWindow()  # off the screen the list of units would stay the active one
    assert "人社局" in document.project.local.measures[0].units("lead_units")
    is_told(5, "Ctrl+D")
    press(Qt.Key.Key_D, ctrl)
    press(Qt.Key.Key_A, ctrl)
    commit("2027年底前")
    is_told(6, "Ctrl+Return")
    press(Qt.Key.Key_Return, ctrl)
    assert document.project.local.measures[0].state == "done"
    is_told(7, "F8")
    qtbot.waitUntil(lambda: bench.findings.count > 0)
    press(Qt.Key.Key_F8)
    assert bench.findings.current is not None
    walk.next.click()
    is_told(8)
    walk.next.click()
    is_told(9, "Ctrl+Shift+V")
    names = []
    monkeypatch.setattr(
        "editor.ui.difference.snapshots_dialog.ask_words", lambda *_a, **_m: names.append(1) or ("初稿", True)
    )
    press(Qt.Key.Key_V, ctrl, shift)
    dialog = window.findChild(SnapshotsDialog)
    dialog.take.click()
    dialog.close()
    assert names == [1]
    is_told(10)
    walk.next.click()
    is_told(11, "Ctrl+E")
    action = window.actions_.by_name["export"]  # off the screen no window is active after a dialog
    assert action.shortcut().toString() == "Ctrl+E"
    action.trigger()
    export = window.findChild(ExportDialog)
    assert export.isVisible()
    export.close()
    walk.next.click()
    assert not walk.isVisible()


def test_one_can_go_back(walk):
    walk.next.click()
    walk.back.click()
    assert walk.place == 0
    assert not walk.back.isEnabled()


def test_another_document_ends_the_walk(window, walk):
    window.document.forget_changes()
    window.document.start(project("m1"))
    assert not walk.isVisible()


def test_every_step_names_a_pane_that_exists(window, walk):
    assert {step.dock for step in STEPS} <= set(window.bench.docks)
