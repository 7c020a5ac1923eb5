"""Text boxes: what stands at a fixed place of the page, whatever the text around it does.

Text boxes because LibreOffice sets full-width floating tables inline and does not move frames to a page's foot.
"""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from lxml import etree

from editor.plan.value import Value
from editor.writing.ooxml.wordml import Xml

Turned: TypeAlias = Literal["horz", "vert"]
"""horz: upright; vert: turned by 90° clockwise."""
_EMU_PER_TWIP = 635
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOX = f"""<w:r xmlns:w="{_WORD}"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing
><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>
<wp:positionH {{across}}</wp:positionH>
<wp:positionV {{down}}</wp:positionV>
<wp:extent cx="{{wide}}" cy="{{high}}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:{{wrap}}/>
<wp:docPr id="{{number}}" name="{{name}}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{{wide}}" cy="{{high}}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr rot="0" vert="{{turned}}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="{{lift}}" anchor="{{anchor}}"
><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
</mc:AlternateContent></w:r>"""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Place(Value, frozen=True, kw_only=True):
    """Where a box stands, in twips.

    `left` and `top` from the page's upper left corner; None: in the middle, and at the foot, of the type area.
    `pushes` whether the text keeps clear of it, `lift` how far above its lower edge its content ends.
    """

    wide: int
    high: int
    left: int | None = None
    top: int | None = None
    pushes: bool = True
    lift: int = 0
    turned: Turned = "horz"


def text_box(name: str, number: int, place: Place, content: Iterable[Xml]) -> Xml:
    """A run that anchors a box; `number` tells the boxes of one document apart."""
    sizes = {"wide": place.wide, "high": place.high, "lift": place.lift}
    text = _BOX.format(
        name=name,
        number=number,
        across=_position(place.left, "center"),
        down=_position(place.top, "bottom"),
        wrap="wrapTopAndBottom" if place.pushes else "wrapNone",
        turned=place.turned,
        anchor="b" if place.top is None else "t",
        **{key: value * _EMU_PER_TWIP for key, value in sizes.items()},
    )
    box = etree.fromstring(text.replace("\n", ""), _PARSER)
    holder = box.find(f".//{{{_WORD}}}txbxContent")
    assert holder is not None
    holder.extend(content)
    return box


def _position(offset: int | None, align: str) -> str:
    if offset is None:
        return f'relativeFrom="margin"><wp:align>{align}</wp:align>'
    return f'relativeFrom="page"><wp:posOffset>{offset * _EMU_PER_TWIP}</wp:posOffset>'
