"""Views of a difference in columns: both wordings side by side, and clause by clause."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QWidget

from editor.plan.words import WORDS
from editor.ui.base.text_table import insert_table
from editor.ui.base.theme import VERDICT_MARKS
from editor.ui.coverage.coverage_rows import SENTENCE_MARKS
from editor.ui.difference.differing import Difference
from editor.ui.difference.passage_view import PassageView, Piece, Row, common_ends, pieces
from editor.ui.difference.passages import Passage, side_by_side, visible
from editor.wording import _

_MOVED = "⇄"


class ColumnsView(PassageView):
    """Writes rows as a table, of which only the rows that are otherwise are written anew."""

    widths: tuple[int, ...] = ()
    """Of the columns, in shares of 100."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._table: QTextTable | None = None

    def _forget(self, cursor: QTextCursor) -> None:
        self._table = None
        super()._forget(cursor)

    def _rewrite(self, cursor: QTextCursor, old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
        if not new or self._table is None:
            self._forget(cursor)
            old = ()
        if not new:
            return
        start, end = common_ends(old, new)
        if self._table is None:
            self._table = insert_table(self, cursor, len(new), self.widths)
        elif len(new) > len(old):
            self._table.insertRows(start, len(new) - len(old))
        elif len(new) < len(old):
            self._table.removeRows(start, len(old) - len(new))
        for row in range(start, len(new) - end):
            for column, written in enumerate(new[row]):
                self._rewrite_cell(self._table, row, column, written)

    def _rewrite_cell(self, table: QTextTable, row: int, column: int, written: Iterable[Piece]) -> None:
        cell = table.cellAt(row, column)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write(cursor, written)

    def _starts(self) -> Iterator[tuple[int, int, int]]:
        if self._table is not None:
            for row, columns in enumerate(self._written):
                for column in range(len(columns)):
                    yield row, column, self._table.cellAt(row, column).firstPosition()


class SideBySideView(ColumnsView):
    """The parent's wording on the left, ours on the right, sentences that agree at one height."""

    widths = (50, 50)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Both wordings side by side"), parent)

    def _rows(self, difference: Difference, hidden: frozenset[int]) -> Iterable[Row]:
        for sides in side_by_side(tuple(visible(difference.passages, hidden))):
            yield tuple(tuple(pieces(side, difference)) for side in sides)


class ClausesView(ColumnsView):
    """Every clause of the parent: what became of it, its words, its counterpart; where it stands what was added."""

    widths = (18, 41, 41)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What became of every sentence"), parent)
        self._choosable: tuple[bool, ...] = ()

    def _rows(self, difference: Difference, hidden: frozenset[int]) -> Iterable[Row]:
        self._choosable = tuple(
            clause.status != "kept" or not hidden.issuperset(clause.edits) for clause in difference.clauses
        )
        for clause in difference.clauses:
            moved = f" {_MOVED}" if clause.is_moved else ""
            label = f"{SENTENCE_MARKS[clause.status]} {_(WORDS[clause.status])}{moved}"
            marks = (difference.mark_of(edit) for edit in clause.edits)
            verdicts = dict.fromkeys(mark.verdict for mark in marks if mark)
            signs = (Piece("sign", f" {VERDICT_MARKS[verdict]}", False, -1) for verdict in verdicts)
            old, new = (tuple(map(partial(_piece, hidden), side)) for side in (clause.old, clause.new))
            yield (Piece("=", label, False, -1), *signs), old, new

    def _number(self, row: int, _piece: Piece) -> int:
        return row if self._choosable[row] else -1


def _piece(hidden: frozenset[int], passage: Passage) -> Piece:
    """A passage as it is written in a column of its own: what is hidden unmarked."""
    return Piece("=", passage.text, False, -1) if passage.edit in hidden else Piece(*passage)
