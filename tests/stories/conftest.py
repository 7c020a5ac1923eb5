"""What the stories share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.paths import templates
from editor.ui.base.settings import Settings
from editor.ui.base.threads import wait_for_threads
from editor.ui.main_window import MainWindow
from tests.ui.conftest import qtbot as qtbot
from tests.ui.driving import make_window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """An empty window in the made-up county's office."""
    Settings(tmp_path / "settings").remember_profile(templates() / "localities" / "shifan.toml")
    yield make_window(qtbot, tmp_path)
    wait_for_threads()
