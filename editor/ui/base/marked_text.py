"""A text that is only read, with boxes around figures and second lines at what was moved."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTextEdit, QWidget

_LEAST_LINES = 3
"""How low it may become where the screen is low."""


class Stretch(NamedTuple):
    """From where to where in the view's document something stands, and the number of what it is part of."""

    start: int
    end: int
    number: int


class MarkedText(QTextEdit):
    """Draws what a text format can't say; only what is in sight is looked at."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setMinimumHeight(_LEAST_LINES * self.fontMetrics().height())
        self.figures: list[Stretch] = []
        self.moved: list[Stretch] = []
        """Numbered 0 where it was moved away, 1 where it was moved to."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then a box around every figure and a second line at everything moved."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        for figure in self._in_sight(self.figures):
            for box in self._boxes(figure):
                painter.drawRect(box)
        for stretch in self._in_sight(self.moved):
            for box in self._boxes(stretch):
                height = int(box.bottom() if stretch.number else box.center().y() - 3)
                painter.drawLine(int(box.left()), height, int(box.right()), height)
        painter.end()

    def _in_sight(self, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
        if not stretches:
            return
        first = self.cursorForPosition(QPoint(0, 0)).position()
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).position()
        yield from (stretch for stretch in stretches if stretch.start <= last and first <= stretch.end)

    def _boxes(self, stretch: Stretch) -> Iterator[QRectF]:
        """The rectangles of a stretch, one for each line it stands on."""
        block = self.document().findBlock(stretch.start)
        while block.isValid() and block.position() < stretch.end:
            layout, start = block.layout(), stretch.start - block.position()
            end = min(stretch.end - block.position(), block.length() - 1)
            corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
            corner -= layout.boundingRect().topLeft()
            corner -= QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            number = layout.lineForTextPosition(max(start, 0)).lineNumber()
            while 0 <= number < layout.lineCount() and (line := layout.lineAt(number)).textStart() < end:
                first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if first < last:
                    left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                    yield QRectF(left, line.y(), right - left, line.height() - 1).translated(corner)
                number += 1
            block = block.next()


def _x(found: object) -> float:
    """The place that Qt gives back, alone or with the cursor's."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
