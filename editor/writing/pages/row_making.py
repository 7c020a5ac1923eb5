"""Paragraphs and tables of a document become rows."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from docx.oxml.ns import qn
from msgspec.structs import replace

from editor.writing.ooxml.wordml import Xml
from editor.writing.pages.borders import Borders, frame
from editor.writing.pages.breaking import break_paragraph
from editor.writing.pages.flow import FlowReader, Paragraph, style_of
from editor.writing.pages.rows import Row, Stroke, TextLine, moved, stacked
from editor.writing.template.template import LatinWidths

_GRID_ASCENT = 0.9
"""Where the base line lies in a line that keeps to the grid, whose characters stand in its middle: share of the size."""
_EXACT_ASCENT = 0.8
"""The same in any other line: share of its pitch."""
_TWIPS_PER_POINT = 20


class RowMaker:
    """Makes rows of paragraphs and tables; `origins` tell kind and block of a w:p, `kinds` the kind by style id."""

    def __init__(
        self,
        reader: FlowReader,
        latin: LatinWidths,
        origins: Mapping[Xml, tuple[str, str | None]],
        kinds: Mapping[str | None, str],
    ) -> None:
        self._reader = reader
        self._latin = latin
        self._origins = origins
        self._kinds = kinds

    def rows(self, flow: Sequence[Xml], wide: int, page: int = 0) -> Iterator[Row]:
        """The rows of paragraphs and tables one below the other."""
        for each in flow:
            if each.tag == qn("w:tbl"):
                yield from self.table(each, page)
            elif each.tag == qn("w:p"):
                yield from self.paragraph(each, wide, page)

    def paragraph(self, source: Xml, wide: int, page: int = 0) -> Iterator[Row]:
        """A row per line; a kept paragraph is not divided from the next one, nor within."""
        paragraph = self._reader.paragraph(source, page)
        kind, block = self._origins.get(source) or (self._kinds.get(style_of(source), ""), None)
        shape = paragraph.shape
        broken = break_paragraph(paragraph, wide, self._latin)
        for place, line in enumerate(broken):
            is_last = place == len(broken) - 1
            text = TextLine(
                line=line,
                left=0,
                top=0,
                bottom=shape.pitch,
                baseline=_ascent(paragraph),
                kind=kind,
                block=block,
            )
            row = Row(height=shape.pitch, lines=(text,) if line.pieces else (), keep=shape.keep_next)
            row = replace(row, new_page=shape.new_page and place == 0, is_inside=not is_last)
            row = _ruled_above(row, paragraph, wide) if place == 0 else row
            yield _bordered(row, paragraph, wide) if is_last else row

    # Tables

    def table(self, source: Xml, page: int = 0) -> Iterator[Row]:
        """A row per table row, each with the rules around its cells."""
        grid = _Grid(
            widths=[int(each.get(qn("w:w"))) for each in source.find(qn("w:tblGrid"))],
            margin=_cell_margin(source),
            borders=Borders(source.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")),
        )
        sources = source.findall(qn("w:tr"))
        heads: tuple[Row, ...] = ()
        for place, each in enumerate(sources):
            ends = (place == 0, place == len(sources) - 1)
            row = self._table_row(each, grid, ends, page)
            heads = (*heads, row) if row.is_head else heads
            yield replace(row, heads=heads)

    def _table_row(self, source: Xml, grid: "_Grid", ends: tuple[bool, bool], page: int) -> Row:
        cells = [
            _Cell(
                left=left,
                wide=wide,
                margin=grid.margin,
                rules=grid.borders.of(cell, *ends),
                sinking=_sinking(cell),
                rows=list(self.rows([*cell], wide - 2 * grid.margin, page)),
            )
            for cell, left, wide in _cells(source, grid.widths)
        ]
        above, below = (max(cell.rules[side] for cell in cells) for side in ("top", "bottom"))
        inner = max(cell.height for cell in cells)
        height = above + inner + below
        frames = (frame(cell.rules, cell.left, cell.left + cell.wide, height) for cell in cells)
        closing = grid.borders.closing(height, sum(grid.widths), is_last=ends[1])
        is_head = source.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        return Row(
            height=height,
            lines=tuple(line for cell in cells for line in cell.lines(above, inner)),
            strokes=tuple(chain(*frames, closing)),
            is_head=is_head,
            keep=is_head or any(row.keep for cell in cells for row in cell.rows),
        )


class _Grid(NamedTuple):
    """The widths of a table's columns, the margin in its cells and the rules around them."""

    widths: list[int]
    margin: int
    borders: Borders


class _Cell(NamedTuple):
    """A cell of a table's row: where it is, the rules around it, and what it holds.

    `sinking` is the share of the room to spare that stands above its text.
    """

    left: int
    wide: int
    margin: int
    rules: Mapping[str, float]
    sinking: float
    rows: list[Row]

    @property
    def height(self) -> float:
        """How high its text is."""
        return sum(row.height for row in self.rows)

    def lines(self, above: float, inner: float) -> Iterator[TextLine]:
        """Its lines in a row that has so much room below what is above it."""
        top = above + (inner - self.height) * self.sinking
        for row in stacked(self.rows, self.left + self.margin, top):
            yield from row.lines


def _ascent(paragraph: Paragraph) -> float:
    shape = paragraph.shape
    size = max((span.face.size for span in paragraph.spans), default=0.0) * _TWIPS_PER_POINT
    if shape.on_grid:
        return (shape.pitch - size) / 2 + _GRID_ASCENT * size
    return shape.pitch * _EXACT_ASCENT


def _bordered(row: Row, paragraph: Paragraph, wide: int) -> Row:
    """A paragraph's last row with the rule below it."""
    border = paragraph.shape.border
    if border is None:
        return row
    middle = row.height + border.space + border.thick / 2
    stroke = Stroke(left=0, right=wide, top=middle, bottom=middle, thick=border.thick, colour=border.colour)
    height = row.height + border.space + border.thick
    return replace(row, height=height, strokes=(*row.strokes, stroke))


def _ruled_above(row: Row, paragraph: Paragraph, wide: int) -> Row:
    """A paragraph's first row with the rule above it."""
    border = paragraph.shape.border_above
    if border is None:
        return row
    middle, room = border.thick / 2, border.space + border.thick
    stroke = Stroke(left=0, right=wide, top=middle, bottom=middle, thick=border.thick, colour=border.colour)
    below = moved(row, 0, room)
    return replace(below, height=row.height + room, strokes=(stroke, *below.strokes))


def _cells(row: Xml, widths: list[int]) -> Iterator[tuple[Xml, int, int]]:
    """Each cell with its left edge and width."""
    column = 0
    for cell in row.iterchildren(qn("w:tc")):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        count = 1 if span is None else int(span.get(qn("w:val")))
        yield cell, sum(widths[:column]), sum(widths[column : column + count])
        column += count


def _cell_margin(table: Xml) -> int:
    found = table.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/{qn('w:left')}")
    return 0 if found is None else int(found.get(qn("w:w")))


def _sinking(cell: Xml) -> float:
    """Which share of the room to spare stands above a cell's text."""
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:vAlign')}")
    return {"center": 0.5, "bottom": 1.0}.get("" if found is None else found.get(qn("w:val")), 0.0)
