"""The editor of one measure: heading, text, units, deadline, state and note."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.drafting.commands import Command, SetDeadline, SetHeading, SetNote, SetState, SetText, SetUnits
from editor.plan.deadlines import is_period, lacks_year
from editor.plan.measures import ROLES, Deadline, Measure, Role, State
from editor.plan.numbering import format_number
from editor.plan.project import Project
from editor.plan.text_deadlines import deadlines_in
from editor.ui.assigning.unit_questions import SuggestedUnits, UnitQuestions
from editor.ui.assigning.units_field import UnitsField
from editor.ui.base.binding import Binding
from editor.ui.base.document import Document
from editor.ui.base.elided_label import ElidedLabel
from editor.ui.base.inline_question import InlineQuestion
from editor.ui.base.outline_rows import STATE_NAMES
from editor.ui.base.text_box import TextBox
from editor.ui.base.theme import quiet
from editor.ui.outline.deadline_question import DeadlineQuestion
from editor.wording import N_, _

ROLE_NAMES = {
    "lead_units": N_("Lead"),
    "responsible_units": N_("Responsible"),
    "supporting_units": N_("Supporting"),
}
_KINDS = {
    "ongoing": N_("ongoing"),
    "long_term": N_("long term"),
    "done": N_("done"),
    "as_arranged": N_("as arranged by the superior level"),
    "none": N_("not understood as a date"),
    "dated": N_("year missing: not yet a date"),
}


_NARROW = 80
"""Average characters below which lead units and deadline stand on two lines."""
_MOST_NOTE_LINES = 3
"""The note of a merged measure holds a line from each."""


def understood(deadline: Deadline | None, told: Sequence[Deadline] = ()) -> str:
    """What a deadline's words were understood as; where there is none, those that the text tells."""
    if deadline is None:
        words = "、".join(each.text for each in told)
        return _("in the text: {words}").format(words=words) if words else ""
    if deadline.date:
        past = _("▲ {date} is past") if deadline.date < date.today().isoformat() else "= {date}"
        return past.format(date=deadline.date)
    if is_period(deadline):
        return _("a period: no date, since its first day is not known")
    if deadline.kind == "dated" and not lacks_year(deadline):
        return _("there is no such day")
    return f"= {_(_KINDS[deadline.kind])}"


class MeasureEditor(QWidget):
    """Shows one measure of the local plan; every edit is a step of the session."""

    finished = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._id = ""
        self.place = ElidedLabel(self)
        self.heading = TextBox(_("Heading of the measure"), lines=1)
        self.text = TextBox(_("Text of the measure"))
        self.deadline = TextBox(_("Deadline, as in the plan"), lines=1)
        self.note = TextBox(_("Note: never leaves the program"), lines=1)
        self.units = {role: UnitsField(_(ROLE_NAMES[role])) for role in ROLES}
        self.understood, self.suggestion = ElidedLabel(self), QLabel(self)
        self.question = InlineQuestion(_("Question about what was typed"), self)
        self.unit_questions = UnitQuestions(document, self.units, self.question)
        self.suggested = SuggestedUnits(document, self.suggestion)
        self.year = DeadlineQuestion(document, self.deadline, self.question)
        self.state = self._make_state()
        self._grid = QGridLayout()
        self._bindings = (
            Binding(
                self.heading, document, lambda p: self._measure(p).heading, self._step(SetHeading, "heading")
            ),
            Binding(self.text, document, lambda p: self._measure(p).text, self._step(SetText, "text")),
            Binding(self.deadline, document, self._deadline_words, self._step(SetDeadline, "words")),
            Binding(self.note, document, lambda p: self._measure(p).note, self._step(SetNote, "note")),
        )
        for role, field in self.units.items():
            field.edited.connect(lambda names, role=role: self._set_units(role, names))
        self.heading.entered.connect(self.text.setFocus)
        self.year.finished.connect(self.finished)
        self._arrange()

    def _make_state(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(_("State of the measure"))
        for state, name in STATE_NAMES.items():
            box.addItem(_(name), state)
        box.activated.connect(self._set_state)
        return box

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.place, 1)
        state_label = QLabel(_("State"))
        state_label.setBuddy(self.state)
        top.addWidget(state_label)
        top.addWidget(self.state)
        layout.addLayout(top)
        layout.addWidget(self.heading)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.question)  # above the fields: in sight however small the window is
        layout.addWidget(self.suggestion)
        layout.addLayout(self._make_fields())
        self._order_tabs()

    def _order_tabs(self) -> None:
        chain = [self.heading, self.text, *self.units.values(), self.deadline, self.note, self.state]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _make_fields(self) -> QGridLayout:
        """Lead units with the deadline beside or below, the other units on lines of their own, the note last."""
        grid = self._grid
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        named = {_(ROLE_NAMES[role]): field for role, field in self.units.items()}
        for row, (name, field) in enumerate({**named, _("Note"): self.note}.items(), 1):
            grid.addWidget(self._label(name, field), row, 0)
            grid.addWidget(field, row, 1, 1, 4)
        self._deadline_label = self._label(_("Deadline"), self.deadline)
        self._place_deadline(is_narrow=False)
        return grid

    def _place_deadline(self, *, is_narrow: bool) -> None:
        """Beside the lead units, or on a line of its own where there is no room for both."""
        lead = self.units["lead_units"]
        self._is_narrow = is_narrow
        for widget in (lead, self._deadline_label, self.deadline, self.understood):
            self._grid.removeWidget(widget)
        self._grid.addWidget(lead, 1, 1, 1, 4 if is_narrow else 1)
        row, column = (0, 0) if is_narrow else (1, 2)
        self._grid.addWidget(self._deadline_label, row, column)
        self._grid.addWidget(self.deadline, row, column + 1)
        self._grid.addWidget(self.understood, row, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the deadline its place."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth()
        if is_narrow != self._is_narrow:
            self._place_deadline(is_narrow=is_narrow)

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(field)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    # Project to fields

    @property
    def measure_id(self) -> str:
        """The id of the measure shown."""
        return self._id

    def _measure(self, project: Project) -> Measure:
        return project.local.measure(self._id)

    def _deadline_words(self, project: Project) -> str:
        deadline = self._measure(project).deadline
        return deadline.text if deadline else ""

    def load(self, id: str) -> None:
        """Show another measure; a unit that was not finished in the entry is not one of it."""
        if id != self._id:
            for field in self.units.values():
                field.forget_typed()
        self._id = id
        for binding in self._bindings:
            binding.load()
        self._follow_rest()
        self._quieten_place()

    def changeEvent(self, event: QEvent) -> None:
        """The place stays quiet in other colours too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._quieten_place()

    def _quieten_place(self) -> None:
        palette = self.place.palette()
        palette.setColor(self.place.foregroundRole(), quiet(self.palette()))
        self.place.setPalette(palette)

    def follow(self, source: object) -> None:
        """Follow the project after a step; the widget that made it is left alone."""
        for binding in self._bindings:
            binding.follow(source)
        self._follow_rest()

    def _follow_rest(self) -> None:
        project = self._document.project
        measure = self._measure(project)
        self.year.show_for(self._id)
        self.suggested.show_for(measure)
        for role, field in self.units.items():
            field.set_roster(project.roster)
            field.show_names(measure.units(role))
        self.note.grow_to(min(measure.note.count("\n") + 1, _MOST_NOTE_LINES))
        self.understood.setText(understood(measure.deadline, deadlines_in(measure.text)))
        self.state.setCurrentIndex(self.state.findData(measure.state))
        section = project.local.section_of(self._id)
        number = format_number(measure.number, measure.level)
        self.place.setText(f"{section.heading} › {number}" if section else number)

    # Fields to project

    def take_typed(self) -> None:
        """Take what stands in the units' entries, before another measure is shown."""
        for field in self.units.values():
            field.take_typed()

    def _step(self, kind: type, field: str) -> "_Step":
        return _Step(self, kind, field)

    def _set_units(self, role: Role, names: tuple[str, ...]) -> None:
        self._document.do(SetUnits(measure=self._id, role=role, units=names), source=self.units[role])

    def _set_state(self, index: int) -> None:
        state = cast(State, self.state.itemData(index))
        self._document.do(SetState(measure=self._id, state=state), source=self.state)


class _Step:
    """Makes the command that sets one field of the measure shown."""

    def __init__(self, editor: MeasureEditor, kind: type, field: str) -> None:
        self._editor, self._kind, self._field = editor, kind, field

    def __call__(self, text: str) -> Command:
        values = {"measure": self._editor.measure_id, self._field: text}
        command: Command = self._kind(**values)
        return command
