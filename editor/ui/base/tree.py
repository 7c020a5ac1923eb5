"""The tree view that all panes share, and how rows are dragged between trees."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTreeView, QWidget

from editor.ui.base.hints import Hint
from editor.ui.base.rows import Index, RowModel
from editor.ui.base.theme import passive_selection

ROWS_FORMAT = "application/x-chengqi-rows"
_LEAST_LINES = 3
"""How low a tree may become where the screen is low."""


class DraggedRows(msgspec.Struct, frozen=True):
    """What a drag carries: the plan the rows belong to, and their keys."""

    plan: str
    keys: tuple[str, ...]


class TreeModel(RowModel):
    """Rows of one plan: sections bold, paragraphs of no weight, rows that can be dragged and dropped on."""

    dropped = Signal(object, object, int)
    """DraggedRows, the key of the row dropped into (None for the top), and the place in it (-1 for on the row)."""

    def __init__(
        self, headings: Sequence[str], plan: str = "", takes: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(headings, parent)
        self.plan = plan
        self._takes = takes
        self._ground_flags = Qt.ItemFlag.ItemIsDropEnabled if takes else Qt.ItemFlag.NoItemFlags
        self._row_flags |= Qt.ItemFlag.ItemIsDragEnabled | self._ground_flags
        self._bold = QFont()
        self._bold.setBold(True)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Sections are bold."""
        if role == Qt.ItemDataRole.FontRole and (row := self.row_at(index)) and row.emphasis:
            return self._bold
        return super().data(index, role)

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved within a plan and copied between plans."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Rows of this program only."""
        return [ROWS_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The keys of the rows, from top to bottom."""
        keys = {row.key for index in indexes if (row := self.row_at(index))}
        ordered = tuple(row.key for row in self.rows() if row.key in keys)
        data = QMimeData()
        data.setData(ROWS_FORMAT, msgspec.json.encode(DraggedRows(self.plan, ordered)))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Announce the drop; the project changes, and the rows follow it."""
        if not self._takes or not data.hasFormat(ROWS_FORMAT):
            return False
        dragged = msgspec.json.decode(bytes(data.data(ROWS_FORMAT).data()), type=DraggedRows)
        target = self.row_at(parent)
        self.dropped.emit(dragged, target.key if target else None, row)
        return True


class _Place(NamedTuple):
    """What is remembered while all rows are replaced: their order, what was chosen, opened and in sight."""

    order: tuple[str, ...]
    current: str | None
    selected: tuple[str, ...]
    opened: Mapping[str, bool]
    scrolled: int


class Tree(QTreeView):
    """A tree driven by the keyboard: Enter activates, the current row is announced by its key."""

    current_changed = Signal(str)
    entered = Signal(str)

    def __init__(self, name: str, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed = QApplication.palette(self)
        self.setAccessibleName(name)
        self.setMinimumHeight(_LEAST_LINES * self.fontMetrics().height())
        self.setModel(model)
        self._model = model
        self.hint = Hint(self)
        self._widths: dict[int, int] = {}
        self._share = 1.0
        self._place: _Place | None = None
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.selectionModel().currentChanged.connect(self._tell_current)
        model.rowsInserted.connect(self._expand_new)
        model.much_changed.connect(self.viewport().update)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)
        self.doubleClicked.connect(self._enter)
        self.keep_selection_visible()

    def keep_selection_visible(self) -> None:
        """A selection stays readable while the focus is elsewhere, as in an editor beside its outline."""
        self._followed = QApplication.palette(self)
        palette = QPalette()  # what isn't set in it goes on following the application's
        active, inactive = QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive
        palette.setColor(inactive, QPalette.ColorRole.Highlight, passive_selection(self._followed))
        palette.setColor(
            inactive,
            QPalette.ColorRole.HighlightedText,
            self._followed.color(active, QPalette.ColorRole.Text),
        )
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """The selection follows the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and QApplication.palette(self) != self._followed:
            self.keep_selection_visible()

    def set_column_widths(self, *widths: int) -> None:
        """Give the columns after the first a width in average characters; the first takes the rest, half at the least."""
        self.share_columns(dict(enumerate(widths, 1)))

    def share_columns(self, widths: Mapping[int, int]) -> None:
        """Give columns a width in average characters; the others share the rest, half of all at the least."""
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(self._model.columnCount()):
            is_given = column in widths
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, modes.Interactive if is_given else modes.Stretch)
        character = self.fontMetrics().averageCharWidth()
        self._widths = {column: width * character for column, width in widths.items()}
        self._share_width(1.0)

    def _share_width(self, share: float) -> None:
        """Let the columns that have a width have this share of it."""
        self._share = share
        for column, width in self._widths.items():
            self.header().resizeSection(column, round(width * share))

    @property
    def current_key(self) -> str | None:
        """The key of the current row, None where there is none."""
        row = self._model.row_at(self.currentIndex())
        return row.key if row else None

    @property
    def selected_keys(self) -> tuple[str, ...]:
        """Keys of all selected rows, from top to bottom."""
        chosen = {
            row.key
            for stretch in self._stretches()
            for row in self._model.rows_below(stretch.parent(), stretch.top(), stretch.bottom())
        }
        return tuple(row.key for row in self._model.rows() if row.key in chosen)

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(stretch.height() for stretch in self._stretches())

    def _stretches(self) -> Iterator[QItemSelectionRange]:
        """The runs of selected rows; Qt's own selectedRows() takes seconds where there are thousands."""
        selection = self.selectionModel().selection()
        return (selection.at(place) for place in range(selection.size()))

    def selectAll(self) -> None:
        """Select all rows in sight: Qt's own way asks for every row a dozen times."""
        selection = QItemSelection()
        self._add_below(selection, QModelIndex())
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def _add_below(self, selection: QItemSelection, parent: QModelIndex) -> None:
        last = self._model.rowCount(parent) - 1
        if last < 0:
            return
        selection.select(self._model.index(0, 0, parent), self._model.index(last, 0, parent))
        for place in range(last + 1):
            index = self._model.index(place, 0, parent)
            if self.isExpanded(index):
                self._add_below(selection, index)

    def select_keys(self, keys: Collection[str]) -> None:
        """Select the rows with these keys too."""
        selection = QItemSelection()
        for key in keys:
            if (index := self._model.find(key)).isValid():
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.Select | flags.Rows)

    def go_to(self, key: str) -> None:
        """Make the row with this key the current one, if it is shown."""
        index = self._model.find(key)
        if not index.isValid():
            return
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and what there is to say where there are none."""
        super().paintEvent(event)
        self.hint.paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current row stays in sight."""
        super().resizeEvent(event)
        wanted = 2 * sum(self._widths.values())
        share = min(1.0, self.viewport().width() / wanted) if wanted else 1.0
        if share != self._share:
            self._share_width(share)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        if row := self._model.row_at(index):
            self.entered.emit(row.key)

    def _tell_current(self, current: QModelIndex | QPersistentModelIndex) -> None:
        if row := self._model.row_at(current):
            self.current_changed.emit(row.key)

    # Following the model

    def _keep_place(self) -> None:
        rows, find = tuple(self._model.rows()), self._model.find
        self._place = _Place(
            order=tuple(row.key for row in rows),
            current=self.current_key,
            selected=self.selected_keys,
            opened={row.key: self.isExpanded(find(row.key)) for row in rows if row.children},
            scrolled=self.verticalScrollBar().value(),
        )

    def _restore_place(self) -> None:
        """What was chosen stays so without a word; where the current row is gone its nearest neighbour takes its place."""
        place, self._place = self._place, None
        self._expand(QModelIndex(), 0, self._model.rowCount() - 1, place.opened if place else {})
        if place is None or place.current is None:
            return
        if current := self._nearest(place.order, place.current):
            self.blockSignals(current == place.current)
            self.go_to(current)
            self.blockSignals(False)
        self.select_keys(place.selected)
        self.verticalScrollBar().setValue(place.scrolled)

    def _nearest(self, order: Sequence[str], key: str) -> str:
        """The row with this key, where it is gone the next that is left below it, or else above; empty where none is."""
        at = order.index(key)
        around = (*order[at:], *reversed(order[:at]))
        return next((key for key in around if self._model.find(key).isValid()), "")

    def _expand_new(self, parent: Index, first: int, last: int) -> None:
        if parent.isValid() and self.opens_below(parent.parent()):
            self.expand(self._model.index(parent.row(), 0, parent.parent()))
        self._expand(parent, first, last, {})

    def opens_below(self, parent: Index) -> bool:
        """Whether new rows just below `parent` begin open."""
        return True

    def _expand(self, parent: Index, first: int, last: int, opened: Mapping[str, bool]) -> None:
        """Open the rows that have any below them: Qt's own way remembers every single row as opened."""
        for place, row in enumerate(self._model.rows_below(parent, first, last), first):
            if row.children:
                index = self._model.index(place, 0, parent)
                if opened.get(row.key, self.opens_below(parent)):
                    self.expand(index)
                if any(child.children for child in row.children):
                    self._expand(index, 0, len(row.children) - 1, opened)
