"""A table before any file format: title, heads, and rows of one cell for each head or one over all of them."""

from pathlib import Path
from typing import TypeAlias

from editor.comparing import Op
from editor.errors import SaveProblem
from editor.plan.value import Value
from editor.wording import _

CHANGES, MARKS = "改动说明", "审稿标注"
"""The kinds of table that are no attachments; those that are have their names in plan.notice."""


class Stretch(Value, frozen=True, kw_only=True):
    """A stretch of a cell: what both wordings have (=), or one of them alone, to be told apart in print."""

    text: str
    op: Op = "="
    is_figure: bool = False


Cell: TypeAlias = str | tuple[Stretch, ...]
"""What a cell holds: plain text, or stretches of which some are marked; lines end with \\n."""


def stretches(cell: Cell) -> tuple[Stretch, ...]:
    """The cell as stretches, plain text as one."""
    return (Stretch(text=cell),) if isinstance(cell, str) else cell


def cell_text(cell: Cell) -> str:
    """The text of a cell without its marks."""
    return cell if isinstance(cell, str) else "".join(stretch.text for stretch in cell)


class Row(Value, frozen=True, kw_only=True):
    """One row: one cell over all columns, or a cell for each of the table's heads.

    What goes over all columns is a heading, or a remark in the text's face.
    """

    cells: tuple[Cell, ...]
    is_remark: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts."""
        return tuple(map(cell_text, self.cells))

    @property
    def is_across(self) -> bool:
        """Whether the row is one cell over the whole width."""
        return len(self.cells) == 1


class Table(Value, frozen=True, kw_only=True):
    """A table as it is printed; `name` is its kind in a few words, `opening` what is said before it."""

    name: str
    title: str
    opening: str = ""
    heads: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of every cell of every row in order."""
        return tuple(text for row in self.rows for text in row.texts)


Texts: TypeAlias = list[tuple[str, ...]]
"""The texts of every row as read again from a file, title, opening and heads first, without the cells that hold nothing."""


def differences(table: Table, written: Texts) -> tuple[str, ...]:
    """Sentences on rows that a file holds otherwise than the table; empty where both agree."""
    before = [(text,) for text in (table.title, table.opening) if text]
    meant = [*before, table.heads, *(row.texts for row in table.rows)]
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
