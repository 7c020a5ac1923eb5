"""Pictures of a file's pages, drawn off the UI thread: the last few are kept, and what can't be drawn isn't tried again."""

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from editor.ui.base.long_work import LongWork, Watch

KEPT = 5
"""Pages kept, those shown last."""


class Drawn(NamedTuple):
    """A page as an image, the width in pixels that was asked for, and how many pages its file has."""

    page: int
    image: QImage
    pixels: int
    pages: int


def draw(watch: Watch, content: bytes, page: int, pixels: int) -> Drawn:
    """A page of a file; ended once it is unwanted. FileProblem where it can't be drawn."""
    from editor.reading import ended_by, page_picture

    with ended_by(watch.unwanted):
        picture = page_picture(content, page, pixels)
    size = picture.width, picture.height, picture.width * 3
    return Drawn(page, QImage(picture.rgb, *size, QImage.Format.Format_RGB888).copy(), pixels, picture.pages)


class PagePictures(QObject):
    """The pictures of one file; `changed` tells that the page wanted last can be shown, or why it can't."""

    changed = Signal()

    def __init__(self, content: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._kept: OrderedDict[int, Drawn] = OrderedDict()
        self._problems: dict[int, str] = {}
        self._wanted = (0, 0)
        self._work = LongWork(self)
        self._work.failed.connect(self._fail)

    def want(self, page: int, pixels: int) -> None:
        """Have a page drawn at least so many pixels wide, unless it is there or can't be drawn; no other is waited for."""
        drawn = self._kept.get(page)
        if drawn is not None:
            self._kept.move_to_end(page)
        if page in self._problems or (drawn is not None and drawn.pixels >= pixels):
            self._work.drop()
        elif not self.is_busy or page != self._wanted[0] or pixels > self._wanted[1]:
            self._wanted = (page, pixels)
            self._work.begin("", draw, self._content, page, pixels, then=self._take)

    def image(self, page: int) -> QImage | None:
        """The page's picture, as fine as it was drawn so far."""
        drawn = self._kept.get(page)
        return drawn.image if drawn else None

    def problem(self, page: int) -> str:
        """Why the page can't be drawn, nothing where it can."""
        return self._problems.get(page, "")

    @property
    def pages(self) -> int:
        """How many pages the file has, as far as a picture has told."""
        return max((drawn.pages for drawn in self._kept.values()), default=0)

    @property
    def is_busy(self) -> bool:
        """Whether a page is being drawn."""
        return self._work.is_busy

    def stop(self) -> None:
        """Wait for no page any more."""
        self._work.drop()

    def _take(self, drawn: Drawn) -> None:
        self._kept[drawn.page] = drawn
        self._kept.move_to_end(drawn.page)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.changed.emit()

    def _fail(self, message: str) -> None:
        self._problems[self._wanted[0]] = message
        self.changed.emit()
