"""What the window's tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from build_spec.scenes import show_example, wait_for
from editor.storage import Recovery
from editor.ui.base.settings import Settings
from editor.ui.base.threads import wait_for_threads
from editor.ui.main_window import MainWindow
from tests.ui.driving import PatientBot, make_window

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform can't raise windows or grab keys, and says so; everything else Qt warns of fails the test."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, with more patience."""
    return PatientBot(request)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[QWidget]:
    """A widget for dialogs to belong to: they are deleted with it, in this thread, when no other works any more."""
    made = QWidget()
    yield made
    wait_for_threads()
    shiboken6.delete(made)


@pytest.fixture(scope="module")
def example(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """A window on the made-up example, for all tests of a module."""
    folder = tmp_path_factory.mktemp("example")
    made = MainWindow(Settings(folder), Recovery(folder))
    made.show()
    show_example(made)
    wait_for(made)
    yield made
    made.document.forget_changes()
    made.close()
    wait_for_threads()
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """An empty window in front, with settings and a recovery folder of its own."""
    yield make_window(qtbot, tmp_path)
    wait_for_threads()
