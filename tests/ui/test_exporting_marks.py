"""The reviewers' marks written into a list, from the menu and from their board."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.test_difference_gestures import Desk


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow) -> Desk:
    return Desk(qtbot, window)


def test_there_is_nothing_to_export_before_anything_is_marked(desk: Desk) -> None:
    told: list[str] = []
    desk.window.document.problem.connect(told.append)
    desk.act("export_marks")
    desk.qtbot.waitUntil(lambda: bool(told))
    assert told == ["No difference is marked yet."]
    assert not desk.bench.marks.export.isEnabled()


def test_the_marks_are_exported_from_menu_and_board(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.act("next_difference", "mark_checked")
    chosen = [(str(tmp_path / "标注"), "Spreadsheet (*.xlsx)"), (str(tmp_path / "标注.docx"), "")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen.pop(0))
    desk.act("export_marks")
    desk.qtbot.waitUntil(lambda: desk.window.messages.text == "标注.xlsx: 1 mark.")
    desk.bench.marks.export.click()
    desk.qtbot.waitUntil(lambda: desk.window.messages.text == "标注.docx: 1 mark.")
    assert sorted(path.name for path in tmp_path.glob("标注*")) == ["标注.docx", "标注.xlsx"]
