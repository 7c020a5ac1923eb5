"""PDF: its text layer by position; pages that are pictures are named, for nothing is invented."""

import ctypes
import math
from collections.abc import Iterator
from functools import partial
from typing import TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from editor.errors import FileProblem
from editor.reading.lines import Extract
from editor.reading.readers.boxes import Box, Glyph
from editor.reading.readers.child import tell
from editor.reading.readers.layout import Page
from editor.reading.readers.paging import Looks, paged_extract, refuse_too_long
from editor.reading.readers.pdf_rules import strokes_of
from editor.wording import _

_ASKEW = 0.1
"""Share of a right angle that a character may stand off the nearest one."""
_PICTURE_SHARE = 0.4
"""Share of a page that a picture must cover to be a scan of it."""
_FEWEST_SHAPES = 200
"""Shapes on a page without text from which they are taken for letters drawn as outlines."""
_MOST_OBJECTS = 20_000
_LINE_END_HYPHEN = 2
"""What pdfium gives for a hyphen at a row's end."""
_HYPHEN = "-"
_UNREADABLE = "\ufffd"
_DAMAGED = partial(Page, width=595.0, height=842.0, glyphs=())
"""A page whose contents can't be reached, as large as A4."""
_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_Place: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top in PDF coordinates, y up."""


def read_pdf(content: bytes, name: str) -> Extract:
    """The lines of a PDF; FileProblem where it is damaged, locked, far too long or without any text layer."""
    document = open_pdf(content, name)
    try:
        refuse_too_long(len(document), 0, name)
        return paged_extract(_pages(document, name), name)
    finally:
        document.close()


def open_pdf(content: bytes, name: str) -> pypdfium2.PdfDocument:
    """The document, to be closed; FileProblem where it is damaged or locked."""
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            message = _("“{name}” is protected by a password; save it without one.")
            raise FileProblem(message.format(name=name)) from error
        raise _damaged(name) from error


def _damaged(name: str) -> FileProblem:
    return FileProblem(_("“{name}” is damaged or cut short; ask for the file again.").format(name=name))


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[tuple[Page, Looks]]:
    characters = 0
    for index in range(len(document)):
        try:
            page = document[index]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield _DAMAGED(number=index + 1), Looks(is_damaged=True)
            continue
        characters += text.count_chars()
        refuse_too_long(len(document), characters, name)
        yield _read(page, text, index + 1)
        tell(index + 1, len(document))
        text.close()
        page.close()


def _read(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int) -> tuple[Page, Looks]:
    width, height = (max(side, 1.0) for side in page.get_size())
    glyphs = tuple(_Characters(page, text))
    read = Page(number=number, width=width, height=height, glyphs=glyphs, rules=_rules(page))
    return read, Looks(is_picture=_is_picture(page))


def _rules(page: pypdfium2.PdfPage) -> tuple[Box, ...]:
    frame, rotation = page.get_bbox(), page.get_rotation()
    return tuple(
        shown_box(stroke, frame, rotation) for stroke in strokes_of(page) if all(map(math.isfinite, stroke))
    )


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether pictures cover much of the page, or drawn shapes stand where letters should."""
    width, height = page.get_size()
    covered = shapes = 0.0
    for count, item in enumerate(page.get_objects(max_depth=3)):
        if count > _MOST_OBJECTS:
            break
        shapes += item.type == pdfium.FPDF_PAGEOBJ_PATH
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            covered += max(right - left, 0) * max(top - bottom, 0)
    return covered >= _PICTURE_SHARE * width * height or shapes >= _FEWEST_SHAPES


class _Characters:
    """The characters that a page shows, those left out that pdfium made up between words and lines."""

    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> None:
        self._text = text
        self._rotation: int = page.get_rotation()
        self._frame = page.get_bbox()

    def __iter__(self) -> Iterator[Glyph]:
        for index in range(self._text.count_chars()):
            if pdfium.FPDFText_IsGenerated(self._text.raw, index) == 1:
                continue
            character = self._character(index)
            if character.strip() and (box := self._box(index)):
                yield Glyph(character, box, self._turn(index))

    def _character(self, index: int) -> str:
        code = self._code(index)
        if code in _FIRST_HALVES and self._code(index + 1) in _SECOND_HALVES:
            return (chr(code) + chr(self._code(index + 1))).encode("utf-16", "surrogatepass").decode("utf-16")
        if code in _SECOND_HALVES and self._code(index - 1) in _FIRST_HALVES:
            return ""
        if not code or code in _FIRST_HALVES or code in _SECOND_HALVES or self._has_no_meaning(index):
            return _UNREADABLE
        return _HYPHEN if code == _LINE_END_HYPHEN else chr(code)

    def _code(self, index: int) -> int:
        """A character's code; characters beyond the first 65,536 take two where the system's are 16 bits wide."""
        return int(pdfium.FPDFText_GetUnicode(self._text.raw, index))

    def _has_no_meaning(self, index: int) -> bool:
        return bool(pdfium.FPDFText_HasUnicodeMapError(self._text.raw, index) == 1)

    def _box(self, index: int) -> Box | None:
        """The character's place on the page as shown, in the height of its font; None where it has none."""
        rectangle = pdfium.FS_RECTF()
        if not pdfium.FPDFText_GetLooseCharBox(self._text.raw, index, ctypes.byref(rectangle)):
            return None
        place = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        return shown_box(place, self._frame, self._rotation) if all(map(math.isfinite, place)) else None

    def _turn(self, index: int) -> int | None:
        """Quarter turns clockwise as shown."""
        angle: float = pdfium.FPDFText_GetCharAngle(self._text.raw, index) / (math.pi / 2)
        if not math.isfinite(angle) or abs(angle - round(angle)) > _ASKEW:
            return None
        return (round(angle) + self._rotation // 90) % 4


def shown_box(place: _Place, frame: _Place, rotation: int) -> Box:
    """A place in PDF coordinates on the page turned clockwise by `rotation` degrees, as it is shown."""
    left, right = place[0] - frame[0], place[2] - frame[0]
    low, high = place[1] - frame[1], place[3] - frame[1]
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    if rotation == 90:
        return Box(low, left, high, right)
    if rotation == 180:
        return Box(width - right, low, width - left, high)
    if rotation == 270:
        return Box(height - high, width - right, height - low, width - left)
    return Box(left, height - high, right, height - low)
