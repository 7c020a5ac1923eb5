"""The straight lines that a PDF page draws, as far as they may rule a table."""

import ctypes
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_MOST_OBJECTS = 20_000
_MOST_POINTS = 1_000
_THIN = 3.0
"""Points; a filled shape is a line where it is no thicker, else a ground behind text."""
_SLANT = 0.5
"""Points that the ends of an upright or level line may be apart."""


class Stroke(NamedTuple):
    """A level or upright line from end to end, in PDF coordinates: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float


class _Point(NamedTuple):
    """A point of a path, and whether a line leads to it."""

    x: float
    y: float
    is_drawn: bool


def strokes_of(page: pypdfium2.PdfPage) -> Iterator[Stroke]:
    """The lines of a page; those inside of drawings placed as a whole are left out."""
    paths = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=1)
    for path in islice(paths, _MOST_OBJECTS):
        if _is_line(path):
            yield from _strokes(path)


def _is_line(path: pypdfium2.PdfObject) -> bool:
    """Whether a path is drawn as a line, or filled and as thin as one."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path.raw, ctypes.byref(fill), ctypes.byref(stroke)):
        return False
    left, bottom, right, top = path.get_bounds()
    return bool(stroke.value) or (bool(fill.value) and min(right - left, top - bottom) <= _THIN)


def _strokes(path: pypdfium2.PdfObject) -> Iterator[Stroke]:
    for start, end in pairwise(_points(path)):
        across, up = abs(end.x - start.x), abs(end.y - start.y)
        if end.is_drawn and min(across, up) <= _SLANT < max(across, up):
            yield Stroke(min(start.x, end.x), min(start.y, end.y), max(start.x, end.x), max(start.y, end.y))


def _points(path: pypdfium2.PdfObject) -> Iterator[_Point]:
    """The points of a path on the page; where a figure is closed, its first point comes once more."""
    matrix = path.get_matrix()
    first: _Point | None = None
    for number in range(min(pdfium.FPDFPath_CountSegments(path.raw), _MOST_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            return
        kind = pdfium.FPDFPathSegment_GetType(segment)
        across, up = matrix.on_point(x.value, y.value)
        point = _Point(across, up, kind == pdfium.FPDF_SEGMENT_LINETO)
        first = first if point.is_drawn and first else point
        yield point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield first._replace(is_drawn=True)
