"""The sheet that a page is painted on, with the chosen lines marked, and the area it is scrolled in."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from editor.ui.base.theme import veil
from editor.wording import _

_SHAPE = 297 / 210
"""Height over width of a page not drawn yet."""
_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Sheet(QWidget):
    """Paints the page, or words on an empty one, and the ground over the marked lines; `clicked` tells a place in it."""

    clicked = Signal(QPointF)

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.words = ""
        self._shape = _SHAPE
        self._marked: Sequence[QRectF] = ()

    def show_page(self, image: QImage | None, words: str = "") -> None:
        """Show a page, or without one an empty sheet in the shape of the last, with words."""
        self.image, self.words = image, words
        if image is not None:
            self._shape = image.height() / image.width()
            self.set_width(self.width())
        self.update()

    def mark(self, marked: Sequence[QRectF]) -> None:
        """Mark these shares of the page."""
        self._marked = marked
        self.update()

    def set_width(self, width: int) -> None:
        """Be so wide, and as high as the page's shape asks for."""
        self.setFixedSize(width, max(1, round(width * self._shape)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all of it: it is one image."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image is not None:
            painter.drawImage(self.rect(), self.image)
            self._paint_marked(painter)
        else:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
            words = self.rect().adjusted(12, 12, -12, -12)
            painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.words)

    def _paint_marked(self, painter: QPainter) -> None:
        """A ground over each line, and a bar beside it for those who don't see the colour."""
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(colour, 2))
        for share in self._marked:
            rect = QRectF(
                share.x() * self.width(),
                share.y() * self.height(),
                share.width() * self.width(),
                share.height() * self.height(),
            )
            painter.fillRect(rect, veil(self.palette()))
            painter.drawLine(rect.topLeft() - QPointF(4, 0), rect.bottomLeft() - QPointF(4, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell the place below the pointer, as shares of the page."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.position()
            self.clicked.emit(QPointF(place.x() / self.width(), place.y() / self.height()))


class SheetArea(QScrollArea):
    """Scrolls the sheet; tells the pages to be turned, the steps to be zoomed, and its new size."""

    turned = Signal(int)
    zoomed = Signal(int)
    resized = Signal()

    def __init__(self, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Page of the original"))
        self._sheet = sheet
        self.setWidget(sheet)

    def go_to(self, rect: QRectF) -> None:
        """Bring a share of the page to the upper third of what is seen, all of its width where there is room."""
        sheet, seen = self._sheet, self.viewport().size()
        self.verticalScrollBar().setValue(round(rect.top() * sheet.height() - seen.height() / 3))
        self.horizontalScrollBar().setValue(round(rect.center().x() * sheet.width() - seen.width() / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet follows the area's width."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right turn pages."""
        if (steps := _TURNS.get(Qt.Key(event.key()))) is not None and not event.modifiers():
            self.turned.emit(steps)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if steps := event.angleDelta().y():
                self.zoomed.emit(1 if steps > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
