"""What the actions on findings and doubts do: go to them, repair them, put them aside with a reason."""

from PySide6.QtWidgets import QWidget

from editor.drafting.commands import Dismiss, TakeUp
from editor.plan.issues import Issue
from editor.ui.base.asking import ask_words
from editor.ui.base.document import Document
from editor.ui.outline.issue_list import IssueList
from editor.ui.workbench import Workbench
from editor.wording import N_, _

_REASONS = (
    N_("looked at, and right as it is"),
    N_("settled by another document"),
    N_("agreed with the leader"),
)


class IssueGestures:
    """The actions on findings and doubts; method names are the actions' names."""

    def __init__(self, document: Document, bench: Workbench, window: QWidget) -> None:
        self._document, self._bench, self._window = document, bench, window

    def next_issue(self) -> None:
        """Go to the next finding."""
        self._bench.docks["findings"].raise_()
        self._bench.findings.go_to_next()

    def fix_issue(self) -> None:
        """Repair the chosen finding, where it can be repaired and still stands."""
        from editor.drafting import command_for  # loaded when needed: the window starts without it

        issue = self._bench.findings.current
        command = command_for(issue, self._document.project) if issue else None
        if command is None:
            self._document.problem.emit(_("This finding can't be repaired at one key; go to its place."))
        elif self._document.do(command) and issue is not None:
            self._bench.go_to_issue(issue, take_focus=False)

    def dismiss_issue(self) -> None:
        """Put what is selected aside; asks why."""
        chosen = self._chosen()
        if not chosen:
            return
        reasons = [_(reason) for reason in _REASONS]
        reason, accepted = ask_words(
            self._window,
            _("Put findings aside"),
            _("Why can it be put aside?"),
            page="findings",
            choices=reasons,
        )
        if accepted:
            self._document.do(Dismiss(chosen, reason))

    def take_up_issue(self) -> None:
        """Take what is selected up again."""
        if chosen := self._chosen():
            self._document.do(TakeUp(chosen))

    def _chosen(self) -> tuple[Issue, ...]:
        """The issues selected in the list in use, else in that of findings."""
        doubts, findings = self._bench.doubts, self._bench.findings
        shown: IssueList = doubts if doubts.tree.hasFocus() or not findings.isVisible() else findings
        if not shown.selected:
            self._document.problem.emit(_("Choose findings or doubts in their list first."))
        return shown.selected
