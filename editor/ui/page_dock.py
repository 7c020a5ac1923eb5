"""The dock with the page preview; what the preview needs is loaded when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from editor.drafting.session import Change
from editor.ui.document import Document
from editor.ui.outline_rows import DETAILS_KEY
from editor.wording import _

if TYPE_CHECKING:
    from editor.ui.page_view import PageView
    from editor.ui.workbench import Workbench


class PagePane(QWidget):
    """Stands for the page view until that is seen; `entered` tells the block clicked on."""

    entered = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._block: str | None = None
        self.view: PageView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        document.opened.connect(self.follow)
        document.changed.connect(self.follow)

    def follow(self, _change: Change | None = None) -> None:
        """Show the project as it stands."""
        if self.view is not None and self._document.is_open:
            self.view.follow(self._document.project)

    def show_block(self, key: str) -> None:
        """Highlight what is chosen in the outline."""
        self._block = None if key == DETAILS_KEY else key
        if self.view is not None:
            self.view.show_block(self._block)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the view the first time."""
        super().showEvent(event)
        if self.view is None:
            QTimer.singleShot(0, self, self._build)

    def _build(self) -> None:
        if self.view is not None or not self._document.is_open:
            return
        from editor.ui.page_view import PageView

        self.view = PageView(self)
        self.view.entered.connect(self.entered)
        self._layout.addWidget(self.view)
        self.view.follow(self._document.project)
        self.view.show_block(self._block)


def add_page_dock(window: QMainWindow, document: Document, bench: Workbench) -> PagePane:
    """Put the preview behind the other lower docks; a click in it goes to the block in the outline, and back."""
    pane = PagePane(document)
    pane.entered.connect(bench.local.tree.go_to)
    bench.local.chosen.connect(pane.show_block)
    dock = QDockWidget(_("Page preview"), window)
    dock.setObjectName("pages")
    dock.setWidget(pane)
    window.tabifyDockWidget(bench.docks["findings"], dock)
    bench.docks["findings"].raise_()
    bench.docks["pages"] = dock
    return pane
