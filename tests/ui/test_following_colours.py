"""The window follows the system from light to dark and back while it runs: it looks as one that was opened so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from build_spec.shots import dark_palette
from editor.comparing import diff
from editor.drafting.commands import SetText
from editor.storage import Recovery
from editor.ui.base.settings import Settings
from editor.ui.base.theme import make_readable
from editor.ui.difference.review_panes import WordingView
from editor.ui.main_window import MainWindow
from editor.ui.readings.original_view import OriginalView
from tests.ui.made_up import project

PANES = ("findings", "coverage", "notice", "doubts", "marks", "matrix", "calendar")


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.palette()
    qapp.setPalette(QPalette())
    make_readable(qapp)
    yield qapp
    qapp.setPalette(before)


def opened(qtbot: QtBot, folder: Path) -> MainWindow:
    window = MainWindow(Settings(folder / "settings"), Recovery(folder / "state"))
    qtbot.addWidget(window, before_close_func=lambda closing: closing.document.forget_changes())
    window.resize(1200, 780)
    window.show()
    window.document.start(project("m1", "m2"))
    measure = window.document.project.local.measures[0]
    window.document.do(SetText(measure.id, "减少材料30件，压缩办理时限。"))
    window.bench.local.tree.go_to(measure.id)
    for pane in window.side_panes.values():
        pane.made()
    settle(qtbot, window)
    return window


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.bench.is_busy)
    QApplication.processEvents()
    if window.focusWidget() is not None:
        window.focusWidget().clearFocus()  # its caret blinks
    QApplication.processEvents()


def pictures(qtbot: QtBot, window: MainWindow) -> dict[str, QImage]:
    """The window with each of its panes in front, and in each view of the difference."""
    taken = {}
    window.bench.difference.shape.setCurrentIndex(0)
    for pane in PANES:
        window.bench.docks[pane].raise_()
        settle(qtbot, window)
        taken[pane] = window.grab().toImage()
    for place in range(3):
        window.bench.difference.shape.setCurrentIndex(place)
        settle(qtbot, window)
        taken[f"difference {place}"] = window.bench.difference.grab().toImage()
    return taken


def differing(first: dict[str, QImage], second: dict[str, QImage]) -> list[str]:
    return [name for name, image in first.items() if image != second[name]]


def test_a_window_that_runs_looks_as_one_opened_in_the_new_colours(
    qtbot: QtBot, application: QApplication, tmp_path: Path
) -> None:
    followed = opened(qtbot, tmp_path / "followed")
    light = pictures(qtbot, followed)
    application.setPalette(dark_palette())
    settle(qtbot, followed)
    dark = pictures(qtbot, followed)
    followed.hide()
    fresh = opened(qtbot, tmp_path / "fresh")
    assert differing(dark, pictures(qtbot, fresh)) == []
    assert len(differing(light, dark)) == len(light)
    fresh.hide()
    followed.show()
    application.setPalette(QPalette())
    settle(qtbot, followed)
    assert differing(light, pictures(qtbot, followed)) == []
    QThreadPool.globalInstance().waitForDone()


def shown_so(view: QWidget) -> QImage:
    view.resize(300, 120)
    view.show()
    view.clearFocus()
    QApplication.processEvents()
    return view.grab().toImage()


def wording() -> WordingView:
    view = WordingView("made up")
    view.show_side(diff("减少材料20件。", "减少材料30件。"), "=+>")
    return view


def original() -> OriginalView:
    view = OriginalView()
    view.setCursorWidth(0)  # it blinks
    view.load((1, 2), ("第一行", "第二行"))
    return view


@pytest.mark.parametrize("make", [wording, original])
def test_texts_of_dialogs_follow_too(qtbot: QtBot, application: QApplication, make: type[QWidget]) -> None:
    followed = make()
    qtbot.addWidget(followed)
    light = shown_so(followed)
    application.setPalette(dark_palette())
    QApplication.processEvents()
    dark = shown_so(followed)
    fresh = make()
    qtbot.addWidget(fresh)
    assert dark == shown_so(fresh)
    assert dark != light
