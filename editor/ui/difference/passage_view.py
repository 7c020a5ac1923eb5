"""Views of a difference: inserted underlined, deleted struck through, moved doubly so, changed figures bold in boxes."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.ui.base.marked_text import MarkedText, Stretch
from editor.ui.base.theme import VERDICT_MARKS, figure_format, passage_format, sign_format
from editor.ui.difference.differing import Difference
from editor.ui.difference.passages import Passage, visible

_SIGN = "sign"


class Piece(NamedTuple):
    """What is written in one format: a passage, or the sign of a reviewer's mark behind an edit."""

    op: str
    text: str
    is_figure: bool
    number: int
    """Of the edit that it belongs to, -1 for none."""


Row: TypeAlias = tuple[tuple[Piece, ...], ...]
"""The pieces of each column."""


def pieces(passages: Iterable[Passage], difference: Difference) -> Iterator[Piece]:
    """The passages one after the other, behind the last of an edit the sign of its mark."""
    edit = -1
    for passage in passages:
        if passage.edit != edit:
            yield from _signs(difference, edit)
            edit = passage.edit
        yield Piece(passage.op, passage.text, passage.is_figure, passage.edit)
    yield from _signs(difference, edit)


def _signs(difference: Difference, edit: int) -> Iterator[Piece]:
    mark = difference.mark_of(edit) if 0 <= edit < len(difference.edits) else None
    if mark is not None:
        yield Piece(_SIGN, VERDICT_MARKS[mark.verdict], False, -1)


def common_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """How many members two sequences have in common from their start, and then from their end."""
    room = min(len(old), len(new))
    start = next((n for n in range(room) if old[n] != new[n]), room)
    room -= start
    end = next((n for n in range(room) if old[-1 - n] != new[-1 - n]), room)
    return start, end


class PassageView(MarkedText):
    """Shows a difference as one text, of which only what is otherwise is written anew; its places can be gone through."""

    place_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._places: list[Stretch] = []
        self._written: tuple[Row, ...] = ()
        self._lengths: dict[Piece, int] = {}
        self._formats: dict[tuple[str, bool], QTextCharFormat] = {}
        self._colours = self.palette().cacheKey()
        self.cursorPositionChanged.connect(self.place_chosen)

    def show_difference(self, difference: Difference, hidden: frozenset[int] = frozenset()) -> None:
        """Write the difference without the hidden edits; the scroll position and the place chosen stay."""
        rows = tuple(self._rows(difference, hidden))
        scroll, chosen = self.verticalScrollBar().value(), self.chosen
        was_blocked = self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # laid out once, at the end
        if self._colours != self.palette().cacheKey():
            self._forget(cursor)
        is_first = not any(column for row in self._written for column in row)
        self._rewrite(cursor, self._written, rows)
        cursor.endEditBlock()
        if is_first:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self._written = rows
        self._note_places()
        self.blockSignals(was_blocked)
        if chosen is not None and chosen in self.numbers:
            self.choose(chosen)
        self.verticalScrollBar().setValue(scroll)

    def _rows(self, difference: Difference, hidden: frozenset[int]) -> Iterable[Row]:
        """What is to be written: one row of one column; other views have more."""
        return ((tuple(pieces(visible(difference.passages, hidden), difference)),),)

    def clear(self) -> None:
        """Show nothing; nobody is told of a place on the way, while those known are of what was shown before."""
        was_blocked = self.blockSignals(True)
        self._forget(QTextCursor(self.document()))
        self._note_places()
        self.blockSignals(was_blocked)

    def _forget(self, cursor: QTextCursor) -> None:
        """Begin anew, as in other colours."""
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._written, self._formats, self._colours = (), {}, self.palette().cacheKey()

    def _rewrite(self, cursor: QTextCursor, old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
        """Write what differs between the rows that stand there and those that shall."""
        before, after = (rows[0][0] if rows else () for rows in (old, new))
        start, end = common_ends(before, after)
        place = sum(map(self._length, before[:start]))
        cursor.setPosition(place)
        gone = sum(map(self._length, before[start : len(before) - end]))
        cursor.setPosition(place + gone, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write(cursor, after[start : len(after) - end])

    def _write(self, cursor: QTextCursor, written: Iterable[Piece]) -> None:
        for piece in written:
            start = cursor.position()
            cursor.insertText(piece.text, self._format(piece))
            self._lengths[piece] = cursor.position() - start

    def _length(self, piece: Piece) -> int:
        """The piece's length in the document, which counts otherwise than Python."""
        return self._lengths[piece]

    def _format(self, piece: Piece) -> QTextCharFormat:
        key = piece.op, piece.is_figure
        if key not in self._formats:
            self._formats[key] = self._new_format(piece)
        return self._formats[key]

    def _new_format(self, piece: Piece) -> QTextCharFormat:
        if piece.op == _SIGN:
            return sign_format(self.palette())
        return (figure_format if piece.is_figure else passage_format)(piece.op, self.palette())

    # Places

    def _note_places(self) -> None:
        """Find out anew where figures, moves and places stand."""
        figures: list[Stretch] = []
        moved: list[Stretch] = []
        self._places = []
        for row, column, start in self._starts():
            for piece in self._written[row][column]:
                end = start + self._length(piece)
                if piece.is_figure:
                    figures.append(Stretch(start, end, 0))
                if piece.op in ("<", ">"):
                    moved.append(Stretch(start, end, "<>".index(piece.op)))
                if (number := self._number(row, piece)) >= 0:
                    self._add_place(start, end, number)
                start = end
        self.figures, self.moved = figures, moved
        self._lengths = {piece: self._lengths[piece] for row in self._written for c in row for piece in c}

    def _starts(self) -> Iterator[tuple[int, int, int]]:
        """Where in the document each row's columns begin."""
        if self._written:
            yield 0, 0, 0

    def _number(self, row: int, piece: Piece) -> int:
        """The number of the place that a piece is part of, -1 for none."""
        return piece.number

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

    def go(self, direction: int) -> bool:
        """Choose the next (1) or previous (-1) place; whether there was one."""
        numbers, cursor = self.numbers, self.textCursor()
        here = self.chosen if cursor.hasSelection() else None
        if here is None:
            caret = cursor.position()
            before = {place.number for place in self._places if place.end <= caret}
            further = [n for n in numbers if (n not in before) == (direction > 0)]
        else:
            further = [n for n in numbers if (n > here if direction > 0 else n < here)]
        if further:
            self.choose(further[0] if direction > 0 else further[-1])
        return bool(further)

    def go_to_end(self, direction: int) -> bool:
        """Choose the first place (1) or the last (-1); whether there was one."""
        numbers = self.numbers
        if numbers:
            self.choose(numbers[0] if direction > 0 else numbers[-1])
        return bool(numbers)
