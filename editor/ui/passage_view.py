"""Views of a difference: inserted underlined, deleted struck through, moved doubly so, figures bold in boxes."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from editor.ui.differing import Difference, Passage, visible
from editor.ui.theme import VERDICT_MARKS, figure_format, passage_format, sign_format


class Stretch(NamedTuple):
    """From where to where in the view's document something stands, and the number of what it is part of."""

    start: int
    end: int
    number: int


class PassageView(QTextEdit):
    """Shows a difference as one text; its places can be gone through and chosen."""

    place_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self._figures: list[Stretch] = []
        self._moved: list[Stretch] = []
        self._places: list[Stretch] = []
        self.cursorPositionChanged.connect(self.place_chosen)

    def show_difference(self, difference: Difference, hidden: frozenset[int] = frozenset()) -> None:
        """Write the difference without the hidden edits; the scroll position and the place chosen stay."""
        scroll, chosen = self.verticalScrollBar().value(), self.chosen
        self._figures, self._moved, self._places = [], [], []
        was_blocked = self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # laid out once, at the end
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._write(cursor, difference, hidden)
        cursor.endEditBlock()
        self.blockSignals(was_blocked)
        if chosen is not None and chosen in self.numbers:
            self.choose(chosen)
        self.verticalScrollBar().setValue(scroll)

    def _write(self, cursor: QTextCursor, difference: Difference, hidden: frozenset[int]) -> None:
        """Write both wordings in one text; other views write them in columns."""
        self._write_passages(cursor, visible(difference.passages, hidden), difference)

    def _write_passages(
        self, cursor: QTextCursor, passages: Iterable[Passage], difference: Difference
    ) -> None:
        """Write passages one after the other, behind the last of an edit the sign of a reviewer's mark."""
        edit = -1
        for passage in passages:
            if passage.edit != edit:
                self._write_sign(cursor, difference, edit)
                edit = passage.edit
            form = figure_format if passage.is_figure else passage_format
            start = cursor.position()
            cursor.insertText(passage.text, form(passage.op, self.palette()))
            if passage.is_figure:
                self._figures.append(Stretch(start, cursor.position(), 0))
            if passage.op in "<>":
                self._moved.append(Stretch(start, cursor.position(), "<>".index(passage.op)))
            if passage.edit >= 0:
                self._add_place(start, cursor.position(), passage.edit)
        self._write_sign(cursor, difference, edit)

    def _write_sign(self, cursor: QTextCursor, difference: Difference, edit: int) -> None:
        mark = difference.mark_of(edit) if 0 <= edit < len(difference.edits) else None
        if mark is not None:
            cursor.insertText(VERDICT_MARKS[mark.verdict], sign_format(self.palette()))

    def _add_place(self, start: int, end: int, number: int) -> None:
        last = self._places[-1] if self._places else None
        if last and last.end == start and last.number == number:
            self._places[-1] = last._replace(end=end)
        else:
            self._places.append(Stretch(start, end, number))

    # Going through

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the places shown, in order."""
        return tuple(sorted({place.number for place in self._places}))

    @property
    def chosen(self) -> int | None:
        """The number of the place that is selected or holds the caret."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        inside = (p.number for p in self._places if p.start <= start and end <= p.end and start < p.end)
        return next(inside, None)

    def choose(self, number: int) -> None:
        """Select a place and bring it into view."""
        place = next((place for place in self._places if place.number == number), None)
        if place is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go(self, direction: int) -> None:
        """Choose the next (1) or previous (-1) place, from the other end where there is no further one."""
        numbers = self.numbers
        if not numbers:
            return
        here = self.chosen
        if here is None:
            caret = self.textCursor().position()
            before = {place.number for place in self._places if place.end <= caret}
            further = [n for n in numbers if (n not in before) == (direction > 0)]
        else:
            further = [n for n in numbers if (n > here if direction > 0 else n < here)]
        pool = further or list(numbers)
        self.choose(pool[0] if direction > 0 else pool[-1])

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then a box around every figure and a second line at everything moved."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        for figure in self._figures:
            for box in self._boxes(figure):
                painter.drawRect(box)
        for stretch in self._moved:
            for box in self._boxes(stretch):
                height = int(box.bottom() if stretch.number else box.center().y() - 3)
                painter.drawLine(int(box.left()), height, int(box.right()), height)
        painter.end()

    def _boxes(self, stretch: Stretch) -> list[QRectF]:
        """The rectangles of a stretch, one for each line it stands on."""
        cursor = QTextCursor(self.document())
        boxes: list[QRectF] = []
        for position in range(stretch.start, stretch.end):
            cursor.setPosition(position)
            left = self.cursorRect(cursor)
            cursor.setPosition(position + 1)
            right = self.cursorRect(cursor)
            if right.top() != left.top():
                continue
            box = QRectF(left.left(), left.top(), right.left() - left.left(), left.height() - 1)
            if boxes and boxes[-1].top() == box.top():
                boxes[-1] = boxes[-1].united(box)
            else:
                boxes.append(box)
        return boxes
