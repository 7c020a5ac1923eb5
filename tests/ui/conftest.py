"""What the window's tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.base.threads import wait_for_threads
from editor.ui.main_window import MainWindow
from tests.ui.driving import make_window

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform can't raise windows or grab keys, and says so; everything else Qt warns of fails the test."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[QWidget]:
    """A widget for dialogs to belong to: they are deleted with it, in this thread, when no other works any more."""
    made = QWidget()
    yield made
    wait_for_threads()
    shiboken6.delete(made)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """An empty window in front, with settings and a recovery folder of its own."""
    yield make_window(qtbot, tmp_path)
    wait_for_threads()
