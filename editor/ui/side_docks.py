"""The docks behind the findings whose views are loaded when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from editor.drafting.session import Change
from editor.ui.document import Document
from editor.ui.outline_rows import DETAILS_KEY
from editor.wording import N_, _

if TYPE_CHECKING:
    from editor.ui.workbench import Workbench


FOLLOW_AFTER = 80
"""Milliseconds without a change before a view follows the project."""


class SidePane(QWidget):
    """Stands for its view until that is seen; `entered` tells the block clicked on, `detail_entered` the detail of the notice."""

    entered = Signal(str)
    detail_entered = Signal(str)

    def __init__(self, document: Document, make: Callable[[Document, QWidget], QWidget]) -> None:
        super().__init__()
        self._document, self._make = document, make
        self._block: str | None = None
        self._is_behind = False
        self.view: Any = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FOLLOW_AFTER)
        self._timer.timeout.connect(self.follow)
        document.opened.connect(self._timer.start)
        document.changed.connect(self._follow_soon)

    def _follow_soon(self, _change: Change) -> None:
        """Typing does not wait for the view."""
        self._timer.start()

    def follow(self) -> None:
        """Show the project as it stands, once it is looked at."""
        self._is_behind = not self.isVisible()
        if self.view is not None and self._document.is_open and not self._is_behind:
            self.view.follow(self._document.project)

    def show_block(self, key: str) -> None:
        """Show what is chosen in the outline."""
        self._block = None if key == DETAILS_KEY else key
        if self.view is not None:
            self.view.show_block(self._block)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        if self._is_behind:
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Build the view when the pane is first seen: docks behind others are shown, never painted."""
        super().paintEvent(event)
        if self.view is None:
            QTimer.singleShot(0, self, self._build)

    def made(self) -> Any:
        """The view, built now where it has not been seen yet."""
        self._build()
        return self.view

    def _build(self) -> None:
        if self.view is not None or not self._document.is_open:
            return
        self.view = self._make(self._document, self)
        self.view.entered.connect(self.entered)
        if hasattr(self.view, "detail_entered"):
            self.view.detail_entered.connect(self.detail_entered)
        self._layout.addWidget(self.view)
        self.view.follow(self._document.project)
        self.view.show_block(self._block)


def _pages(document: Document, parent: QWidget) -> QWidget:
    from editor.drafting.commands import SetNotice
    from editor.ui.page_view import PageView

    view = PageView(parent)
    view.layout_wanted.connect(lambda name: document.do(SetNotice("layout", name)))
    return view


def _matrix(document: Document, parent: QWidget) -> QWidget:
    from editor.ui.matrix_view import MatrixView

    return MatrixView(document, parent)


def _calendar(_document: Document, parent: QWidget) -> QWidget:
    from editor.ui.calendar_view import CalendarView

    return CalendarView(parent)


def _find(_document: Document, parent: QWidget) -> QWidget:
    from editor.ui.find_view import FindView

    return FindView(parent)


def _words(document: Document, parent: QWidget) -> QWidget:
    from editor.ui.words_view import WordsView

    return WordsView(document, parent)


class SideDock(NamedTuple):
    """A dock's name, its title, what makes its view, and whether it is there before anybody asks for it.

    The view is a widget with `follow(project)`, `show_block(id or None)` for what is chosen in the outline of the
    local plan, and a signal `entered(str)` for the block clicked on; it may have `detail_entered(str)` for a detail
    of the notice.
    """

    name: str
    title: str
    make: Callable[[Document, QWidget], QWidget]
    is_shown: bool = True


SIDE_DOCKS = (
    SideDock("pages", N_("Page preview"), _pages),
    SideDock("matrix", N_("Assignment matrix"), _matrix),
    SideDock("calendar", N_("Calendar"), _calendar),
    SideDock("find", N_("Find and replace"), _find, is_shown=False),
    SideDock("words", N_("Words from earlier drafts"), _words, is_shown=False),
)


def add_side_docks(window: QMainWindow, document: Document, bench: Workbench) -> dict[str, SidePane]:
    """Put the side docks behind the findings; a click in one goes to the block in the outline, and back."""
    panes = {}
    for name, title, make, is_shown in SIDE_DOCKS:
        pane = panes[name] = SidePane(document, make)
        pane.entered.connect(bench.local.tree.go_to)
        pane.detail_entered.connect(bench.go_to_detail)
        bench.local.chosen.connect(pane.show_block)
        dock = bench.docks[name] = QDockWidget(_(title), window)
        dock.setObjectName(name)
        dock.setWidget(pane)
        window.tabifyDockWidget(bench.docks["findings"], dock)
        dock.setVisible(is_shown)
    bench.docks["findings"].raise_()
    return panes
