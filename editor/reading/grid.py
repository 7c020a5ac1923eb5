"""The cells of a table while a format is read: each in its row and column, with spans over rows and columns kept free."""

from editor.reading.lines import Cell

_WIDEST = 1000
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
        while self._taken.get(self._column, -1) >= self._row:
            self._column += 1
        cell = Cell(table=self._table, row=self._row, column=self._column)
        end = self._column + min(max(columns, 1), _WIDEST)
        if rows > 1:
            self._taken |= dict.fromkeys(range(self._column, end), self._row + min(rows, _DEEPEST) - 1)
        self._column = end
        return cell


def span(value: str | None) -> int:
    """The number of rows or columns that an attribute names, 1 where it names none."""
    return int(value) if value and value.isdecimal() and len(value) < 6 else 1
