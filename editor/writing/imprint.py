"""The imprint (版记): a text box anchored at the foot of the last page's type area (GB/T 9704—2012 7.4)."""

from collections.abc import Sequence
from math import ceil

from editor.writing.characters import width
from editor.writing.element import Element
from editor.writing.template import ImprintShape
from editor.writing.text_box import Place, text_box
from editor.writing.wordml import Xml, element, paragraph, run, tab

_RULES_ROOM = 40
"""Twips that the three rules take in the text box's height."""


class Imprint:
    """The paragraphs of one imprint, and the box they stand in."""

    def __init__(self, shape: ImprintShape, styles: dict[str, str]) -> None:
        """`styles` are style ids: of each kind of element, and of the anchor."""
        self.shape = shape
        self.styles = styles

    def anchored(self, parts: Sequence[Element], wide: int, lift: int) -> Xml:
        """The paragraph that anchors the imprint's box, `wide` twips wide, its last rule `lift` above the margin."""
        lines = sum(self._lines(part) for part in parts)
        high = lines * self.shape.line + _RULES_ROOM + lift
        content = [self._table(parts, wide), paragraph(self.styles["anchor"])]
        box = text_box("版记", 1, Place(wide=wide, high=high, lift=lift), content)
        return paragraph(self.styles["anchor"], [box])

    def _lines(self, part: Element) -> int:
        room = self.shape.copied_to_width
        return ceil(width(part.text) / room) if part.kind == "copied_to" else 1

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
        rules = [
            self._rule("w:top", first),
            *([self._rule("w:bottom", True)] if last else []),
        ]
        cell = element("w:tcPr", None, [element("w:tcW", size), element("w:tcBorders", None, rules)])
        return element("w:tr", None, [element("w:tc", None, [cell, self._paragraph(part)])])

    def _rule(self, side: str, outer: bool) -> Xml:
        thick = self.shape.outer_rule if outer else self.shape.inner_rule
        return element(side, {"w:val": "single", "w:sz": thick, "w:space": 0, "w:color": "000000"})

    def _paragraph(self, part: Element) -> Xml:
        if part.kind == "printed":
            runs = [run(part.lines[0]), tab(), run(part.lines[1])]
        else:
            runs = [run(part.printed)]
        return paragraph(self.styles[part.kind], runs)
