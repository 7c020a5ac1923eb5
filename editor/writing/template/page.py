"""The template's page: its measures as the .docx has them, and the change from one layout to another."""

from docx.oxml.ns import qn

from editor.plan.value import Value
from editor.writing.ooxml.wordml import Xml
from editor.writing.template.template import Layout

_LINE, _PITCH = qn("w:line"), qn("w:linePitch")


class Page(Value, frozen=True, kw_only=True):
    """Upper margin, width and height of the type area and body line pitch, in twips; characters a line."""

    top: int
    wide: int
    high: int
    line_pitch: int
    characters: int


def page_of(section: Xml, characters: int) -> Page:
    """What a sectPr says, with the characters that make a line."""
    margins, size = section.find(qn("w:pgMar")), section.find(qn("w:pgSz"))
    top, right, bottom, left = (
        int(margins.get(qn(f"w:{side}"))) for side in ("top", "right", "bottom", "left")
    )
    return Page(
        top=top,
        wide=int(size.get(qn("w:w"))) - left - right,
        high=int(size.get(qn("w:h"))) - top - bottom,
        line_pitch=int(section.find(qn("w:docGrid")).get(_PITCH)),
        characters=characters,
    )


def apply_layout(layout: Layout, section: Xml, styles: Xml) -> None:
    """Give the sectPr the layout's margins, and grid and styles its line pitch."""
    margins, grid = section.find(qn("w:pgMar")), section.find(qn("w:docGrid"))
    for side, value in (("w:top", layout.top), ("w:bottom", layout.bottom)):
        if value is not None:
            margins.set(qn(side), str(value))
    if layout.line_pitch is not None:
        before = grid.get(_PITCH)
        grid.set(_PITCH, str(layout.line_pitch))
        for spacing in styles.iter(qn("w:spacing")):
            if spacing.get(_LINE) == before:
                spacing.set(_LINE, str(layout.line_pitch))
