"""Views of a difference in columns: both wordings side by side, and sentence by sentence."""

from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QWidget

from editor.plan.words import WORDS
from editor.ui.coverage_rows import SENTENCE_MARKS
from editor.ui.differing import Clause, Difference, Passage, side_by_side, visible
from editor.ui.passage_view import PassageView
from editor.ui.text_table import insert_table
from editor.wording import _

_HALVES = (50, 50)
_CLAUSE_COLUMNS = (18, 41, 41)
_CLAUSE_OPS = {"dropped": ("-", "="), "added": ("=", "+")}


class SideBySideView(PassageView):
    """The parent's wording on the left, ours on the right, sentences that agree at one height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Both wordings side by side"), parent)

    def _write(self, cursor: QTextCursor, difference: Difference, hidden: frozenset[int]) -> None:
        rows = side_by_side(tuple(visible(difference.passages, hidden)))
        if not rows:
            return
        table = insert_table(self, cursor, len(rows), _HALVES)
        for number, sides in enumerate(rows):
            for column, passages in enumerate(sides):
                self._write_passages(table.cellAt(number, column).firstCursorPosition(), passages, difference)


class ClausesView(PassageView):
    """Every sentence of the parent: what became of it, its words, its counterpart; then those that were added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What became of every sentence"), parent)

    def _write(self, cursor: QTextCursor, difference: Difference, hidden: frozenset[int]) -> None:
        if not difference.clauses:
            return
        table = insert_table(self, cursor, len(difference.clauses), _CLAUSE_COLUMNS)
        for number, clause in enumerate(difference.clauses):
            self._write_clause(table, number, clause, difference)

    def _write_clause(self, table: QTextTable, number: int, clause: Clause, difference: Difference) -> None:
        label = f"{SENTENCE_MARKS[clause.status]} {_(WORDS[clause.status])}"
        old, new = _CLAUSE_OPS.get(clause.status, ("=", "="))
        cells = (("=", label), (old, clause.text), (new, clause.local_text))
        for column, (op, text) in enumerate(cells):
            cell = table.cellAt(number, column).firstCursorPosition()
            start = cell.position()
            self._write_passages(cell, [Passage(op, text)], difference)
            if clause.status != "kept" and text:
                self._add_place(start, cell.position(), number)
