"""The letterhead as paragraphs: copy number, urgency, mark, number and signatories (GB/T 9704—2012 7.2 and clause 10)."""

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn

from editor.plan.notice import Form
from editor.writing.base.characters import width
from editor.writing.elements.element import Element
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.text_box import Place, text_box
from editor.writing.ooxml.wordml import Xml, element, paragraph, run, tab
from editor.writing.template.page import Page
from editor.writing.template.template import Template

_TWIPS_PER_HALF_POINT = 10
_TYPE_AREA_MIDDLE = 6010
"""Twips from the page's left edge: 106 mm."""


class Letterhead:
    """Writes the letterhead of one notice."""

    def __init__(self, template: Template, styles: Styles, page: Page, form: Form) -> None:
        self._template = template
        self._names = template.styles
        self._styles = styles
        self._page = page
        self._form = form

    def paragraphs(self, parts: Sequence[Element]) -> Iterator[Xml]:
        """The paragraphs of all parts in order, with the blank lines between them."""
        above = [each for each in parts if each.kind in ("copy_number", "urgency")]
        mark = next((each for each in parts if each.kind == "issuer_mark"), None)
        below = [each for each in parts if each.kind in ("signatories", "document_number", "minutes_head")]
        if self._form == "letter":
            yield from self._letter(above, mark, below)
            return
        corner = list(self._corner(above))
        yield from corner
        if mark:
            yield from self._mark(mark, len(corner))
            yield from self._blanks(self._template.blank_lines.after_mark)
        if below:
            yield from self._numbered(below)
            yield from self._blanks(self._template.blank_lines.after_rule)

    def _blanks(self, count: int) -> Iterator[Xml]:
        return (paragraph() for _place in range(count))

    def _corner(self, parts: Sequence[Element]) -> Iterator[Xml]:
        """Copy number and urgency in the upper left corner, one line each (7.2.1 to 7.2.3)."""
        for each in parts:
            style = self._names.copy_number if each.kind == "copy_number" else self._names.urgency
            yield paragraph(self._styles.id(style), [run(each.text)])

    def _mark(self, each: Element, lines_above: int) -> Iterator[Xml]:
        """The mark, its ink's upper edge where the template says, whatever stands in the corner."""
        place = self._template.mark
        half_points = self._size(each)
        pitch = half_points * _TWIPS_PER_HALF_POINT
        top = place.order_top if self._form == "order" else place.top
        spacer = round(top - self._page.top + place.ink * pitch) - lines_above * self._page.line_pitch
        yield paragraph(self._styles.id(self._names.spacer), line=max(spacer, 1))
        style = self._styles.id(self._names.issuer_mark)
        if each.lines:
            yield self._stacked(each, style, half_points)
        else:
            yield paragraph(style, [run(each.text, half_points=half_points)], line=pitch)

    def _size(self, each: Element) -> int:
        """Half-points: as the style has it, smaller where one line or the stack would not fit."""
        style = self._styles.half_points(self._styles.id(self._names.issuer_mark))
        place = self._template.mark
        characters = max(map(width, each.lines[:-1])) + 2.5 if each.lines else width(each.text)
        across = self._page.wide * place.fill / max(characters, 1)
        down = place.stack_high / max(len(each.lines) - 1, 1)
        return min(style, int(min(across, down) / _TWIPS_PER_HALF_POINT))

    def _stacked(self, each: Element, style: str, half_points: int) -> Xml:
        """A table without borders: the names one above the other, 文件 in the middle to their right (7.2.4)."""
        *names, kind = each.lines
        pitch = half_points * _TWIPS_PER_HALF_POINT
        left, right = round(max(map(width, names)) * pitch * 1.02), round(width(kind) * pitch * 1.25)
        stack = [
            paragraph(style, [run(name, half_points=half_points)], line=pitch, justify="distribute")
            for name in names
        ]
        beside = [paragraph(style, [run(kind, half_points=half_points)], line=pitch, justify="right")]
        properties = [
            element("w:tblW", {"w:w": left + right, "w:type": "dxa"}),
            element("w:jc", {"w:val": "center"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element(
                "w:tblCellMar",
                None,
                [element(f"w:{side}", {"w:w": 0, "w:type": "dxa"}) for side in ("left", "right")],
            ),
        ]
        grid = [element("w:gridCol", {"w:w": wide}) for wide in (left, right)]
        row = [_cell(left, stack), _cell(right, beside)]
        parts = [
            element("w:tblPr", None, properties),
            element("w:tblGrid", None, grid),
            element("w:tr", None, row),
        ]
        return element("w:tbl", None, parts)

    def _numbered(self, parts: Sequence[Element]) -> Iterator[Xml]:
        """The number with the red rule; below a name of those who sign, where there are any (7.2.5, 7.2.6)."""
        number = next((each.text for each in parts if each.kind == "document_number"), "")
        names = next((each.lines for each in parts if each.kind == "signatories"), ())
        ends = next((each.lines for each in parts if each.kind == "minutes_head"), ())
        if number and (self._form == "order" or ends):
            yield paragraph(self._styles.id(self._names.order_number), [run(number)])
        if ends:
            yield self._minutes_head(ends)
        if self._form == "order" or ends:
            return
        if not names:
            yield paragraph(self._styles.id(self._names.document_number), [run(number)])
        else:
            yield from self._signed(number, names)

    def _minutes_head(self, ends: Sequence[str]) -> Xml:
        """Who issues the minutes to the left, their day to the right, 字 from the edges, above the red rule."""
        one = self._template.page.character
        stops = {one: "left", self._page.wide - one: "right"}
        runs = [tab(), run(ends[0]), tab(), run(ends[1])]
        return paragraph(self._styles.id(self._names.document_number), runs, tabs=stops, justify="left")

    def _signed(self, number: str, names: Sequence[str]) -> Iterator[Xml]:
        """Two names a line, those of one column below each other; the number on the last line."""
        one = self._template.page.character
        line, column = self._template.page.characters_per_line, max(map(width, names)) + 1
        columns = min(2, len(names))
        label = line - 1 - (4 + columns * column - 1)
        starts = (0, *(4 + place * column for place in range(columns)))
        stops = {one: "left"} | {round((label + start) * one): "left" for start in starts}
        face = self._styles.id(self._names.signatory_name)
        rows = [names[start : start + 2] for start in range(0, len(names), 2)]
        for place, row in enumerate(rows):
            last = place == len(rows) - 1
            runs = [tab(), *([run(number)] if last and number else [])]
            runs += [tab(), run("签发人：") if place == 0 else tab()]
            for column_place, name in enumerate(row):
                runs += [*([tab()] if column_place else []), run(name, style=face)]
            style = self._names.document_number if last else self._names.signatories
            yield paragraph(self._styles.id(style), runs, tabs=stops, justify="left")

    def _letter(
        self, above: Sequence[Element], mark: Element | None, below: Sequence[Element]
    ) -> Iterator[Xml]:
        """Mark and both double lines in boxes of the first page, below them the number flush right (10.1)."""
        style = self._styles.id(self._names.letter_number)
        for place, row in enumerate(self._letter_rows(above, below) or [[]]):
            boxes = self._letter_boxes(mark) if place == 0 else []
            yield paragraph(style, [*boxes, *row], tabs={self._page.wide: "right"})
        yield from self._blanks(self._template.blank_lines.after_letter_number)

    def _letter_rows(self, above: Sequence[Element], below: Sequence[Element]) -> list[list[Xml]]:
        """Copy number and urgency to the left; the number to the right of the first of them."""
        number = [run(each.text) for each in below if each.kind == "document_number"]
        faces = {"urgency": self._styles.id(self._names.urgent), "copy_number": None}
        rows: list[list[Xml]] = [[run(each.text, style=faces[each.kind])] for each in above]
        if number:
            rows[:1] = [[*(rows[0] if rows else []), tab(), *number]]
        return rows

    def _letter_boxes(self, mark: Element | None) -> list[Xml]:
        shape = self._template.letter
        left = _TYPE_AREA_MIDDLE - shape.line_long // 2
        upper = paragraph(self._styles.id(self._names.letter_upper_line))
        lower = paragraph(self._styles.id(self._names.letter_lower_line))
        head = list(self._letter_mark(mark)) if mark else []
        used = sum(int(each.find(f".//{qn('w:spacing')}").get(qn("w:line"))) for each in head)
        ink = round(self._template.mark.ink * used)
        high = used + shape.line_high + shape.below_line
        places = (
            Place(wide=shape.line_long, high=high, left=left, top=shape.mark_top + ink),
            Place(
                wide=shape.line_long,
                high=shape.line_high,
                left=left,
                top=shape.lower_line_end - shape.line_high,
                pushes=False,
            ),
        )
        contents = ([*head, upper], [lower])
        return [
            text_box("信函版头", 4 + number, place, content)
            for number, (place, content) in enumerate(zip(places, contents, strict=True))
        ]

    def _letter_mark(self, mark: Element) -> Iterator[Xml]:
        half_points = min(self._size(mark), self._template.letter.mark_size)
        pitch = half_points * _TWIPS_PER_HALF_POINT
        style = self._styles.id(self._names.issuer_mark)
        yield paragraph(style, [run(mark.text, half_points=half_points)], line=pitch)
        yield paragraph(self._styles.id(self._names.spacer), line=self._template.letter.above_line)


def _cell(wide: int, content: Sequence[Xml]) -> Xml:
    properties = [element("w:tcW", {"w:w": wide, "w:type": "dxa"}), element("w:vAlign", {"w:val": "center"})]
    return element("w:tc", None, [element("w:tcPr", None, properties), *content])
