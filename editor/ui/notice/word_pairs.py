"""A table of word pairs that grows as it is filled: what the superiors say, and what is said here instead."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from editor.wording import _

_Triggers = QAbstractItemView.EditTrigger
_EDITED_BY = _Triggers.DoubleClicked | _Triggers.EditKeyPressed | _Triggers.AnyKeyPressed
"""Not by coming to a cell: the Tab key would go on from cell to cell to the end."""


class WordPairs(QTableWidget):
    """Pairs in rows with an empty one at the end; Delete takes out the rows selected."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([_("Superior word"), _("Here instead")])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setToolTip(_("An empty second word: to be decided each time"))
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(_EDITED_BY)
        self.itemChanged.connect(self._grow)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of which anything is filled in."""
        rows = ((self._text(row, 0), self._text(row, 1)) for row in range(self.rowCount()))
        return tuple(pair for pair in rows if any(pair))

    def show_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Show other pairs."""
        with QSignalBlocker(self):
            self.setRowCount(len(pairs) + 1)
            for row, pair in enumerate((*pairs, ("", ""))):
                for column, text in enumerate(pair):
                    self.setItem(row, column, QTableWidgetItem(text))

    def let_edit(self, may_edit: bool) -> None:
        """Let the pairs be changed, or only read."""
        self.setEditTriggers(_EDITED_BY if may_edit else _Triggers.NoEditTriggers)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item else ""

    def _grow(self) -> None:
        last = self.rowCount() - 1
        if any(self._text(last, column) for column in range(2)):
            self.insertRow(last + 1)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes rows out."""
        is_editable = self.editTriggers() != _Triggers.NoEditTriggers
        if event.key() == Qt.Key.Key_Delete and is_editable:
            rows = {index.row() for index in self.selectedIndexes()} - {self.rowCount() - 1}
            for row in sorted(rows, reverse=True):
                self.removeRow(row)
            self.edited.emit()
            return
        super().keyPressEvent(event)
