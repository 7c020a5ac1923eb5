"""The sheets of the page view in a frame that scrolls: page by page with the keys, larger and smaller with the wheel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from editor.ui.notice.page_bar import FIT
from editor.ui.notice.page_canvas import GAP, PageCanvas
from editor.wording import _
from editor.writing.pages.pictures import PagePicture

_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_CONTROL = Qt.KeyboardModifier.ControlModifier


class PageArea(QScrollArea):
    """Shows the canvas; `turned` tells the page in sight, `zoom_wanted` a step to larger or smaller sheets."""

    turned = Signal(int)
    zoom_wanted = Signal(int)

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self._fits = False
        self._told: PagePicture | None = None
        self.setWidget(canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(_("Pages of the notice"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def page(self) -> int:
        """The number of the page in sight: the first of which something stands in the pane's upper half."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        places = range(len(self.canvas.pages))
        return next((n + 1 for n in places if self.canvas.sheet(n).bottom() >= middle), len(places))

    def go_to_page(self, number: int) -> None:
        """Bring a page's upper edge into sight."""
        count = len(self.canvas.pages)
        if count:
            place = min(max(number, 1), count) - 1
            self.verticalScrollBar().setValue(self.canvas.sheet(place).top() - GAP)

    def follow_pages(self) -> None:
        """Other pages are shown."""
        if self._fits:
            self._fit()
        self._tell_page()

    def _tell_page(self) -> None:
        """Tell the page in sight, and screen readers what stands on it."""
        pages, number = self.canvas.pages, self.page
        page = pages[number - 1] if 0 < number <= len(pages) else None
        if page is not self._told:
            self._told = page
            self.setAccessibleDescription("\n".join(line.text for line in page.lines) if page else "")
        self.turned.emit(number)

    # Zoom

    def set_zoom(self, zoom: float) -> None:
        """Show sheets of another size; the page in sight stays in sight."""
        page = self.page
        self._fits = zoom == FIT
        if self._fits:
            self._fit()
        else:
            self.canvas.set_zoom(zoom)
        if page > 1:
            self.go_to_page(page)

    def _fit(self) -> None:
        """Make the widest sheet as wide as the pane."""
        widest = max((page.width for page in self.canvas.pages), default=0)
        room = self.viewport().width() - 2 * GAP
        if widest and room > 0:
            self.canvas.set_zoom(room / (widest * self.canvas.scale / self.canvas.zoom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sheets that fit the width go on doing so."""
        super().resizeEvent(event)
        if self._fits:
            self._fit()

    # Keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn pages, Home and End go to the first and the last, Ctrl with + and - zooms."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self.go_to_page(self.page + _TURNS[key])
        elif key == Qt.Key.Key_Home:
            self.go_to_page(1)
        elif key == Qt.Key.Key_End:
            self.go_to_page(len(self.canvas.pages))
        elif key in _ZOOM_KEYS and event.modifiers() & _CONTROL:
            self.zoom_wanted.emit(_ZOOM_KEYS[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & _CONTROL and event.angleDelta().y():
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
