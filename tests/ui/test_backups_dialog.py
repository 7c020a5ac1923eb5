"""Going back to what the file held before it was saved again."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetText
from editor.storage import save_project
from editor.ui.files.backups_dialog import BackupsDialog
from editor.ui.main_window import MainWindow
from tests.ui.driving import act, open_file
from tests.ui.made_up import project


@pytest.fixture
def saved(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window on a file that was saved three times."""
    path = tmp_path / "draft.chengqi"
    save_project(project("m1"), path)
    open_file(qtbot, window, path)
    for text in ("改过一次。", "改过两次。"):
        change(window, text)
        assert window.filing.save(path)
    return window


def change(window: MainWindow, text: str) -> None:
    window.document.do(SetText(window.document.project.local.measures[0].id, text))


def shown(qtbot: QtBot, window: MainWindow) -> BackupsDialog:
    act(window, "earlier_files")
    qtbot.waitUntil(lambda: bool(window.findChildren(BackupsDialog)))
    return window.findChildren(BackupsDialog)[0]


def test_one_goes_back_to_an_earlier_file_and_forth_again(qtbot: QtBot, saved: MainWindow) -> None:
    before = saved.document.project
    dialog = shown(qtbot, saved)
    assert dialog.list.count() == 2
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: "1 reworded" in dialog.inside.toPlainText())
    dialog.recover.click()
    assert not dialog.isVisible()
    assert saved.document.project == project("m1")
    assert saved.document.is_changed
    assert "Go back to an earlier file" in saved.actions_.by_name["undo"].text()
    saved.document.undo()
    assert saved.document.project is before


def test_without_an_earlier_file_it_is_said_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.document.start(project("m1"))
    act(window, "earlier_files")
    assert "never saved" in window.messages.text
    assert window.filing.save(tmp_path / "new.chengqi")
    act(window, "earlier_files")
    qtbot.waitUntil(lambda: "no earlier file" in window.messages.text)


def test_one_that_is_damaged_is_left_out(qtbot: QtBot, saved: MainWindow, tmp_path: Path) -> None:
    newest = sorted(tmp_path.glob("*.bak"))[-1]
    newest.write_bytes(b"PK\3\4 spoilt")
    assert shown(qtbot, saved).list.count() == 1
