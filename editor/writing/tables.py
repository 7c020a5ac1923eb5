"""A table before any file format: title, heads, and rows of one cell for each head or one over all of them."""

from pathlib import Path
from typing import TypeAlias

from editor.errors import SaveProblem
from editor.plan.value import Value
from editor.wording import _

ASSIGNMENT, COMPARISON = "任务分工表", "对照表"
"""The kinds of tables."""


class Row(Value, frozen=True, kw_only=True):
    """One row: a heading over all columns, or a cell for each of the table's heads; lines of a cell end with \\n."""

    cells: tuple[str, ...]

    @property
    def is_section(self) -> bool:
        """Whether the row is one cell over the whole width."""
        return len(self.cells) == 1


class Table(Value, frozen=True, kw_only=True):
    """A table as it is printed; `name` is its kind in a few words."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of every cell of every row in order."""
        return tuple(text for row in self.rows for text in row.cells)


Texts: TypeAlias = list[tuple[str, ...]]
"""The texts of every row as read again from a file, title and heads first, without the cells that hold nothing."""
HEAD_ROWS = 2
"""Title and heads."""


def differences(table: Table, written: Texts) -> tuple[str, ...]:
    """Sentences on rows that a file holds otherwise than the table; empty where both agree."""
    meant = [(table.title,) if table.title else (), table.heads, *(row.cells for row in table.rows)]
    filled = [tuple(cell for cell in cells if cell) for cells in meant]
    pairs = zip(filled, written, strict=False)
    wrong = sum(one != other for one, other in pairs) + abs(len(filled) - len(written))
    if not wrong:
        return ()
    return (_("{count} rows of the table differ from the project.").format(count=wrong),)


def is_spreadsheet(path: Path) -> bool:
    """Whether the name asks for .xlsx rather than .docx; SaveProblem where it asks for neither."""
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".docx"):
        message = _("“{name}” is neither .xlsx nor .docx; a table is written as one of these.")
        raise SaveProblem(message.format(name=path.name))
    return suffix == ".xlsx"
