"""The sides of a reading: page, lines, what was recognised and the doubts; what is chosen in one is shown in the others."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from editor.plan.issues import Issue
from editor.plan.measures import ROLES, Lines
from editor.plan.plans import Plan
from editor.plan.project import Source
from editor.ui.base.outline_rows import caption
from editor.ui.base.places import of_plan
from editor.ui.base.rows import RowModel
from editor.ui.base.theme import SEVERITY_MARKS
from editor.ui.base.tree import Tree
from editor.ui.outline.issue_list import NO_DOUBT, IssueList
from editor.ui.readings.original_page import OriginalPage
from editor.ui.readings.original_view import OriginalView
from editor.ui.readings.reading_desk import Read
from editor.ui.readings.reading_rows import key_of, lines_of, reading_rows, row_at_line
from editor.wording import _

_DOUBTS_SHARE = 0.3
"""How much of the height the doubts take at first."""


class ReadingSides(QSplitter):
    """Shows one reading from all sides, at first the doubt `issue`; `doubt_changed` tells that another one is chosen."""

    doubt_changed = Signal()

    def __init__(self, source: Source, parent: QWidget, issue: Issue | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._asked = issue
        self._plan: Plan | None = None
        self.original = OriginalView(self)
        self.page = OriginalPage(source.content, self)
        self.has_page = False
        self.model = RowModel((_("Recognised"), _("Units or reason")), self)
        self.outline = Tree(_("What was recognised"), self.model)
        self.doubts = IssueList(_("Doubts in reading"), _(NO_DOUBT))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.page)
        self.page.hide()
        sides.addWidget(_titled(_("Original"), self.original))
        sides.addWidget(_titled(_("Recognised"), self.outline))
        sides.setChildrenCollapsible(False)
        sides.setSizes([1000] * sides.count())  # each the same: the splitter shares out what room there is
        self.addWidget(sides)
        self.addWidget(_titled(_("Doubts"), self.doubts))
        self.setSizes([round(1000 * (1 - _DOUBTS_SHARE)), round(1000 * _DOUBTS_SHARE)])
        self.setChildrenCollapsible(False)
        self.outline.set_column_widths(14)

    def _connect(self) -> None:
        self.original.line_changed.connect(self._follow_line)
        self.outline.current_changed.connect(self._follow_row)
        self.outline.entered.connect(lambda _key: self.original.setFocus())
        self.doubts.current_changed.connect(self._follow_doubt)
        self.doubts.entered.connect(lambda _issue: self.original.setFocus())
        self.page.line_chosen.connect(self._go_to_line)

    # Showing

    def show_reading(self, read: Read) -> None:
        """Show what was recognised now; the lines of the original stay the same through all repairs."""
        plan, issues = read.reading.plan, read.reading.issues
        is_first = self._plan is None
        self._plan = plan
        if is_first:
            self.original.load(read.lines.numbers, read.lines.texts)
            self.has_page = read.lines.has_pictures
            if self.has_page:
                self.page.load(read.lines.places)
                self.page.show()
        self.model.update(reading_rows(plan))
        named = [of_plan(issue, plan.id) for issue in issues]
        self.doubts.show_issues(named, {(plan.id, block.id): caption(block) for block in plan.body})
        aside = {n for part in plan.set_aside for n in range(part.lines[0], part.lines[1] + 1)}
        placed = {n for b in plan.body if b.lines for n in range(b.lines[0], b.lines[1] + 1)}
        self.original.mark(_marks(issues), aside - placed)
        if self._asked is not None:
            asked, self._asked = self._asked, None
            self.doubts.choose(asked)

    @property
    def chosen_lines(self) -> Lines:
        """The lines of the row chosen where the outline has the focus, else those selected in the original."""
        row = self.model.row_at(self.outline.currentIndex()) if self.outline.hasFocus() else None
        return lines_of(row) or self.original.selected_lines

    @property
    def chosen_part(self) -> Lines:
        """As `chosen_lines`, but of a section with everything below it."""
        row = self.model.row_at(self.outline.currentIndex()) if self.outline.hasFocus() else None
        if row is None or not row.children:
            return self.chosen_lines
        lines = [found for below in (row, *row.children) if (found := lines_of(below))]
        return (min(first for first, _last in lines), max(last for _first, last in lines))

    @property
    def chosen_words(self) -> tuple[int, int, int] | None:
        """Words selected within one line of the original, as its number, their place and their length."""
        return None if self.outline.hasFocus() else self.original.selected_words

    @property
    def units(self) -> tuple[str, ...]:
        """The names of units in the plan's measures: the one selected in the original first, then the chosen measure's."""
        measures = self._plan.measures if self._plan else ()
        key, selected = self.outline.current_key, self.original.textCursor().selectedText()
        ordered = sorted(measures, key=lambda measure: measure.id != key)
        names = dict.fromkeys(name for m in ordered for role in ROLES for name in m.units(role))
        return tuple(sorted(names, key=lambda name: name != selected))

    def next_doubt(self) -> None:
        """Go to the doubt after the chosen one."""
        self.doubts.go_to_next()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self.page.stop()

    # What is chosen

    def _follow_line(self, line: int) -> None:
        key = row_at_line(self._plan, line) if self._plan else None
        lines = None
        if key is not None:
            with QSignalBlocker(self.outline):
                self.outline.go_to(key)
            lines = lines_of(self.model.row_at(self.outline.currentIndex()))
            self.original.show_lines(lines or (line, line), move=False)
        self.page.show_lines(lines or (line, line), at=line)

    def _follow_row(self, key: str) -> None:
        lines = lines_of(self.model.row_at(self.model.find(key)))
        if lines is not None:
            self._show_lines(lines)

    def _follow_doubt(self) -> None:
        issue = self.doubts.current
        self.doubt_changed.emit()
        if issue is None or self._plan is None:
            return
        if (key := key_of(issue, self._plan)) is not None:
            self.outline.go_to(key)
        if issue.place.lines is not None:
            self._show_lines(issue.place.lines)

    def _show_lines(self, lines: Lines) -> None:
        self.original.show_lines(lines)
        self.page.show_lines(lines)

    def _go_to_line(self, line: int) -> None:
        """The line clicked on in the page is chosen wherever it is shown."""
        self.original.show_lines((line, line))
        self._follow_line(line)


def _marks(issues: tuple[Issue, ...]) -> dict[int, str]:
    """The mark of the worst doubt about each line that one begins at."""
    marks: dict[int, str] = {}
    for severity in reversed(SEVERITY_MARKS):
        for issue in issues:
            if issue.severity == severity and issue.place.lines:
                marks[issue.place.lines[0]] = SEVERITY_MARKS[severity]
    return marks


def _titled(title: str, content: QWidget) -> QWidget:
    """A pane with its title above it."""
    pane = QWidget()
    layout = QVBoxLayout(pane)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    label = QLabel(title, pane)
    label.setBuddy(content)
    layout.addWidget(label)
    layout.addWidget(content, 1)
    return pane
