"""Tables in plain text, their cells parted by tabs, as spreadsheets and word processors copy them."""

from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from editor.reading.lines import Cell, Line
from editor.reading.tables import heads_tasks

_FEWEST_CELLS = 3


def part_tabbed(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, those of a responsibility table as their cells; every other line stays whole."""
    parted: list[Line] = []
    table = 0
    for is_tabbed, group in groupby(lines, key=lambda line: line.text.count("\t") >= _FEWEST_CELLS - 1):
        rows = list(group)
        if is_tabbed and heads_tasks(rows[0].text.split("\t")):
            table += 1
            parted += [cell for row, line in enumerate(rows) for cell in _cells(line, table, row)]
        else:
            parted += rows
    return tuple(parted)


def _cells(line: Line, table: int, row: int) -> Iterable[Line]:
    """The line's cells that hold words; every character but the tabs is in one of them."""
    start = 0
    for column, words in enumerate(line.text.split("\t")):
        if words.strip():
            place = Cell(table=table, row=row, column=column)
            yield replace(line, text=words, start=start, cell=place)
        start += len(words) + 1
