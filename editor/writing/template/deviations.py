"""How an office's own template departs from GB/T 9704—2012, each with its clause, and which fonts it asks for."""

from collections.abc import Collection, Iterator
from pathlib import Path

from docx.oxml.ns import qn

from editor.plan.value import Value
from editor.wording import N_, _
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml
from editor.writing.template.opening import open_document
from editor.writing.template.page import page_of
from editor.writing.template.template import Template, notice_template

_STANDARD = "GB/T 9704—2012"
_TOLERANCE = 57
"""Twips: the standard allows 1 mm at the upper and the left margin."""
_MARGINS = {"top": (2098, 1960), "left": (1587,)}
"""Of layouts A and B."""
_PITCHES = range(555, 593)
"""Exact pitches with which 22 lines fill a page, in one layout or the other."""
_SIZES = {
    "title": (44, "7.3.1"),
    "addressees": (32, "7.3.2"),
    "text": (32, "5.2.2"),
    "signature": (32, "7.3.5"),
    "date": (32, "7.3.5"),
    "annotation": (32, "7.3.6"),
    "attachment_note": (32, "7.3.4"),
    "copied_to": (28, "7.4.2"),
    "printed": (28, "7.4.3"),
}
"""Half-points of the elements' styles, and the clause that says so."""
_PARTS = {
    "fonts": ("title", "text", "headings", "copied_to"),
    "clauses": ("7.3.1", "5.2.2", "7.3.3", "7.4.2"),
}


class Deviation(Value, frozen=True, kw_only=True):
    """One departure: a sentence, and the clause it departs from."""

    message: str
    clause: str


def deviations(folder: Path) -> tuple[Deviation, ...]:
    """What the template in `folder` does otherwise than the standard and the program's own template.

    FileProblem where the template can't be used at all.
    """
    look, own = notice_template(folder), notice_template()
    document, standard = open_document(look), open_document(own)
    styles, usual = Styles(document.styles.element), Styles(standard.styles.element)
    section = document.element.body.find(qn("w:sectPr"))
    return (
        *_page(section, look),
        *_sizes(styles, look),
        *_fonts(styles, look, usual, own),
        *_places(look, own),
    )


def _said(message: str, clause: str, **values: object) -> Deviation:
    return Deviation(message=_(message).format(**values), clause=f"{_STANDARD} {clause}")


def _page(section: Xml, look: Template) -> Iterator[Deviation]:
    margins = section.find(qn("w:pgMar"))
    for side, allowed in _MARGINS.items():
        found = int(margins.get(qn(f"w:{side}")))
        if all(abs(found - each) > _TOLERANCE for each in allowed):
            message = N_("The {side} margin is {found} mm, not {meant} mm.")
            yield _said(message, "5.2.1", side=side, found=_mm(found), meant=_mm(allowed[0]))
    pitch = page_of(section, look.page.characters_per_line).line_pitch
    if pitch not in _PITCHES:
        message = N_("The line pitch of {points} pt does not give 22 lines a page.")
        yield _said(message, "5.2.3", points=pitch / 20)


def _mm(twips: int) -> int:
    return round(twips * 25.4 / 1440)


def _sizes(styles: Styles, look: Template) -> Iterator[Deviation]:
    for field, (meant, clause) in _SIZES.items():
        name = getattr(look.styles, field)
        found = styles.half_points(styles.id(name))
        if found != meant:
            message = N_("“{style}” is set in {found} pt, not in {meant} pt.")
            yield _said(message, clause, style=name, found=found / 2, meant=meant / 2)


def _fonts(styles: Styles, look: Template, usual: Styles, own: Template) -> Iterator[Deviation]:
    for field, clause in zip(_PARTS["fonts"], _PARTS["clauses"], strict=True):
        pairs = zip(_names(look, field), _names(own, field), strict=False)
        for name, standard in pairs:
            found, meant = styles.font(styles.id(name)), usual.font(usual.id(standard))
            if found != meant:
                message = N_("“{style}” asks for the font {found}, usual is {meant}.")
                yield _said(message, clause, style=name, found=found, meant=meant)


def _names(look: Template, field: str) -> tuple[str, ...]:
    named = getattr(look.styles, field)
    return named if isinstance(named, tuple) else (named,)


def _places(look: Template, own: Template) -> Iterator[Deviation]:
    if look.mark.top != own.mark.top:
        message = N_("The issuer's mark begins {found} mm from the page's top, not {meant} mm.")
        yield _said(message, "7.2.4", found=_mm(look.mark.top), meant=_mm(own.mark.top))
    if look.page.characters_per_line != own.page.characters_per_line:
        message = N_("A line has {found} characters, not {meant}.")
        found, meant = look.page.characters_per_line, own.page.characters_per_line
        yield _said(message, "5.2.3", found=found, meant=meant)
    if look.signature != own.signature:
        yield _said(N_("Signature and date stand elsewhere than the standard says."), "7.3.5")
    if (look.imprint.outer_rule, look.imprint.inner_rule) != (own.imprint.outer_rule, own.imprint.inner_rule):
        yield _said(N_("The imprint's rules have other weights than 0.35 mm and 0.25 mm."), "7.4.1")


def requested_fonts(template: Path | None = None) -> tuple[str, ...]:
    """Every font that the template's styles ask for, each once."""
    document = open_document(notice_template(template))
    slots = ("w:eastAsia", "w:ascii", "w:hAnsi")
    faces = document.styles.element.iter(qn("w:rFonts"))
    return tuple(dict.fromkeys(str(font) for face in faces for slot in slots if (font := face.get(qn(slot)))))


def missing_fonts(installed: Collection[str], template: Path | None = None) -> tuple[str, ...]:
    """The fonts that the template asks for and this machine lacks; `installed` are family names, capitals don't count."""
    there = {name.casefold() for name in installed}
    return tuple(font for font in requested_fonts(template) if font.casefold() not in there)


def substitutes(installed: Collection[str], template: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Every font that is missing, with what prints in its place: the first of its chain that is there, "" for none."""
    there = {name.casefold(): name for name in installed}
    chains = notice_template(template).fonts
    return tuple(
        (
            font,
            next((there[each.casefold()] for each in chains.get(font, ()) if each.casefold() in there), ""),
        )
        for font in missing_fonts(installed, template)
    )
