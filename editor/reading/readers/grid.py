"""The cells of a table while a format is read: each in its row and column, with spans over rows and columns kept free."""

from editor.reading.lines import Cell

_WIDEST = 100
"""Columns that cells over several rows are remembered for; no responsibility table has as many."""
_DEEPEST = 10_000


class Grid:
    """Counts the rows and columns of one table."""

    def __init__(self, table: int) -> None:
        self._table = table
        self._row = -1
        self._column = 0
        self._taken: dict[int, int] = {}
        """The row up to which a cell from above reaches, by column."""

    def next_row(self) -> None:
        """A row begins."""
        self._row += 1
        self._column = 0

    def next_cell(self, columns: int = 1, rows: int = 1) -> Cell:
        """The next cell of the row, over so many columns and rows."""
        self._row = max(self._row, 0)
        while self._column < _WIDEST and self._taken.get(self._column, -1) >= self._row:
            self._column += 1
        cell = Cell(table=self._table, row=self._row, column=self._column)
        end = self._column + max(columns, 1)
        if rows > 1:
            self._taken |= dict.fromkeys(
                range(self._column, min(end, _WIDEST)), self._row + min(rows, _DEEPEST) - 1
            )
        self._column = end
        return cell


class RowGrid:
    """The place of a paragraph where a format marks the ends of cells and rows, and tables follow one another."""

    def __init__(self) -> None:
        self._tables = self._row = self._column = 0
        self._is_open = False

    def place(self, *, in_table: bool, ends_cell: bool, ends_row: bool) -> Cell | None:
        """The cell that a paragraph stands in, None outside tables; its mark may end the cell or the row."""
        if not in_table:
            self._is_open = False
            return None
        if not self._is_open:
            self._is_open = True
            self._tables, self._row, self._column = self._tables + 1, 0, 0
        cell = Cell(table=self._tables, row=self._row, column=self._column)
        if ends_row:
            self._row, self._column = self._row + 1, 0
        elif ends_cell:
            self._column += 1
        return cell


def span(value: str | None) -> int:
    """The number of rows or columns that an attribute names, 1 where it names none."""
    return int(value) if value and value.isdecimal() and len(value) < 6 else 1
