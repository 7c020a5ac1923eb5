"""The notice's pages as they will print, laid out from the same elements and the same template as the .docx.

Where the pages can differ from Word's: Word may hang a mark over the line's end or narrow it, and measures the fonts
that are installed; here a mark always takes its whole width and Latin characters are as wide as the template says.
LibreOffice differs from Word in what it puts between Chinese characters and digits, so the layout is asked for one
of them; the even page of an imprint is found with Word's.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from docx.oxml.ns import qn
from docx.section import Section

from editor.libreoffice import find_libreoffice
from editor.plan.value import Value
from editor.writing.elements.element import IMPRINT, Element
from editor.writing.elements.setting import ImprintBreak, Setting
from editor.writing.notice.assembling import assemble
from editor.writing.ooxml.boxes import Box, boxes
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml
from editor.writing.pages.flow import FlowReader
from editor.writing.pages.paging import paginate
from editor.writing.pages.pictures import Line, PagePicture, Piece, Rule, pages_with
from editor.writing.pages.row_making import RowMaker
from editor.writing.pages.rows import Row, Stroke, TextLine, moved, stacked
from editor.writing.template.template import Template

_MM = 25.4 / 1440
"""Millimetres in a twip."""
WORD, LIBREOFFICE = "word", "libreoffice"
"""Programs that print the notice: WPS does as Word."""
_POINT = 20
"""Twips in a point."""


def lay_out(
    elements: tuple[Element, ...],
    template: Template,
    setting: Setting | None = None,
    program: str = WORD,
) -> tuple[PagePicture, ...]:
    """The pages of these elements as a program of the template's `programs` prints them; FileProblem where the
    template doesn't fit.
    """
    setting = setting or Setting()
    broken = imprint_break(elements, template, setting)
    return _pages(elements, template, setting, broken, program)


@cache
def usual_program() -> str:
    """The program that prints here: LibreOffice where there is neither Windows nor WPS, else Word or what does as it."""
    has_other = sys.platform in ("win32", "darwin") or shutil.which("wps") is not None
    return WORD if has_other or find_libreoffice() is None else LIBREOFFICE


def imprint_break(elements: tuple[Element, ...], template: Template, setting: Setting) -> ImprintBreak:
    """What brings the imprint to an even page, where the setting asks for that; by the pages as Word has them."""
    if not setting.imprint_even:
        return ""
    pages = _pages(elements, template, setting, "", WORD)
    imprint = next((n for kind in IMPRINT for n in pages_with(pages, kind)), 0)
    if imprint % 2 == 0:
        return ""
    return "numbered" if any(_is_text(line) for line in pages[imprint - 1].lines) else "unnumbered"


def _is_text(line: Line) -> bool:
    return bool(line.kind) and line.kind not in IMPRINT


def _pages(
    elements: tuple[Element, ...], template: Template, setting: Setting, broken: ImprintBreak, program: str
) -> tuple[PagePicture, ...]:
    document, writer = assemble(elements, template, setting, broken)
    styles, names = Styles(document.styles.element), template.styles
    kinds: dict[str | None, str] = {
        styles.id(names.copied_to): "copied_to",
        styles.id(names.printed): "printed",
    }
    origins = {source: (each.kind, each.block) for source, each in writer.origins.items()}
    maker = RowMaker(FlowReader(styles), template.latin_in(program), origins, kinds)
    return tuple(_Layout(document, maker, template.programs[program].keeps_whole).pages())


class _Sheet(Value, frozen=True, kw_only=True):
    """A section's paper and type area, in twips."""

    width: int
    height: int
    left: int
    top: int
    wide: int
    high: int
    footer: int


class _Layout:
    """Lays out one document's sections, one after the other."""

    def __init__(self, document: Any, maker: RowMaker, keeps_whole: bool) -> None:
        self._keeps_whole = keeps_whole
        self._document = document
        self._maker = maker
        self._two_sided = bool(document.settings.odd_and_even_pages_header_footer)

    def pages(self) -> Iterator[PagePicture]:
        number = 0
        for section, flow in _sections(self._document.element.body):
            sheet = _sheet(section)
            for place, rows in enumerate(self._paginated(flow, sheet)):
                number += 1
                yield self._picture(number, sheet, section, rows, is_first=place == 0)

    def _paginated(self, flow: Sequence[Xml], sheet: _Sheet) -> list[list[Row]]:
        return paginate(self._rows(flow, sheet), sheet.high, keeps_whole=self._keeps_whole)

    def _rows(self, flow: Sequence[Xml], sheet: _Sheet) -> Iterator[Row]:
        for each in flow:
            boxed = [self._boxed(box, content, sheet) for box, content in boxes(each)]
            yield from (row for row in boxed if row.is_fixed)
            yield from self._maker.rows([each], sheet.wide)
            yield from (row for row in boxed if row.at_foot)

    def _boxed(self, box: Box, content: Sequence[Xml], sheet: _Sheet) -> Row:
        """A box as a row: at the type area's foot, or in its fixed place."""
        rows = list(self._maker.rows(content, box.wide))
        high = sum(row.height for row in rows)
        at_foot = box.top is None
        left = 0 if at_foot or box.left is None else box.left - (sheet.left if box.of_page else 0)
        start: float = (box.top or 0) - (sheet.top if box.of_page else 0)
        if at_foot:  # what is too high for its box begins at the box's upper edge
            start = max(box.high - box.lift - high, 0)
        rows = list(stacked(rows, left, start))
        return Row(  # a box that pushes, but not from the foot, stands at the head of its page
            height=max(0, box.high if at_foot else start + box.high) if box.pushes else 0,
            lines=tuple(line for row in rows for line in row.lines),
            strokes=tuple(stroke for row in rows for stroke in row.strokes),
            at_foot=at_foot,
            is_fixed=not at_foot,
        )

    def _picture(
        self, number: int, sheet: _Sheet, section: Xml, rows: Sequence[Row], *, is_first: bool
    ) -> PagePicture:
        shown = [moved(row, sheet.left, sheet.top) for row in rows]
        foot, turned = self._furniture(number, sheet, section, is_first=is_first)
        lines = [line for row in (*shown, *foot) for line in row.lines]
        strokes = [stroke for row in (*shown, *foot) for stroke in row.strokes]
        return PagePicture(
            number=number,
            width=sheet.width * _MM,
            height=sheet.height * _MM,
            lines=(*map(_line, lines), *turned),
            rules=tuple(map(_rule, strokes)),
        )

    def _furniture(
        self, number: int, sheet: _Sheet, section: Xml, *, is_first: bool
    ) -> tuple[list[Row], list[Line]]:
        """The footer's rows in their places on the page, and turned lines of the header's boxes."""
        header, footer = self._header_and_footer(number, Section(section, self._document.part), is_first)
        rows = list(self._maker.rows(list(footer), sheet.wide, number))
        high = sum(row.height for row in rows)
        foot = list(stacked(rows, sheet.left, sheet.height - sheet.footer - high))
        turned = [
            line
            for each in header
            for box, content in boxes(each)
            if box.is_turned
            for line in self._turned(box, content, number)
        ]
        return foot, turned

    def _header_and_footer(self, number: int, section: Section, is_first: bool) -> tuple[Xml, Xml]:
        if is_first and section.different_first_page_header_footer:
            return section.first_page_header._element, section.first_page_footer._element
        if self._two_sided and number % 2 == 0:
            return section.even_page_header._element, section.even_page_footer._element
        return section.header._element, section.footer._element

    def _turned(self, box: Box, content: Sequence[Xml], number: int) -> Iterator[Line]:
        """The lines of a box turned clockwise: they run down from its upper edge, the first one at its right."""
        left, top = (box.left or 0), (box.top or 0)
        for row in stacked(list(self._maker.rows(content, box.high, number)), top, 0):
            for text in row.lines:
                plain = _line(text)
                right = left + box.wide
                yield Line(
                    pieces=plain.pieces,
                    left=(right - text.bottom) * _MM,
                    right=(right - text.top) * _MM,
                    top=plain.left,
                    bottom=plain.right,
                    baseline=(right - text.baseline) * _MM,
                    kind=plain.kind,
                    is_turned=True,
                )


def _sections(body: Xml) -> Iterator[tuple[Xml, list[Xml]]]:
    """Each section's properties with its paragraphs and tables."""
    flow: list[Xml] = []
    for each in body:
        if each.tag == qn("w:sectPr"):
            yield each, flow
            continue
        flow.append(each)
        section = each.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if section is not None:
            yield section, flow
            flow = []


def _sheet(section: Xml) -> _Sheet:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, height = (int(size.get(qn(f"w:{side}"))) for side in ("w", "h"))
    left, right, top, bottom, footer = (
        int(margins.get(qn(f"w:{side}"))) for side in ("left", "right", "top", "bottom", "footer")
    )
    return _Sheet(
        width=width,
        height=height,
        left=left,
        top=top,
        wide=width - left - right,
        high=height - top - bottom,
        footer=footer,
    )


def _line(text: TextLine) -> Line:
    pieces = tuple(
        Piece(
            text=each.text,
            x=(text.left + each.x) * _MM,
            face=each.face,
            is_latin=each.is_latin,
            spacing=each.spacing / _POINT,
        )
        for each in text.line.pieces
    )
    start = pieces[0].x if pieces else text.left * _MM
    return Line(
        pieces=pieces,
        left=start,
        right=start + text.line.width * _MM,
        top=text.top * _MM,
        bottom=text.bottom * _MM,
        baseline=text.baseline * _MM,
        kind=text.kind,
        block=text.block,
    )


def _rule(stroke: Stroke) -> Rule:
    return Rule(
        left=stroke.left * _MM,
        top=stroke.top * _MM,
        right=stroke.right * _MM,
        bottom=stroke.bottom * _MM,
        thickness=stroke.thick * _MM,
        colour=stroke.colour,
    )
