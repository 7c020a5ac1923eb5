"""All windows of the program: a new one, the one that shows a file, closing them all."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from editor.ui.base.settings import Settings
from editor.ui.main_window import MainWindow

_STEP = QPoint(32, 32)
"""How far a new window stands off the one before it, in pixels."""
_kept: dict[int, MainWindow] = {}
"""Windows beyond the first, which nobody else holds."""


def open_windows() -> list[MainWindow]:
    """All windows that are open."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]


def new_window(settings: Settings, beside: MainWindow | None = None) -> MainWindow:
    """One more window, empty, with a recovery journal of its own; it goes when it is closed."""
    window = MainWindow(settings)
    key = id(window)
    _kept[key] = window
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.destroyed.connect(lambda: _kept.pop(key, None))
    if beside is not None:
        window.resize(beside.size())
        window.move(beside.pos() + _STEP)
    window.show()
    return window


def window_showing(path: Path) -> MainWindow | None:
    """The window that has this project file open, None where there is none."""
    place = path.resolve()
    for window in open_windows():
        if window.has_document and (shown := window.document.path) is not None and shown.resolve() == place:
            return window
    return None


def bring_to_front(window: MainWindow) -> None:
    """Show the window before the others, also where it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


class WindowGestures:
    """The actions on windows; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def new_window(self) -> None:
        """Open one more window beside this one."""
        bring_to_front(new_window(self._window.settings, self._window))

    def quit(self) -> None:
        """Close all windows, this one last; ends where one of them stays."""
        others = [window for window in open_windows() if window is not self._window]
        for window in (*others, self._window):
            if not window.close():
                bring_to_front(window)
                return
