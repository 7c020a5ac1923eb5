"""The assignment matrix: a click or a key assigns a unit, and who is overburdened is seen at a glance."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import AssignUnit
from editor.plan.matrix import matrix
from editor.plan.measures import ROLES, Role
from editor.plan.project import Project
from editor.ui.assigning.matrix_model import ROLE_MARKS, ROLE_NAMES, MatrixModel
from editor.ui.base.document import Document
from editor.ui.base.elided_label import ElidedLabel
from editor.ui.base.flow_layout import FlowLayout
from editor.ui.base.hints import Hint
from editor.ui.base.rows import Index
from editor.wording import _

_NEXT: dict[Role | None, Role | None] = dict(zip((None, *ROLES), (*ROLES, None), strict=True))
_KEYS: dict[int, Role | None] = {
    Qt.Key.Key_1: "lead_units",
    Qt.Key.Key_2: "responsible_units",
    Qt.Key.Key_3: "supporting_units",
    Qt.Key.Key_0: None,
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}
_HEADING_SHARE = 30
"""Average characters that the measures' column is wide."""


class MatrixTable(QTableView):
    """The grid; `role_wanted` tells the cell and the role that a click or a key asks for."""

    role_wanted = Signal(object, object)
    entered = Signal(str)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.hint = Hint(self)
        self.hint.when_empty = _("No measures yet: take some over from the superior plan.")
        self.setAccessibleName(_("Assignment matrix"))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        character = self.fontMetrics().averageCharWidth()
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.setDefaultSectionSize(self.fontMetrics().height() * 2)
        columns.setMinimumSectionSize(columns.defaultSectionSize())
        rows.setFixedWidth(_HEADING_SHARE * character)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() * 3 // 2)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setSectionsClickable(True)
        rows.sectionDoubleClicked.connect(lambda row: self.entered.emit(model.matrix.measures[row].id))
        self.clicked.connect(self._cycle)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for number, role in enumerate(ROLES, 1):
            self._offer(f"{ROLE_MARKS[role]} {_(ROLE_NAMES[role])}\t{number}", partial(self._want, role))
        self._offer(_("not assigned") + "\t0", partial(self._want, None))
        self._offer(_("Go to the measure"), self._enter)

    def _offer(self, wording: str, function: Callable[[], None]) -> None:
        """Offer at the mouse what a key does with the cell chosen."""
        action = QAction(wording, self)
        action.triggered.connect(lambda _checked=False: function())
        self.addAction(action)

    def _want(self, role: Role | None) -> None:
        if (index := self.currentIndex()).isValid():
            self.role_wanted.emit(index, role)

    def _enter(self) -> None:
        if (index := self.currentIndex()).isValid():
            self.entered.emit(self._model.measure_at(index).id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks, and what there is to say where there are none."""
        super().paintEvent(event)
        self.hint.paint()

    def _cycle(self, index: Index) -> None:
        self.role_wanted.emit(index, _NEXT[self._model.role_at(index)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space goes to the next role, 1 2 3 give one, 0 and Delete take it away, Enter goes to the measure."""
        index, key = self.currentIndex(), event.key()
        if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._cycle(index)
        elif key in _KEYS:
            self._want(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)


class MatrixView(QWidget):
    """Units by measures, with a legend, a switch for unused units, and what writes or prints the matrix."""

    entered = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.model = MatrixModel(self)
        self.table = MatrixTable(self.model, self)
        self.table.role_wanted.connect(self._assign)
        self.table.entered.connect(self.entered)
        self.only_used = QCheckBox(_("Only units that are named"), self)
        self.only_used.toggled.connect(lambda _checked: self.follow(document.project))
        marks = (f"{mark} {_(ROLE_NAMES[role])}" for role, mark in ROLE_MARKS.items())
        self.legend = ElidedLabel("   ".join([*marks, _("Click or Space: next role")]), self)
        self.write = QToolButton(self)
        self.write.setText(_("Export or print"))
        self.write.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.write.setMenu(self._make_menu())
        bar = FlowLayout()
        for widget in (self.only_used, self.write, self.legend):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(bar)
        layout.addWidget(self.table)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("Export the matrix…"), self.export)
        menu.addAction(_("Print the matrix…"), self.print_out)
        return menu

    # Following the document

    def follow(self, project: Project) -> None:
        """Show the project as it stands."""
        shown = matrix(project.local.measures, project.roster, only_used=self.only_used.isChecked())
        self.model.show(shown)

    def show_block(self, id: str | None) -> None:
        """Bring the measure chosen in the outline into sight."""
        here = self.table.currentIndex()
        places = {measure.id: place for place, measure in enumerate(self.model.matrix.measures)}
        if id in places and places[id] != here.row():
            index = self.model.index(places[id], max(0, here.column()))
            self.table.setCurrentIndex(index)

    def _assign(self, index: Index, role: Role | None) -> None:
        if role == self.model.role_at(index):
            return
        command = AssignUnit(self.model.measure_at(index).id, self.model.unit_at(index), role)
        self._document.do(command, source=self)

    # Going out

    def export(self) -> None:
        """Write the matrix as .xlsx or .docx."""
        from editor.ui.assigning.matrix_printing import export_matrix

        self._document.attempt(export_matrix, self._document, self)

    def print_out(self) -> None:
        """Print the matrix."""
        from editor.ui.assigning.matrix_printing import print_matrix

        self._document.attempt(print_matrix, self._document.project, self)
