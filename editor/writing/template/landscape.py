"""Landscape pages: the type area turned, the page number where it is on the other pages (GB/T 9704—2012 clause 8)."""

import copy
from typing import Any

from docx.oxml.ns import qn
from docx.section import Section

from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.text_box import Place, text_box
from editor.writing.ooxml.wordml import Xml, element, paragraph, run
from editor.writing.template.template import Landscape, Template

_FURNITURE = 567
"""Twips from the paper's edge to header and footer."""
_LONG, _SHORT = 16838, 11906
"""The sides of an A4 sheet in twips."""


def turn(part: Any, section: Xml, template: Template, styles: Styles) -> None:
    """Make the section landscape; its footers become empty, its headers hold the turned page number.

    `part` is python-docx's part of the document, `section` one of its w:sectPr.
    """
    shape = template.landscape
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    for name, value in (("w:w", _LONG), ("w:h", _SHORT), ("w:orient", "landscape")):
        size.set(qn(name), str(value))
    for side in ("top", "right", "bottom", "left"):
        margins.set(qn(f"w:{side}"), str(getattr(shape, side)))
    for side in ("header", "footer"):  # deeper, the empty paragraph there would take room from the type area
        margins.set(qn(f"w:{side}"), str(_FURNITURE))
    for grid in section.findall(qn("w:docGrid")):  # LibreOffice would move the lines to the area's middle
        section.remove(grid)
    for tag in ("w:headerReference", "w:footerReference"):
        for reference in section.findall(qn(tag)):
            section.remove(reference)
    parts, style = Section(section, part), styles.id(template.styles.turned_number)
    _fill(parts.header, paragraph(style, [_number(shape, style, odd=True)]))
    _fill(parts.even_page_header, paragraph(style, [_number(shape, style, odd=False)]))
    for footer in (parts.footer, parts.even_page_footer):
        _fill(footer, paragraph(style))


class Sections:
    """The sections of one document, whose last one is upright."""

    def __init__(self, part: Any, last: Xml, template: Template, styles: Styles) -> None:
        """`part` is python-docx's part of the document, `last` its last w:sectPr."""
        self._part = part
        self._last = last
        self._upright = copy.deepcopy(last)
        self._template = template
        self._styles = styles
        self._first = last

    def ended(self, landscape: bool) -> Xml:
        """The properties of a section that ends here; those that follow have headers of their own."""
        properties = copy.deepcopy(self._upright)
        if landscape:
            turn(self._part, properties, self._template, self._styles)
            self._clear_headers(self._last)
        elif self._first is self._last:
            self._first = properties
        else:
            self._clear_headers(properties)
        return properties

    def without_first_number(self) -> None:
        """Leave the page number off the first page; LibreOffice needs the empty header to see the empty footer."""
        parts, style = Section(self._first, self._part), self._styles.id(self._template.styles.imprint_anchor)
        parts.different_first_page_header_footer = True
        for place in (parts.first_page_header, parts.first_page_footer):
            _fill(place, paragraph(style))

    def without_last_numbers(self) -> None:
        """Leave the page numbers off the last section: its footers are empty, and as high as the others."""
        last, style = Section(self._last, self._part), self._styles.id(self._template.styles.turned_number)
        for reference in self._last.findall(qn("w:footerReference")):
            self._last.remove(reference)
        for footer in (last.footer, last.even_page_footer):
            _fill(footer, paragraph(style))

    def _clear_headers(self, properties: Xml) -> None:
        parts, style = Section(properties, self._part), self._styles.id(self._template.styles.imprint_anchor)
        for header in (parts.header, parts.even_page_header):
            _fill(header, paragraph(style))


def landscape_width(shape: Landscape) -> int:
    """The width of the turned type area in twips."""
    return _LONG - shape.left - shape.right


def _fill(place: Any, content: Xml) -> None:
    """Make this paragraph all that a header or footer of this section holds."""
    place.is_linked_to_previous = False
    root = place._element
    for child in list(root):
        root.remove(child)
    root.append(content)


def _number(shape: Landscape, style: str, *, odd: bool) -> Xml:
    """— 1 — along the sheet's left edge: ending at a fixed place on odd pages, beginning at one on even pages.

    The box begins in the page's corner, where LibreOffice puts the only one of its kind wherever it should be.
    """
    wide = shape.number_middle + shape.number_line // 2
    place = Place(
        wide=wide, high=shape.odd_end if odd else _SHORT, left=0, top=0, pushes=False, turned="vert"
    )
    indent = None if odd else {"left": shape.even_start}
    content = [run("— "), *page_field(), run(" —")]
    line = paragraph(style, content, indent=indent, justify="right" if odd else "left")
    return text_box("页码", 2 if odd else 3, place, [line])


def page_field() -> list[Xml]:
    """The runs of a field that shows the page's number."""
    instruction = element("w:instrText")
    instruction.text = " PAGE "
    marks = [element("w:fldChar", {"w:fldCharType": kind}) for kind in ("begin", "separate", "end")]
    contents = (marks[0], instruction, marks[1], run("1").find(qn("w:t")), marks[2])
    return [element("w:r", None, [content]) for content in contents]
