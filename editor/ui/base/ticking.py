"""Rows with ticks: a model and a table in which Space ticks everything selected."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from editor.ui.base.rows import Index, Row, RowModel
from editor.ui.base.tree import Tree
from editor.wording import _


class TickModel(RowModel):
    """Rows of which some can be ticked; `ticks_changed` tells that one was."""

    ticks_changed = Signal()

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(headings, parent)
        self._ticks: dict[str, bool] = {}
        self._box_flags = self._row_flags | Qt.ItemFlag.ItemIsUserCheckable

    def show_ticks(self, rows: Iterable[Row], ticks: Mapping[str, bool]) -> None:
        """Make the model show `rows`; those named in `ticks` have a box, ticked or not."""
        self._ticks = dict(ticks)
        self.update(rows)
        self._tell()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the ticked rows, from top to bottom."""
        return tuple(row.key for row in self.rows() if self._ticks.get(row.key))

    def tick(self, keys: Iterable[str], is_ticked: bool) -> None:
        """Tick or untick those of the rows that have a box."""
        self._ticks.update(dict.fromkeys((key for key in keys if key in self._ticks), is_ticked))
        self._tell()

    def _tell(self) -> None:
        if count := self.rowCount():
            role = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0), role)
        self.ticks_changed.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows with a box can be ticked."""
        row = self.row_at(index) if index.column() == 0 else None
        return self._box_flags if row is not None and row.key in self._ticks else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The box stands in the first column."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            row = self.row_at(index)
            ticked = self._ticks.get(row.key) if row else None
            states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
            return None if ticked is None else states[ticked]
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A click on the box."""
        row = self.row_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or row is None or row.key not in self._ticks:
            return False
        self.tick((row.key,), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class TickTable(Tree):
    """A table of rows that can be ticked: Space ticks or unticks all that is selected, the menu everything."""

    def __init__(self, name: str, model: TickModel, parent: QWidget | None = None) -> None:
        super().__init__(name, model, parent)
        self._ticks = model
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._offer(_("Tick what is selected"), lambda: self._tick_selected(True))
        self._offer(_("Untick what is selected"), lambda: self._tick_selected(False))
        self._offer(_("Tick all"), lambda: self._tick_all(True))
        self._offer(_("Untick all"), lambda: self._tick_all(False))

    def _offer(self, wording: str, function: Any) -> None:
        action = QAction(wording, self)
        action.triggered.connect(lambda _checked=False: function())
        self.addAction(action)

    def _tick_selected(self, is_ticked: bool) -> None:
        self._ticks.tick(self.selected_keys, is_ticked)

    def _tick_all(self, is_ticked: bool) -> None:
        self._ticks.tick([row.key for row in self._ticks.rows()], is_ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the ticks of what is selected to the opposite of the current row's."""
        if QKeySequence(event.keyCombination()) == QKeySequence(Qt.Key.Key_Space):
            self._tick_selected(self.current_key not in self._ticks.ticked)
            return
        super().keyPressEvent(event)
