"""Where the panes stand at first and when somebody wants them back; on small screens they share one place beside the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar

from editor.ui.base.sizes import room_for, type_scale
from editor.ui.side_docks import SIDE_DOCKS

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow
    from editor.ui.menus import Spec

_SMALLEST = (760, 560)
"""Pixels, with type of the usual size, below which there is no room for panes on three sides."""
_SHARES = {"parents": 23, "difference": 28}
"""Per cent of the window's width."""
_BELOW, _BESIDE, _ENLARGED = 24, 45, 75
"""Per cent of the window: the panes below, those beside on a small screen, and a pane that was enlarged."""
_OUTLINE, _EDITOR = 30, 40
"""Shares of the middle's height."""
_OF_OWNER = {"differences": "difference"}
_ABOUT = {"next_undecided": "parents"}
"""The docks in which the actions of an owner, or single ones, show what they do."""
_Areas = Qt.DockWidgetArea
_AREAS = {"parents": _Areas.LeftDockWidgetArea, "difference": _Areas.RightDockWidgetArea}


def is_small(window: QMainWindow) -> bool:
    """Whether a window has no room for panes on three sides."""
    scale = type_scale()
    return window.width() < _SMALLEST[0] * scale or window.height() < _SMALLEST[1] * scale


def place(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
    """Put the docks that stand elsewhere in their first places."""
    small = is_small(window)
    for dock in docks.values():
        if dock.isFloating():
            dock.setFloating(False)
    first = docks["parents" if small else "findings"]
    _move(window, first, _Areas.LeftDockWidgetArea if small else _Areas.BottomDockWidgetArea)
    for name, dock in docks.items():
        if name in _AREAS and not small:
            _move(window, dock, _AREAS[name])
        elif dock is not first and dock not in window.tabifiedDockWidgets(first):
            window.tabifyDockWidget(first, dock)


def _move(window: QMainWindow, dock: QDockWidget, area: Qt.DockWidgetArea) -> None:
    if window.dockWidgetArea(dock) != area:
        window.addDockWidget(area, dock)


class Arrangement:
    """The places of one window's docks; methods that are in the menus have their actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def begin(self, state: QByteArray | None) -> None:
        """Put the docks where they were when the window was closed last, if they fit on this screen so."""
        window = self._window
        is_restored = state is not None and window.restoreState(state)
        for dock in window.workbench.docks.values():
            if is_restored and dock.isHidden():
                dock.hide()  # says that it is hidden on purpose: the others are shown when there is time
        least = window.minimumSizeHint()
        if not is_restored or least != least.boundedTo(room_for(window)):
            self._settle()

    def arrange(self) -> None:
        """Put all docks in their first places, in their first sizes; those are hidden that were so at first."""
        hidden = {each.name for each in SIDE_DOCKS if not each.is_shown}
        for name, dock in self._window.workbench.docks.items():
            dock.setVisible(name not in hidden)
        self._settle()

    def _settle(self) -> None:
        window = self._window
        place(window, window.workbench.docks)
        for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setElideMode(Qt.TextElideMode.ElideNone)  # arrows lead to tabs that there is no room for
        self._share()
        QTimer.singleShot(0, window, self._share)  # when they stand there

    def _share(self) -> None:
        """Give the panes their first sizes, the findings in front; the superior plans where all share one place."""
        window, docks, small = self._window, self._window.workbench.docks, is_small(self._window)
        shares = {"parents": _BESIDE} if small else _SHARES
        widths = [window.width() * share // 100 for share in shares.values()]
        window.resizeDocks([docks[name] for name in shares], widths, Qt.Orientation.Horizontal)
        height = window.height()
        self._window.workbench.centre.setSizes([height * _OUTLINE // 100, height * _EDITOR // 100])
        if not small:
            window.resizeDocks([docks["findings"]], [height * _BELOW // 100], Qt.Orientation.Vertical)
        docks["parents" if small else "findings"].raise_()

    def enlarge(self) -> None:
        """Give the pane in use most of the window, or its first size again; from the middle, the pane below."""
        dock = self._dock_in_use()
        is_below = self._window.dockWidgetArea(dock) == _Areas.BottomDockWidgetArea
        window, size = self._window.size(), dock.size()
        now, whole = (size.height(), window.height()) if is_below else (size.width(), window.width())
        usual = _BELOW if is_below else _SHARES.get(dock.objectName(), _BESIDE)
        wanted = usual if now * 2 > whole else _ENLARGED
        direction = Qt.Orientation.Vertical if is_below else Qt.Orientation.Horizontal
        self._window.resizeDocks([dock], [whole * wanted // 100], direction)

    def bring_forward(self, spec: Spec) -> None:
        """Bring the pane in front, if it stands behind another, that an action is about."""
        if (name := _ABOUT.get(spec.name) or _OF_OWNER.get(spec.owner)) and self._window.bench is not None:
            dock = self._window.workbench.docks[name]
            if not dock.isHidden() and dock.visibleRegion().isEmpty():
                dock.raise_()

    def _dock_in_use(self) -> QDockWidget:
        """The dock that has the focus, else the one in front among the findings and those behind them."""
        docks, focus = self._window.workbench.docks, QApplication.focusWidget()
        used = (dock for dock in docks.values() if focus is not None and dock.isAncestorOf(focus))
        together = (docks["findings"], *self._window.tabifiedDockWidgets(docks["findings"]))
        in_front = (dock for dock in together if not dock.visibleRegion().isEmpty())
        return next(used, None) or next(in_front, docks["findings"])
