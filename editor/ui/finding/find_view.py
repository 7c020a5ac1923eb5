"""Find and replace over all measures: what to look for, the list of places with ticks, and the replacement."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.drafting.replacing import found_in, unit_names
from editor.plan.project import Project
from editor.ui.base.flow_layout import FlowLayout
from editor.ui.base.proposal_list import Listing, ProposalList, listing
from editor.ui.base.text_box import EntryLine
from editor.ui.base.worker import Newest, raise_again
from editor.wording import _

MOST_LISTED = 2000
_LEAST_WIDTH = 20
"""Average characters of a field, however narrow the pane."""
_AFTER = 120
"""Milliseconds without a key before the search is made."""


class Query(NamedTuple):
    """What is looked for, and what would stand instead."""

    wanted: str
    new: str = ""
    any_width: bool = True
    in_parents: bool = False


class Found(NamedTuple):
    """The places that a query has in a project, at most MOST_LISTED of them, and how many there are in all."""

    query: Query
    listing: Listing
    total: int


def search(project: Project, query: Query) -> Found:
    """Every place of the words in the local plan, and in the superior plans where they are wanted."""
    plans = (project.local, *project.parents) if query.in_parents else (project.local,)
    names = unit_names(project.roster)
    places = tuple(
        place
        for plan in plans
        for place in found_in(plan, query.wanted, query.new, names=names, any_width=query.any_width)
    )
    return Found(query, listing(places[:MOST_LISTED], project), len(places))


class FindView(QWidget):
    """Looks while one types; Enter goes to the next place, Space ticks, the button replaces what is ticked."""

    entered = Signal(str)
    """Wanted of every view of a side dock; places are told by `place_entered`, which knows the words too."""
    place_entered = Signal(object, bool)
    """The place to show, and whether the focus goes there."""
    replace_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._shown, self._count = Query(""), 0
        self.wanted = EntryLine(_("Find"), self)
        self.new = EntryLine(_("Replace with"), self)
        self.any_width = QCheckBox(_("Full and half width alike"), self)
        self.any_width.setChecked(True)
        self.in_parents = QCheckBox(_("Also in the superior plans"), self)
        self.count = QLabel(self)
        self.replace_button = QPushButton(_("Replace what is ticked"), self)
        self.list = ProposalList(
            _("Places found"), _("Type words above: every place of them is listed here."), self
        )
        self._searcher = Newest(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._arrange()
        self._connect()
        self.show_replacing(False)

    def _arrange(self) -> None:
        fields = QGridLayout()
        fields.setContentsMargins(6, 2, 6, 0)
        for row, (wording, field) in enumerate(((_("Find"), self.wanted), (_("Replace with"), self.new))):
            label = QLabel(wording, self)
            label.setBuddy(field)
            field.setMinimumWidth(_LEAST_WIDTH * self.fontMetrics().averageCharWidth())
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1)
        self._label = label
        options = FlowLayout()
        options.setContentsMargins(0, 0, 0, 0)
        for widget in (self.any_width, self.in_parents, self.count):
            options.addWidget(widget)
        fields.addLayout(options, 0, 2)
        fields.addWidget(self.replace_button, 1, 2, Qt.AlignmentFlag.AlignLeft)
        fields.setColumnStretch(1, 2)
        fields.setColumnStretch(2, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(fields)
        layout.addWidget(self.list)

    def _connect(self) -> None:
        for field in (self.wanted, self.new):
            field.textChanged.connect(self._timer.start)
        for box in (self.any_width, self.in_parents):
            box.toggled.connect(self._timer.start)
        self._timer.timeout.connect(self._ask)
        self._searcher.answered.connect(self._show)
        self._searcher.failed.connect(raise_again)
        self.list.entered.connect(lambda place: self.place_entered.emit(place, True))
        self.list.changed.connect(self._tell_count)
        self.replace_button.clicked.connect(self.replace_wanted)

    # What others ask

    @property
    def query(self) -> Query:
        """What the fields say."""
        return Query(
            self.wanted.text(), self.new.text(), self.any_width.isChecked(), self.in_parents.isChecked()
        )

    @property
    def is_busy(self) -> bool:
        """Whether the list does not show the places of the query yet."""
        return self._searcher.is_busy or self._timer.isActive()

    def follow(self, project: Project) -> None:
        """Search again, in the project as it stands."""
        self._project = project
        if self.wanted.text():
            self._timer.start()

    def catch_up(self, project: Project) -> None:
        """Search again if the project is another by now, as it may be while the list is out of sight."""
        if project is not self._project:
            self.follow(project)

    def show_block(self, _id: str | None) -> None:
        """What is chosen in the outline is nothing to a search."""

    def show_replacing(self, is_replacing: bool) -> None:
        """Show or hide what belongs to replacing."""
        for widget in (self.new, self._label, self.replace_button):
            widget.setVisible(is_replacing)
        self.list.show_results(is_replacing)

    def begin(self, words: str) -> None:
        """Look for these words, or for those of last time where there are none, and be ready to type others."""
        if words:
            self.wanted.setText(words)
        self.wanted.setFocus()
        self.wanted.selectAll()

    def step(self, by: int) -> None:
        """Go to the next place, or the one before, round at the ends."""
        table = self.list.table
        count = self.list.model.rowCount()
        if not count:
            return
        now = table.currentIndex().row() if table.currentIndex().isValid() else (-1 if by > 0 else 0)
        table.setCurrentIndex(self.list.model.index((now + by) % count, 0))
        self.place_entered.emit(self.list.current, not self.has_focus_within())

    def has_focus_within(self) -> bool:
        """Whether one of the fields or the list has the focus."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus) and self.isVisible()

    # Searching

    def _ask(self) -> None:
        if self._project is not None:
            self._searcher.ask(search, self._project, self.query)

    def _show(self, found: Found) -> None:
        is_same = found.query._replace(new="") == self._shown._replace(new="")
        choices = self.list.choices if is_same else ()
        self._shown, self._count = found.query, found.total
        self.list.show_proposals(found.listing, *choices)

    def _tell_count(self) -> None:
        listed, ticked = len(self.list.proposals), len(self.list.ticked)
        message = _("{count} places") if self._shown.wanted else ""
        if listed < self._count:
            message = _("{count} places, the first {listed} are listed")
        self.count.setText(message.format(count=self._count, listed=listed))
        self.replace_button.setText(_("Replace what is ticked ({count})").format(count=ticked))
        self.replace_button.setEnabled(bool(ticked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next place, Shift+Enter back, Escape to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
