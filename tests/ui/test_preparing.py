"""What the first document needs is loaded while nobody waits for it yet."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.paths import resources
from editor.ui.main_window import MainWindow
from editor.ui.preparing import PANES, Preparing
from tests.ui.driving import PATIENCE


def test_who_waits_is_told_once_all_is_loaded(qtbot: QtBot, desk: QWidget) -> None:
    told: list[str] = []
    preparing = Preparing(desk)
    preparing.when_done(lambda: told.append("first"))
    preparing.when_done(lambda: told.append("second"))
    assert told == []
    qtbot.waitUntil(lambda: told == ["first", "second"], timeout=PATIENCE)
    assert set(PANES) <= sys.modules.keys()
    preparing.when_done(lambda: told.append("third"))
    assert told[-1] == "third"


def test_a_file_waits_for_the_panes(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[object] = []
    monkeypatch.setattr(window.preparing, "when_done", waiting.append)
    window.open_path(Path(resources() / "examples" / "province.txt"))
    qtbot.waitUntil(lambda: bool(waiting), timeout=PATIENCE)
    assert not window.has_document
    waiting[0]()  # type: ignore[operator]
    assert window.has_document
