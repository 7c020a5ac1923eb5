"""The list of changes between two versions of the draft, as it will be exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QWidget

from editor.ui.base.marked_text import MarkedText, Stretch
from editor.ui.base.text_table import insert_table
from editor.ui.base.theme import figure_format, passage_format
from editor.ui.base.utf16 import to_qt
from editor.wording import _

if TYPE_CHECKING:
    from editor.writing.base.table import Cell, Table

_WIDTHS = (5, 17, 29, 29, 20)


class ChangesView(MarkedText):
    """Shows a table of changes, what differs marked as everywhere in the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._table: Table | None = None
        super().__init__(_("What changed"), parent)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._table is not None:
            self.show_table(self._table)

    def show_table(self, table: Table) -> None:
        """Show another list, from its start."""
        self._table = table
        self.clear()
        self.figures, self.moved = [], []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.insertText(table.opening)
        if table.rows:
            self._write_rows(cursor, table)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_rows(self, cursor: QTextCursor, table: Table) -> None:
        written = insert_table(self, cursor, len(table.rows) + 1, _WIDTHS)
        for column, head in enumerate(table.heads):
            written.cellAt(0, column).firstCursorPosition().insertText(
                head, figure_format("=", self.palette())
            )
        for place, row in enumerate(table.rows, start=1):
            if row.is_across:
                written.mergeCells(place, 0, 1, len(_WIDTHS))
            for column, cell in enumerate(row.cells):
                self._write_cell(written.cellAt(place, column).firstCursorPosition(), cell)

        self._find_marked(written, table)

    def _write_cell(self, cursor: QTextCursor, cell: Cell) -> None:
        from editor.writing import stretches  # loaded with the first list

        for stretch in stretches(cell):
            form = figure_format if stretch.is_figure else passage_format
            cursor.insertText(stretch.text, form(stretch.op, self.palette()))

    def _find_marked(self, written: QTextTable, table: Table) -> None:
        """Note where figures and moved words stand, once all is written."""
        from editor.writing import stretches

        for place, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row.cells):
                start = written.cellAt(place, column).firstPosition()
                for stretch in stretches(cell):
                    end = start + to_qt(stretch.text, len(stretch.text))
                    if stretch.is_figure:
                        self.figures.append(Stretch(start, end, 0))
                    if stretch.op in ("<", ">"):
                        self.moved.append(Stretch(start, end, "<>".index(stretch.op)))
                    start = end
