"""The list of findings, worst first; Enter goes to the place."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.plan.issues import SEVERITIES, Issue, open_issues
from editor.ui.base.outline_rows import Captions
from editor.ui.base.rows import Row, RowModel
from editor.ui.base.theme import SEVERITY_MARKS
from editor.ui.base.tree import Tree
from editor.ui.guide.rule_words import rule_name, rule_words
from editor.wording import N_, _

NO_DOUBT = N_(
    "Nothing in the files read is doubtful. What was set aside can still be looked at beside the original."
)
SEVERITY_NAMES = {"error": N_("error"), "warning": N_("warning"), "hint": N_("hint")}


_COUNTS = {"error": N_("errors {count}"), "warning": N_("warnings {count}"), "hint": N_("hints {count}")}


def counted_title(name: str, issues: Iterable[Issue]) -> str:
    """A list's name with how many of its issues are open, the worst first."""
    counts = Counter(issue.severity for issue in open_issues(tuple(issues)))
    told = [
        _(_COUNTS[severity]).format(count=counts[severity]) for severity in SEVERITIES if counts[severity]
    ]
    return f"{name} ({_(', ').join(told)})" if told else name


def issue_rows(issues: Iterable[Issue], places: Captions | None = None) -> tuple[Row, ...]:
    """Issues as rows, worst first; `places` gives the captions of blocks by plan and id."""
    captions = places or {}
    seen: dict[str, int] = {}
    rows = []
    for issue in sorted(issues, key=lambda issue: SEVERITIES.index(issue.severity)):
        name = f"{issue.code}/{issue.place.plan}/{issue.place.block}/{issue.place.field}/{issue.place.lines}"
        seen[name] = seen.get(name, 0) + 1
        severity = f"{SEVERITY_MARKS[issue.severity]} {_(SEVERITY_NAMES[issue.severity])}"
        where = captions.get((issue.place.plan, issue.place.block), "") or _lines(issue)
        repair = _("✎ yes") if issue.fix else ""
        message = issue.message
        if issue.dismissed is not None:
            severity = f"– {_('put aside')}"
            message = f"{message} ({issue.dismissed})"
        rule = " · ".join(filter(None, (rule_name(issue.code), issue.source)))
        hint = "\n".join(filter(None, (message, rule_words(issue.code))))
        cells = (severity, repair, where, message, rule)
        rows.append(Row(f"{name}/{seen[name]}", cells, hint=hint, value=issue))
    return tuple(rows)


def _lines(issue: Issue) -> str:
    if issue.place.lines is None:
        return ""
    first, last = issue.place.lines
    return (
        _("line {first}").format(first=first)
        if first == last
        else _("lines {first} to {last}").format(first=first, last=last)
    )


class IssueList(QWidget):
    """A table of issues; `entered` tells the one to go to, `current_changed` that another one is chosen."""

    entered = Signal(object)
    current_changed = Signal()

    def __init__(self, name: str, when_empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when_empty = when_empty  # said once it is known that there is nothing
        self.model = RowModel((_("Severity"), _("Repair"), _("Place"), _("Finding"), _("Rule")), self)
        self.tree = Tree(name, self.model)
        self.tree.setRootIsDecorated(False)
        self.tree.setAlternatingRowColors(True)
        character = self.tree.fontMetrics().averageCharWidth()
        header = self.tree.header()
        for column, width in enumerate((12, 10, 30, 70)):
            header.resizeSection(column, width * character)
        self.tree.entered.connect(self._enter)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.tree.selectionModel().currentChanged.connect(self._tell_current)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tree, 1)
        self._buttons = QVBoxLayout()
        self._buttons.setContentsMargins(0, 2, 2, 0)
        self._buttons.addStretch(1)
        self.aside = QToolButton(self)
        self.aside.setCheckable(True)
        self.aside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.aside.toggled.connect(self._refresh)
        self._buttons.addWidget(self.aside)
        layout.addLayout(self._buttons)
        self._issues: tuple[Issue, ...] = ()
        self._places: Captions = {}
        self._refresh()

    def offer(self, action: QAction) -> None:
        """Offer an action on the chosen issue, as a button and in the context menu."""
        self.tree.addAction(action)
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    @property
    def current(self) -> Issue | None:
        """The chosen issue, None where there is none."""
        row = self.model.row_at(self.tree.currentIndex())
        return row.value if row and isinstance(row.value, Issue) else None

    @property
    def selected(self) -> tuple[Issue, ...]:
        """All issues that are selected."""
        rows = (self.model.row_at(index) for index in self.tree.selectionModel().selectedRows())
        return tuple(row.value for row in rows if row and isinstance(row.value, Issue))

    def _tell_current(self) -> None:
        self.current_changed.emit()

    @property
    def count(self) -> int:
        """How many issues are listed."""
        return self.model.rowCount()

    def show_issues(self, issues: Iterable[Issue], places: Captions | None = None) -> None:
        """List these issues; those put aside only where they are wanted."""
        self.tree.hint.when_empty = self._when_empty
        self._issues, self._places = tuple(issues), places or {}
        self._refresh()

    def _refresh(self) -> None:
        still_open = open_issues(self._issues)
        aside = len(self._issues) - len(still_open)
        self.aside.setText(_("Put aside ({count})").format(count=aside))
        self.aside.setVisible(aside > 0)
        self.model.update(issue_rows(self._issues if self.aside.isChecked() else still_open, self._places))

    def choose(self, issue: Issue) -> None:
        """Make the row of this issue the current one."""
        for row in self.model.rows():
            if row.value == issue:
                self.tree.go_to(row.key)
                return

    def go_to_next(self) -> None:
        """Go to the issue after the current one, from the last to the first."""
        if self.count:
            current = self.tree.currentIndex()
            place = (current.row() + 1) % self.count if current.isValid() else 0
            self.tree.setCurrentIndex(self.model.index(place, 0))
            self._enter(self.tree.current_key or "")

    def _enter(self, key: str) -> None:
        row = self.model.row_at(self.model.find(key))
        if row is not None:
            self.entered.emit(row.value)
