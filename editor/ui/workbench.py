"""The panes around one document: who shows what, and what each tells the others."""

from collections.abc import Iterable
from datetime import date
from operator import is_not

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QScrollArea, QSplitter, QWidget

from editor.drafting.commands import Unmark
from editor.drafting.session import Change
from editor.plan.issues import Issue, open_issues, with_dismissals
from editor.plan.project import Project
from editor.ui.arranging import place
from editor.ui.base.document import Document
from editor.ui.base.outline_rows import DETAILS_KEY, caption
from editor.ui.base.places import block_at, of_plan
from editor.ui.base.plan_names import plan_names
from editor.ui.base.tree import Tree
from editor.ui.base.worker import Newest, raise_again
from editor.ui.coverage.board_gestures import BoardGestures
from editor.ui.coverage.coverage_board import CoverageBoard
from editor.ui.coverage.covered import Covered, elsewhere
from editor.ui.difference.counterparts import Counterparts
from editor.ui.difference.diff_pane import DiffPane
from editor.ui.difference.difference_gestures import DifferenceGestures
from editor.ui.difference.marks_board import MarksBoard
from editor.ui.notice.notice_form import NoticeForm
from editor.ui.outline.block_editors import BlockEditors
from editor.ui.outline.issue_list import Captions, IssueList
from editor.ui.outline.local_pane import LocalPane
from editor.ui.outline.parent_pane import ParentPane
from editor.ui.questions import Survey, survey
from editor.ui.status_line import StatusLine
from editor.wording import N_, _

SURVEY_AFTER = 150
"""Milliseconds without a change before findings and coverage are computed anew."""
_DOCKS = {
    "parents": N_("Superior plans"),
    "difference": N_("Difference"),
    "findings": N_("Findings"),
    "coverage": N_("Coverage"),
    "notice": N_("Notice details"),
    "doubts": N_("Doubts in reading"),
    "marks": N_("Marks"),
}


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
        self.findings = IssueList(_("Findings"))
        self.coverage = CoverageBoard()
        self.deciding = BoardGestures(document, self.coverage)
        self.notice = NoticeForm(document)
        self.doubts = IssueList(_("Doubts in reading"))
        self.status = StatusLine(window.statusBar())
        self.centre = self._make_centre()
        self.docks = self._make_docks()
        self.survey: Survey | None = None
        self.covered: tuple[Covered, ...] = ()
        self.local.chosen.connect(self.editors.load)  # before anybody asks what the editors show
        self.counterparts = Counterparts(document, self.parents, self.local, self.editors, self.difference)
        self._surveyor = Newest(self)
        self._survey_timer = QTimer(self, singleShot=True, interval=SURVEY_AFTER)
        self._connect()

    def _make_centre(self) -> QSplitter:
        centre = QSplitter(Qt.Orientation.Vertical)
        centre.setObjectName("middle")
        centre.addWidget(self.local)
        centre.addWidget(_scrolled(self.editors))
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
        self.docks["coverage"].visibilityChanged.connect(self._show_board)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self.counterparts.is_busy or self._surveyor.is_busy or self._survey_timer.isActive()

    # Following the document

    def load(self) -> None:
        """Show another project from its start."""
        project = self._document.project
        self.survey = None
        self.parents.load(project)
        self.counterparts.load()
        self.local.refresh()
        self.local.tree.go_to(DETAILS_KEY)
        self.editors.load(DETAILS_KEY)
        self.notice.load()
        self._show_doubts()
        self._survey_timer.start()  # the panes are painted first

    def _follow(self, change: Change) -> None:
        if change.before.parents is not change.after.parents:
            self.parents.load(change.after)
            self.counterparts.load()
        if any(map(is_not, _doubts(change.before), _doubts(change.after))):
            self._show_doubts()
        self.editors.follow(change.source)
        if change.before.local is not change.after.local:
            self.local.follow(change.before.local)
        if change.before.notice is not change.after.notice:
            self.notice.follow(change.source)
        self.counterparts.ask(self.editors.id)
        self._survey_timer.start()

    def ask_survey(self) -> None:
        """Have findings and coverage computed for the project as it stands."""
        self._surveyor.ask(survey, self._document.project, date.today())

    def _show_survey(self, answer: Survey) -> None:
        if answer.project is not self._document.project:
            return
        self.survey = answer
        items = self.covered = answer.covered
        self.findings.show_issues(answer.issues, self._captions())
        self.docks["findings"].setWindowTitle(_title(_("Findings"), open_issues(answer.issues)))
        self._show_board()
        self.difference.show_elsewhere(elsewhere(items))
        self._show_marks(items)
        self.marks.show_marks(answer.marked, self._captions())
        self.docks["marks"].setWindowTitle(_title(_("Marks"), answer.marked))
        self.local.show_known(answer.suspects, answer.found)
        undecided = sum(item.disposition == "undecided" for item in items)
        self.docks["coverage"].setWindowTitle(
            _("Coverage {decided}/{all}").format(decided=len(items) - undecided, all=len(items))
        )
        self.status.show_figures(answer)

    def _show_board(self) -> None:
        """List coverage where it is looked at: large plans have many sentences."""
        if self.survey is not None and self.coverage.isVisible():
            self.coverage.show_coverage(self.covered, plan_names(self.survey.project))

    def _show_marks(self, items: Iterable[Covered]) -> None:
        marks: dict[str, dict[str, str]] = {}
        reasons: dict[str, dict[str, str]] = {}
        for item in items:
            marks.setdefault(item.plan, {})[item.measure] = item.disposition
            if item.reason:
                reasons.setdefault(item.plan, {})[item.measure] = item.reason
        self.parents.show_coverage(marks, reasons)

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
        self.doubts.show_issues(issues, self._captions())
        self.docks["doubts"].setWindowTitle(_title(_("Doubts in reading"), open_issues(issues)))

    def _captions(self) -> Captions:
        project = self._document.project
        plans = (*project.parents, project.local)
        return {(plan.id, block.id): caption(block) for plan in plans for block in plan.body}

    def follow_colours(self) -> None:
        """Use the colours of the palette that is new."""
        for tree in self._window.findChildren(Tree):
            tree.keep_selection_visible()
        self.difference.repaint_difference()
        self.local.refresh()

    # Going to places

    def go_to_issue(self, issue: Issue, *, take_focus: bool = True) -> None:
        """Go to the place of a finding: a block of a plan, or a field of the notice."""
        place = issue.place
        project = self._document.project
        if place.plan == "notice" or (place.field in self.notice.boxes and place.block is None):
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


def _scrolled(pane: QWidget) -> QScrollArea:
    """The pane in a frame that scrolls where the window is too small for it."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(pane)
    return area


def _title(name: str, entries: Iterable[object]) -> str:
    count = len(tuple(entries))
    return f"{name} ({count})" if count else name
