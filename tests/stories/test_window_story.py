"""The whole job in the window: open, adopt, adapt, assign, undo and redo all, save, reopen, export."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.paths import resources
from editor.plan.project import Project
from editor.storage import load_project
from editor.ui.files.export_dialog import ExportDialog
from editor.ui.main_window import MainWindow
from tests.ui.driving import act, open_file

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PROVINCE = resources() / "examples" / "province.txt"


def write(box: QWidget, text: str) -> None:
    """Write as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(box, event)


def adopt_ten(qtbot: QtBot, window: MainWindow) -> None:
    """Enter takes the current superior measure and goes on to the next."""
    tree = window.bench.parents.tree
    tree.go_to(window.bench.parents.plan.measures[0].id)
    for count in range(1, 11):
        qtbot.keyClick(tree, Qt.Key.Key_Return)
        assert len(window.document.project.local.measures) == count


def change_three(qtbot: QtBot, window: MainWindow) -> None:
    for measure in window.document.project.local.measures[:3]:
        window.bench.local.tree.go_to(measure.id)
        qtbot.keyClick(window.bench.local.tree, Qt.Key.Key_Return)
        assert window.bench.editors.measure.text.hasFocus()
        write(window.bench.editors.measure.text, "结合示范县实际，")
        changed = window.document.project.local.measure(measure.id)
        assert changed.text == "结合示范县实际，" + measure.text


def assign(qtbot: QtBot, window: MainWindow) -> None:
    for measure in window.document.project.local.measures:
        window.bench.local.tree.go_to(measure.id)
        entry = window.bench.editors.measure.units["lead_units"].focusProxy()
        write(entry, window.document.project.roster.units[0].printed)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        write(window.bench.editors.measure.deadline, "2026年9月底前")


def states(window: MainWindow) -> tuple[Project, Project]:
    """The project after undoing everything and after redoing everything."""
    document = window.document
    while document.session.undo_label is not None:
        act(window, "undo")
    first = document.project
    while document.session.redo_label is not None:
        act(window, "redo")
    return first, document.project


def assert_shown_equals_session(window: MainWindow) -> None:
    """What the panes show is what the session holds."""
    bench, project = window.bench, window.document.project
    shown = [row.key for row in bench.local.model.rows()]
    assert shown == ["details", *(block.id for block in project.local.body)]
    if bench.editors.currentWidget() is bench.editors.measure:
        measure = project.local.measure(bench.editors.id)
        assert bench.editors.measure.text.text == measure.text
        assert bench.editors.measure.heading.text == measure.heading
        for role, field in bench.editors.measure.units.items():
            assert field.names == measure.units(role)


def test_the_whole_job(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_file(qtbot, window, PROVINCE)
    start = window.document.project
    adopt_ten(qtbot, window)
    change_three(qtbot, window)
    assign(qtbot, window)
    assert_shown_equals_session(window)

    done = window.document.project
    first, last = states(window)
    assert first == start
    assert last == done
    assert_shown_equals_session(window)

    path = tmp_path / "示范县.chengqi"
    assert window.filing.save(path)
    assert not window.document.is_changed
    assert load_project(path) == done

    open_file(qtbot, window, path)
    assert window.document.project == done
    qtbot.waitUntil(lambda: window.bench.survey is not None)
    assert window.bench.status.text.startswith("saved")
    decided = sum(item.disposition != "undecided" for item in window.bench.covered)
    assert decided == 10

    export(qtbot, window)
    assert path.with_suffix(".docx").stat().st_size > 5_000
    assert (tmp_path / "示范县-assignments.xlsx").stat().st_size > 1_000


def export(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "export")
    dialog = window.findChild(ExportDialog)
    dialog.button.click()
    qtbot.waitUntil(dialog.button.isEnabled)
    assert "10 measures" in dialog.report.text()
    dialog.close()


def test_the_difference_follows_the_typing(qtbot: QtBot, window: MainWindow) -> None:
    open_file(qtbot, window, PROVINCE)
    adopt_ten(qtbot, window)
    bench = window.bench
    measure = window.document.project.local.measures[0]
    bench.local.tree.go_to(measure.id)
    write(bench.editors.measure.text, "示范县")

    def newest_is_shown() -> bool:
        shown = bench.difference.difference
        return (
            shown is not None and shown.wording == window.document.project.local.measure(measure.id).wording
        )

    qtbot.waitUntil(newest_is_shown)
    assert bench.difference.difference.inserted == 3
    act(window, "next_difference")
    assert bench.difference.view.textCursor().selectedText() == "示范县"
    act(window, "take_wording")
    qtbot.waitUntil(newest_is_shown)
    assert bench.difference.difference.inserted == 0
    assert bench.editors.measure.text.text == measure.text
