"""Putting a reading right: the original beside what was recognised, the doubts below, repairs at one key."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QProgressBar,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from editor.plan.issues import Issue
from editor.plan.measures import Lines
from editor.plan.plans import Plan
from editor.plan.project import Source
from editor.plan.repairs import (
    JoinToLineBefore,
    NotANumber,
    NumberIt,
    Repair,
    ReverseLines,
    SplitHere,
    TakeBack,
)
from editor.ui.issue_list import IssueList
from editor.ui.original_page import OriginalPage
from editor.ui.original_view import OriginalView
from editor.ui.outline_rows import caption
from editor.ui.places import of_plan
from editor.ui.reading_desk import ReadingDesk
from editor.ui.reading_rows import SET_ASIDE_KEY, key_of, lines_of, reading_rows, row_at_line
from editor.ui.rows import RowModel
from editor.ui.theme import SEVERITY_MARKS
from editor.ui.tree import Tree
from editor.wording import _

_SIZE, _SIZE_WITH_PAGE = (1120, 640), (1480, 860)


class ReadingDialog(QDialog):
    """Shows a source and what was recognised in it, at first the doubt `issue`; `repaired` gives the new reading."""

    repaired = Signal(object)

    def __init__(self, source: Source, parent: QWidget | None = None, issue: Issue | None = None) -> None:
        super().__init__(parent)
        self._asked = issue
        self.setWindowTitle(_("Reading of “{name}”").format(name=source.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = ReadingDesk(source, self)
        self.original = OriginalView(self)
        self.page = OriginalPage(source.content, self) if _has_pages(source) else None
        self.model = RowModel((_("Recognised"), _("Units or reason")), self)
        self.outline = Tree(_("What was recognised"), self.model)
        self.doubts = IssueList(_("Doubts in reading"))
        self.message = QLabel(self)
        self.progress = QProgressBar(self)
        self.actions_: dict[str, QAction] = {}
        self._arrange()
        self._connect()
        self._show_busy()
        self.desk.start()

    # Putting together

    def _arrange(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal)
        if self.page is not None:
            sides.addWidget(self.page)
        sides.addWidget(_titled(_("Original"), self.original))
        sides.addWidget(_titled(_("Recognised"), self.outline))
        size = _SIZE if self.page is None else _SIZE_WITH_PAGE
        sides.setSizes([size[0] // sides.count()] * sides.count())
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(sides)
        parts.addWidget(_titled(_("Doubts"), self.doubts))
        parts.setSizes([size[1] * 7 // 10, size[1] * 3 // 10])
        parts.setChildrenCollapsible(False)
        self.outline.set_column_widths(14)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(140)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Reading …"))
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addWidget(self._make_bar())
        layout.addWidget(parts, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.message, 1)
        bottom.addWidget(self.progress)
        bottom.addWidget(self._make_buttons())
        layout.addLayout(bottom)
        area = self.screen().availableSize()
        self.resize(min(size[0], area.width() - 40), min(size[1], area.height() - 60))

    def _make_bar(self) -> QToolBar:
        bar = QToolBar(self)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for name, text, key, function in (
            ("split", _("Split here"), "Ctrl+K", self._split),
            ("join", _("Join to the line before"), "Ctrl+J", self._join),
            ("no_number", _("No number"), "Ctrl+Shift+N", self._set_number_aside),
            ("number", _("Number it…"), "Ctrl+I", self._number),
            ("take_back", _("Take back"), "Ctrl+B", self._take_back),
            ("reverse", _("Turn lines round"), "Ctrl+R", self._reverse),
            ("undo", _("Undo"), QKeySequence(QKeySequence.StandardKey.Undo), self.desk.undo),
            ("redo", _("Redo"), "Ctrl+Y", self.desk.redo),
        ):
            bar.addAction(self._make_action(name, text, key, function))
        if self.page is not None:
            shown = self._make_action("page", _("Page"), "Ctrl+P", self._toggle_page)
            shown.setCheckable(True)
            shown.setChecked(True)
            bar.addAction(shown)
        suggested = self._make_action("suggested", _("Repair"), "Ctrl+.", self._repair)
        self.addAction(suggested)
        self.doubts.offer(suggested)
        return bar

    def _make_action(
        self, name: str, text: str, key: str | QKeySequence, function: Callable[[], None]
    ) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(lambda _checked=False: function())
        self.actions_[name] = action
        return action

    def _make_buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.ok = buttons.button(kinds.Ok)
        self.ok.setText(_("Use this reading"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.desk.failed.connect(self._fail)
        self.original.line_changed.connect(self._follow_line)
        self.outline.current_changed.connect(self._follow_row)
        self.doubts.current_changed.connect(self._follow_doubt)
        self.doubts.entered.connect(lambda _issue: self.original.setFocus())
        if self.page is not None:
            self.page.line_chosen.connect(self._go_to_line)

    # Showing

    @property
    def plan(self) -> Plan | None:
        """What was recognised last, None while the file is read for the first time."""
        return self.desk.read.reading.plan if self.desk.read else None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self.desk.is_busy

    def _show(self) -> None:
        read = self.desk.read
        assert read is not None
        plan, issues = read.reading.plan, read.reading.issues
        if self.original.line == 0:  # its lines stay the same through all repairs
            if self.page is not None:
                self.page.load(read.lines.places)
            self.original.load(read.lines.numbers, read.lines.texts)
        self.model.update(reading_rows(plan))
        named = [of_plan(issue, plan.id) for issue in issues]
        self.doubts.show_issues(named, {(plan.id, block.id): caption(block) for block in plan.body})
        aside = {n for part in plan.set_aside for n in range(part.lines[0], part.lines[1] + 1)}
        placed = {n for b in plan.body if b.lines for n in range(b.lines[0], b.lines[1] + 1)}
        self.original.mark(_marks(issues), aside - placed)
        counts = _("{sections} sections, {measures} measures, {doubts} doubts, {repairs} repairs")
        self.message.setText(
            counts.format(
                sections=len(plan.sections),
                measures=len(plan.measures),
                doubts=len(issues),
                repairs=len(self.desk.repairs),
            )
        )
        self._show_busy()
        if self._asked is not None:
            asked, self._asked = self._asked, None
            self.doubts.choose(asked)

    def _show_busy(self) -> None:
        is_busy = self.desk.is_busy
        self.progress.setVisible(is_busy)
        for name, action in self.actions_.items():
            action.setEnabled(self.plan is not None and name not in ("undo", "redo", "suggested"))
        self.actions_["undo"].setEnabled(self.desk.can_undo)
        self.actions_["redo"].setEnabled(self.desk.can_redo)
        self.actions_["suggested"].setEnabled(self._suggestion is not None)
        self.ok.setEnabled(not is_busy and self.plan is not None)
        if self.plan is None:
            self.message.setText(_("Reading “{name}” …").format(name=self.desk.source.name))

    def _fail(self, message: str) -> None:
        self._show_busy()
        self.message.setText(message)

    def _follow_line(self, line: int) -> None:
        key = row_at_line(self.plan, line) if self.plan else None
        lines = None
        if key is not None:
            self.outline.blockSignals(True)
            self.outline.go_to(key)
            self.outline.blockSignals(False)
            lines = lines_of(self.model.row_at(self.outline.currentIndex()))
            self.original.show_lines(lines or (line, line), move=False)
        if self.page is not None:
            self.page.show_lines(lines or (line, line), at=line)

    def _follow_row(self, key: str) -> None:
        lines = lines_of(self.model.row_at(self.model.find(key)))
        if lines is not None:
            self._show_lines(lines)

    def _show_lines(self, lines: Lines) -> None:
        self.original.show_lines(lines)
        if self.page is not None:
            self.page.show_lines(lines)

    def _go_to_line(self, line: int) -> None:
        """The line clicked on in the page is chosen wherever it is shown."""
        self.original.show_lines((line, line))
        self._follow_line(line)

    def _toggle_page(self) -> None:
        if self.page is not None:
            self.page.setVisible(self.actions_["page"].isChecked())

    def _follow_doubt(self) -> None:
        issue = self.doubts.current
        self.actions_["suggested"].setEnabled(self._suggestion is not None)
        if issue is None or self.plan is None:
            return
        if (key := key_of(issue, self.plan)) is not None:
            self.outline.go_to(key)
        if issue.place.lines is not None:
            self._show_lines(issue.place.lines)

    # Repairs

    @property
    def _suggestion(self) -> Repair | None:
        issue = self.doubts.current
        return issue.repair if issue else None

    def _repair(self) -> None:
        """Make the repair that the chosen doubt suggests."""
        if self._suggestion is not None:
            self._add(self._suggestion)

    def _add(self, repair: Repair) -> None:
        self.desk.add(repair)
        self._show_busy()

    def _split(self) -> None:
        self._add(SplitHere(line=self.original.line, offset=self.original.offset))

    def _join(self) -> None:
        self._add(JoinToLineBefore(line=self.original.line))

    def _set_number_aside(self) -> None:
        self._add(NotANumber(line=self.original.line))

    def _number(self) -> None:
        number, accepted = QInputDialog.getText(self, _("Number it"), _("Number, such as 4 or 四:"))
        if accepted and number.strip():
            self._add(NumberIt(line=self.original.line, number=number.strip()))

    def _take_back(self) -> None:
        key = self.outline.current_key or ""
        lines = lines_of(self.model.row_at(self.model.find(key))) if key.startswith(SET_ASIDE_KEY) else None
        first, last = lines if lines and not self.original.hasFocus() else self.original.selected_lines
        self._add(TakeBack(first=first, last=last))

    def _reverse(self) -> None:
        first, last = self.original.selected_lines
        self._add(ReverseLines(first=first, last=last))

    # Leaving

    def accept(self) -> None:
        """Give the reading back where it was changed."""
        if self.desk.read is not None and self.desk.is_changed:
            self.repaired.emit(self.desk.read.reading)
        super().accept()

    def done(self, result: int) -> None:
        """Whatever is still being read is of no interest any more."""
        self.desk.stop()
        if self.page is not None:
            self.page.stop()
        super().done(result)


def _has_pages(source: Source) -> bool:
    """Whether the source's pages can be shown as pictures."""
    from editor.reading import is_pdf

    return is_pdf(source.content)


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
