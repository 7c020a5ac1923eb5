"""The panes around one document: who shows what, and what each tells the others."""

from collections.abc import Callable, Iterable, Sized
from datetime import date
from functools import partial
from operator import is_not
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSplitter, QWidget

from editor.drafting.commands import Unmark
from editor.drafting.session import Change
from editor.plan.issues import Issue, with_dismissals
from editor.plan.notice import Notice
from editor.plan.project import Project
from editor.ui.arranging import place
from editor.ui.base.document import Document
from editor.ui.base.outline_rows import DETAILS_KEY
from editor.ui.base.places import block_at, of_plan
from editor.ui.base.plan_names import plan_names
from editor.ui.base.scrolled import Scrolled
from editor.ui.base.turns import Turns
from editor.ui.base.worker import MANY, Newest, raise_again
from editor.ui.coverage.board_gestures import BoardGestures
from editor.ui.coverage.coverage_board import CoverageBoard
from editor.ui.coverage.covered import Covered, elsewhere
from editor.ui.difference.counterparts import Counterparts
from editor.ui.difference.diff_pane import DiffPane
from editor.ui.difference.difference_gestures import DifferenceGestures
from editor.ui.difference.marks_board import MarksBoard
from editor.ui.outline.block_editors import BlockEditors
from editor.ui.outline.issue_list import NO_DOUBT, IssueList, counted_title
from editor.ui.outline.local_pane import LocalPane
from editor.ui.outline.parent_pane import ParentPane
from editor.ui.questions import Survey, captions, survey
from editor.ui.side_docks import SidePane
from editor.ui.status_line import StatusLine
from editor.wording import N_, _

if TYPE_CHECKING:  # loaded when it is first looked at
    from editor.ui.notice.notice_form import NoticeForm

SURVEY_AFTER = 150
"""Milliseconds without a change before findings and coverage are computed anew."""
_DOCKS = {
    "parents": N_("Superior plans"),
    "difference": N_("Difference"),
    "findings": N_("Findings"),
    "coverage": N_("Coverage"),
    "doubts": N_("Doubts in reading"),
    "marks": N_("Marks"),
}

_NO_FINDING = N_("No rule has anything to say. Spelling and policy are still for you to read.")


class Workbench(QObject):
    """All panes of a window and the traffic between them."""

    def __init__(self, window: QMainWindow, document: Document) -> None:
        super().__init__(window)
        self._window, self._document = window, document
        self.parents = ParentPane()
        self.local = LocalPane(document)
        self.editors = BlockEditors(document)
        self.difference = DiffPane()
        self.differences = DifferenceGestures(document, self.difference)
        self.marks = MarksBoard()
        self.findings = IssueList(_("Findings"), _(_NO_FINDING))
        self.coverage = CoverageBoard()
        self.deciding = BoardGestures(document, self.coverage)
        self.doubts = IssueList(_("Doubts in reading"), _(NO_DOUBT))
        self.status = StatusLine(window.statusBar())
        self.centre = self._make_centre()
        self.docks = self._make_docks()
        self.survey: Survey | None = None
        self.covered: tuple[Covered, ...] = ()
        self._is_coverage_in_front = False
        self.local.chosen.connect(self.editors.load)  # before anybody asks what the editors show
        self.counterparts = Counterparts(document, self.parents, self.local, self.editors, self.difference)
        self._turns = Turns(self)
        self._surveyor = Newest(self)
        self._survey_timer = QTimer(self, singleShot=True, interval=SURVEY_AFTER)
        self._connect()

    def _make_centre(self) -> QSplitter:
        centre = QSplitter(Qt.Orientation.Vertical)
        centre.setObjectName("middle")
        centre.addWidget(self.local)
        centre.addWidget(Scrolled(self.editors))
        centre.setStretchFactor(0, 1)
        centre.setStretchFactor(1, 1)
        centre.setChildrenCollapsible(False)
        return centre

    def _make_docks(self) -> dict[str, QDockWidget]:
        panes: dict[str, QWidget] = {name: getattr(self, name) for name in _DOCKS}
        docks = {name: QDockWidget(_(_DOCKS[name]), self._window) for name in panes}
        for name, dock in docks.items():
            dock.setObjectName(name)
            dock.setWidget(panes[name])
        place(self._window, docks)
        return docks

    def _connect(self) -> None:
        document = self._document
        document.opened.connect(self.load)
        document.changed.connect(self._follow)
        self.local.entered.connect(self.editors.edit)
        self._surveyor.answered.connect(self._show_survey)
        self._surveyor.failed.connect(raise_again)
        self._survey_timer.timeout.connect(self.ask_survey)
        self.findings.entered.connect(self.go_to_issue)
        self.doubts.entered.connect(self.go_to_issue)
        self.marks.chosen.connect(self.counterparts.show_mark)
        self.marks.unmark_wanted.connect(lambda marks: document.do(Unmark(marks)))
        self.difference.measure_wanted.connect(self.local.tree.go_to)
        self.coverage.entered.connect(self._go_to_covered)
        self.coverage.chosen.connect(self._show_covered)
        self.docks["coverage"].visibilityChanged.connect(self._look_at_coverage)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        asked = self._surveyor.is_busy or self._survey_timer.isActive()
        return asked or self.counterparts.is_busy or self._turns.is_busy or self.coverage.is_busy

    @property
    def is_filling(self) -> bool:
        """Whether pieces of a large plan are still to be shown."""
        return self._turns.is_busy

    # Following the document

    def load(self) -> None:
        """Show another project from its start."""
        project = self._document.project
        self.survey = None
        self.parents.load(project)
        self.local.clear()
        self.editors.load(DETAILS_KEY)
        self._begin(project.local.body, (self._show_local, self.parents.fill, self.counterparts.load))
        self._show_doubts()
        self._survey_timer.start()  # the panes are painted first

    def _begin(self, entries: Sized, pieces: Iterable[Callable[[], object]]) -> None:
        """Show something piece by piece where the entries to be shown are many, all at once where they are few."""
        self._turns.begin(pieces)
        if len(entries) < MANY:
            self._turns.finish()

    def _show_local(self) -> None:
        self.local.refresh()
        self.local.tree.go_to(DETAILS_KEY)

    def _follow(self, change: Change) -> None:
        if change.before.parents is not change.after.parents:
            self.parents.load(change.after)
            self.parents.fill()
            self.counterparts.load()
        if any(map(is_not, _doubts(change.before), _doubts(change.after))):
            self._show_doubts()
        self.editors.follow(change.source)
        if change.before.local is not change.after.local:
            self.local.follow(change.before.local)
        self.counterparts.ask(self.editors.id)
        self._survey_timer.start()

    def ask_survey(self) -> None:
        """Have findings and coverage computed for the project as it stands."""
        self._surveyor.ask(survey, self._document.project, date.today())

    def _show_survey(self, answer: Survey) -> None:
        self.survey, self.covered = answer, answer.covered
        pieces = (self._show_findings, self._show_board, self._show_marks, self._show_known)
        self._begin(answer.covered, (partial(self._show_part, answer, piece) for piece in pieces))

    def _show_part(self, answer: Survey, show: Callable[[Survey], None]) -> None:
        """Show a part of the survey, unless it was overtaken by a change: another survey is on its way then."""
        if answer.project is self._document.project:
            show(answer)

    def _show_findings(self, answer: Survey) -> None:
        self.findings.show_issues(answer.issues, answer.captions)
        self.docks["findings"].setWindowTitle(counted_title(_("Findings"), answer.issues))
        self.marks.show_marks(answer.marked, answer.captions)
        self.docks["marks"].setWindowTitle(_title(_("Marks"), answer.marked))
        self.status.show_figures(answer)

    def _show_board(self, answer: Survey) -> None:
        self._show_coverage()
        undecided = sum(item.disposition == "undecided" for item in answer.covered)
        figures = {"decided": len(answer.covered) - undecided, "all": len(answer.covered)}
        self.docks["coverage"].setWindowTitle(_("Coverage {decided}/{all}").format(**figures))

    def _look_at_coverage(self, is_in_front: bool) -> None:
        self._is_coverage_in_front = is_in_front
        self._show_coverage()

    def _show_coverage(self) -> None:
        """List coverage where it is looked at, not behind another pane: large plans have many sentences."""
        if self.survey is not None and self._is_coverage_in_front:
            self.coverage.show_coverage(self.covered, plan_names(self.survey.project))

    def _show_marks(self, answer: Survey) -> None:
        marks: dict[str, dict[str, str]] = {}
        reasons: dict[str, dict[str, str]] = {}
        for item in answer.covered:
            marks.setdefault(item.plan, {})[item.measure] = item.disposition
            if item.reason:
                reasons.setdefault(item.plan, {})[item.measure] = item.reason
        self.parents.show_coverage(marks, reasons)

    def _show_known(self, answer: Survey) -> None:
        self.difference.show_elsewhere(elsewhere(answer.covered))
        self.local.show_known(answer.suspects, answer.found)

    def _show_covered(self, plan: str, measure: str, local: str) -> None:
        """Show a superior measure and what carries it in both outlines."""
        self.parents.show_quietly(plan, (measure,))
        if local:
            self.counterparts.plan = plan
            self.local.tree.go_to(local)
        else:
            self.parents.chosen.emit(plan, measure)

    def _go_to_covered(self, plan: str, measure: str) -> None:
        self.parents.go_to(plan, measure)
        if self.parents.tree is not None:
            self.parents.tree.setFocus()

    def _show_doubts(self) -> None:
        project = self._document.project
        doubts = (of_plan(issue, source.plan) for source in project.sources for issue in source.issues)
        issues = with_dismissals(doubts, project.dismissals)
        self.doubts.show_issues(issues, captions(project, issues))
        self.docks["doubts"].setWindowTitle(counted_title(_("Doubts in reading"), issues))

    def follow_colours(self) -> None:
        """Use the colours of the palette that is new."""
        self.difference.repaint_difference()

    # Going to places

    def go_to_issue(self, issue: Issue, *, take_focus: bool = True) -> None:
        """Go to the place of a finding: a block of a plan, or a field of the notice."""
        place = issue.place
        project = self._document.project
        if place.plan == "notice" or (place.field in Notice.__struct_fields__ and place.block is None):
            self.go_to_detail(place.field or "", take_focus=take_focus)
            return
        for plan in project.parents:
            if plan.id == place.plan and (block := block_at(plan, place)):
                self.parents.go_to(plan.id, block)
                return
        if place.block and place.block in {block.id for block in project.local.body}:
            self.local.tree.go_to(place.block)
            if take_focus:
                self._focus_field(place.field)

    def go_to_detail(self, field: str, *, take_focus: bool = True) -> None:
        """Go to a detail of the notice."""
        self.docks["notice"].show()
        self.docks["notice"].raise_()
        if take_focus and (box := self.notice.boxes.get(field)):
            box.setFocus()

    @property
    def notice(self) -> "NoticeForm":
        """The form of the notice's details."""
        pane = self.docks["notice"].widget()
        assert isinstance(pane, SidePane)
        form: NoticeForm = pane.made()
        return form

    def _focus_field(self, field: str | None) -> None:
        measure = self.editors.measure
        fields: dict[str, QWidget] = {
            "heading": measure.heading,
            "deadline": measure.deadline,
            "text": measure.text,
        }
        fields["assignments"] = measure.units["lead_units"]
        fields.update({str(role): box for role, box in measure.units.items()})
        if self.editors.currentWidget() is measure and field in fields:
            fields[field].setFocus()
        else:
            self.editors.edit()


def _doubts(project: Project) -> tuple[object, ...]:
    """What the list of doubts depends on."""
    return project.parents, project.sources, project.dismissals


def _title(name: str, entries: Iterable[object]) -> str:
    count = len(tuple(entries))
    return f"{name} ({count})" if count else name
