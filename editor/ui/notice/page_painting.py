"""Pages painted: on the screen, on paper, into a PDF."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editor.ui.base.fonts import Fonts
from editor.writing.pages.pictures import Line, PagePicture, Rule

UNITS_PER_MM = 720 / 25.4
"""Tenths of a point in a millimetre: what is painted is counted in them."""
_TAB = "\t"


def paint_page(painter: QPainter, page: PagePicture, fonts: Fonts) -> None:
    """Paint lines and rules of a page; the painter counts in tenths of a point from the page's upper left corner."""
    for rule in page.rules:
        _paint_rule(painter, rule)
    for line in page.lines:
        _paint_line(painter, line, fonts)


def rect_of(line: Line) -> QRectF:
    """The box of a line, in tenths of a point."""
    corner = QPointF(line.left, line.top) * UNITS_PER_MM
    return QRectF(corner, QPointF(line.right, line.bottom) * UNITS_PER_MM)


def _paint_rule(painter: QPainter, rule: Rule) -> None:
    pen = QPen(QColor(f"#{rule.colour}"), rule.thickness * UNITS_PER_MM)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    start, end = QPointF(rule.left, rule.top), QPointF(rule.right, rule.bottom)
    painter.drawLine(QLineF(start * UNITS_PER_MM, end * UNITS_PER_MM))


def _paint_line(painter: QPainter, line: Line, fonts: Fonts) -> None:
    painter.save()
    if line.is_turned:
        painter.translate(line.baseline * UNITS_PER_MM, 0)
        painter.rotate(90)
    baseline = 0.0 if line.is_turned else line.baseline
    for piece in line.pieces:
        if piece.text == _TAB:
            continue
        painter.setPen(QColor(f"#{piece.face.colour}"))
        painter.setFont(fonts.font(piece.face, piece.is_latin, piece.spacing))
        painter.drawText(QPointF(piece.x, baseline) * UNITS_PER_MM, piece.text)
    painter.restore()
