"""Going from pane to pane by the keyboard: through those in sight, as a draft goes through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QWidget

if TYPE_CHECKING:
    from editor.ui.workbench import Workbench


def in_sight(bench: Workbench) -> list[QWidget]:
    """The superior plans, the outline, the editor, then the other docks that stand behind none."""
    docks = {name: dock for name, dock in bench.docks.items() if not dock.visibleRegion().isEmpty()}
    first = [docks.pop("parents")] if "parents" in docks else []
    return [*first, bench.local, bench.editors, *docks.values()]


def go_on(bench: Workbench, by: int) -> None:
    """Give the focus to the pane so many further on, round at the ends; to the first from nowhere."""
    panes, focus = in_sight(bench), QApplication.focusWidget()
    here = (place for place, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus))
    place = next(here, None)
    _enter(bench, panes[0 if place is None else (place + by) % len(panes)])


def _enter(bench: Workbench, pane: QWidget) -> None:
    if pane is bench.editors:
        bench.editors.edit()
    elif pane is bench.local:
        bench.local.tree.setFocus()
    elif pane is bench.docks["difference"]:
        bench.difference.view.setFocus()
    else:
        _first_field(pane).setFocus()


def _first_field(pane: QWidget) -> QWidget:
    """The list that a pane shows, else the field that one reads first in it, else itself.

    Qt is not asked for the chain of the tab key: PySide takes each widget in it for the owner of the next, so that the
    whole window would be given up with the first of them that goes.
    """
    lists = (each for each in pane.findChildren(QAbstractItemView) if not isinstance(each, QHeaderView))
    fields = (each for each in _as_read(pane) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((each for each in (*lists, *fields) if each.isVisible()), pane)


def _as_read(pane: QWidget) -> list[QWidget]:
    """What is in a pane, line by line."""

    def place(each: QWidget) -> tuple[int, int]:
        corner = each.mapTo(pane, QPoint(0, 0))
        return corner.y(), corner.x()

    return sorted(pane.findChildren(QWidget), key=place)
