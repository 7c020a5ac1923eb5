"""The window from one day to the next: what it offers when empty, what it remembers, and files dropped anywhere on it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QCommandLinkButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetText
from editor.storage import save_project
from editor.ui.application import _begin
from editor.ui.base.settings import Settings
from editor.ui.main_window import MainWindow
from tests.ui.driving import make_window, open_file
from tests.ui.made_up import project


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    """Three drafts."""
    paths = [tmp_path / f"{name}.chengqi" for name in ("甲", "乙", "丙")]
    for path in paths:
        save_project(project("m1", "m2"), path)
    return paths


def offered(window: MainWindow) -> list[str]:
    """What the empty window offers, from top to bottom."""
    return [button.text() for button in window.start_page.findChildren(QCommandLinkButton)]


def recent(window: MainWindow) -> list[str]:
    """The entries of the menu of recent files."""
    menu = window.actions_.menus["recent"]
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_the_empty_window_offers_every_way_to_begin(window: MainWindow) -> None:
    assert offered(window) == [
        "Open a superior plan",
        "Paste a superior plan",
        "Open a draft",
        "Walk through the example",
        "Try the example",
    ]
    for button in window.start_page.findChildren(QCommandLinkButton):
        assert button.isEnabled()
        assert button.isVisible()


def test_recent_files_are_offered_on_the_empty_window_and_in_the_menu(
    qtbot: QtBot, window: MainWindow, drafts: list[Path], tmp_path: Path
) -> None:
    for path in drafts:
        open_file(qtbot, window, path)
    latest_first = [str(path) for path in reversed(drafts)]
    assert recent(window) == latest_first
    later = make_window(qtbot, tmp_path)
    assert offered(later)[-3:] == ["丙.chengqi", "乙.chengqi", "甲.chengqi"]
    button = later.start_page.findChildren(QCommandLinkButton)[-1]
    with qtbot.waitSignal(later.document.opened):
        button.click()
    assert later.document.path == drafts[0]
    assert recent(later)[0] == str(drafts[0])


def test_a_recent_file_that_is_gone_is_not_offered(
    qtbot: QtBot, window: MainWindow, drafts: list[Path]
) -> None:
    for path in drafts[:2]:
        open_file(qtbot, window, path)
    drafts[0].unlink()
    assert recent(window) == [str(drafts[1])]


def test_the_window_starts_with_a_file(qtbot: QtBot, window: MainWindow, drafts: list[Path]) -> None:
    with qtbot.waitSignal(window.document.opened):
        _begin(window, drafts[0])
    assert window.document.path == drafts[0]
    assert window.windowTitle().startswith("甲")


def test_docks_are_where_they_were_left(
    qtbot: QtBot, window: MainWindow, drafts: list[Path], tmp_path: Path
) -> None:
    open_file(qtbot, window, drafts[0])
    docks = window.bench.docks
    docks["marks"].hide()
    docks["matrix"].setFloating(True)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks["coverage"])
    docks["find"].show()
    window.resize(780, 660)
    assert window.close()
    later = make_window(qtbot, tmp_path)
    open_file(qtbot, later, drafts[0])
    docks = later.bench.docks
    assert docks["marks"].isHidden()
    assert docks["matrix"].isFloating()
    assert later.dockWidgetArea(docks["coverage"]) == Qt.DockWidgetArea.RightDockWidgetArea
    assert not docks["find"].isHidden()
    assert later.size() == window.size()
    action = next(
        a for a in later.actions_.menus["panes"].actions() if a.text() == docks["marks"].windowTitle()
    )
    action.trigger()
    assert not docks["marks"].isHidden()


def places_to_drop(window: MainWindow) -> list[QWidget]:
    """Everything in the window that could think a file was meant for it."""
    areas = [area.viewport() for area in window.findChildren(QAbstractScrollArea)]
    parts = (window.menuBar(), window.statusBar(), *window.findChildren(QLineEdit), *areas)
    return [part for part in parts if part.window() is window]


def drop(target: QWidget, path: Path) -> bool:
    """Drop a file on a widget as a file manager does, which says its name as text too; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(path.as_uri())
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *buttons)
    QApplication.sendEvent(target, entering)
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *buttons))
    return entering.isAccepted()


def test_a_file_dropped_on_any_part_of_the_window_is_opened_and_never_written_into_a_field(
    qtbot: QtBot, window: MainWindow, drafts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file(qtbot, window, drafts[0])
    for name in ("notice", "find", "words", "pages", "matrix", "calendar"):
        window.bench.docks[name].show()
        window.bench.docks[name].raise_()
        qtbot.wait(20)
    before = window.document.project
    opened: list[list[Path]] = []
    monkeypatch.setattr(window.groups.opening, "open_paths", opened.append)
    targets = places_to_drop(window)
    assert len(targets) > 40
    for target in targets:
        opened.clear()
        assert drop(target, drafts[1]), target.parent()
        qtbot.waitUntil(lambda: bool(opened))
        assert opened == [[drafts[1]]], target
    assert window.document.project is before
    assert all("file:" not in line.text() for line in window.findChildren(QLineEdit))


def test_what_is_open_is_asked_about_before_a_dropped_draft_takes_its_place(
    qtbot: QtBot, window: MainWindow, drafts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from editor.ui.files import file_gestures

    asked: list[str] = []
    monkeypatch.setattr(file_gestures, "ask_leaving", lambda _window, name: asked.append(name) or "stay")
    open_file(qtbot, window, drafts[0])
    window.document.do(SetText(window.document.project.local.measures[0].id, "改过的正文。"))
    drop(window.bench.local.tree.viewport(), drafts[1])
    qtbot.waitUntil(lambda: bool(asked))
    assert (asked, window.document.path) == (["甲"], drafts[0])


def test_settings_of_one_window_are_those_of_the_next(tmp_path: Path, drafts: list[Path]) -> None:
    Settings(tmp_path / "settings").remember(drafts[2])
    assert Settings(tmp_path / "settings").recent == (drafts[2],)
