"""The imprint (版记): a text box anchored at the foot of the last page's type area (GB/T 9704—2012 7.4).

A text box because full-width floating tables are set inline by LibreOffice, and frames are not moved.
"""

from collections.abc import Sequence
from math import ceil

from lxml import etree

from editor.writing.characters import width
from editor.writing.elements import Element
from editor.writing.template import ImprintShape
from editor.writing.wordml import Xml, element, paragraph, run, tab

_EMU_PER_TWIP = 635
_RULES_ROOM = 40
"""Twips that the three rules take in the text box's height."""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOX = f"""<w:r xmlns:w="{_WORD}"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing
><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>
<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>
<wp:extent cx="{{wide}}" cy="{{high}}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>
<wp:docPr id="1" name="版记"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{{wide}}" cy="{{high}}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="{{lift}}" anchor="b"
><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
</mc:AlternateContent></w:r>"""


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
        sizes = {"wide": wide, "high": high, "lift": lift}
        text = _BOX.format(**{name: value * _EMU_PER_TWIP for name, value in sizes.items()})
        box = etree.fromstring(
            text.replace("\n", ""), etree.XMLParser(resolve_entities=False, no_network=True)
        )
        content = box.find(f".//{{{_WORD}}}txbxContent")
        assert content is not None
        content.append(self._table(parts, wide))
        content.append(paragraph(self.styles["anchor"]))
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
