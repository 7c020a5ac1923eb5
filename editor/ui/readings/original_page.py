"""The page of the file that the chosen lines stand on, as it is printed, with these lines marked."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.plan.measures import Lines
from editor.ui.readings.page_pictures import PagePictures
from editor.ui.readings.page_sheet import Sheet, SheetArea
from editor.ui.readings.reading_desk import Place
from editor.wording import _

_STEP, _MOST_STEPS = 1.25, 6
"""What one step of zooming makes of the page's width, and how many there are."""
_REDRAW_AFTER = 200
"""Milliseconds without another change of size before a page is drawn finer."""


class OriginalPage(QWidget):
    """Shows one page as wide as there is room, or wider; `line_chosen` tells the line that was clicked on.

    The arrow keys to the sides turn pages, Ctrl and the wheel zoom, all other keys scroll. Pages are drawn only
    while they are seen, as fine as they are shown.
    """

    line_chosen = Signal(int)

    def __init__(self, content: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.pages = 1, 1
        self._zoom = 0
        self._places: Mapping[int, Place] = {}
        self._lines: Lines = (0, -1)
        self.pictures = PagePictures(content, self)
        self.title = QLabel(self)
        self.sheet = Sheet()
        self.area = SheetArea(self.sheet, self)
        self.title.setBuddy(self.area)
        self.setFocusProxy(self.area)
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_AFTER)
        self._arrange()
        self._connect()
        self._name()

    def _arrange(self) -> None:
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self.head)
        layout.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.pictures.changed.connect(self._show)
        self.area.turned.connect(lambda steps: self.turn_to(self.page + steps))
        self.area.zoomed.connect(self.zoom)
        self.area.resized.connect(self._fit)
        self.sheet.clicked.connect(self._choose)
        self._redraw.timeout.connect(self._want)

    def offer(self, action: QAction) -> None:
        """Offer an action on the page, as a button above it."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.toolTip())
        button.setAutoRaise(True)
        self.head.addWidget(button)

    def load(self, places: Mapping[int, Place]) -> None:
        """Tell where the lines stand, and begin with the first page."""
        self._places = places
        self.pages = max((place.page for place in places.values()), default=1)
        self._turn(1)

    def show_lines(self, lines: Lines, at: int | None = None) -> None:
        """Mark lines and turn to the page of the first, or of the one `at`; lines without a place change nothing."""
        place = self._places.get(lines[0] if at is None else at)
        if place is None:
            return
        self._lines = lines
        self._turn(place.page)

    def turn_to(self, page: int) -> None:
        """Show another page, if there is one."""
        if 1 <= page <= self.pages and page != self.page:
            self._turn(page)
            self.area.verticalScrollBar().setValue(0)

    def zoom(self, steps: int) -> None:
        """Show the page larger, or smaller again; 0 fits it into the room there is. What is in the middle stays there."""
        self._zoom = max(0, min(self._zoom + steps, _MOST_STEPS)) if steps else 0
        bars = self.area.horizontalScrollBar(), self.area.verticalScrollBar()
        middles = [(bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep()) for bar in bars]
        self._fit()
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def stop(self) -> None:
        """Wait for no page any more."""
        self._redraw.stop()
        self.pictures.stop()

    @property
    def is_busy(self) -> bool:
        """Whether a page is being drawn, or about to be."""
        return self.pictures.is_busy or self._redraw.isActive()

    @property
    def marked(self) -> tuple[QRectF, ...]:
        """The marked lines of this page, as shares of the page."""
        first, last = self._lines
        found = (self._places.get(line) for line in range(first, last + 1))
        return tuple(_rect(place) for place in found if place is not None and place.page == self.page)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was turned to meanwhile."""
        super().showEvent(event)
        self._turn(self.page)

    def _turn(self, page: int) -> None:
        self.page = page
        self._want()
        self._show()
        self._go_to_marked()

    def _go_to_marked(self) -> None:
        if self.marked:
            self.area.go_to(self.marked[0])

    def _want(self) -> None:
        """Have the page drawn as fine as it is shown, where it is shown at all."""
        if self.isVisible():
            self.pictures.want(self.page, round(self.sheet.width() * self.devicePixelRatioF()))

    def _show(self) -> None:
        """Show what there is of the page, or why there is nothing."""
        self.pages = self.pictures.pages or self.pages
        waiting = _("Drawing page {page} …").format(page=self.page)
        height = self.sheet.height()
        self.sheet.show_page(self.pictures.image(self.page), self.pictures.problem(self.page) or waiting)
        self.sheet.mark(self.marked)
        self._name()
        if self.sheet.height() != height:
            self._go_to_marked()

    def _name(self) -> None:
        title = _("Page {page} of {pages}").format(page=self.page, pages=self.pages)
        self.title.setText(title)
        self.area.setAccessibleDescription(title)

    def _fit(self) -> None:
        self.sheet.set_width(round(self.area.viewport().width() * _STEP**self._zoom))
        self._redraw.start()

    def _choose(self, point: QPointF) -> None:
        """Tell the line at a place; beside a line counts as on it."""
        on_page = {line: _rect(place) for line, place in self._places.items() if place.page == self.page}
        hit = [line for line, rect in on_page.items() if rect.contains(point)]
        beside = [line for line, rect in on_page.items() if rect.top() <= point.y() <= rect.bottom()]
        if hit or beside:
            self.line_chosen.emit((hit or beside)[0])


def _rect(place: Place) -> QRectF:
    left, top, right, bottom = place.box
    return QRectF(left, top, right - left, bottom - top)
