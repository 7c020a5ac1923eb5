"""The page of any Word document as the notice's template states it: margins, line pitch, characters a line."""

from collections.abc import Sequence

from docx.oxml.ns import qn

from editor.plan.value import Value
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml
from editor.writing.pages.pictures import Face
from editor.writing.template.opening import open_document
from editor.writing.template.page import page_of
from editor.writing.template.template import Layout, Template

_MARGINS = range(567, 3403)
"""Twips: 10 to 60 mm; anything else is no margin of a notice."""
_PITCHES = range(300, 801)
"""Twips."""
_A4_WIDE = 11906
_TWIPS_PER_POINT = 20
_GRID_UNITS = 4096
"""Of a character grid's w:charSpace in a point."""


class SamplePage(Value, frozen=True, kw_only=True):
    """Twips: margins and pitch (`layout`, `left`, `right`), the width of one 字, and the spacing that makes it so."""

    layout: Layout
    left: int
    right: int
    character: int
    spacing: int
    characters_per_line: int


def sample_page(body: Xml, styles: Styles, text: Sequence[Xml], face: Face, own: Template) -> SamplePage:
    """The page on which the sample's text stands; what it doesn't state is as in the program's `own` template."""
    section = next(body.iter(qn("w:sectPr")), None)
    usual = open_document(own).element.body.find(qn("w:sectPr"))
    margins = {side: _margin(section, usual, side) for side in ("top", "right", "bottom", "left")}
    wide = _A4_WIDE - margins["left"] - margins["right"]
    natural = round(face.size * _TWIPS_PER_POINT)
    count = int(wide / max(natural + _spacing(section, face), natural / 2))
    spacing = wide // count - natural if _grid(section) == "linesAndChars" else round(_spacing(section, face))
    pitch = _pitch(section, styles, text) or page_of(usual, own.page.characters_per_line).line_pitch
    return SamplePage(
        layout=Layout(top=margins["top"], bottom=margins["bottom"], line_pitch=pitch),
        left=margins["left"],
        right=margins["right"],
        character=natural + spacing,
        spacing=spacing,
        characters_per_line=count,
    )


def _margin(section: Xml, usual: Xml, side: str) -> int:
    found = _attribute(section, "w:pgMar", f"w:{side}")
    return found if found in _MARGINS else _attribute(usual, "w:pgMar", f"w:{side}")


def _spacing(section: Xml, face: Face) -> float:
    """Twips after every character: the run's own, and what a character grid adds or takes."""
    grid = _attribute(section, "w:docGrid", "w:charSpace") if _grid(section) == "linesAndChars" else 0
    return (face.spacing + grid / _GRID_UNITS) * _TWIPS_PER_POINT


def _pitch(section: Xml, styles: Styles, text: Sequence[Xml]) -> int:
    """The text's exact pitch or that of the page's grid; 0 where it depends on the font."""
    own = text[0].find(f"{qn('w:pPr')}/{qn('w:spacing')}") if text else None
    style = _style(text[0]) if text else None
    rule = _stated(own, "w:lineRule") or styles.value(style, "w:pPr/w:spacing", "w:lineRule")
    line = _whole(_stated(own, "w:line") or styles.value(style, "w:pPr/w:spacing", "w:line"))
    if rule == "exact" and line in _PITCHES:
        return line
    pitch = _attribute(section, "w:docGrid", "w:linePitch")
    return pitch if _grid(section) in ("lines", "linesAndChars") and pitch in _PITCHES else 0


def _style(paragraph: Xml) -> str | None:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if found is None else found.get(qn("w:val"))


def _grid(section: Xml) -> str:
    grid = None if section is None else section.find(qn("w:docGrid"))
    return str(_stated(grid, "w:type") or "")


def _attribute(section: Xml, tag: str, name: str) -> int:
    return _whole(_stated(None if section is None else section.find(qn(tag)), name))


def _stated(found: Xml, name: str) -> str | None:
    return None if found is None else found.get(qn(name))


def _whole(value: str | None) -> int:
    try:
        return int(value or 0)
    except ValueError:
        return 0
