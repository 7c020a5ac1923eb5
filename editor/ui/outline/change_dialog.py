"""Changing many measures at once: units, deadline, state, whichever of them is ticked."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import ChangeMeasures
from editor.drafting.commands.many import How
from editor.plan.deadlines import parse_deadline
from editor.ui.assigning.units_field import UnitsField
from editor.ui.base.document import Document
from editor.ui.base.help_key import offer_help
from editor.ui.base.inline_question import InlineQuestion, leave_it
from editor.ui.base.outline_rows import STATE_NAMES
from editor.ui.base.sizes import open_at
from editor.ui.outline.deadline_question import ask_year, years_to_ask
from editor.ui.outline.measure_editor import ROLE_NAMES, understood
from editor.wording import N_, _

_WIDTH = 520
_HOW: dict[How, str] = {
    "add": N_("Add them"),
    "replace": N_("Replace those in this role"),
    "remove": N_("Take them off, whatever their role"),
}


class ChangeDialog(QDialog):
    """What is filled in is changed in all measures as one step; what is not stays as it is in each."""

    def __init__(self, document: Document, measures: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change {count} measures").format(count=len(measures)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._measures = document, measures
        self.units_wanted = QCheckBox(_("&Units"), self)
        self.units = UnitsField(_("Units"), self)
        self.units.set_roster(document.project.roster)
        self.role, self.how = self._box(ROLE_NAMES, _("Role")), self._box(_HOW, _("How"))
        self.role.setCurrentIndex(1)
        self.deadline_wanted = QCheckBox(_("&Deadline"), self)
        self.deadline, self.understood = QLineEdit(self), QLabel(self)
        self.deadline.setAccessibleName(_("Deadline"))
        self.deadline.setPlaceholderText(_("empty: take it away"))
        self.state_wanted = QCheckBox(_("&State"), self)
        self.state = self._box(STATE_NAMES, _("State"))
        self.question = InlineQuestion(_("Question about what was typed"), self)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self._arrange()
        self._connect()
        self.units.setFocus()

    def _box(self, names: dict[str, str] | dict[How, str], name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for value, wording in names.items():
            box.addItem(_(wording), value)
        return box

    def _arrange(self) -> None:
        grid = QGridLayout()
        ways = QHBoxLayout()
        ways.addWidget(self.role)
        ways.addWidget(self.how, 1)
        grid.addWidget(self.units_wanted, 0, 0)
        grid.addWidget(self.units, 0, 1, 1, 2)
        grid.addLayout(ways, 1, 1, 1, 2)
        grid.addWidget(self.deadline_wanted, 2, 0)
        grid.addWidget(self.deadline, 2, 1)
        grid.addWidget(self.understood, 2, 2)
        grid.addWidget(self.state_wanted, 3, 0)
        grid.addWidget(self.state, 3, 1)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(self.question)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        open_at(self, _WIDTH, 0)
        offer_help(self, "local")

    def _connect(self) -> None:
        self.units.edited.connect(lambda _names: self.units_wanted.setChecked(True))
        self.deadline.textEdited.connect(self._read_deadline)
        self.state.activated.connect(lambda _place: self.state_wanted.setChecked(True))
        self._document.problem.connect(self.problem.setText)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _read_deadline(self, words: str) -> None:
        self.deadline_wanted.setChecked(True)
        year = self._document.project.year
        self.understood.setText(understood(parse_deadline(words, year) if words.strip() else None))

    def accept(self) -> None:
        """Change the measures, once it is known which year a deadline without one means."""
        self.units.take_typed()
        project = self._document.project
        deadline = parse_deadline(self.deadline.text(), project.year)
        years = years_to_ask(project, deadline, date.today()) if self.deadline_wanted.isChecked() else ()
        if not years:
            self._change()
            return
        answers = [(str(year), partial(self._change, year)) for year in years]
        ask_year(self.question, deadline.text, [*answers, (leave_it()[0], self._change)], self.deadline)
        self.question.buttons[0].setFocus()

    def _change(self, year: int | None = None) -> None:
        """Change what is ticked; where nothing is filled in there is nothing to do."""
        command = ChangeMeasures(
            self.windowTitle(),
            self._measures,
            state=self.state.currentData() if self.state_wanted.isChecked() else None,
            deadline=self.deadline.text() if self.deadline_wanted.isChecked() else None,
            year=year,
            units=self.units.names if self.units_wanted.isChecked() else None,
            role=self.role.currentData(),
            how=self.how.currentData(),
        )
        if self._document.do(command):
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field takes what was typed; Ctrl+Enter ends the dialog."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        elif not is_enter:
            super().keyPressEvent(event)
