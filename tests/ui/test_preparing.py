"""What the first document needs is loaded while nobody waits for it yet."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.paths import resources
from editor.ui.main_window import MainWindow
from editor.ui.menus import MENUS
from editor.ui.preparing import PANES, Preparing


@pytest.fixture
def unprepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the program has just started."""
    monkeypatch.setattr("editor.ui.preparing.is_prepared", lambda: False)
    monkeypatch.setattr("editor.ui.base.threads._LOADED", set())


@pytest.mark.usefixtures("unprepared")
def test_who_waits_is_told_once_all_is_loaded(qtbot: QtBot, desk: QWidget) -> None:
    told: list[str] = []
    preparing = Preparing(desk)
    preparing.when_done(lambda: told.append("first"))
    preparing.when_done(lambda: told.append("second"))
    assert told == []
    qtbot.waitUntil(lambda: told == ["first", "second"])
    assert set(PANES) <= sys.modules.keys()


def test_who_comes_later_need_not_wait(desk: QWidget) -> None:
    told: list[str] = []
    Preparing(desk).when_done(lambda: told.append("at once"))
    assert told == ["at once"]


@pytest.mark.usefixtures("unprepared")
def test_an_action_waits_for_what_it_needs(qtbot: QtBot, window: MainWindow) -> None:
    done: list[str] = []
    specs = {spec.name: spec for _title, menu in MENUS for spec in menu}
    window.preparing.act(specs["save"], lambda: done.append("save"))
    window.preparing.act(specs["snapshots"], lambda: done.append("snapshots"))
    assert done == ["save"]
    qtbot.waitUntil(lambda: done == ["save", "snapshots"])
    window.preparing.act(specs["edit_roster"], lambda: done.append("edit_roster"))
    assert done[-1] == "edit_roster"


def test_a_file_waits_for_the_panes(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[object] = []
    monkeypatch.setattr(window.preparing, "when_done", waiting.append)
    window.open_path(Path(resources() / "examples" / "province.txt"))
    qtbot.waitUntil(lambda: bool(waiting))
    assert not window.has_document
    waiting[0]()  # type: ignore[operator]
    assert window.has_document
