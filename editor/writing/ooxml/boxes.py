"""Text boxes of the notice read back: where each stands, and what it holds."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from editor.plan.value import Value
from editor.writing.ooxml.wordml import Xml

_EMU_PER_TWIP = 635
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


class Box(Value, frozen=True, kw_only=True):
    """Sizes in twips; `left` and `top` None: in the middle, and at the foot, of the type area.

    `of_page` whether the places count from the page's corner rather than from the type area's; `pushes`, `lift` and
    `is_turned` as the box was written (text_box.Place).
    """

    wide: int
    high: int
    left: int | None
    top: int | None
    of_page: bool
    pushes: bool
    lift: int
    is_turned: bool


def boxes(paragraph: Xml) -> Iterator[tuple[Box, list[Xml]]]:
    """Every box that a paragraph anchors, with the paragraphs and tables in it."""
    for anchor in paragraph.iter(f"{_DRAWING}anchor"):
        content = anchor.find(f".//{qn('w:txbxContent')}")
        if content is not None:
            yield _box(anchor), list(content)


def _box(anchor: Xml) -> Box:
    extent, body = anchor.find(f"{_DRAWING}extent"), anchor.find(f".//{_SHAPE}bodyPr")
    down = anchor.find(f"{_DRAWING}positionV")
    return Box(
        wide=_twips(extent.get("cx")),
        high=_twips(extent.get("cy")),
        left=_offset(anchor.find(f"{_DRAWING}positionH")),
        top=_offset(down),
        of_page=down.get("relativeFrom") == "page",
        pushes=anchor.find(f"{_DRAWING}wrapTopAndBottom") is not None,
        lift=_twips(body.get("bIns", "0")),
        is_turned=body.get("vert") == "vert",
    )


def _offset(position: Xml) -> int | None:
    offset = position.find(f"{_DRAWING}posOffset")
    return None if offset is None else _twips(offset.text)


def _twips(emu: str) -> int:
    return round(int(emu) / _EMU_PER_TWIP)
