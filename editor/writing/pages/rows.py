"""What the pages are filled with: rows of lines and rules, in twips from a row's upper left corner."""

from collections.abc import Iterator, Mapping, Sequence

from docx.oxml.ns import qn
from msgspec.structs import replace

from editor.plan.value import Value
from editor.writing.ooxml.wordml import Xml
from editor.writing.pages.breaking import BrokenLine, break_paragraph
from editor.writing.pages.flow import FlowReader, Paragraph, style_of
from editor.writing.template.template import LatinWidths

_GRID_ASCENT = 0.9
"""Where the base line lies in a line that keeps to the grid, whose characters stand in its middle: share of the size."""
_EXACT_ASCENT = 0.8
"""The same in any other line: share of its pitch."""
_TWIPS_PER_POINT = 20
_TWIPS_PER_EIGHTH = 2.5


class Stroke(Value, frozen=True, kw_only=True):
    """A rule from one point to another; a thickness in twips."""

    left: float
    top: float
    right: float
    bottom: float
    thick: float
    colour: str = "000000"


class TextLine(Value, frozen=True, kw_only=True):
    """A line in its row: where its box is, where its base line, and what it belongs to."""

    line: BrokenLine
    left: float
    top: float
    bottom: float
    baseline: float
    kind: str = ""
    block: str | None = None


class Row(Value, frozen=True, kw_only=True):
    """What is never divided between pages.

    `keep` puts it on the page of the row after it, which is one of its paragraph where it `is_inside`; `new_page`
    begins a page; `at_foot`: it stands at the type area's
    foot; `is_fixed`: it stands where its lines say, whatever comes before; `heads` are what its table repeats.
    """

    height: float
    lines: tuple[TextLine, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    keep: bool = False
    is_inside: bool = False
    new_page: bool = False
    at_foot: bool = False
    is_fixed: bool = False
    is_head: bool = False
    heads: "tuple[Row, ...]" = ()


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
        widths = [int(each.get(qn("w:w"))) for each in source.find(qn("w:tblGrid"))]
        margin = _cell_margin(source)
        borders = _Borders(source.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}"))
        sources = source.findall(qn("w:tr"))
        heads: tuple[Row, ...] = ()
        for place, each in enumerate(sources):
            ends = (place == 0, place == len(sources) - 1)
            row = self._table_row(each, widths, margin, borders, ends, page)
            heads = (*heads, row) if row.is_head else heads
            yield replace(row, heads=heads)

    def _table_row(
        self,
        source: Xml,
        widths: list[int],
        margin: int,
        borders: "_Borders",
        ends: tuple[bool, bool],
        page: int,
    ) -> Row:
        cells = list(_cells(source, widths))
        contents = [list(self.rows([*cell], wide - 2 * margin, page)) for cell, _left, wide in cells]
        rules = [borders.of(cell, *ends) for cell, _left, _wide in cells]
        above = max(rule["top"] for rule in rules)
        below = max(rule["bottom"] for rule in rules)
        inner = max(sum(row.height for row in rows) for rows in contents)
        height = above + inner + below
        lines: list[TextLine] = []
        strokes: list[Stroke] = []
        for (cell, left, wide), rows, rule in zip(cells, contents, rules, strict=True):
            spare = inner - sum(row.height for row in rows)
            top = above + spare * _sinking(cell)
            lines += [line for row in stacked(rows, left + margin, top) for line in row.lines]
            strokes += _frame(rule, left, left + wide, height)
        strokes += borders.closing(height, sum(widths), is_last=ends[1])
        properties = source.find(qn("w:trPr"))
        head = properties is not None and properties.find(qn("w:tblHeader")) is not None
        return Row(
            height=height,
            lines=tuple(lines),
            strokes=tuple(strokes),
            is_head=head,
            keep=head or any(row.keep for rows in contents for row in rows),
        )


def stacked(rows: Sequence[Row], left: float, top: float) -> Iterator[Row]:
    """The rows one below the other, from this place on."""
    for row in rows:
        yield moved(row, left, top)
        top += row.height


def moved(row: Row, left: float, top: float) -> Row:
    """The row somewhere else."""
    lines = tuple(
        replace(
            each,
            left=each.left + left,
            top=each.top + top,
            bottom=each.bottom + top,
            baseline=each.baseline + top,
        )
        for each in row.lines
    )
    strokes = tuple(
        replace(
            each,
            left=each.left + left,
            right=each.right + left,
            top=each.top + top,
            bottom=each.bottom + top,
        )
        for each in row.strokes
    )
    return replace(row, lines=lines, strokes=strokes)


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


class _Borders:
    """The thickness of the rules around a table's cells, in twips; a cell's own count before the table's."""

    def __init__(self, table: Xml) -> None:
        self._table = table

    def of(self, cell: Xml, first: bool, last: bool) -> dict[str, float]:
        own = cell.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")
        inner = {"top": not first, "bottom": not last, "left": False, "right": False}
        return {
            side: _thickness(own, side) or self._general(side, is_inner) for side, is_inner in inner.items()
        }

    def closing(self, height: float, wide: float, *, is_last: bool) -> Iterator[Stroke]:
        """The rule below a row that isn't the last one: the next row's upper rule, and the table's end on this page."""
        if (thick := _thickness(self._table, "insideH")) and not is_last:
            middle = height + thick / 2
            yield Stroke(left=0, right=wide, top=middle, bottom=middle, thick=thick)

    def _general(self, side: str, is_inner: bool) -> float:
        if is_inner and side == "bottom":
            return 0.0  # drawn as the next row's upper rule
        return _thickness(self._table, "insideH" if is_inner else side)


def _thickness(borders: Xml, side: str) -> float:
    found = None if borders is None else borders.find(qn(f"w:{side}"))
    if found is None or found.get(qn("w:val")) in ("nil", "none"):
        return 0.0
    return float(found.get(qn("w:sz"))) * _TWIPS_PER_EIGHTH


def _frame(rule: dict[str, float], left: float, right: float, height: float) -> Iterator[Stroke]:
    top, bottom = rule["top"] / 2, height - rule["bottom"] / 2
    if rule["top"]:
        yield Stroke(left=left, right=right, top=top, bottom=top, thick=rule["top"])
    if rule["bottom"]:
        yield Stroke(left=left, right=right, top=bottom, bottom=bottom, thick=rule["bottom"])
    for side, x in (("left", left), ("right", right)):
        if rule[side]:
            yield Stroke(left=x, right=x, top=0, bottom=height, thick=rule[side])
