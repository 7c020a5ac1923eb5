"""The lines of a file as they were extracted, with their numbers and marks beside them."""

import re
from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from editor.plan.measures import Lines
from editor.ui.base.text_box import is_window_key
from editor.ui.base.theme import passive_selection, quiet
from editor.ui.base.utf16 import from_qt
from editor.wording import _

_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What would end a line on the screen inside a line of the source; shown as one blank each, so that places agree."""


class _Gutter(QWidget):
    """The strip of line numbers at the left."""

    def __init__(self, view: "OriginalView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        """As wide as the longest number and a mark."""
        return QSize(self._view.gutter_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The view knows where its lines stand."""
        self._view.paint_gutter(event)


class OriginalView(QPlainTextEdit):
    """Shows lines read-only with a caret; `line_changed` tells the number of the line that the caret went to."""

    line_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flags = Qt.TextInteractionFlag
        self.setReadOnly(True)
        self.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Lines of the original"))
        self._numbers: tuple[int, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._marks: Mapping[int, str] = {}
        self._aside: Collection[int] = ()
        self._shown: Lines | None = None
        self._line = 0
        self._gutter = _Gutter(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_gutter)
        self.cursorPositionChanged.connect(self._tell_line)

    def load(self, numbers: tuple[int, ...], texts: tuple[str, ...]) -> None:
        """Show these lines."""
        self._numbers, self._texts = numbers, tuple(_BREAKS.sub(" ", text) for text in texts)
        self.setPlainText("\n".join(self._texts))
        self._make_room()

    def mark(self, marks: Mapping[int, str], aside: Collection[int]) -> None:
        """Put marks beside lines by number, and draw those set aside back."""
        self._marks, self._aside = marks, aside
        self._highlight()
        self._gutter.update()

    @property
    def line(self) -> int:
        """The number of the line with the caret, 0 where there is none."""
        return self._number(self.textCursor().blockNumber())

    @property
    def offset(self) -> int:
        """The caret's place in its line, in characters."""
        cursor = self.textCursor()
        return from_qt(cursor.block().text(), cursor.positionInBlock())

    @property
    def selected_lines(self) -> Lines:
        """The first and last line that the selection touches, else what is shown, else the caret's line."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            document = self.document()
            first = document.findBlock(cursor.selectionStart()).blockNumber()
            last = document.findBlock(cursor.selectionEnd()).blockNumber()
            return self._number(first), self._number(last)
        if self._shown and self._shown[0] <= self.line <= self._shown[1]:
            return self._shown
        return self.line, self.line

    @property
    def selected_words(self) -> tuple[int, int, int] | None:
        """Line, place and length in characters of a selection within one line, None where it is none or a whole one."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        last = cursor.selectionEnd() - block.position()
        if not cursor.hasSelection() or last >= block.length():
            return None
        first = from_qt(block.text(), cursor.selectionStart() - block.position())
        length = from_qt(block.text(), last) - first
        if length >= len(block.text().strip()):
            return None
        return self._number(block.blockNumber()), first, length

    def show_lines(self, lines: Lines, *, move: bool = True) -> None:
        """Bring lines into view, marked; with `move` the caret goes to the first, which is not announced."""
        self._shown = lines
        if move and lines[0] in self._numbers:
            block = self.document().findBlockByNumber(self._numbers.index(lines[0]))
            self._line = lines[0]
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()
        self._highlight()

    def _number(self, place: int) -> int:
        return self._numbers[place] if place < len(self._numbers) else 0

    def _tell_line(self) -> None:
        if self.line != self._line:
            self._line = self.line
            self.line_changed.emit(self._line)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlight()

    def _highlight(self) -> None:
        palette = self.palette()
        ground = passive_selection(palette)
        selections = []
        for place, number in enumerate(self._numbers):
            is_shown = self._shown is not None and self._shown[0] <= number <= self._shown[1]
            if not is_shown and number not in self._aside:
                continue
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document().findBlockByNumber(place))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            if is_shown:
                selection.format.setBackground(ground)
                selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            elif number in self._aside:  # on the other ground it would be hard to read
                selection.format.setForeground(quiet(palette))
            selection.format.setFontItalic(number in self._aside)
            selections.append(selection)
        self.setExtraSelections(selections)

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys, undo among them, to its actions."""
        if is_window_key(event, self):
            event.ignore()
            return False
        return super().event(event)

    # The gutter

    @property
    def gutter_width(self) -> int:
        """Pixels for the longest number and a mark."""
        digits = len(str(max(self._numbers, default=1)))
        return self.fontMetrics().horizontalAdvance("0") * (digits + 3)

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter_width, 0, 0, 0)

    def _scroll_gutter(self, area: QRect, pixels: int) -> None:
        if pixels:
            self._gutter.scroll(0, pixels)
        else:
            self._gutter.update(0, area.y(), self._gutter.width(), area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The gutter keeps the view's height."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._gutter.setGeometry(QRect(area.left(), area.top(), self.gutter_width, area.height()))

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Draw the numbers and marks of the lines in sight."""
        painter = QPainter(self._gutter)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        block = self.firstVisibleBlock()
        height = self.fontMetrics().height()
        while block.isValid():
            top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
            if top > event.rect().bottom():
                break
            number = self._number(block.blockNumber())
            self._paint_number(painter, number, QRect(0, top, self._gutter.width() - 4, height))
            block = block.next()
        painter.end()

    def _paint_number(self, painter: QPainter, number: int, area: QRect) -> None:
        painter.setPen(quiet(self.palette()))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight, str(number))
        if mark := self._marks.get(number):
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(area.adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, mark)
