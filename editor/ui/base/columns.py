"""Groups of controls in one, two or three columns, as many as there is room for."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

Places: TypeAlias = Sequence[Sequence[int]]
"""Which groups, by their places, stand in which column."""
_MARGINS = 8
"""Pixels between columns, and at the edges."""
_COMFORT = 1.4
"""How many times as wide as its controls just need a column is, where there is more than one."""


class Columns(QWidget):
    """Deals its groups anew where the width changes; `two` and `three` say how they stand in so many columns."""

    def __init__(
        self, groups: Sequence[QWidget], two: Places, three: Places, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._groups = groups
        self._ways: tuple[Places, ...] = ((range(len(groups)),), two, three)
        self.count = 0
        self._columns = [QVBoxLayout() for _column in three]
        line = QHBoxLayout(self)
        line.setContentsMargins(_MARGINS, 2, _MARGINS, 2)
        line.setSpacing(_MARGINS)
        for column in self._columns:
            line.addLayout(column)
        for group in groups:
            self._columns[0].addWidget(group)
        self._deal(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        fitting = [
            count
            for count in range(1, len(self._ways) + 1)
            if self._wide(count) * _COMFORT <= event.size().width()
        ]
        self._deal(max(fitting, default=1))

    def minimumSizeHint(self) -> QSize:
        """As wide as one column."""
        return QSize(self._wide(1), super().minimumSizeHint().height())

    def _wide(self, count: int) -> int:
        """The least width of so many columns."""
        wide = [
            max(self._groups[group].minimumSizeHint().width() for group in each)
            for each in self._ways[count - 1]
        ]
        return sum(wide) + _MARGINS * (count + 1)

    def _deal(self, count: int) -> None:
        """Put the groups into so many columns; each keeps its layout item, which alone hears of the group's new sizes."""
        if count == self.count:
            return
        self.count = count
        line = self.layout()
        assert isinstance(line, QHBoxLayout)
        taken = [column.takeAt(0) for column in self._columns for _item in range(column.count())]
        items = {item.widget(): item for item in taken if item is not None and item.widget()}
        for place, column in enumerate(self._columns):
            line.setStretchFactor(column, int(place < count))
            for group in self._ways[count - 1][place] if place < count else ():
                column.addItem(items[self._groups[group]])
            column.addStretch(1)
