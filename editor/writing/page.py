"""The template's page: its measures as the .docx has them, and the change from one layout to another."""

from docx.oxml.ns import qn

from editor.plan.value import Value
from editor.writing.template import Layout
from editor.writing.wordml import Xml

_LINE, _PITCH = qn("w:line"), qn("w:linePitch")


class Page(Value, frozen=True, kw_only=True):
    """Upper margin, width of the type area and body line pitch, in twips."""

    top: int
    wide: int
    line_pitch: int


def page_of(section: Xml) -> Page:
    """What a sectPr says."""
    margins, size = section.find(qn("w:pgMar")), section.find(qn("w:pgSz"))
    sides = int(margins.get(qn("w:left"))) + int(margins.get(qn("w:right")))
    return Page(
        top=int(margins.get(qn("w:top"))),
        wide=int(size.get(qn("w:w"))) - sides,
        line_pitch=int(section.find(qn("w:docGrid")).get(_PITCH)),
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
