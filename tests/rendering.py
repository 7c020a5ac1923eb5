"""Renders a .docx with LibreOffice and reads positions off the pages, in millimetres from a page's upper left corner.

The fonts that official documents name are licensed and seldom installed: a fontconfig file of the rendering's own
gives free ones in their place, so that widths and line breaks can be measured anywhere.
"""

import ctypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from tests.office import run_libreoffice

STAND_INS = {
    "仿宋_GB2312": "AR PL SungtiL GB",
    "仿宋": "AR PL SungtiL GB",
    "楷体_GB2312": "AR PL KaitiM GB",
    "楷体": "AR PL KaitiM GB",
    "黑体": "WenQuanYi Zen Hei",
    "宋体": "AR PL SungtiL GB",
    "方正小标宋简体": "Noto Serif CJK SC",
    "Times New Roman": "Liberation Serif",
}
POINTS_TO_MM = 25.4 / 72
_AT_ONCE = 70
"""Documents; LibreOffice gives up somewhere above 200."""


@dataclass(frozen=True)
class Glyph:
    """One character on a page; the box is that of its ink, `base` the height of the line it stands on."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float


@dataclass(frozen=True)
class Rule:
    """One drawn line or bar."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def lines(self) -> tuple[tuple[Glyph, ...], ...]:
        """The glyphs line by line from the top: what stands on one base line."""
        lines: list[list[Glyph]] = []
        for glyph in sorted(self.glyphs, key=lambda each: each.base):
            if lines and glyph.base - lines[-1][0].base < 1:
                lines[-1].append(glyph)
            else:
                lines.append([glyph])
        return tuple(tuple(sorted(line, key=lambda each: each.left)) for line in lines)

    def line_texts(self) -> list[str]:
        return ["".join(glyph.text for glyph in line) for line in self.lines]

    def line_with(self, text: str) -> tuple[Glyph, ...]:
        """The first line that holds this text."""
        return next(line for line in self.lines if text in "".join(glyph.text for glyph in line))


@dataclass(frozen=True)
class Rendering:
    pdf: Path
    pages: tuple[Page, ...]
    fonts: frozenset[str]


def render(folder: Path, *documents: Path) -> tuple[Rendering, ...]:
    """The pages of each .docx or .xlsx as LibreOffice prints them, many in one start of it; files go into `folder`.

    The test is skipped where there is no LibreOffice.
    """
    _write_font_settings(fonts := folder / "fonts.conf")
    for start in range(0, len(documents), _AT_ONCE):
        some = documents[start : start + _AT_ONCE]
        run_libreoffice(folder, "--convert-to", "pdf", "--outdir", folder, *some, FONTCONFIG_FILE=str(fonts))
    return tuple(read_pdf(folder / f"{document.stem}.pdf") for document in documents)


def _write_font_settings(path: Path) -> None:
    aliases = "".join(
        f'<match target="pattern"><test name="family" qual="any"><string>{wanted}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{other}</string></edit></match>'
        for wanted, other in STAND_INS.items()
    )
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}</fontconfig>',
        encoding="utf-8",
    )


def read_pdf(path: Path) -> Rendering:
    """Glyphs, rules and fonts of a PDF."""
    document = pypdfium2.PdfDocument(path)
    fonts: set[str] = set()
    pages = []
    try:
        for page in document:
            pages.append(_read_page(page, fonts))
            page.close()
    finally:
        document.close()
    return Rendering(path, tuple(pages), frozenset(fonts))


def _read_page(page: pypdfium2.PdfPage, fonts: set[str]) -> Page:
    height = page.get_height()
    text = page.get_textpage()
    glyphs = []
    for place in range(text.count_chars()):
        character = text.get_text_range(place, 1)
        if character.strip():
            box = _millimetres(height, *text.get_charbox(place))
            glyphs.append(Glyph(character, *box, _base_of(text, place, height)))
            fonts.add(_font_of(text, place))
    text.close()
    paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    rules = [Rule(*_millimetres(height, *_extent(path))) for path in paths]
    return Page(tuple(glyphs), tuple(rules))


def _millimetres(height: float, left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
    """Left, top, right, bottom from the upper left corner."""
    return tuple(value * POINTS_TO_MM for value in (left, height - top, right, height - bottom))


def _extent(path: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a path's points; a stroke's width is not counted."""
    matrix, points = path.get_matrix(), []
    for place in range(pypdfium2.raw.FPDFPath_CountSegments(path)):
        across, up = ctypes.c_float(), ctypes.c_float()
        segment = pypdfium2.raw.FPDFPath_GetPathSegment(path, place)
        pypdfium2.raw.FPDFPathSegment_GetPoint(segment, across, up)
        points.append(matrix.on_point(across.value, up.value))
    across_all, up_all = zip(*points, strict=True)
    return min(across_all), min(up_all), max(across_all), max(up_all)


def _base_of(text: pypdfium2.PdfTextPage, place: int, height: float) -> float:
    across, up = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, place, across, up)
    return (height - up.value) * POINTS_TO_MM


def _font_of(text: pypdfium2.PdfTextPage, place: int) -> str:
    name = ctypes.create_string_buffer(256)
    pypdfium2.raw.FPDFText_GetFontInfo(text, place, name, 256, ctypes.c_int())
    return name.value.decode("utf-8").split("+")[-1]
