"""What tests do with a window, as a clerk at the keyboard does."""

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from editor.storage import Recovery
from editor.ui.base.settings import Settings
from editor.ui.main_window import MainWindow

PATIENCE = 60_000
"""Milliseconds to wait for anything on a busy machine."""


class PatientBot(QtBot):
    """Waits for what comes in the end, however busy the machine is."""

    def waitUntil(self, *conditions: Any, timeout: int = PATIENCE) -> None:
        """Wait until a condition holds."""
        super().waitUntil(*conditions, timeout=timeout)

    def waitSignal(self, *signals: Any, timeout: int = PATIENCE, **how: Any) -> Any:
        """Wait for a signal, as a context."""
        return super().waitSignal(*signals, timeout=timeout, **how)


def make_window(qtbot: QtBot, folder: Path) -> MainWindow:
    """An empty window in front, with settings and a recovery folder of its own."""
    made = MainWindow(Settings(folder / "settings"), Recovery(folder / "state"))
    qtbot.addWidget(made, before_close_func=lambda closing: closing.document.forget_changes())
    made.show()
    made.activateWindow()
    return made


def open_file(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Open a file, and wait until it is there."""
    with qtbot.waitSignal(window.document.opened):
        window.open_path(path)


def act(window: MainWindow, name: str) -> None:
    """Choose an action of the menus."""
    window.actions_.by_name[name].trigger()


def answered(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything is computed that the panes show."""
    qtbot.waitUntil(lambda: not window.bench.is_busy)
