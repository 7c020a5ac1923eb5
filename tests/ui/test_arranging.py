"""Where the panes stand: on three sides, in one place on small screens, as they were when the window was closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from editor.storage import Recovery
from editor.ui.base.settings import Settings
from editor.ui.base.sizes import set_type_size
from editor.ui.main_window import MainWindow
from tests.ui.made_up import project

AREAS = Qt.DockWidgetArea
SMALLEST_SCREEN = (683, 384)
"""Pixels of a screen of 1366 x 768 where everything is drawn twice as large."""


def shown(qtbot: QtBot, folder: Path, width: int, height: int) -> MainWindow:
    window = MainWindow(Settings(folder / "settings"), Recovery(folder / "state"))
    qtbot.addWidget(window, before_close_func=lambda closing: closing.document.forget_changes())
    window.resize(width, height)
    window.show()
    window.document.start(project("m1", "m2"))
    QApplication.processEvents()
    return window


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield shown(qtbot, tmp_path, 1366, 768)
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def small(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield shown(qtbot, tmp_path, *SMALLEST_SCREEN)
    QThreadPool.globalInstance().waitForDone()


def areas(window: MainWindow) -> dict[str, Qt.DockWidgetArea]:
    return {name: window.dockWidgetArea(dock) for name, dock in window.workbench.docks.items()}


def is_in_front(window: MainWindow, name: str) -> bool:
    return not window.workbench.docks[name].visibleRegion().isEmpty()


def show_all(window: MainWindow) -> None:
    """Build every pane, those too that nobody has asked for, with every button that may appear."""
    for pane in window.side_panes.values():
        pane.made()
    for dock in window.workbench.docks.values():
        dock.show()
        QApplication.processEvents()  # a clerk shows one after the other, too
    window.workbench.local.bar.choose("no_unit")
    QApplication.processEvents()


def test_panes_stand_on_three_sides(large: MainWindow) -> None:
    found = areas(large)
    assert found.pop("parents") == AREAS.LeftDockWidgetArea
    assert found.pop("difference") == AREAS.RightDockWidgetArea
    assert set(found.values()) == {AREAS.BottomDockWidgetArea}
    assert is_in_front(large, "findings")
    assert [name for name, dock in large.workbench.docks.items() if dock.isHidden()] == ["find", "words"]


def test_on_a_small_screen_panes_share_one_place(small: MainWindow) -> None:
    assert set(areas(small).values()) == {AREAS.LeftDockWidgetArea}
    assert is_in_front(small, "parents")
    bars = small.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert all(bar.elideMode() == Qt.TextElideMode.ElideNone for bar in bars)


def test_the_window_fits_a_small_screen_with_all_panes(small: MainWindow) -> None:
    show_all(small)
    assert (small.width(), small.height()) == SMALLEST_SCREEN


def test_the_window_fits_a_screen_with_type_twice_as_large(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    set_type_size(qapp, 200)
    try:
        window = shown(qtbot, tmp_path, 1366, 728)
        show_all(window)
        assert (window.width(), window.height()) == (1366, 728)
        QThreadPool.globalInstance().waitForDone()
    finally:
        set_type_size(qapp, 100)


def test_what_an_action_is_about_comes_in_front(small: MainWindow) -> None:
    for action, pane in (
        ("next_difference", "difference"),
        ("next_issue", "findings"),
        ("next_undecided", "parents"),
    ):
        small.actions_.by_name[action].trigger()
        QApplication.processEvents()
        assert is_in_front(small, pane), action


def test_a_question_comes_into_sight(qtbot: QtBot, small: MainWindow) -> None:
    bench = small.workbench
    bench.local.tree.go_to(small.document.project.local.measures[0].id)
    measure = bench.editors.measure
    measure.units["lead_units"].unknown.emit("民生服务局")
    last = measure.question.buttons[-1]
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


def test_a_pane_is_enlarged_and_gets_its_size_back(large: MainWindow) -> None:
    dock = large.workbench.docks["findings"]
    large.workbench.findings.tree.setFocus()
    before = dock.height()
    large.actions_.by_name["enlarge"].trigger()
    QApplication.processEvents()
    assert dock.height() > large.height() // 2
    large.actions_.by_name["enlarge"].trigger()
    QApplication.processEvents()
    assert abs(dock.height() - before) < 20


def test_panes_come_back_to_their_places(large: MainWindow) -> None:
    before = areas(large)
    docks = large.workbench.docks
    docks["parents"].close()
    docks["coverage"].setFloating(True)
    large.addDockWidget(AREAS.TopDockWidgetArea, docks["difference"])
    large.actions_.by_name["arrange"].trigger()
    QApplication.processEvents()
    assert areas(large) == before
    assert not docks["parents"].isHidden()
    assert not docks["coverage"].isFloating()


def test_panes_are_where_they_were_when_the_window_was_closed(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, tmp_path, 1300, 760)
    window.addDockWidget(AREAS.LeftDockWidgetArea, window.workbench.docks["coverage"])
    window.workbench.docks["notice"].close()
    window.document.forget_changes()
    window.close()
    again = shown(qtbot, tmp_path, 1300, 760)
    assert areas(again)["coverage"] == AREAS.LeftDockWidgetArea
    assert again.workbench.docks["notice"].isHidden()
    QThreadPool.globalInstance().waitForDone()
