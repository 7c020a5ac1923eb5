"""Putting a reading right: the original beside what was recognised, the doubts below, repairs at one key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from editor.plan.issues import Issue
from editor.plan.plans import Plan
from editor.plan.project import Source
from editor.ui.base.asking import ask_repairs
from editor.ui.base.help_key import offer_help
from editor.ui.base.sizes import open_at
from editor.ui.readings.reading_actions import ReadingActions
from editor.ui.readings.reading_desk import ReadingDesk
from editor.ui.readings.reading_sides import ReadingSides
from editor.wording import _

_SIZE = (1480, 860)


class ReadingDialog(QDialog):
    """Shows a source and what was recognised in it, at first the doubt `issue`; `repaired` gives the new reading."""

    repaired = Signal(object)

    def __init__(self, source: Source, parent: QWidget | None = None, issue: Issue | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Reading of “{name}”").format(name=source.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = ReadingDesk(source, self)
        self.sides = ReadingSides(source, self, issue)
        self.actions_ = ReadingActions(self.desk, self.sides, self)
        self.message = QLabel(self)
        self.progress = QProgressBar(self)
        self._arrange()
        self.desk.changed.connect(self._show)
        self.desk.failed.connect(self._fail)
        self.desk.work.begun.connect(self._show_busy)
        self.desk.work.progressed.connect(self._show_progress)
        self.desk.start()

    # Putting together

    def _arrange(self) -> None:
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(_("Reading …"))
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addWidget(self.actions_.bar)
        layout.addWidget(self.sides, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.message, 1)
        bottom.addWidget(self.progress)
        bottom.addWidget(self._make_buttons())
        layout.addLayout(bottom)
        open_at(self, *_SIZE)
        offer_help(self, "doubts", self._code)

    def _make_buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.ok = buttons.button(kinds.Ok)
        self.ok.setText(_("Use this reading"))
        self.ok.setToolTip(_("Use this reading (Ctrl+Enter)"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.ok.click)
        return buttons

    # Showing

    @property
    def plan(self) -> Plan | None:
        """What was recognised last, None while the file is read for the first time."""
        return self.desk.read.reading.plan if self.desk.read else None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self.desk.is_busy

    def _code(self) -> str:
        """The code of the doubt that is in use, empty where another part of the dialog is."""
        doubts = self.sides.doubts
        return doubts.current.code if doubts.current and doubts.tree.hasFocus() else ""

    def _show(self) -> None:
        read = self.desk.read
        assert read is not None
        self.sides.show_reading(read)
        plan = read.reading.plan
        counts = _("{sections} sections, {measures} measures, {doubts} doubts, {repairs} repairs")
        self.message.setText(
            counts.format(
                sections=len(plan.sections),
                measures=len(plan.measures),
                doubts=len(read.reading.issues),
                repairs=len(self.desk.repairs),
            )
        )
        self._show_busy()

    def _show_busy(self) -> None:
        """Show whether something is being read; how far it is, comes with the pages."""
        is_busy = self.desk.is_busy
        self.progress.setVisible(is_busy)
        self._show_progress(0, 0)
        self.actions_.enable()
        self.ok.setEnabled(not is_busy and self.plan is not None)
        if self.plan is None:
            self.message.setText(_("Reading “{name}” …").format(name=self.desk.source.name))

    def _show_progress(self, done: int, pages: int) -> None:
        self.progress.setRange(0, pages)
        self.progress.setValue(done)

    def _fail(self, message: str) -> None:
        self._show_busy()
        self.message.setText(message)

    # Leaving

    def accept(self) -> None:
        """Give the reading back where it was changed."""
        if self.desk.read is not None and self.desk.is_changed:
            self.repaired.emit(self.desk.read.reading)
        super().accept()

    def reject(self) -> None:
        """Leave the reading as it was; asks only where there are repairs that would be lost."""
        answer = ask_repairs(self, len(self.desk.repairs)) if self.desk.is_changed else "discard"
        if answer == "use" and self.ok.isEnabled():
            self.accept()
        elif answer == "discard":
            super().reject()

    def done(self, result: int) -> None:
        """Whatever is still being read is of no interest any more."""
        self.desk.stop()
        self.sides.stop()
        super().done(result)
