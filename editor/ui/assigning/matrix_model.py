"""The matrix of assignments as a table model: measures below each other, a narrow column for each unit."""

from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from editor.plan.matrix import Matrix
from editor.plan.measures import Measure, Role
from editor.ui.base.outline_rows import caption
from editor.ui.base.rows import Index
from editor.wording import N_, _

ROLE_MARKS: dict[Role, str] = {"lead_units": "●", "responsible_units": "○", "supporting_units": "△"}
ROLE_NAMES: dict[Role, str] = {
    "lead_units": N_("lead"),
    "responsible_units": N_("responsible"),
    "supporting_units": N_("supporting"),
}
_SHOWN_NAME = 8
_PER_LINE = 2
_EMPTY = Matrix(units=(), measures=(), roles=())


class MatrixModel(QAbstractTableModel):
    """Marks where a unit has a role in a measure; the heads of the columns count them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = _EMPTY
        self._counts: Counter[tuple[str, Role]] = Counter()

    def show(self, matrix: Matrix) -> None:
        """Show another matrix; cells are only painted again where units and measures are the same."""
        before, self.matrix = self.matrix, matrix
        same = [m.id for m in before.measures] == [m.id for m in matrix.measures]
        if not same or before.units != matrix.units:
            self.beginResetModel()
            self.matrix = matrix
            self._count()
            self.endResetModel()
            return
        self._count()
        if matrix.measures and matrix.units:
            last = self.index(len(matrix.measures) - 1, len(matrix.units) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(matrix.units) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(matrix.measures) - 1)

    def _count(self) -> None:
        self._counts = Counter(item for roles in self.matrix.roles for item in roles.items())

    def measure_at(self, index: Index) -> Measure:
        """The measure of a cell."""
        return self.matrix.measures[index.row()]

    def unit_at(self, index: Index) -> str:
        """The unit of a cell."""
        return self.matrix.units[index.column()]

    def role_at(self, index: Index) -> Role | None:
        """What the cell's unit does for its measure."""
        return self.matrix.roles[index.row()].get(self.unit_at(index))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of measures."""
        return 0 if parent.isValid() else len(self.matrix.measures)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of units."""
        return 0 if parent.isValid() else len(self.matrix.units)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The mark; in words for screen readers and as a hint."""
        if not index.isValid():
            return None
        given = self.role_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return ROLE_MARKS[given] if given else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            doing = _(ROLE_NAMES[given]) if given else _("not assigned")
            return f"{caption(self.measure_at(index))}\n{self.unit_at(index)}: {doing}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Measures by number and heading; units from top to bottom, with how often they lead and how often they are named."""
        if orientation == Qt.Orientation.Vertical:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return caption(self.matrix.measures[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return None
        unit = self.matrix.units[section]
        if role == Qt.ItemDataRole.DisplayRole:
            lead, named = self._counts[unit, "lead_units"], sum(self._counts[unit, r] for r in ROLE_MARKS)
            return f"{upright(unit)}\n{lead}/{named}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([unit, *(f"{_(ROLE_NAMES[r])}: {self._counts[unit, r]}" for r in ROLE_MARKS)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        return None


def upright(name: str) -> str:
    """The name in lines of two characters, shortened where it is long."""
    shown = name if len(name) <= _SHOWN_NAME else name[: _SHOWN_NAME - 1] + "…"
    return "\n".join(shown[place : place + _PER_LINE] for place in range(0, len(shown), _PER_LINE))
