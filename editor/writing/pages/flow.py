"""The notice's paragraphs read back as values: spans of text in faces, indents, pitch, rules, tab stops.

The page layout takes them from the very paragraphs that go into the .docx, so both always hold the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from docx.oxml.ns import qn

from editor.plan.value import Value
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml
from editor.writing.pages.pictures import Face

Justify: TypeAlias = Literal["left", "both", "center", "right", "distribute"]
LINE_BREAK, TAB = "\n", "\t"
_FROM_TWIPS = 20
"""Twips in a point."""
_EIGHTHS = 2.5
"""Twips in an eighth of a point."""
_JUSTIFIES: dict[str | None, Justify] = {
    "both": "both",
    "center": "center",
    "right": "right",
    "end": "right",
    "distribute": "distribute",
}
_CONTENTS = {qn("w:br"): LINE_BREAK, qn("w:cr"): LINE_BREAK, qn("w:tab"): TAB}
_OFF = ("0", "false", "off")


class Span(Value, frozen=True, kw_only=True):
    """Text in one face."""

    text: str
    face: Face


class Border(Value, frozen=True, kw_only=True):
    """A rule below or above a paragraph: distance and thickness in twips."""

    space: float
    thick: float
    colour: str


class Shape(Value, frozen=True, kw_only=True):
    """How a paragraph stands: indents and pitch in twips, whether it keeps to the page's grid, tab stops."""

    left: int = 0
    right: int = 0
    first: int = 0
    pitch: int = 0
    justify: Justify = "left"
    on_grid: bool = True
    border: Border | None = None
    border_above: Border | None = None
    tabs: tuple[tuple[int, str], ...] = ()
    keep_next: bool = False
    new_page: bool = False


class Paragraph(Value, frozen=True, kw_only=True):
    """One paragraph; line breaks and tabs are characters of its spans."""

    spans: tuple[Span, ...]
    shape: Shape


class FlowReader:
    """Reads w:p elements written for one set of styles."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._shapes: dict[str | None, Shape] = {}
        self._faces: dict[tuple[str | None, str | None], Face] = {}

    def paragraph(self, source: Xml, page: int = 0) -> Paragraph:
        """The paragraph; a field in it stands for the page's number."""
        properties = source.find(qn("w:pPr"))
        style = style_of(source) or self._styles.default
        return Paragraph(
            spans=tuple(self._spans(source, style, page)),
            shape=self._own_shape(properties, self._style_shape(style)),
        )

    # Text

    def _spans(self, source: Xml, style: str | None, page: int) -> Iterator[Span]:
        hidden = False
        for run in source.iterchildren(qn("w:r")):
            text = ""
            for child in run:
                if child.tag == qn("w:fldChar"):
                    hidden = child.get(qn("w:fldCharType")) != "end"
                    text += str(page) if child.get(qn("w:fldCharType")) == "separate" else ""
                elif not hidden:
                    text += (child.text or "") if child.tag == qn("w:t") else _CONTENTS.get(child.tag, "")
            if text:
                yield Span(text=text, face=self._face(run, style))

    def _face(self, run: Xml, style: str | None) -> Face:
        properties = run.find(qn("w:rPr"))
        own = _value(properties, "w:rStyle")
        if (style, own) not in self._faces:
            self._faces[style, own] = self._style_face((own, style))
        face = self._faces[style, own]
        size = _value(properties, "w:sz")
        if size is None:
            return face
        return Face(
            **{name: getattr(face, name) for name in Face.__struct_fields__} | {"size": int(size) / 2}
        )

    def _style_face(self, styles: Sequence[str | None]) -> Face:
        def look(path: str, attribute: str = "w:val") -> str:
            found = (self._styles.value(style, f"w:rPr/{path}", attribute) for style in styles if style)
            return next((each for each in found if each is not None), "")

        return Face(
            family=look("w:rFonts", "w:eastAsia"),
            latin=look("w:rFonts", "w:ascii"),
            size=int(look("w:sz") or 20) / 2,
            colour=_colour(look("w:color")),
            spacing=int(look("w:spacing") or 0) / _FROM_TWIPS,
        )

    # Shape

    def _style_shape(self, style: str | None) -> Shape:
        if style not in self._shapes:
            self._shapes[style] = self._read_style(style)
        return self._shapes[style]

    def _read_style(self, style: str | None) -> Shape:
        def look(path: str, attribute: str = "w:val") -> str | None:
            return self._styles.value(style, f"w:pPr/{path}", attribute)

        indents = {side: look("w:ind", f"w:{side}") for side in ("left", "right", "firstLine", "hanging")}
        return Shape(
            left=int(indents["left"] or 0),
            right=int(indents["right"] or 0),
            first=_first(indents),
            pitch=self._styles.pitch(style),
            justify=_JUSTIFIES.get(look("w:jc"), "left"),
            on_grid=look("w:snapToGrid") not in _OFF,
            border=self._border(style, "bottom"),
            border_above=self._border(style, "top"),
            tabs=tuple(self._styles.tab_stops(style)),
        )

    def _border(self, style: str | None, side: str) -> Border | None:
        def look(attribute: str) -> str | None:
            return self._styles.value(style, f"w:pPr/w:pBdr/w:{side}", attribute)

        if not look("w:sz"):
            return None
        return Border(
            space=float(look("w:space") or 0) * _FROM_TWIPS,
            thick=float(look("w:sz") or 0) * _EIGHTHS,
            colour=_colour(look("w:color") or ""),
        )

    def _own_shape(self, properties: Xml, shape: Shape) -> Shape:
        """The style's shape with what the paragraph says itself."""
        if properties is None:
            return shape
        own: dict[str, object] = {
            "keep_next": _is_on(properties, "w:keepNext"),
            "new_page": _is_on(properties, "w:pageBreakBefore"),
        }
        if (spacing := properties.find(qn("w:spacing"))) is not None and spacing.get(qn("w:line")):
            own["pitch"] = int(spacing.get(qn("w:line")))
        if (indent := properties.find(qn("w:ind"))) is not None:
            own |= {
                side: int(indent.get(qn(f"w:{side}")))
                for side in ("left", "right")
                if indent.get(qn(f"w:{side}"))
            }
            if first := {
                s: v for s in ("firstLine", "hanging") if (v := indent.get(qn(f"w:{s}"))) is not None
            }:
                own["first"] = _first(first)
        if justify := _value(properties, "w:jc"):
            own["justify"] = _JUSTIFIES.get(justify, "left")
        if stops := properties.findall(f"{qn('w:tabs')}/{qn('w:tab')}"):
            own["tabs"] = tuple(sorted((int(each.get(qn("w:pos"))), each.get(qn("w:val"))) for each in stops))
        if _value(properties, "w:snapToGrid") in _OFF:
            own["on_grid"] = False
        return Shape(**{name: getattr(shape, name) for name in Shape.__struct_fields__} | own)


def style_of(paragraph: Xml) -> str | None:
    """The id of a paragraph's style, None for the default one."""
    return _value(paragraph.find(qn("w:pPr")), "w:pStyle")


def _first(indents: Mapping[str, str | None]) -> int:
    """The first line's own indent: beyond the others, or before them where it hangs."""
    return int(indents.get("firstLine") or 0) - int(indents.get("hanging") or 0)


def _value(properties: Xml, tag: str) -> str | None:
    found = None if properties is None else properties.find(qn(tag))
    return None if found is None else found.get(qn("w:val"))


def _is_on(properties: Xml, tag: str) -> bool:
    found = properties.find(qn(tag))
    return found is not None and found.get(qn("w:val")) not in _OFF


def _colour(value: str) -> str:
    return value if len(value) == 6 else "000000"
