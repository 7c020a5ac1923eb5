"""An hour of a clerk's on a real province's plan, in the window: decide, reword, assign, date, gather, split, move, undo all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.paths import templates
from editor.plan.measures import Measure
from editor.ui.finding.wording_dialog import WordingDialog
from editor.ui.main_window import MainWindow
from editor.ui.outline.change_dialog import ChangeDialog
from tests.ui.driving import PATIENCE, act, answered, make_window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, corpus: Path) -> Iterator[MainWindow]:
    """A new draft from the plan, for the made-up county."""
    made = make_window(qtbot, tmp_path)
    made.settings.remember_profile(templates() / "localities" / "shifan.toml")
    with qtbot.waitSignal(made.document.opened, timeout=PATIENCE):
        made.open_path(corpus / "shandong_2025_province.txt")
    answered(qtbot, made)
    yield made
    QThreadPool.globalInstance().waitForDone()


def measures(window: MainWindow) -> tuple[Measure, ...]:
    return window.document.project.local.measures


def write(field: QWidget, text: str) -> None:
    """Write as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def use_the_countys_words(qtbot: QtBot, window: MainWindow) -> int:
    """Replace what the rules propose; how many places that were."""
    act(window, "wording_rules")
    dialog = window.findChild(WordingDialog)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=PATIENCE)
    count = len(dialog.list.ticked)
    with qtbot.waitSignal(dialog.finished, timeout=PATIENCE):
        dialog.accept()
    return count


def change_all(window: MainWindow, words: str) -> None:
    """Give all measures a unit and a deadline; the year that is asked for is the first offered."""
    window.bench.local.tree.selectAll()
    act(window, "change_selected")
    dialog = window.findChild(ChangeDialog)
    write(dialog.units.focusProxy(), "政府办公室")
    dialog.deadline.setText(words)
    dialog.deadline.textEdited.emit(words)
    dialog.accept()
    dialog.question.answer(1)


def test_every_step_of_an_hour_can_be_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    before = window.document.project
    bench = window.bench
    act(window, "adopt_all")
    answered(qtbot, window)
    assert len(measures(window)) == 35
    assert bench.parents.only_undecided.text() == "Undecided only"
    assert use_the_countys_words(qtbot, window) == 8
    change_all(window, "9月底前")
    assert {m.units("responsible_units") for m in measures(window)} == {("政府办公室",)}
    assert {m.deadline.text for m in measures(window)} == {"9月底前"}
    assert all(m.deadline.date for m in measures(window))

    first, second = (measure.id for measure in measures(window)[:2])
    bench.local.tree.go_to(first)
    act(window, "edit_lead")
    write(bench.editors.measure.units["lead_units"].focusProxy(), "人社局")
    act(window, "finish")
    assert window.document.project.local.measure(first).units("lead_units") == ("人社局",)
    assert bench.editors.id == second
    bench.editors.measure.text.select(20, 20)
    act(window, "split")
    assert len(measures(window)) == 36
    act(window, "move_down")
    bench.local.bar.choose("no_lead")
    assert bench.local.bar.count.text() == "35 / 36"
    act(window, "show_all")
    answered(qtbot, window)

    steps = 0
    while window.document.session.undo_label:
        window.document.undo()
        steps += 1
    assert window.document.project == before
    assert 6 <= steps <= 9
