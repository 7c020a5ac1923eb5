"""Putting a reading right: original and outline show the same place, repairs are undone, one step in the project."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.reading import read_content
from editor.storage import Recovery
from editor.ui.main_window import MainWindow
from editor.ui.opening import Plans
from editor.ui.reading_dialog import ReadingDialog
from editor.ui.settings import Settings

PATIENCE = 20_000
TEXT = (
    "示范省优化服务实施方案\n一、方便群众\n1.简化手续。减少材料。\n2.延长服务。周末不打烊。3.上门办理。送证到家。\n"
    "4.建设平台。建成平台。\n继续完善功能。\n二、附则\n附件\n1.完善窗口。设立专窗。"
)
NAME = "示范省.txt"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ReadingDialog]:
    shown = ReadingDialog(read_content(TEXT.encode(), NAME, "parent1").source)
    qtbot.addWidget(shown)
    shown.show()
    answered(qtbot, shown)
    yield shown
    QThreadPool.globalInstance().waitForDone()


def answered(qtbot: QtBot, dialog: ReadingDialog) -> None:
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.is_busy, timeout=PATIENCE)
    QApplication.processEvents()


def go_to(dialog: ReadingDialog, line: int, offset: int = 0) -> None:
    cursor = QTextCursor(dialog.original.document().findBlockByNumber(line - 1))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, offset)
    dialog.original.setTextCursor(cursor)


def numbers(dialog: ReadingDialog) -> list[str | None]:
    return [measure.number for measure in dialog.plan.measures]


def test_a_doubt_shows_both_places(dialog: ReadingDialog) -> None:
    row = next(row for row in dialog.doubts.model.rows() if row.value.place.lines)
    dialog.doubts.tree.go_to(row.key)
    first = row.value.place.lines[0]
    assert dialog.original.line == first
    chosen = dialog.model.row_at(dialog.outline.currentIndex())
    assert chosen.value[0] <= first <= chosen.value[1]


def test_the_caret_and_the_outline_go_together(dialog: ReadingDialog) -> None:
    go_to(dialog, 3)
    assert dialog.plan.measure(dialog.outline.current_key).heading == "简化手续"
    dialog.outline.go_to(next(m.id for m in dialog.plan.measures if m.heading == "建设平台"))
    assert dialog.original.line == 5


def test_the_suggested_repair_is_made_and_undone(qtbot: QtBot, dialog: ReadingDialog) -> None:
    before = numbers(dialog)
    row = next(row for row in dialog.doubts.model.rows() if row.value.repair is not None)
    dialog.doubts.tree.go_to(row.key)
    assert dialog.actions_["suggested"].isEnabled()
    qtbot.keyClick(dialog.doubts.tree, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    answered(qtbot, dialog)
    assert len(dialog.desk.repairs) == 1
    dialog.actions_["undo"].trigger()
    answered(qtbot, dialog)
    assert (numbers(dialog), dialog.desk.repairs) == (before, ())
    dialog.actions_["redo"].trigger()
    answered(qtbot, dialog)
    assert len(dialog.desk.repairs) == 1


def test_repairs_by_hand(qtbot: QtBot, dialog: ReadingDialog) -> None:
    if "3" not in numbers(dialog):
        go_to(dialog, 4, TEXT.split("\n")[3].index("3."))
        dialog.actions_["split"].trigger()
        answered(qtbot, dialog)
    assert numbers(dialog)[:4] == ["1", "2", "3", "4"]
    go_to(dialog, 6)
    dialog.actions_["join"].trigger()
    answered(qtbot, dialog)
    assert "继续完善功能" in next(m.text for m in dialog.plan.measures if m.heading == "建设平台")


def test_what_was_set_aside_is_taken_back(qtbot: QtBot, dialog: ReadingDialog) -> None:
    place = next(i for i, part in enumerate(dialog.plan.set_aside) if "专窗" in part.text)
    dialog.outline.setFocus()
    dialog.outline.go_to(f"set aside/{place}")
    dialog.actions_["take_back"].trigger()
    answered(qtbot, dialog)
    assert not any("专窗" in part.text for part in dialog.plan.set_aside)


def test_a_repair_that_does_not_fit_changes_nothing(qtbot: QtBot, dialog: ReadingDialog) -> None:
    before = dialog.plan
    go_to(dialog, 3, 0)
    dialog.actions_["split"].trigger()
    answered(qtbot, dialog)
    assert dialog.plan == before
    assert (dialog.desk.repairs, dialog.desk.can_undo) == ((), False)
    assert "3" in dialog.message.text()


def test_a_doubtful_plan_is_shown_and_put_right_in_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Settings(tmp_path / "settings"), Recovery(tmp_path / "state"))
    qtbot.addWidget(window, before_close_func=lambda closing: closing.document.forget_changes())
    window.show()
    window.groups.opening.take_plans(Plans((read_content(TEXT.encode(), NAME),)))
    dialog = window.findChild(ReadingDialog)
    answered(qtbot, dialog)
    go_to(dialog, 6)
    dialog.actions_["join"].trigger()
    answered(qtbot, dialog)
    old = window.document.project.parents[0]
    with qtbot.waitSignal(window.document.changed, timeout=PATIENCE):
        dialog.accept()
    new = window.document.project.parents[0]
    assert new.id == old.id
    assert "继续完善功能" in next(m.text for m in new.measures if m.heading == "建设平台")
    assert len(window.document.project.sources[0].repairs) == 1
    window.document.undo()
    assert window.document.project.parents[0] == old
    QThreadPool.globalInstance().waitForDone()
