"""Other programs and folders that can't be written to: what changes outside is noticed, and never overwritten unasked."""

import os
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetText
from editor.errors import ProjectProblem
from editor.storage import Holder, load_project, save_project
from editor.storage.backups import backups_of
from editor.ui.files import file_gestures, filing, opening_gestures
from editor.ui.main_window import MainWindow
from tests.ui.driving import open_file
from tests.ui.made_up import project


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "draft.chengqi"
    save_project(project("m1", "m2"), path)
    return path


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow, stored: Path) -> MainWindow:
    open_file(qtbot, window, stored)
    return window


def come_back(window: MainWindow) -> None:
    """The clerk was in another program and comes back to the window."""
    window.activateWindow()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def type_something(window: MainWindow) -> None:
    window.document.do(SetText(window.document.project.local.measures[0].id, "改过的正文。"))


def button(window: MainWindow, wording: str) -> QPushButton:
    return next(b for b in window.messages.findChildren(QPushButton) if b.text() == wording)


def test_a_change_outside_is_told_and_loaded_again(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    save_project(project("m1", "m2", "m3"), stored)
    with qtbot.waitSignal(window.filing.found_outside) as found:
        come_back(window)
    assert found.args == ["changed"]
    assert "Another program has changed “draft.chengqi”" in window.messages.text
    with qtbot.waitSignal(window.document.opened):
        button(window, "Load it again").click()
    assert len(window.document.project.local.measures) == 3
    assert window.filing.outside == "same"
    assert not window.document.is_read_only


def test_it_is_told_once(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    told: list[str] = []
    window.filing.found_outside.connect(told.append)
    save_project(project("m1"), stored)
    for _time in range(3):
        come_back(window)
        qtbot.waitUntil(lambda: not window.filing.is_looking)
    assert told == ["changed"]


def test_a_file_only_touched_is_not_changed(window: MainWindow, stored: Path) -> None:
    os.utime(stored, (1, 1))
    assert window.filing.outside == "same"


def test_a_removed_file_is_told_and_written_again(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    stored.unlink()
    with qtbot.waitSignal(window.filing.found_outside):
        come_back(window)
    assert "moved or removed" in window.messages.text
    window.actions_.by_name["save"].trigger()
    assert load_project(stored) == window.document.project


@pytest.mark.parametrize("answer", ["stay", "replace", "save_as"])
def test_saving_asks_before_it_replaces_what_was_changed_outside(
    window: MainWindow, stored: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str
) -> None:
    other, asked = tmp_path / "other.chengqi", []
    monkeypatch.setattr(file_gestures, "ask_outside", lambda _w, name: asked.append(name) or answer)
    dialog = file_gestures.QFileDialog
    monkeypatch.setattr(dialog, "getSaveFileName", lambda *_: (str(other), ""))
    theirs = project("m1")
    save_project(theirs, stored)
    type_something(window)
    assert window.files.save() is (answer != "stay")
    assert asked == ["draft.chengqi"]
    ours = {"stay": None, "replace": stored, "save_as": other}[answer]
    if ours is not None:
        assert load_project(ours) == window.document.project
    if answer == "replace":
        assert load_project(backups_of(stored)[0]) == theirs
    else:
        assert load_project(stored) == theirs


def test_saving_again_asks_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_gestures, "ask_outside", lambda *_: pytest.fail("asked"))
    type_something(window)
    assert window.files.save()
    window.document.undo()
    assert window.files.save()


def test_in_a_folder_without_a_lock_a_project_is_open_for_reading(
    qtbot: QtBot, window: MainWindow, stored: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_path: Path, _force: bool = False) -> None:
        raise ProjectProblem(
            "“share” can't be written to (Read-only file system); open the project read-only."
        )

    with monkeypatch.context() as shared:
        shared.setattr(filing, "take_lock", refuse)
        open_file(qtbot, window, stored)
    assert window.document.is_read_only
    assert "can't be written to" in window.messages.text
    assert window.filing.outside == "same"
    saved = tmp_path / "mine.chengqi"
    assert window.filing.save(saved)
    assert not window.document.is_read_only
    type_something(window)
    assert window.document.is_changed


def test_a_write_protected_file_is_open_for_reading(
    qtbot: QtBot, window: MainWindow, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != stored)
    open_file(qtbot, window, stored)
    assert window.document.is_read_only
    assert "write-protected" in window.messages.text
    assert not list(stored.parent.glob(".*.lock"))


@pytest.mark.parametrize("answer", ["nothing", "read_only", "take_over"])
def test_a_lock_left_by_another_computer_can_be_taken_over(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    path, asked = tmp_path / "theirs.chengqi", []
    save_project(project("m1"), path)
    holder = Holder(name="李四", host="another-computer", pid=1, since="2026-03-01T09:30:00")
    lock = path.with_name(f".{path.name}.lock")
    lock.write_bytes(msgspec.json.encode(holder))
    monkeypatch.setattr(opening_gestures, "ask_locked", lambda _w, message: asked.append(message) or answer)
    window.open_path(path)
    qtbot.waitUntil(lambda: not window.work.is_busy)
    assert "李四 on another-computer since 2026-03-01 09:30:00" in asked[0]
    assert (window.document.path == path) is (answer != "nothing")
    if answer != "nothing":
        assert window.document.is_read_only is (answer == "read_only")
    assert ("李四".encode() in lock.read_bytes()) is (answer != "take_over")
