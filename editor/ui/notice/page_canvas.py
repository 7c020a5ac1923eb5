"""The sheets of the page view, one below the other, as large as the zoom says."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor.ui.base.fonts import Fonts
from editor.ui.base.theme import PAPER, veil
from editor.ui.notice.page_painting import UNITS_PER_MM, paint_page, rect_of
from editor.wording import _
from editor.writing.pages.pictures import Line, PagePicture

GAP = 12
"""Pixels around the sheets."""
_INCHES_PER_MM = 1 / 25.4


class PageCanvas(QWidget):
    """Paints only the sheets that are seen; `clicked` tells the line below the pointer."""

    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages of the notice"))
        self.pages: tuple[PagePicture, ...] = ()
        self.fonts = Fonts({})
        self.block: str | None = None
        self.zoom = 1.0

    def show_pages(self, pages: tuple[PagePicture, ...], fonts: Fonts) -> None:
        """Show other pages in the same place."""
        self.pages, self.fonts = pages, fonts
        self._resize()

    def show_block(self, block: str | None) -> None:
        """Highlight the lines of one block."""
        self.block = block
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Show the sheets `zoom` times as large as on paper."""
        self.zoom = zoom
        self._resize()

    @property
    def scale(self) -> float:
        """Pixels in a millimetre."""
        return self.zoom * self.logicalDpiX() * _INCHES_PER_MM

    def sheet(self, place: int) -> QRect:
        """Where a page lies."""
        top = GAP + sum(round(page.height * self.scale) + GAP for page in self.pages[:place])
        page = self.pages[place]
        return QRect(GAP, top, round(page.width * self.scale), round(page.height * self.scale))

    def place_of(self, block: str) -> QRect | None:
        """Where the first line of a block is, None where it is on no page."""
        for place, page in enumerate(self.pages):
            for line in page.lines:
                if line.block == block:
                    return self._on_screen(place, line)
        return None

    def _on_screen(self, place: int, line: Line) -> QRect:
        sheet, units = self.sheet(place), rect_of(line)
        corner = QPointF(sheet.topLeft()) + units.topLeft() / UNITS_PER_MM * self.scale
        return QRectF(corner, units.size() / UNITS_PER_MM * self.scale).toAlignedRect()

    def _resize(self) -> None:
        wide = max((self.sheet(place).width() for place in range(len(self.pages))), default=0)
        high = self.sheet(len(self.pages) - 1).bottom() if self.pages else 0
        self.setFixedSize(QSize(wide + 2 * GAP, high + GAP))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets that the region asked for shows."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for place, page in enumerate(self.pages):
            sheet = self.sheet(place)
            if sheet.intersects(event.rect()):
                self._paint_sheet(painter, page, sheet)

    def _paint_sheet(self, painter: QPainter, page: PagePicture, sheet: QRect) -> None:
        painter.save()
        painter.fillRect(sheet, PAPER)
        painter.translate(sheet.topLeft())
        painter.scale(self.scale / UNITS_PER_MM, self.scale / UNITS_PER_MM)
        for rect in self._highlighted(page.lines):
            painter.fillRect(rect, veil(self.palette()))
        paint_page(painter, page, self.fonts)
        painter.restore()

    def _highlighted(self, lines: Sequence[Line]) -> list[QRectF]:
        return [rect_of(line) for line in lines if self.block is not None and line.block == self.block]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell the line below the pointer."""
        line = self.line_at(event.position())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(line)

    def line_at(self, point: QPointF) -> Line | None:
        """The line at a place of the canvas, None where there is none."""
        for place, page in enumerate(self.pages):
            sheet = self.sheet(place)
            if sheet.contains(point.toPoint()):
                there = (point - QPointF(sheet.topLeft())) / self.scale * UNITS_PER_MM
                return next((line for line in page.lines if line.kind and _hits(line, there)), None)
        return None


def _hits(line: Line, place: QPointF) -> bool:
    """Whether a place is on the height of a line; beside short lines counts too."""
    box = rect_of(line)
    return box.top() <= place.y() < box.bottom()
