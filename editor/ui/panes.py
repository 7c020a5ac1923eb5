"""Going from pane to pane by the keyboard: through those in sight, as a draft goes through them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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
    """The list that a pane shows, else what Tab reaches first in it, else itself."""
    lists = (each for each in pane.findChildren(QAbstractItemView) if not isinstance(each, QHeaderView))
    fields = (each for each in _by_tab(pane) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((each for each in (*lists, *fields) if each.isVisible()), pane)


def _by_tab(pane: QWidget) -> Iterator[QWidget]:
    """What is in a pane, as Tab goes through it."""
    at = pane.nextInFocusChain()
    while at is not None and at is not pane:
        if pane.isAncestorOf(at):
            yield at
        at = at.nextInFocusChain()
