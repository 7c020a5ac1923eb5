"""A table as a .docx: A4 landscape, its heads repeated on every page, a merged row per section."""

import io
from collections.abc import Iterator, Sequence
from math import ceil
from typing import Literal

from docx.oxml.ns import qn
from msgspec.structs import replace

from editor.writing.base.characters import one_line, width
from editor.writing.base.packing import anonymous
from editor.writing.base.table import Cell, Row, Stretch, Table, Texts, cell_text, stretches
from editor.writing.elements.guard import read_document
from editor.writing.elements.titles import break_title
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml, element, line_break, paragraph, run
from editor.writing.template.landscape import landscape_width, turn
from editor.writing.template.opening import empty_body, open_document
from editor.writing.template.template import TableLook, Template

_CELL_MARGIN = 80
"""Twips to the left and right of a cell's text."""
_RULE = 4
"""Eighths of a point."""
_WHOLE = 12
"""Rows of up to so many lines are not divided between pages."""
_STRUCK: dict[str, Literal["strike", "dstrike"]] = {"-": "strike", "<": "dstrike"}
_UNDERLINES: dict[str, Literal["single", "double"]] = {"+": "single", ">": "double"}
"""Lines, not colours: they must be told apart in a grey print."""
_TWIPS_PER_HALF_POINT = 10


def table_document(table: Table, look: TableLook, template: Template) -> bytes:
    """The .docx that holds the table alone; the same table and template give the same bytes."""
    document = open_document(template)
    section = empty_body(document.element.body)
    styles = Styles(document.styles.element)
    turn(document.part, section, template, styles)
    for block in table_blocks(table, look, template, styles):
        section.addprevious(block)
    packed = io.BytesIO()
    document.save(packed)
    return anonymous(packed.getvalue(), one_line(table.title))


def table_blocks(table: Table, look: TableLook, template: Template, styles: Styles) -> Iterator[Xml]:
    """The table's title and opening, the table, and the paragraph that must follow a table, for a landscape section."""
    wide = landscape_width(template.landscape)
    half_points = styles.half_points(styles.id(template.styles.title))
    lines = break_title(table.title, wide // (half_points * _TWIPS_PER_HALF_POINT))
    runs = [run(lines[0])]
    for line in lines[1:]:
        runs += [line_break(), run(line)]
    yield paragraph(styles.id(template.styles.title), runs)
    yield paragraph()
    if table.opening:
        yield paragraph(styles.id(template.styles.text), [run(table.opening)])
    yield table_xml(table, look, template, styles)
    yield paragraph(styles.id(template.styles.imprint_anchor))


def table_xml(table: Table, look: TableLook, template: Template, styles: Styles) -> Xml:
    """The table alone, as wide as a landscape page's type area."""
    return _Tables(look, template, styles, landscape_width(template.landscape)).table(table)


def document_texts(content: bytes) -> Texts:
    """The texts of title, opening and rows of the .docx."""
    body = read_document(content)
    before = [(text,) for each in body.findall(qn("w:p")) if (text := _text(each))]
    rows = [
        tuple(
            text for cell in row.findall(qn("w:tc")) if (text := "\n".join(map(_text, cell.iter(qn("w:p")))))
        )
        for row in body.iter(qn("w:tr"))
    ]
    return [*before, *rows]


def _text(each: Xml) -> str:
    return "".join(text.text or "" for text in each.iter(qn("w:t")))


class _Tables:
    """Writes tables of one look, `wide` twips wide."""

    def __init__(self, look: TableLook, template: Template, styles: Styles, wide: int) -> None:
        self._look = look
        self._head = styles.id(template.styles.table_head)
        self._text = styles.id(template.styles.table_text)
        self._widths = [round(wide * each / sum(look.widths)) for each in look.widths]
        self._wide = sum(self._widths)
        self._character = styles.half_points(self._text) * _TWIPS_PER_HALF_POINT

    def table(self, table: Table) -> Xml:
        grid = [element("w:gridCol", {"w:w": each}) for each in self._widths]
        heads = self._row(table.heads, self._head, repeated=True)
        rows = [
            self._across(row) if row.is_across else self._row(row.cells, self._text) for row in table.rows
        ]
        return element("w:tbl", None, [self._properties(), element("w:tblGrid", None, grid), heads, *rows])

    def _properties(self) -> Xml:
        rule = {"w:val": "single", "w:sz": _RULE, "w:space": 0, "w:color": "000000"}
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        margin = {"w:w": _CELL_MARGIN, "w:type": "dxa"}
        return element(
            "w:tblPr",
            None,
            [
                element("w:tblW", {"w:w": self._wide, "w:type": "dxa"}),
                element("w:tblBorders", None, [element(f"w:{side}", dict(rule)) for side in sides]),
                element("w:tblLayout", {"w:type": "fixed"}),
                element(
                    "w:tblCellMar", None, [element(f"w:{side}", dict(margin)) for side in ("left", "right")]
                ),
            ],
        )

    def _across(self, row: Row) -> Xml:
        span, style = len(self._widths), self._text if row.is_remark else self._head
        cell = self._cell(row.cells[0], style, self._wide, "left", span, keep_next=not row.is_remark)
        return element("w:tr", None, [cell])

    def _row(self, cells: Sequence[Cell], style: str, *, repeated: bool = False) -> Xml:
        whole = [element("w:cantSplit")] if self._lines(cells) <= _WHOLE else []
        whole += [element("w:tblHeader")] if repeated else []
        kept = [element("w:trPr", None, whole)] if whole else []
        made = [
            self._cell(cell, style, wide, self._justify(column, repeated))
            for column, (cell, wide) in enumerate(zip(cells, self._widths, strict=True), start=1)
        ]
        return element("w:tr", None, [*kept, *made])

    def _lines(self, cells: Sequence[Cell]) -> int:
        """How many lines the highest cell takes, estimated from the characters' widths."""
        rooms = [(wide - 2 * _CELL_MARGIN) / self._character for wide in self._widths]
        return max(
            sum(ceil(width(line) / room) or 1 for line in cell_text(cell).split("\n"))
            for cell, room in zip(cells, rooms, strict=True)
        )

    def _justify(self, column: int, head: bool) -> str | None:
        return None if head or column in self._look.read_from_left else "center"

    def _cell(
        self,
        cell: Cell,
        style: str,
        wide: int,
        justify: str | None,
        span: int = 1,
        *,
        keep_next: bool = False,
    ) -> Xml:
        """One cell; a heading over several columns is kept with the row below."""
        properties = [element("w:tcW", {"w:w": wide, "w:type": "dxa"})]
        properties += [element("w:gridSpan", {"w:val": span})] if span > 1 else []
        properties.append(element("w:vAlign", {"w:val": "center"}))
        lines = [
            paragraph(style, map(_run, line), keep_next=keep_next, justify=justify)
            for line in _cell_lines(stretches(cell))
        ]
        return element("w:tc", None, [element("w:tcPr", None, properties), *lines])


def _cell_lines(cell: Sequence[Stretch]) -> list[list[Stretch]]:
    """The stretches of every line."""
    lines: list[list[Stretch]] = [[]]
    for stretch in cell:
        for place, text in enumerate(stretch.text.split("\n")):
            if place:
                lines.append([])
            if text:
                lines[-1].append(replace(stretch, text=text))
    return lines


def _run(stretch: Stretch) -> Xml:
    """A run marked by lines as its stretch is, a changed figure bold."""
    return run(
        stretch.text,
        bold=stretch.is_figure and stretch.op != "=",
        struck=_STRUCK.get(stretch.op, ""),
        underline=_UNDERLINES.get(stretch.op, ""),
    )
