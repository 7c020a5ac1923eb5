"""The faces in which any Word document sets its text: through styles, document defaults and theme fonts."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from editor.writing.base.characters import clean
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml
from editor.writing.pages.pictures import Face

_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME_PART = "application/vnd.openxmlformats-officedocument.theme+xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_USUAL_HALF_POINTS = 20
"""What Word takes where nothing is stated."""
_SIZES = range(10, 289)
"""Half-points that anything of a notice may have."""
_LONGEST_NAME = 60
_TWIPS_PER_POINT = 20


class SampleFaces:
    """Answers in which face a run of one document is set."""

    def __init__(self, document: Any) -> None:
        """`document` is python-docx's."""
        self.styles = Styles(document.styles.element)
        self._defaults = document.styles.element.find(
            f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
        )
        self._theme = _theme_fonts(document.part)

    def main_face(self, paragraphs: list[Xml]) -> Face | None:
        """The face that most characters of the paragraphs have; None where there is no character."""
        counts = Counter[Face]()
        for paragraph in paragraphs:
            for run, text in runs_of(paragraph):
                counts[self.face(run, paragraph)] += len(text)
        return counts.most_common(1)[0][0] if counts else None

    def first_face(self, paragraph: Xml) -> Face:
        """The face in which a paragraph with text begins."""
        run, _text = next(runs_of(paragraph))
        return self.face(run, paragraph)

    def face(self, run: Xml, paragraph: Xml) -> Face:
        """The face of one run."""
        half_points = _number(self._value(run, paragraph, "w:sz"), _USUAL_HALF_POINTS)
        colour = self._value(run, paragraph, "w:color")
        return Face(
            family=self._font(run, paragraph, "eastAsia"),
            latin=self._font(run, paragraph, "ascii"),
            size=(half_points if half_points in _SIZES else _USUAL_HALF_POINTS) / 2,
            colour=colour.upper() if len(colour) == 6 else "000000",
            spacing=_number(self._value(run, paragraph, "w:spacing"), 0) / _TWIPS_PER_POINT,
        )

    def _font(self, run: Xml, paragraph: Xml, slot: str) -> str:
        """A font by its own name; one that is named by the theme beats it on the same level only."""
        for properties in self._levels(run, paragraph):
            fonts = None if properties is None else properties.find(qn("w:rFonts"))
            if fonts is None:
                continue
            theme = self._theme.get(fonts.get(qn(f"w:{slot}Theme")) or "", "")
            if found := theme or fonts.get(qn(f"w:{slot}")) or "":
                return clean(found)[:_LONGEST_NAME]
        return ""

    def _value(self, run: Xml, paragraph: Xml, tag: str) -> str:
        for properties in self._levels(run, paragraph):
            found = None if properties is None else properties.find(qn(tag))
            if found is not None and found.get(qn("w:val")):
                return str(found.get(qn("w:val")))
        return ""

    def _levels(self, run: Xml, paragraph: Xml) -> Iterator[Xml]:
        own = run.find(qn("w:rPr"))
        yield own
        yield from self.styles.chain(_named(own, "w:rStyle"), "w:rPr")
        style = _named(paragraph.find(qn("w:pPr")), "w:pStyle") or self.styles.default
        yield from self.styles.chain(style, "w:rPr")
        yield self._defaults


def runs_of(paragraph: Xml) -> Iterator[tuple[Xml, str]]:
    """A paragraph's own runs with their text, those in its text boxes left out, runs without text too."""
    for run in paragraph.iter(qn("w:r")):
        text = "".join(each.text or "" for each in run.iterchildren(qn("w:t")))
        if text.strip() and next(run.iterancestors(qn("w:p"))) is paragraph:
            yield run, text


def _named(properties: Xml, tag: str) -> str | None:
    found = None if properties is None else properties.find(qn(tag))
    return None if found is None else found.get(qn("w:val"))


def _number(value: str, usual: int) -> int:
    try:
        return round(float(value))
    except (ValueError, OverflowError):
        return usual


def _theme_fonts(part: Any) -> dict[str, str]:
    """Font names by what w:rFonts call them: minorEastAsia and so on."""
    theme = next((each for each in part.package.iter_parts() if each.content_type == _THEME_PART), None)
    if theme is None:
        return {}
    try:
        root = etree.fromstring(theme.blob, _PARSER)
    except etree.XMLSyntaxError:
        return {}
    found = {}
    for kind in ("major", "minor"):
        fonts = root.find(f".//{_THEME}{kind}Font")
        if fonts is not None:
            latin, east = fonts.find(f"{_THEME}latin"), fonts.find(f"{_THEME}ea")
            hans = fonts.find(f"{_THEME}font[@script='Hans']")
            found[f"{kind}Ascii"] = found[f"{kind}HAnsi"] = _typeface(latin)
            found[f"{kind}EastAsia"] = _typeface(east) or _typeface(hans)
    return found


def _typeface(font: Xml) -> str:
    return "" if font is None else str(font.get("typeface") or "")
