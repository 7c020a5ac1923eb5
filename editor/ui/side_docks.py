"""The docks behind the findings whose views are loaded when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from editor.drafting.session import Change
from editor.ui.base.document import Document
from editor.ui.base.outline_rows import DETAILS_KEY
from editor.ui.base.threads import load_rooms
from editor.ui.base.worker import Newest, raise_again
from editor.wording import N_, _

if TYPE_CHECKING:
    from editor.ui.workbench import Workbench


FOLLOW_AFTER = 80
"""Milliseconds without a change before a view follows the project."""
_FOLLOW_WITH_PAGES_AFTER = 150
"""The same for a view that costs much: more than there is between two keys of who types."""


class SidePane(QWidget):
    """Stands for its view until that is seen; `entered` tells the block clicked on, `detail_entered` the detail of the notice."""

    entered = Signal(str)
    detail_entered = Signal(str)

    def __init__(self, document: Document, dock: SideDock) -> None:
        super().__init__()
        self._document, self._dock = document, dock
        self._block: str | None = None
        self._is_behind = False
        self.view: Any = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._timer = QTimer(self, singleShot=True, interval=dock.follows_after)
        self._timer.timeout.connect(self.follow)
        self._loader = Newest(self)
        self._loader.answered.connect(self._build)
        self._loader.failed.connect(raise_again)
        document.opened.connect(self._timer.start)
        document.changed.connect(self._follow_soon)

    def _follow_soon(self, _change: Change) -> None:
        """Typing does not wait for the view."""
        self._timer.start()

    def follow(self) -> None:
        """Show the project as it stands, once it is looked at."""
        self._is_behind = not self.isVisible()
        if self.view is not None and self._document.is_open and not self._is_behind:
            self._show("follow", self._document.project)

    def show_block(self, key: str) -> None:
        """Show what is chosen in the outline."""
        self._block = None if key == DETAILS_KEY else key
        if self.view is not None:
            self._show("show_block", self._block)

    def _show(self, name: str, value: object) -> None:
        """Call the view's method with this name, if it has one."""
        if show := getattr(self.view, name, None):
            show(value)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        if self._is_behind:
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Build the view when the pane is first seen: docks behind others are shown, never painted.

        A thread loads the packages that it needs before; the window's would be kept busy too long by them.
        """
        super().paintEvent(event)
        if self.view is None and self._document.is_open and not self._loader.is_busy:
            self._loader.ask(load_rooms, *self._dock.rooms)

    def made(self) -> Any:
        """The view, built now where it has not been seen yet."""
        self._build()
        return self.view

    def _build(self, _loaded: object = None) -> None:
        if self.view is not None or not self._document.is_open:
            return
        self.view = self._dock.make(self._document, self)
        for name, signal in (("entered", self.entered), ("detail_entered", self.detail_entered)):
            if told := getattr(self.view, name, None):
                told.connect(signal)
        self._layout.addWidget(self.view)
        self._show("follow", self._document.project)
        self._show("show_block", self._block)


def _notice(document: Document, parent: QWidget) -> QWidget:
    from editor.ui.notice.notice_form import NoticeForm

    return NoticeForm(document, parent)


def _pages(document: Document, parent: QWidget) -> QWidget:
    from editor.drafting.commands import SetNotice
    from editor.ui.notice.page_view import PageView

    view = PageView(parent)
    view.layout_wanted.connect(lambda name: document.do(SetNotice("layout", name)))
    return view


def _matrix(document: Document, parent: QWidget) -> QWidget:
    from editor.ui.assigning.matrix_view import MatrixView

    return MatrixView(document, parent)


def _calendar(_document: Document, parent: QWidget) -> QWidget:
    from editor.ui.assigning.calendar_view import CalendarView

    return CalendarView(parent)


def _find(_document: Document, parent: QWidget) -> QWidget:
    from editor.ui.finding.find_view import FindView

    return FindView(parent)


def _words(document: Document, parent: QWidget) -> QWidget:
    from editor.ui.finding.words_view import WordsView

    return WordsView(document, parent)


class SideDock(NamedTuple):
    """A dock's name, its title, what makes its view, and whether it is there before anybody asks for it.

    `rooms` are the packages that the view needs, `follows_after` the milliseconds without a change before it follows.

    The view is a widget that may have `follow(project)`, `show_block(id or None)` for what is chosen in the outline of
    the local plan, and signals `entered(str)` for the block clicked on, `detail_entered(str)` for a detail of the notice.
    """

    name: str
    title: str
    make: Callable[[Document, QWidget], QWidget]
    is_shown: bool = True
    rooms: tuple[str, ...] = ()
    follows_after: int = FOLLOW_AFTER


SIDE_DOCKS = (
    SideDock("notice", N_("Notice details"), _notice),
    SideDock(
        "pages",
        N_("Page preview"),
        _pages,
        rooms=("editor.writing",),
        follows_after=_FOLLOW_WITH_PAGES_AFTER,
    ),
    SideDock("matrix", N_("Assignment matrix"), _matrix),
    SideDock("calendar", N_("Calendar"), _calendar),
    SideDock("find", N_("Find and replace"), _find, is_shown=False),
    SideDock("words", N_("Words from earlier drafts"), _words, is_shown=False),
)


def add_side_docks(window: QMainWindow, document: Document, bench: Workbench) -> dict[str, SidePane]:
    """Put the side docks behind the findings; a click in one goes to the block in the outline, and back."""
    panes = {}
    for each in SIDE_DOCKS:
        pane = panes[each.name] = SidePane(document, each)
        pane.entered.connect(bench.local.tree.go_to)
        pane.detail_entered.connect(bench.go_to_detail)
        bench.local.chosen.connect(pane.show_block)
        dock = bench.docks[each.name] = QDockWidget(_(each.title), window)
        dock.setObjectName(each.name)
        dock.setWidget(pane)
        window.tabifyDockWidget(bench.docks["findings"], dock)
        dock.setVisible(each.is_shown)
    bench.docks["findings"].raise_()
    return panes
