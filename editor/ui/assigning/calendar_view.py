"""The calendar of deadlines: how many measures fall due in each month, and which."""

from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView, QVBoxLayout, QWidget

from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.schedule import schedule
from editor.ui.assigning.calendar_rows import MONTHS, due_rows, month_key, year_rows
from editor.ui.base.rows import Index, Row, RowModel
from editor.ui.base.tree import Tree
from editor.ui.base.worker import MANY, Newest, raise_again
from editor.wording import _

_WIDTHS = (24, 24, 10)
_MEASURE = "measure/"
_WIDE = 4
"""How many times as wide as it is high a pane has room for two lists side by side."""


class _Years(RowModel):
    """The years' rows: figures in the middle of their months."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, as its heading in the middle; for screen readers with year and month."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        row = self.row_at(index) if role == Qt.ItemDataRole.AccessibleTextRole else None
        if row is not None and index.column() > 0:
            month, count = month_key(int(row.key), index.column()), row.cells[index.column()] or "0"
            return _("{month}: {count} measures").format(month=month, count=count)
        return super().data(index, role)


class _Listed(NamedTuple):
    """The rows of the calendar: years by months, and the measures by deadline."""

    years: tuple[Row, ...]
    measures: tuple[Row, ...]


def _listed(plan: Plan, today: date) -> _Listed:
    groups = schedule(plan)
    return _Listed(year_rows(groups), due_rows(groups, today))


class CalendarView(QWidget):
    """Years by months, and the measures below or beside them; a month chosen there comes into sight here."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        months = (_("{month:02}").format(month=month) for month in range(1, MONTHS + 1))
        self.years_model = _Years((_("Year"), *months), self)
        self.years = self._make_years()
        headings = (_("Measure"), _("Deadline"), _("Lead units"), _("State"))
        self.model = RowModel(headings, self)
        self.tree = Tree(_("Measures by deadline"), self.model)
        self.tree.hint.when_empty = _("No measures yet: take some over from the superior plan.")
        self.tree.entered.connect(self._enter)
        self.tree.set_column_widths(*_WIDTHS)
        self._block: str | None = None
        self._asker = Newest(self)
        self._asker.answered.connect(self._take)
        self._asker.failed.connect(raise_again)
        split = self._split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.years)
        split.addWidget(self.tree)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _make_years(self) -> QTableView:
        years = QTableView(self)
        years.setModel(self.years_model)
        years.setAccessibleName(_("Measures due in each month"))
        years.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        years.setTabKeyNavigation(False)
        years.verticalHeader().hide()
        years.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        years.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        years.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 3 // 2)
        years.selectionModel().currentChanged.connect(self._show_month)
        years.setMinimumHeight(self.fontMetrics().height() * 4)
        return years

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the pane is wide and low the measures stand beside the years."""
        super().resizeEvent(event)
        is_low = event.size().width() > _WIDE * event.size().height()
        wanted = Qt.Orientation.Horizontal if is_low else Qt.Orientation.Vertical
        if wanted != self._split.orientation():
            self._split.setOrientation(wanted)
            part = event.size().width() // 5
            self._split.setSizes([2 * part, 3 * part] if is_low else [])

    def follow(self, project: Project) -> None:
        """Show the project as it stands."""
        if len(project.local.body) < MANY:
            self._asker.forget()
            self._take(_listed(project.local, date.today()))
        else:
            self._asker.ask(_listed, project.local, date.today())

    def _take(self, listed: _Listed) -> None:
        self.years_model.update(listed.years)
        self.model.update(listed.measures)
        if self.tree.current_key is None:
            self.show_block(self._block)

    @property
    def is_busy(self) -> bool:
        """Whether the project is still to be listed."""
        return self._asker.is_busy

    def show_block(self, id: str | None) -> None:
        """Bring the measure chosen in the outline into sight."""
        self._block = id
        self.tree.go_to(f"{_MEASURE}{id}")

    def _show_month(self, index: Index) -> None:
        row = self.years_model.row_at(index)
        if row is None or index.column() == 0:
            return
        group = self.model.find(month_key(int(row.key), index.column()))
        if group.isValid():
            self.tree.go_to(month_key(int(row.key), index.column()))
            self.tree.expand(group)
            self.tree.scrollTo(group, Tree.ScrollHint.PositionAtTop)

    def _enter(self, key: str) -> None:
        if key.startswith(_MEASURE):
            self.entered.emit(key.removeprefix(_MEASURE))
