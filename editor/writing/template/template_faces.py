"""What a template makes of each element: its style's fonts, size and line pitch, as Word shows them."""

from pathlib import Path

from msgspec.structs import astuple

from editor.plan.value import Value
from editor.writing.ooxml.styles import Styles
from editor.writing.template.opening import open_document
from editor.writing.template.template import notice_template

_FONTS = "w:rPr/w:rFonts"


class StyleFace(Value, frozen=True, kw_only=True):
    """One style of a template: Chinese and Latin font, size and exact line pitch in points, 0 where none is stated."""

    style: str
    family: str
    latin: str
    size: float
    pitch: float


def template_faces(folder: Path | None = None) -> tuple[StyleFace, ...]:
    """Every style that elements of a notice have, in the order of the notice; FileProblem where one is missing."""
    look = notice_template(folder)
    styles = Styles(open_document(look).styles.element)
    named = [each if isinstance(each, tuple) else (each,) for each in astuple(look.styles)]
    return tuple(_face(styles, name) for name in dict.fromkeys(name for names in named for name in names))


def _face(styles: Styles, name: str) -> StyleFace:
    style, usual = styles.id(name), styles.default
    return StyleFace(
        style=name,
        family=styles.font(style) or (styles.font(usual) if usual else ""),
        latin=styles.value(style, _FONTS, "w:ascii") or styles.value(usual, _FONTS, "w:ascii") or "",
        size=(styles.half_points(style) or (styles.half_points(usual) if usual else 0)) / 2,
        pitch=styles.pitch(style) / 20,
    )
