"""A layout that sets widgets in lines like words; what room a line has left goes to those that can use it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_Policy = QSizePolicy.Policy
_CAN_GROW = (_Policy.Preferred, _Policy.Expanding, _Policy.MinimumExpanding, _Policy.Ignored)


class FlowLayout(QLayout):
    """Widgets from left to right, wrapped at the edge; fields grow, and so does a label that is the last."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(spacing, 2, spacing, 2)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the item at `place`."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """The item taken out of its place, None beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        lines = list(self._lines(room))
        heights = sum(max(self._heights(line, room)) for line in lines)
        return heights + self.spacing() * max(0, len(lines) - 1) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """One line high."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the largest widget."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets in `rect`, those of a line around its middle."""
        super().setGeometry(rect)
        area = rect.marginsRemoved(self.contentsMargins())
        y = area.y()
        for line in self._lines(area.width()):
            heights = self._heights(line, area.width())
            x, height = area.x(), max(heights)
            for item, width, high in zip(line, self._widths(line, area.width()), heights, strict=True):
                item.setGeometry(QRect(QPoint(x, y + (height - high) // 2), QSize(width, high)))
                x += width + self.spacing()
            y += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """The items of each line."""
        line: list[QLayoutItem] = []
        room = width
        for item in self._shown():
            wanted = item.sizeHint().width()
            if line and wanted > room:
                yield line
                line, room = [], width
            line.append(item)
            room -= wanted + self.spacing()
        if line:
            yield line

    def _widths(self, line: Sequence[QLayoutItem], width: int) -> list[int]:
        """How wide each item of a line becomes: fields share what is left over, else the last item takes it if it can."""
        widths = [min(item.sizeHint().width(), width) for item in line]
        rest = width - sum(widths) - self.spacing() * (len(line) - 1)
        growing = [
            place for place, item in enumerate(line) if item.expandingDirections() & Qt.Orientation.Horizontal
        ]
        if not growing and line[-1] is self._items[-1] and _can_grow(line[-1]):
            growing = [len(line) - 1]
        for place in growing:
            widths[place] += max(0, rest) // len(growing)
        return widths

    def _heights(self, line: Sequence[QLayoutItem], width: int) -> list[int]:
        """How high each item of a line becomes; words that wrap need more where there is less room."""
        return [
            item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            for item, wide in zip(line, self._widths(line, width), strict=True)
        ]


def _can_grow(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.sizePolicy().horizontalPolicy() in _CAN_GROW
