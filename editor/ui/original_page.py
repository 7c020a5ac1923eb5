"""The page of the file that the chosen lines stand on, as it is printed, with these lines marked."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.errors import EditorError
from editor.plan.measures import Lines
from editor.ui.reading_desk import Place
from editor.ui.worker import Newest
from editor.wording import _

_PIXELS = 1200
"""Width that pages are drawn with; they are shown as wide as there is room."""
_KEPT = 5
"""Pages kept, those shown last."""
_SHAPE = 297 / 210
"""Height over width of a page not drawn yet."""
_MARKED = 56
"""Opacity of the ground over marked lines, of 255."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Drawn(NamedTuple):
    """A page as an image, and how many pages its file has."""

    page: int
    image: QImage
    pages: int


def draw(content: bytes, page: int, unwanted: Event) -> _Drawn:
    """A page of a PDF; ended once it is unwanted. FileProblem where it can't be drawn."""
    from editor.reading import ended_by, page_picture

    with ended_by(unwanted):
        picture = page_picture(content, page, _PIXELS)
    size = picture.width, picture.height, picture.width * 3
    return _Drawn(page, QImage(picture.rgb, *size, QImage.Format.Format_RGB888).copy(), picture.pages)


class OriginalPage(QWidget):
    """Shows one page as wide as there is room; `line_chosen` tells the line that was clicked on.

    The arrow keys to the sides turn pages, all others scroll.
    """

    line_chosen = Signal(int)

    def __init__(self, content: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.pages = 1, 1
        self._content = content
        self._places: Mapping[int, Place] = {}
        self._lines: Lines = (0, -1)
        self._kept: OrderedDict[int, _Drawn] = OrderedDict()
        self._unwanted = Event()
        self._drawer = Newest(self)
        self._drawer.answered.connect(self._take)
        self._drawer.failed.connect(self._fail)
        self.title = QLabel(self)
        self.sheet = _Sheet()
        self.area = _Area(self)
        self.area.setWidget(self.sheet)
        self.area.turned.connect(lambda steps: self.turn_to(self.page + steps))
        self.area.resized.connect(self._fit)
        self.sheet.clicked.connect(self._choose)
        self.title.setBuddy(self.area)
        self.setFocusProxy(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.area, 1)
        self._name()

    def load(self, places: Mapping[int, Place]) -> None:
        """Tell where the lines stand, and begin with the first page."""
        self._places = places
        self.pages = max((place.page for place in places.values()), default=1)
        self._turn(1)

    def show_lines(self, lines: Lines, at: int | None = None) -> None:
        """Mark lines and turn to the page of the first, or of the one `at`; lines without a place change nothing."""
        place = self._places.get(lines[0] if at is None else at)
        if place is None:
            return
        self._lines = lines
        self._turn(place.page)

    def turn_to(self, page: int) -> None:
        """Show another page, if there is one."""
        if 1 <= page <= self.pages and page != self.page:
            self._turn(page)
            self.area.verticalScrollBar().setValue(0)

    def stop(self) -> None:
        """Wait for no page any more."""
        self._unwanted.set()
        self._drawer.forget()

    @property
    def is_busy(self) -> bool:
        """Whether a page is being drawn."""
        return self._drawer.is_busy

    @property
    def marked(self) -> tuple[QRectF, ...]:
        """The marked lines of this page, as shares of the page."""
        first, last = self._lines
        found = (self._places.get(line) for line in range(first, last + 1))
        return tuple(_rect(place) for place in found if place is not None and place.page == self.page)

    def _turn(self, page: int) -> None:
        is_other = page != self.page
        self.page = page
        if (drawn := self._kept.get(page)) is not None:
            self.stop()
            self._show(drawn)
        elif is_other or not self.is_busy:
            self._ask()
        else:
            self.sheet.mark(self.marked)
            self._go_to_marked()

    def _ask(self) -> None:
        self.stop()
        self._unwanted = Event()
        self._drawer.ask(draw, self._content, self.page, self._unwanted)
        self.sheet.show_words(_("Drawing page {page} …").format(page=self.page))
        self.sheet.mark(self.marked)
        self._name()
        self._go_to_marked()

    def _take(self, drawn: _Drawn) -> None:
        self.pages = drawn.pages
        self._kept[drawn.page] = drawn
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._show(drawn)

    def _show(self, drawn: _Drawn) -> None:
        self._kept.move_to_end(drawn.page)
        self.sheet.show_image(drawn.image)
        self.sheet.mark(self.marked)
        self._name()
        self._fit()
        self._go_to_marked()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, EditorError):
            raise error
        self.sheet.show_words(str(error))

    def _name(self) -> None:
        title = _("Page {page} of {pages}").format(page=self.page, pages=self.pages)
        self.title.setText(title)
        self.area.setAccessibleDescription(title)

    def _fit(self) -> None:
        self.sheet.set_width(self.area.viewport().width())

    def _go_to_marked(self) -> None:
        """Bring the first of the marked lines to the upper third of what is seen."""
        if self.marked:
            top = self.marked[0].top() * self.sheet.height()
            self.area.verticalScrollBar().setValue(round(top - self.area.viewport().height() / 3))

    def _choose(self, point: QPointF) -> None:
        """Tell the line at a place; beside a line counts as on it."""
        on_page = {line: _rect(place) for line, place in self._places.items() if place.page == self.page}
        hit = [line for line, rect in on_page.items() if rect.contains(point)]
        beside = [line for line, rect in on_page.items() if rect.top() <= point.y() <= rect.bottom()]
        if hit or beside:
            self.line_chosen.emit((hit or beside)[0])


class _Area(QScrollArea):
    """Scrolls the sheet up and down; tells the pages to be turned, and its new size."""

    turned = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Page of the original"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet stays as wide as the area."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right turn pages."""
        if (steps := _STEPS.get(Qt.Key(event.key()))) is not None and not event.modifiers():
            self.turned.emit(steps)
        else:
            super().keyPressEvent(event)


class _Sheet(QWidget):
    """Paints the page, or words on an empty one, and the ground over the marked lines."""

    clicked = Signal(QPointF)

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.words = ""
        self._shape = _SHAPE
        self._marked: Sequence[QRectF] = ()

    def show_image(self, image: QImage) -> None:
        """Show a page."""
        self.image, self.words, self._shape = image, "", image.height() / image.width()
        self.update()

    def show_words(self, words: str) -> None:
        """Show an empty page in the shape of the last one."""
        self.image, self.words = None, words
        self.update()

    def mark(self, marked: Sequence[QRectF]) -> None:
        """Mark these shares of the page."""
        self._marked = marked
        self.update()

    def set_width(self, width: int) -> None:
        """Be so wide, and as high as the page's shape asks for."""
        self.setFixedSize(width, max(1, round(width * self._shape)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all of it: it is one image."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image is not None:
            painter.drawImage(self.rect(), self.image)
            self._paint_marked(painter)
        else:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
            words = self.rect().adjusted(12, 12, -12, -12)
            painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.words)

    def _paint_marked(self, painter: QPainter) -> None:
        """A ground over each line, and a bar beside it for those who don't see the colour."""
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        ground = self.palette().color(QPalette.ColorRole.Highlight)
        ground.setAlpha(_MARKED)
        painter.setPen(QPen(colour, 2))
        for share in self._marked:
            rect = QRectF(
                share.x() * self.width(),
                share.y() * self.height(),
                share.width() * self.width(),
                share.height() * self.height(),
            )
            painter.fillRect(rect, ground)
            painter.drawLine(rect.topLeft() - QPointF(4, 0), rect.bottomLeft() - QPointF(4, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell the place below the pointer, as shares of the page."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.position()
            self.clicked.emit(QPointF(place.x() / self.width(), place.y() / self.height()))


def _rect(place: Place) -> QRectF:
    left, top, right, bottom = place.box
    return QRectF(left, top, right - left, bottom - top)
