"""Several windows in one process, and unsaved work that is looked at before it is recovered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetText
from editor.storage import Recovered, Recovery, save_project
from editor.ui.application import _begin
from editor.ui.base.settings import Settings
from editor.ui.base.threads import wait_for_threads
from editor.ui.files import file_gestures
from editor.ui.files.recovery_dialog import RecoveryDialog
from editor.ui.main_window import MainWindow
from editor.ui.windows import new_window, open_windows, window_showing
from tests.ui.driving import open_file
from tests.ui.made_up import project


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    shown = MainWindow(Settings(tmp_path / "settings"))
    shown.show()
    yield shown
    for other in (*open_windows(), shown):
        other.document.forget_changes()
        other.close()
    wait_for_threads()
    QApplication.processEvents()
    for left in [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]:
        shiboken6.delete(left)  # closing alone keeps those that a test made itself


def stored(folder: Path, name: str, *adopted: str) -> Path:
    path = folder / f"{name}.chengqi"
    save_project(project(*adopted), path)
    return path


def type_something(window: MainWindow, text: str = "改过的正文。") -> None:
    window.document.do(SetText(window.document.project.local.measures[0].id, text))


def test_each_window_has_a_document_of_its_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_file(qtbot, window, stored(tmp_path, "one", "m1"))
    window.actions_.by_name["new_window"].trigger()
    (second,) = (other for other in open_windows() if other is not window)
    assert not second.has_document
    open_file(qtbot, second, stored(tmp_path, "two", "m1", "m2"))
    type_something(second)
    assert (window.isWindowModified(), second.isWindowModified()) == (False, True)
    assert len(window.document.project.local.measures) == 1
    for shown in (window, second):
        shown.filing.keep()
    assert [found.path for found in Recovery().found()] == []  # both windows are still there
    assert sorted(path.name for path in tmp_path.glob(".*.lock")) == [
        ".one.chengqi.lock",
        ".two.chengqi.lock",
    ]


def test_a_project_open_in_another_window_is_shown_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = stored(tmp_path, "one", "m1")
    open_file(qtbot, window, path)
    second = new_window(window.settings)
    second.open_path(path.parent / "." / path.name)
    assert not second.has_document
    assert not second.work.is_busy
    assert window_showing(path) is window
    qtbot.waitUntil(window.isActiveWindow)


def test_one_window_does_not_save_over_the_file_of_another(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stored(tmp_path, "one", "m1")
    open_file(qtbot, window, path)
    second = new_window(window.settings)
    second.document.start(project("m1", "m2"))
    content = path.read_bytes()
    monkeypatch.setattr(
        file_gestures.QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), "")
    )
    assert not second.files.save_as()
    assert "open in another window" in second.messages.text
    assert path.read_bytes() == content


@pytest.mark.parametrize("replaces", [True, False])
def test_a_name_typed_without_its_ending_replaces_nothing_unasked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replaces: bool
) -> None:
    path = stored(tmp_path, "one", "m1")
    content = path.read_bytes()
    window.document.start(project("m1", "m2"))
    monkeypatch.setattr(file_gestures, "ask_replacing", lambda _window, name: replaces and name == path.name)
    monkeypatch.setattr(
        file_gestures.QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), "")
    )
    assert window.files.save_as() is replaces
    assert (path.read_bytes() == content) is not replaces


@pytest.mark.parametrize(("answer", "left"), [("discard", 0), ("stay", 2)])
def test_quitting_closes_all_windows_unless_one_stays(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    monkeypatch.setattr(file_gestures, "ask_leaving", lambda *_: answer)
    second = new_window(window.settings)
    second.document.start(project("m1"))
    type_something(second)
    window.actions_.by_name["quit"].trigger()
    assert len(open_windows()) == left


# Recovery


def crash(window: MainWindow) -> None:
    """What is in the journal when the program is killed."""
    window.filing.keep()
    window.filing.recovery.close()  # as the system does when a program ends


@pytest.fixture
def abandoned(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> tuple[Path, Path]:
    """Two files, each with unsaved work of a window that crashed."""
    paths = stored(tmp_path, "one", "m1", "m2"), stored(tmp_path, "two", "m1")
    for path in paths:
        crashed = MainWindow(window.settings, Recovery())
        crashed.show()
        open_file(qtbot, crashed, path)
        type_something(crashed, f"改过的{path.stem}。")
        crash(crashed)
        crashed.filing.release = crashed.filing.close = lambda: None
        crashed.document.forget_changes()
        crashed.close()
        crashed.filing._give_lock_back()
    return paths


def test_all_unsaved_work_is_offered_and_recovered_side_by_side(
    qtbot: QtBot, window: MainWindow, abandoned: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def recover_all(dialog: RecoveryDialog) -> None:
        while dialog.list.count():
            dialog.recover.click()

    monkeypatch.setattr(RecoveryDialog, "exec", recover_all)
    assert window.offer_recovery()
    shown = open_windows()
    assert {other.document.path for other in shown} == set(abandoned)
    for other in shown:
        stem = other.document.path.stem
        assert other.document.project.local.measures[0].text == f"改过的{stem}。"
        assert other.document.is_changed
        assert other.filing.outside == "same"


def test_a_look_inside_tells_what_differs(
    qtbot: QtBot, window: MainWindow, abandoned: tuple[Path, Path]
) -> None:
    dialog = RecoveryDialog(window.recovery.found(), window)
    qtbot.addWidget(dialog)
    names = [found.path.stem for found in window.recovery.found()]
    dialog.list.setCurrentRow(names.index("one"))
    qtbot.waitUntil(lambda: "reworded" in dialog.inside.toPlainText())
    text = dialog.inside.toPlainText()
    assert str(abandoned[0]) in text
    assert "2 measures" in text
    assert "0 measures added, 0 removed, 1 reworded" in text
    assert "改过的one。" in text
    abandoned[1].unlink()
    dialog.list.setCurrentRow(names.index("two"))
    qtbot.waitUntil(lambda: "can't be read" in dialog.inside.toPlainText())


def test_what_is_discarded_is_gone_and_the_rest_is_offered_again(
    window: MainWindow, abandoned: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Recovered] = []

    def discard_one(dialog: RecoveryDialog) -> None:
        seen.extend(dialog._found)
        dialog.discard.click()
        dialog.reject()

    monkeypatch.setattr(RecoveryDialog, "exec", discard_one)
    assert not window.offer_recovery()
    assert len(seen) == 2
    assert [found.journal for found in window.recovery.found()] == [seen[1].journal]


def test_a_file_given_at_the_start_is_opened_beside_recovered_work(
    qtbot: QtBot,
    window: MainWindow,
    abandoned: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(RecoveryDialog, "exec", lambda dialog: dialog.recover.click())
    third = stored(tmp_path, "three", "m1")
    _begin(window, third)
    qtbot.waitUntil(lambda: window_showing(third) is not None)
    assert len(open_windows()) == 2
