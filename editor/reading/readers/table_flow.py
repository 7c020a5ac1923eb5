"""Ruled tables over several pages, and which row in a cell goes on with the row before it."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from editor.reading.lines import Cell
from editor.reading.markers import parse_marker
from editor.reading.readers.layout import Row
from editor.reading.wrapping import width

_ALIGNED = 3.0
"""Points by which the columns of one table may differ from page to page."""
_WIDEST_PADDING = 8.0
_SLACK = 0.3
"""Share of a character that a full row may lack beside what did not fit."""
_UNBREAKABLE = re.compile("[（〔《“‘]*(?:[0-9A-Za-z.%-]+|.)[，。；：、！？）〕》”’]*[0-9A-Za-z.%]*")
"""What a row begins with and no line end can part; LibreOffice takes figures behind a comma along with it."""
_SENTENCE_ENDS = tuple("。！？；")


def number_tables(pages: Iterable[Sequence[Row]]) -> list[tuple[Row, ...]]:
    """The pages with their tables counted through; a table at a page's top goes on with one at the foot of the page before."""
    numbered: list[tuple[Row, ...]] = []
    tables = 0
    last: Row | None = None
    for rows in pages:
        offsets: dict[int, tuple[int, int]] = {}
        first = next((row for row in rows if not row.aside), None)
        for row in rows:
            if row.frame and row.frame.cell.table not in offsets:
                goes_on = row is first and last is not None and _same_columns(last, row)
                tables += not goes_on
                below = last.frame.cell.row + 1 if goes_on and last and last.frame else 0
                offsets[row.frame.cell.table] = tables, below
        page = tuple(_moved(row, offsets) for row in rows)
        numbered.append(page)
        last = next((row for row in reversed(page) if not row.aside), last)
    return numbered


def _same_columns(last: Row, row: Row) -> bool:
    if not last.frame or not row.frame or len(last.frame.edges) != len(row.frame.edges):
        return False
    steps = zip(pairwise(last.frame.edges), pairwise(row.frame.edges), strict=True)
    return all(abs((b - a) - (d - c)) <= _ALIGNED for (a, b), (c, d) in steps)


def _moved(row: Row, offsets: dict[int, tuple[int, int]]) -> Row:
    if row.frame is None:
        return row
    cell = row.frame.cell
    table, below = offsets[cell.table]
    moved = Cell(table=table, row=cell.row + below, column=cell.column)
    return replace(row, frame=replace(row.frame, cell=moved))


def continued_in_cells(rows: Sequence[Row]) -> set[int]:
    """The ids of the rows that go on with the paragraph of the row before in the same cell."""
    framed = [row for row in rows if row.frame]
    paddings: dict[tuple[int, int], float] = {}
    for row in framed:
        if row.frame:
            column = row.frame.cell.table, row.frame.cell.column
            inside = min(row.box.left - row.frame.box.left, row.frame.box.right - row.box.right)
            paddings[column] = min(paddings.get(column, _WIDEST_PADDING), max(inside, 0.0))
    return {id(row) for before, row in pairwise(framed) if _goes_on(before, row, paddings)}


def _goes_on(before: Row, row: Row, paddings: dict[tuple[int, int], float]) -> bool:
    if not before.frame or not row.frame or before.frame.cell != row.frame.cell:
        return False
    if parse_marker(row.text) and before.text.endswith(_SENTENCE_ENDS):
        return False
    frame = before.frame
    padding = paddings[frame.cell.table, frame.cell.column]
    taken = before.box.right - before.box.left
    room = frame.box.right - frame.box.left - 2 * padding - taken
    character = taken / max(width(before.text), 0.5)
    begin = _UNBREAKABLE.match(row.text)
    needed = width(begin[0]) if begin else 1.0
    return room < (needed + _SLACK) * character
