"""Characters with places on pages become rows of text in reading order, whatever the order they are stored in.

All places are in points from the page's upper left corner as it is shown, x to the right and y down.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import TypeAlias

from msgspec.structs import replace

from editor.plan.value import Value
from editor.reading.lines import Cell
from editor.reading.readers.boxes import Box, Glyph, around, turn_upright
from editor.reading.readers.columns import split_columns
from editor.reading.readers.ruled_tables import RuledTable, find_tables

_ROW_SHARE = 0.3
"""Share of two characters' heights that their middles may be apart in one row: a raised number still belongs to it."""
_LEAST_SIZE = 0.1
_APART = 100
"""What keeps the columns of blocks with more and with fewer columns apart."""
_HAN_GAP = 0.7
_LATIN_GAP = 0.18
"""Empty space between two characters, in the height of the row, that is meant as a blank."""
_PRINTED_TWICE = 0.6
"""Share of a character's width by which the same character again is a shadow that makes it bold."""


class Page(Value, frozen=True, kw_only=True):
    """One page's characters; `number` from 1, width and height as it is shown, `rules` the lines drawn on it.

    `notes` are characters put on it afterwards, such as remarks.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...] = ()
    notes: tuple[Glyph, ...] = ()


class Frame(Value, frozen=True, kw_only=True):
    """The cell of a ruled table that a row stands in, on the upright page; `edges` are those of the table's columns."""

    cell: Cell
    box: Box
    edges: tuple[float, ...]


class Row(Value, frozen=True, kw_only=True):
    """One row of text; `box` is where it stands once the page is turned upright, `shown` where the page shows it.

    `page_width` and `page_height` are the upright page's, `column` is 0 where rows run over the whole page, `aside` the
    reason why the row is no running text.
    """

    page: int
    text: str
    box: Box
    shown: Box
    size: float
    page_width: float
    page_height: float
    shown_size: tuple[float, float]
    column: int = 0
    aside: str | None = None
    frame: Frame | None = None


def rows_of(page: Page) -> tuple[Row, ...]:
    """The page's rows from top to bottom, column by column; those that stand askew or otherwise turned come last."""
    glyphs = [glyph for glyph in page.glyphs if glyph.text.strip()]
    main = next(
        (turn for turn, _count in Counter(glyph.turn for glyph in glyphs).most_common() if turn is not None),
        0,
    )
    tables = find_tables([turn_upright(rule, main, page.width, page.height) for rule in page.rules])
    cells, outside = _in_cells(page, glyphs, main, tables)
    by_turn: dict[int | None, list[Glyph]] = {}
    for glyph in outside:
        by_turn.setdefault(glyph.turn, []).append(glyph)
    rows = _upright_rows(page, by_turn.pop(main, []), main)
    for number, table in enumerate(tables):
        below = (place for place, row in enumerate(rows) if _is_below(row, table.box))
        place = next(below, len(rows))
        rows[place:place] = _table_rows(page, main, table, number, cells)
    for turn in sorted(by_turn, key=lambda turn: -len(by_turn[turn])):
        rows += _other_rows(page, by_turn[turn], turn)
    notes = (_row(page, line, main, "margin_note") for line in _lines(_turned(page, page.notes, main)))
    return (*rows, *notes)


_Cells: TypeAlias = dict[tuple[int, int], list[Glyph]]
"""Characters by the table and the cell that they stand in."""


def _in_cells(
    page: Page, glyphs: Sequence[Glyph], main: int, tables: Sequence[RuledTable]
) -> tuple[_Cells, list[Glyph]]:
    """The characters in the cells of tables, and those outside, askew ones among them."""
    cells: _Cells = {}
    outside: list[Glyph] = []
    for glyph in glyphs:
        box = turn_upright(glyph.box, main, page.width, page.height)
        for number, table in enumerate(tables if glyph.turn is not None else ()):
            cell = table.cell_at((box.left + box.right) / 2, box.middle)
            if cell is not None:
                cells.setdefault((number, cell), []).append(glyph)
                break
        else:
            outside.append(glyph)
    return cells, outside


def _is_below(row: Row, table: Box) -> bool:
    return row.box.middle > table.middle and row.box.left < table.right and row.box.right > table.left


def _table_rows(page: Page, main: int, table: RuledTable, number: int, cells: _Cells) -> list[Row]:
    """The rows of text in a table, cell by cell; characters turned sideways in a cell come last."""
    rows: list[Row] = []
    for place, (row, column, box) in enumerate(table.cells):
        frame = Frame(cell=Cell(table=number, row=row, column=column), box=box, edges=table.edges)
        glyphs = cells.get((number, place), [])
        for turn in sorted({glyph.turn or 0 for glyph in glyphs}, key=lambda turn: (turn != main, turn)):
            lines = _lines(_turned(page, [glyph for glyph in glyphs if glyph.turn == turn], turn))
            rows += [
                replace(_row(page, line, turn), frame=frame, box=_upright_box(page, line, main))
                for line in lines
            ]
    return rows


def _upright_box(page: Page, line: Sequence["_Placed"], main: int) -> Box:
    return around([turn_upright(glyph.box, main, page.width, page.height) for _box, glyph in line])


def _other_rows(page: Page, glyphs: Sequence[Glyph], turn: int | None) -> list[Row]:
    """Rows beside the text: a stamp along the margin, or a watermark, whose characters are kept as they come."""
    if turn is None:
        return [_row(page, [(glyph.box, glyph) for glyph in glyphs], 0, "watermark", ordered=False)]
    return [_row(page, line, turn, "turned_text") for line in _lines(_turned(page, glyphs, turn))]


_Placed: TypeAlias = tuple[Box, Glyph]
"""A character with its box on the upright page."""


def _upright_rows(page: Page, glyphs: Sequence[Glyph], turn: int) -> list[Row]:
    lines = _lines(_turned(page, glyphs, turn))
    if not lines:
        return []
    rows: list[Row] = []
    for block in split_columns([[box for box, _glyph in line] for line in lines]):
        for column, (left, right) in enumerate(block.sides, _APART * (len(block.sides) - 1)):
            for line in lines[block.start : block.end]:
                if inside := [item for item in line if left <= item[0].left < right]:
                    rows.append(replace(_row(page, inside, turn), column=column))
    return rows


def _turned(page: Page, glyphs: Sequence[Glyph], turn: int) -> list[_Placed]:
    return [(turn_upright(glyph.box, turn, page.width, page.height), glyph) for glyph in glyphs]


def _lines(placed: Iterable[_Placed]) -> list[list[_Placed]]:
    """The characters in rows by the height they stand at."""
    lines: list[list[_Placed]] = []
    middle = height = 0.0
    for item in sorted(placed, key=lambda item: item[0].middle):
        box = item[0]
        if not lines or box.middle - middle > _ROW_SHARE * (box.height + height):
            lines.append([])
            middle, height = box.middle, box.height
        lines[-1].append(item)
        middle += (box.middle - middle) / len(lines[-1])
        height = max(height, box.height)
    return lines


def _row(
    page: Page, items: Sequence[_Placed], turn: int, aside: str | None = None, ordered: bool = True
) -> Row:
    line = _without_shadows(sorted(items, key=lambda item: item[0].left)) if ordered else list(items)
    sideways = turn % 2 == 1
    return Row(
        page=page.number,
        text=_text(line) if ordered else "".join(glyph.text for _box, glyph in line),
        box=around([box for box, _glyph in line]),
        shown=around([glyph.box for _box, glyph in line]),
        size=max(median(box.height for box, _glyph in line), _LEAST_SIZE),
        page_width=page.height if sideways else page.width,
        page_height=page.width if sideways else page.height,
        shown_size=(page.width, page.height),
        aside=aside,
    )


def _without_shadows(line: Sequence[_Placed]) -> list[_Placed]:
    """The row without characters printed a second time in nearly the same place."""
    kept: list[_Placed] = []
    for box, glyph in line:
        twice = any(
            glyph.text == other.text
            and box.left - before.left < (1 - _PRINTED_TWICE) * (box.right - box.left)
            for before, other in kept[-2:]
        )
        if not twice:
            kept.append((box, glyph))
    return kept


def _text(line: Sequence[_Placed]) -> str:
    """The row's characters, with a blank where there is room for one."""
    words: list[str] = []
    for place, (box, glyph) in enumerate(line):
        if place:
            before, other = line[place - 1]
            if _is_blank(box.left - before.right, min(box.height, before.height), other.text, glyph.text):
                words.append(" ")
        words.append(glyph.text)
    return "".join(words)


def _is_blank(gap: float, height: float, before: str, after: str) -> bool:
    latin = before.isascii() and after.isascii() and (before.isalpha() or after.isalpha())
    return gap > height * (_LATIN_GAP if latin else _HAN_GAP)
