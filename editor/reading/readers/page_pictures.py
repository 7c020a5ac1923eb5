"""A page of a PDF or OFD as a picture, so that its lines can be seen where they stand.

It is drawn in a process of its own: what a file makes of a page can take as much time and memory as it likes.
"""

from functools import partial

import pypdfium2
from msgspec.structs import replace

from editor.errors import FileProblem
from editor.plan.value import Value
from editor.reading.readers import child
from editor.reading.readers.formats import is_pdf
from editor.reading.readers.ofd import Package
from editor.reading.readers.ofd_picture import as_pdf
from editor.reading.readers.pdf import open_pdf
from editor.wording import _

MOST_WIDTH, MOST_HEIGHT = 2400, 6000
"""Pixels of a picture; a page too long for its width is drawn narrower."""
_DEPTH = 3
"""Bytes of a pixel: red, green, blue."""


class Picture(Value, frozen=True, kw_only=True):
    """A page as it is shown: its size in pixels, its rows from the top without gaps, and how many `pages` there are."""

    width: int
    height: int
    rgb: bytes
    pages: int


def page_picture(content: bytes, page: int, width: int) -> Picture:
    """A page of a PDF or OFD, counted from 1, at most `width` pixels wide; FileProblem where it can't be drawn."""
    try:
        return child.read_apart(partial(draw_page, page=page, width=width), content, "")
    except FileProblem as problem:
        message = _("Page {page} can't be shown as a picture; its lines stay as they were read.")
        raise FileProblem(message.format(page=page)) from problem


def draw_page(content: bytes, name: str, *, page: int, width: int) -> Picture:
    """The page drawn in this process; FileProblem where there is none, or it has no size."""
    if is_pdf(content):
        return _drawn(open_pdf(content, name), page, width)
    package = Package(content, name)
    if not 0 < page <= len(package.places):
        raise FileProblem(_("Page {page} can't be drawn.").format(page=page))
    sheet = package.sheet(page)
    redrawn = as_pdf([*sheet.objects, *sheet.notes], sheet.frame.right, sheet.frame.bottom)
    picture = _drawn(open_pdf(redrawn, name), 1, width)
    return replace(picture, pages=len(package.places))


def _drawn(document: pypdfium2.PdfDocument, page: int, width: int) -> Picture:
    try:
        return _draw(document, page, width)
    except (pypdfium2.PdfiumError, ValueError, IndexError) as error:
        raise FileProblem(_("Page {page} can't be drawn.").format(page=page)) from error
    finally:
        document.close()


def _draw(document: pypdfium2.PdfDocument, number: int, width: int) -> Picture:
    if not 0 < number <= len(document):
        raise IndexError(number)
    page = document[number - 1]
    across, down = page.get_size()
    if not (across > 0 and down > 0):
        raise ValueError(number)
    scale = min(max(1, min(width, MOST_WIDTH)) / across, MOST_HEIGHT / down)
    bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
    return Picture(width=bitmap.width, height=bitmap.height, rgb=_without_gaps(bitmap), pages=len(document))


def _without_gaps(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """The bitmap's rows one behind the other, without what fills each up to a round number of bytes."""
    if bitmap.n_channels != _DEPTH:
        raise ValueError(bitmap.n_channels)
    rows, length = memoryview(bitmap.buffer), bitmap.width * _DEPTH
    return b"".join(rows[start : start + length] for start in range(0, len(rows), bitmap.stride))
