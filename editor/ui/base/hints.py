"""What an empty list says instead of rows: why it is empty, and what would fill it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from editor.ui.base.theme import quiet

_MARGIN = 8


class Hint:
    """Says its words in a view: always those of `words`, else those of `when_empty` while there is no row."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self.words = self.when_empty = ""

    def say(self, words: str) -> None:
        """Say other words from now on, below the rows; none if they are empty."""
        if words != self.words:
            self.words = words
            self._view.viewport().update()

    def paint(self) -> None:
        """Paint the words that there are, below the last row; the view calls this when it has painted its rows."""
        model = self._view.model()
        rows = model.rowCount() if model is not None else 0
        words = self.words or ("" if rows else self.when_empty)
        if words != self._view.accessibleDescription():
            self._view.setAccessibleDescription(words)
        if words:
            top = self._view.visualRect(model.index(rows - 1, 0)).bottom() if rows else 0
            self._paint(words, top)

    def _paint(self, words: str, top: int) -> None:
        room: QRect = self._view.viewport().rect().adjusted(_MARGIN, top + _MARGIN, -_MARGIN, 0)
        painter = QPainter(self._view.viewport())
        painter.setPen(quiet(self._view.palette()))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)
        painter.end()
