"""Tables in plain text whose cells stand one below the other, as word processors save them and web pages copy them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from editor.reading.lines import Cell, Line
from editor.reading.markers import parse_marker
from editor.reading.tables import heads_tasks, is_number_head

_COLUMNS = range(3, 13)
_NUMBER = re.compile(r"\s*\d{1,3}\s*")


def part_stacked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of a responsibility table as its cells; every other line stays whole.

    A table is parted only where each of its rows has a line for every column, an empty one for an empty cell.
    """
    parted: list[Line] = []
    table = max((line.cell.table for line in lines if line.cell), default=0)
    place = 0
    while place < len(lines):
        rows = _rows(lines, place)
        if rows:
            table += 1
            parted += (cell for row, places in enumerate(rows) for cell in _cells(lines, places, table, row))
        end = rows[-1].stop if rows else place + 1
        parted += [] if rows else lines[place:end]
        place = end
    return tuple(parted)


def _rows(lines: Sequence[Line], start: int) -> list[range]:
    """The places of each row's lines, the head's first; nothing where no table begins at `start`."""
    if not is_number_head(lines[start].text):
        return []
    last = min(start + _COLUMNS.stop, len(lines) - 1)
    end = next((place for place in range(start, last + 1) if _begins_row(lines[place])), start)
    if end - start not in _COLUMNS or not heads_tasks([line.text for line in lines[start:end]]):
        return []
    rows = [range(start, end), *_rows_below(lines, end, columns=end - start)]
    return [] if _is_out_of_step(lines, rows) else rows


def _rows_below(lines: Sequence[Line], place: int, columns: int) -> Iterator[range]:
    """A row of so many lines for every number, a row of one line for a heading between them."""
    while place < len(lines) and _begins_row(lines[place]):
        size = columns if _NUMBER.fullmatch(lines[place].text) else 1
        yield range(place, min(place + size, len(lines)))
        place += size


def _begins_row(line: Line) -> bool:
    return bool(_NUMBER.fullmatch(line.text) or parse_marker(line.text))


def _is_out_of_step(lines: Sequence[Line], rows: Sequence[range]) -> bool:
    """Whether the numbers go up by more than one, or the next one stands further below: a cell had several lines."""
    numbers = [int(text) for row in rows if _NUMBER.fullmatch(text := lines[row.start].text)]
    below = lines[rows[-1].stop : rows[-1].stop + _COLUMNS.stop]
    following = [int(line.text) for line in below if _NUMBER.fullmatch(line.text)]
    rises = all(after in (1, before + 1) for before, after in pairwise([0, *numbers]))
    return not numbers or not rises or numbers[-1] + 1 in following


def _cells(lines: Sequence[Line], places: range, table: int, row: int) -> Iterator[Line]:
    for column, place in enumerate(places):
        line = lines[place]
        yield replace(line, cell=Cell(table=table, row=row, column=column)) if line.text.strip() else line
