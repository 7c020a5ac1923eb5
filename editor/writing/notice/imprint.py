"""The imprint (版记): a text box anchored at the foot of the last page's type area (GB/T 9704—2012 7.4)."""

from collections.abc import Iterator, Sequence

from editor.wording import _
from editor.writing.base.characters import width
from editor.writing.elements.element import IMPRINT, Element
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.text_box import Place, text_box
from editor.writing.ooxml.wordml import Xml, element, paragraph, run, tab
from editor.writing.pages.breaking import break_paragraph
from editor.writing.pages.flow import FlowReader
from editor.writing.template.template import Template

MOST_MOVED = 500
"""字 of addressees that an imprint can take; more than that fits on no page."""
_RULES_ROOM = 40
"""Twips that the three rules take in the text box's height."""


class Imprint:
    """The paragraphs of one imprint, and the box they stand in."""

    def __init__(self, template: Template, styles: Styles, *, is_ruled: bool = True) -> None:
        """`is_ruled`: a letter's imprint has no rules (10.1)."""
        names = template.styles
        self.shape = template.imprint
        self.anchor = styles.id(names.imprint_anchor)
        self.is_ruled = is_ruled
        self._printed = styles.id(names.printed)
        self._others = styles.id(names.copied_to)
        self._reader = FlowReader(styles)
        self._latins = [template.latin_in(program) for program in template.programs]

    def anchored(self, parts: Sequence[Element], wide: int, lift: int, *, new_page: bool) -> Xml:
        """The paragraph that anchors the imprint's box, `wide` twips wide, its last rule `lift` above the margin."""
        lines = sum(self._lines(part, wide) for part in parts)
        high = lines * self.shape.line + _RULES_ROOM + lift
        content = [self._table(parts, wide), paragraph(self.anchor)]
        box = text_box("版记", 1, Place(wide=wide, high=high, lift=lift), content)
        return paragraph(self.anchor, [box], new_page=new_page)

    def _lines(self, part: Element, wide: int) -> int:
        """How many lines the part takes in the program that needs most."""
        read = self._reader.paragraph(self._paragraph(part))
        return max(len(break_paragraph(read, wide, latin)) for latin in self._latins)

    def _table(self, parts: Sequence[Element], wide: int) -> Xml:
        size = {"w:w": wide, "w:type": "dxa"}
        properties = [
            element("w:tblW", size),
            element("w:tblLayout", {"w:type": "fixed"}),
            element(
                "w:tblCellMar",
                None,
                [element(f"w:{side}", {"w:w": 0, "w:type": "dxa"}) for side in ("left", "right")],
            ),
        ]
        grid = element("w:tblGrid", None, [element("w:gridCol", {"w:w": wide})])
        rows = [
            self._row(part, size, place == 0, place == len(parts) - 1) for place, part in enumerate(parts)
        ]
        return element("w:tbl", None, [element("w:tblPr", None, properties), grid, *rows])

    def _row(self, part: Element, size: dict[str, object], first: bool, last: bool) -> Xml:
        rules = []
        if (
            first or part.kind == "printed"
        ):  # none between those it is sent to and those who get copies (7.4.2)
            rules.append(self._rule("w:top", first))
        if last:
            rules.append(self._rule("w:bottom", True))
        rules = rules if self.is_ruled else []
        cell = element(
            "w:tcPr",
            None,
            [element("w:tcW", size), *([element("w:tcBorders", None, rules)] if rules else [])],
        )
        return element("w:tr", None, [element("w:tc", None, [cell, self._paragraph(part)])])

    def _rule(self, side: str, outer: bool) -> Xml:
        thick = self.shape.outer_rule if outer else self.shape.inner_rule
        return element(side, {"w:val": "single", "w:sz": thick, "w:space": 0, "w:color": "000000"})

    def _paragraph(self, part: Element) -> Xml:
        if part.kind == "printed":
            runs = [run(part.lines[0]), tab(), run(part.lines[1])]
        else:
            runs = [run(part.printed)]
        return paragraph(self._printed if part.kind == "printed" else self._others, runs)


def unmoved(elements: Sequence[Element]) -> tuple[str, ...]:
    """A sentence where there are more addressees than either the first page or the imprint has room for."""
    if all(each.kind != "addressees" or width(each.text) <= MOST_MOVED for each in elements):
        return ()
    message = _(
        "The addressees are too many: the first page shows no text. Name them by groups, or attach a list."
    )
    return (message,)


def addressees_moved(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements with the addressees at the head of the imprint (GB/T 9704—2012 7.3.2 and 7.4.2)."""
    moved = [
        Element(kind="sent_to", lead="主送：", text=each.text.rstrip("：") + "。")
        for each in elements
        if each.kind == "addressees"
    ]
    yield from (each for each in elements if each.kind not in (*IMPRINT, "addressees"))
    yield from moved
    yield from (each for each in elements if each.kind in IMPRINT)
