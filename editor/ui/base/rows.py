"""The one item model of all lists and trees: rows as values, shown by changing only what differs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
_ROOT = 0
_STRETCHES = 20
"""So many stretches of changed rows are told one by one."""
_SINGLY = 200
"""So many rows may come or go one by one; where there are more, views are told to look at everything anew."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """One row: a key unique in its model, the cells' texts, rows below it, a hint, and what it stands for.

    The garbage collector, which halts the window, need not look at what is never part of a circle.
    """

    key: str
    cells: tuple[str, ...]
    children: tuple["Row", ...] = ()
    hint: str = ""
    value: object = None
    emphasis: bool = False


class _Node:
    """A row's place in the tree; the id is what Qt's indexes carry, never used again after the row is gone.

    Most have no children, and share one empty list.
    """

    __slots__ = ("children", "id", "parent", "row")

    def __init__(self, id: int, row: Row, parent: "_Node | None") -> None:
        self.id = id
        self.row = row
        self.parent = parent
        self.children = _NONE


_NONE: list[_Node] = []


class _Stretch(NamedTuple):
    """Rows from first to last below one that changed in their cells."""

    parent: _Node
    first: int
    last: int


class RowModel(QAbstractItemModel):
    """Shows rows; `update` takes the wanted rows and tells views only of what was inserted, removed, moved or changed.

    Where hundreds of rows come or go it is reset instead: views take seconds to follow them one by one. `much_changed`
    tells in place of dataChanged that cells changed in many places.
    """

    much_changed = Signal()

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._ids = count(_ROOT + 1)
        self._root = _Node(_ROOT, Row("", ()), None)
        self._nodes = {_ROOT: self._root}
        self._by_key: dict[str, _Node] = {}
        self._changed: list[_Stretch] = []
        # Views ask for the flags of thousands of rows: they are put together once.
        self._row_flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        self._ground_flags = Qt.ItemFlag.NoItemFlags

    def update(self, rows: Iterable[Row]) -> None:
        """Make the model show `rows`."""
        wanted = tuple(rows)
        if len(self._by_key.keys() ^ keys_of(wanted)) > _SINGLY:
            self._reset(wanted)
        else:
            self._update_children(self._root, wanted, QModelIndex())
        self._tell_changed()

    def _reset(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._nodes, self._by_key = {_ROOT: self._root}, {}
        self._root.children = [self._grow(row, self._root) for row in rows]
        self.endResetModel()

    def change(self, row: Row) -> None:
        """Show one row anew, in its place, with the rows below it as they are."""
        node = self._by_key.get(row.key)
        if node is None or node.parent is None:
            return
        place = node.parent.children.index(node)
        if self._change(node, replace(row, children=node.row.children), place):
            self._changed.append(_Stretch(node.parent, place, place))
        around: _Node | None = node.parent
        while around is not None:  # a later update compares whole rows, with those below them
            around.row = replace(around.row, children=tuple(child.row for child in around.children))
            around = around.parent
        self._tell_changed()

    def find(self, key: str) -> QModelIndex:
        """The index of the row with this key, invalid where there is none."""
        node = self._by_key.get(key)
        return self._index_of(node) if node else QModelIndex()

    def row_at(self, index: Index) -> Row | None:
        """The row at an index, None for an invalid one."""
        node = self._node(index)
        return None if node is self._root else node.row

    def rows_below(self, parent: Index, first: int, last: int) -> tuple[Row, ...]:
        """The rows from first to last just below `parent`."""
        return tuple(child.row for child in self._node(parent).children[first : last + 1])

    def rows(self) -> Iterator[Row]:
        """All rows from top to bottom."""
        waiting = list(reversed(self._root.children))
        while waiting:
            node = waiting.pop()
            yield node.row
            waiting.extend(reversed(node.children))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of rows below `parent`."""
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns, the same everywhere."""
        return len(self._headings)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a cell below `parent`; views ask for thousands, so Qt's own check, which asks back, is not used."""
        children = () if parent.column() > 0 else self._node(parent).children
        if 0 <= row < len(children) and 0 <= column < len(self._headings):
            return self.createIndex(row, column, children[row].id)
        return QModelIndex()

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Whether there are rows below `parent`."""
        return self.rowCount(parent) > 0

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        """The index of the row above, invalid at the top."""
        above = self._node(index).parent
        return self._index_of(above) if above else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected, nothing is edited in place."""
        return self._row_flags if index.isValid() else self._ground_flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """A column's heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section] if 0 <= section < len(self._headings) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text; the whole row as hint and for screen readers."""
        if not index.isValid():
            return None
        row = self._node(index).row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.hint or row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(filter(None, row.cells)) if index.column() == 0 else row.cells[index.column()]
        return None

    # Changing

    def _node(self, index: Index) -> _Node:
        return self._nodes.get(index.internalId(), self._root)  # an invalid index has the root's id

    def _index_of(self, node: _Node, column: int = 0) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), column, node.id)

    def _update_children(self, node: _Node, rows: tuple[Row, ...], index: QModelIndex) -> None:
        self._remove_others(node, {row.key for row in rows}, index)
        present = {child.row.key for child in node.children}
        changed = []
        place = 0
        while place < len(rows):
            run = place
            while run < len(rows) and rows[run].key not in present:
                run += 1
            if run > place:
                self._insert(node, place, rows[place:run], index)
            else:
                run += 1
                self._bring(node, place, rows[place].key, index)
                if self._change(node.children[place], rows[place], place):
                    changed.append(place)
            place = run
        if changed:
            self._changed.append(_Stretch(node, changed[0], changed[-1]))

    def _remove_others(self, node: _Node, wanted: set[str], index: QModelIndex) -> None:
        last = len(node.children) - 1
        while last >= 0:
            first = last
            while first >= 0 and node.children[first].row.key not in wanted:
                first -= 1
            if first < last:
                self.beginRemoveRows(index, first + 1, last)
                for child in node.children[first + 1 : last + 1]:
                    self._forget(child)
                del node.children[first + 1 : last + 1]
                self.endRemoveRows()
            last = first - 1 if first < last else last - 1

    def _forget(self, node: _Node) -> None:
        for child in node.children:
            self._forget(child)
        del self._nodes[node.id]
        if self._by_key.get(node.row.key) is node:
            del self._by_key[node.row.key]

    def _insert(self, node: _Node, place: int, rows: tuple[Row, ...], index: QModelIndex) -> None:
        self.beginInsertRows(index, place, place + len(rows) - 1)
        new = (self._grow(row, node) for row in rows)
        node.children = [*node.children[:place], *new, *node.children[place:]]
        self.endInsertRows()

    def _grow(self, row: Row, parent: _Node) -> _Node:
        node = _Node(next(self._ids), row, parent)
        self._nodes[node.id] = self._by_key[row.key] = node
        if row.children:
            node.children = [self._grow(child, node) for child in row.children]
        return node

    def _bring(self, node: _Node, place: int, key: str, index: QModelIndex) -> None:
        """Move the child with this key up to `place`, where it isn't there yet."""
        if node.children[place].row.key == key:
            return
        now = next(i for i, child in enumerate(node.children) if child.row.key == key)
        self.beginMoveRows(index, now, now, index, place)
        node.children.insert(place, node.children.pop(now))
        self.endMoveRows()

    def _change(self, node: _Node, row: Row, place: int) -> bool:
        """Let the node stand for `row`; True where its own cells are others now, which is still to be told."""
        if node.row is row or node.row == row:
            return False
        old, node.row = node.row, row
        if old.children != row.children:
            self._update_children(node, row.children, self.createIndex(place, 0, node.id))
        return replace(old, children=()) != replace(row, children=())

    def _tell_changed(self) -> None:
        """Have the rows that changed painted anew: all that are in sight where many did, which takes less time."""
        changed, self._changed = self._changed, []
        if len(changed) > _STRETCHES:
            self.much_changed.emit()
            return
        columns = len(self._headings) - 1
        for parent, first, last in changed:
            index = self._index_of(parent)
            self.dataChanged.emit(self.index(first, 0, index), self.index(last, columns, index))


def keys_of(rows: Iterable[Row]) -> set[str]:
    """The keys of the rows and of all below them."""
    keys = set()
    for row in rows:
        keys.add(row.key)
        if row.children:
            keys |= keys_of(row.children)
    return keys
