"""Exporting: choose what to write and where; afterwards the report of what was written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import SetNotice
from editor.errors import EditorError
from editor.plan.project import Project
from editor.ui.base.file_endings import in_half_width_ending
from editor.ui.base.flow_layout import FlowLayout
from editor.ui.base.help_key import offer_help
from editor.ui.base.scrolled import Scrolled
from editor.ui.base.settings import Settings
from editor.ui.base.sizes import room_for, type_scale
from editor.ui.base.text_box import EntryLine
from editor.ui.base.worker import Newest
from editor.ui.difference.compared_with import ComparedWith
from editor.ui.files.export_offers import OFFERS, Offer, Outcome, Task, write_task
from editor.ui.notice.page_bar import LayoutBox
from editor.wording import _

_REMEMBERED = "exported"
_WIDTH = 640


class Target:
    """One file or folder that can be written: whether it is wanted, and where it goes."""

    def __init__(self, dialog: QDialog, grid: QGridLayout, offer: Offer, start: Path) -> None:
        name = _(offer.label)
        self.offer, self._dialog, self._name = offer, dialog, name
        ending = f"-{_(offer.ending)}" if offer.ending else ""
        row = grid.rowCount()
        self.wanted = QCheckBox(name, dialog)
        self.place = EntryLine(name, dialog)
        self.place.setText(str(start.with_name(f"{start.stem}{ending}{(*offer.suffixes, '')[0]}")))
        self.place.setEnabled(False)
        browse = QPushButton(_("Choose…"), dialog)
        browse.setAccessibleName(_("Choose where: {name}").format(name=name))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.wanted.toggled.connect(self.place.setEnabled)
        self.wanted.setChecked(offer.is_usual)
        for column, widget in enumerate((self.wanted, self.place, browse)):
            grid.addWidget(widget, row, column)

    @property
    def path(self) -> Path | None:
        """Where to write, None where the file isn't wanted."""
        text = in_half_width_ending(self.place.text().strip())
        return Path(text) if self.wanted.isChecked() and text else None

    @property
    def suffix(self) -> str:
        """The kind of file chosen."""
        return Path(in_half_width_ending(self.place.text())).suffix.lower()

    def use_suffix(self, suffix: str) -> None:
        """Write this kind of file, if there is such a one."""
        if suffix in self.offer.suffixes:
            self.place.setText(str(Path(self.place.text()).with_suffix(suffix)))

    def _browse(self) -> None:
        now = self.place.text()
        if suffixes := self.offer.suffixes:
            kinds = ";;".join(f"*{suffix}" for suffix in suffixes)
            name, _kind = QFileDialog.getSaveFileName(self._dialog, self._name, now, kinds)
        else:
            name = QFileDialog.getExistingDirectory(self._dialog, self._name, str(Path(now).parent))
        if name:
            self.place.setText(name)


class ExportDialog(QDialog):
    """Asks for the files to write, at first beside `start`; they are written one by one in the background, then reported.

    `layout_wanted` tells that the notice is to have another layout. What was chosen last is remembered.
    """

    layout_wanted = Signal(str)

    def __init__(
        self, project: Project, start: Path, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._project, self._settings = project, settings
        self._tasks: list[Task] = []
        self._outcomes: list[Outcome] = []
        self._writer, self._describer = Newest(self), Newest(self)
        grid = QGridLayout()
        self.layouts = self._make_layouts(grid)
        self.targets = {offer.name: Target(self, grid, offer, start) for offer in OFFERS}
        self.basis = ComparedWith(project, grid, self)
        self.targets["changes"].wanted.setEnabled(bool(project.snapshots))
        self.look, self.report = self._make_label(), self._make_label()
        self.report.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(_("Files written"))
        self.progress.hide()
        self._arrange(grid)
        self._writer.answered.connect(self._take)
        self._writer.failed.connect(self._fail)
        self._describer.answered.connect(self.look.setText)
        self._describer.failed.connect(self._tell)
        self._restore()
        self._describe()

    # Putting together

    def _make_layouts(self, grid: QGridLayout) -> LayoutBox:
        box, label = LayoutBox(self), QLabel(_("Layout"), self)
        box.show_layout(self._project.notice.layout)
        box.wanted.connect(self._use_layout)
        label.setBuddy(box)
        grid.addWidget(label, 0, 0)
        grid.addWidget(box, 0, 1, 1, 2)
        return box

    def _make_label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _arrange(self, grid: QGridLayout) -> None:
        """All but the buttons scrolls where the screen is small."""
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(grid)
        inside.addWidget(self.look)
        inside.addWidget(self.report)
        self.others = QWidget()
        FlowLayout(self.others)
        self.others.hide()
        inside.addWidget(self.others)
        inside.addStretch(1)
        self.area = Scrolled(content, self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self._make_buttons())
        wanted = content.sizeHint().height() + 8 * self.fontMetrics().height()
        self.resize(QSize(round(_WIDTH * type_scale()), wanted).boundedTo(room_for(self)))
        offer_help(self, "export")

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        roles = QDialogButtonBox.ButtonRole
        self.button = buttons.addButton(_("Export"), roles.ActionRole)
        self.button.setDefault(True)
        self.button.clicked.connect(self.export)
        self.stopping = buttons.addButton(_("Stop"), roles.ActionRole)
        self.stopping.clicked.connect(self.stop)
        self.stopping.hide()
        self.folder = buttons.addButton(_("Open the folder"), roles.ActionRole)
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._open_folder)
        self.folder.hide()
        buttons.rejected.connect(self.reject)
        return buttons

    # What is written

    def _use_layout(self, name: str) -> None:
        self._project = SetNotice("layout", name).apply(self._project)
        self.layout_wanted.emit(name)

    def _describe(self) -> None:
        """Say, once it is known, which fonts are missing and where the template departs from the standard."""
        self._describer.ask(look_sentence, self._project.notice.template)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, EditorError):
            raise error
        self.look.setText(f"▲ {error}")

    def export(self) -> None:
        """Write the files wanted."""
        paths = {name: path for name, target in self.targets.items() if (path := target.path) is not None}
        choices, notice = self.basis.choices, paths.get("notice")
        self._outcomes = []
        if len(set(paths.values())) < len(paths):
            self.report.setText(_("Two of the files have the same name; change one of them."))
        elif not paths:
            self.report.setText(_("Nothing was chosen."))
        else:
            self._remember()
            self._begin([Task(name, path, choices.get(name, {}), notice) for name, path in paths.items()])

    def _begin(self, tasks: list[Task]) -> None:
        self._tasks = tasks
        self.button.setEnabled(False)
        self.stopping.setVisible(len(tasks) > 1)
        self.progress.setRange(0, len(tasks))
        self.progress.setValue(0)
        self.progress.show()
        self._next()

    def _next(self) -> None:
        if not self._tasks:
            self._end()
            return
        task = self._tasks.pop(0)
        self.report.setText(_("Writing “{name}” …").format(name=task.path.name))
        self._writer.ask(write_task, self._project, task)

    def _take(self, outcome: Outcome) -> None:
        self._outcomes = [each for each in self._outcomes if each.task.name != outcome.task.name] + [outcome]
        self.progress.setValue(self.progress.value() + 1)
        self._next()

    def _fail(self, error: Exception) -> None:
        """Nobody expected this: show what was written so far, and let it be reported."""
        self._tasks = []
        self._end()
        raise error

    def stop(self) -> None:
        """Write no further file; the one being written is finished."""
        left, self._tasks = self._tasks, []
        message = _("Not written: {name}.")
        self._outcomes += [Outcome(task, (message.format(name=task.path.name),)) for task in left]

    def _end(self) -> None:
        self.button.setEnabled(True)
        self.stopping.hide()
        self.progress.hide()
        said = [line for outcome in self._outcomes for line in outcome.sentences]
        remarks = dict.fromkeys(line for outcome in self._outcomes for line in outcome.remarks)
        self.report.setText("\n".join((*said, *remarks)))
        self.folder.setVisible(any(outcome.is_written for outcome in self._outcomes))
        self._offer_others()
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.report))

    # Other names for files that are open elsewhere

    def _offer_others(self) -> None:
        for button in self.others.findChildren(QPushButton):
            button.deleteLater()
        taken = [outcome for outcome in self._outcomes if outcome.other is not None]
        for outcome in taken:
            wording = _("Write it as “{name}”").format(name=outcome.other.name if outcome.other else "")
            self._add_other(wording, partial(self._write_as, outcome))
        self.others.setVisible(bool(taken))

    def _add_other(self, wording: str, function: Callable[[], None]) -> None:
        button = QPushButton(wording, self.others)
        button.setAutoDefault(False)
        button.clicked.connect(function)
        layout = self.others.layout()
        assert layout is not None
        layout.addWidget(button)

    def _write_as(self, outcome: Outcome) -> None:
        if outcome.other is not None:
            self.targets[outcome.task.name].place.setText(str(outcome.other))
            self._begin([outcome.task._replace(path=outcome.other)])

    def _open_folder(self) -> None:
        written = next(outcome.task.path for outcome in self._outcomes if outcome.is_written)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(written.parent)))

    # Remembering

    def _remember(self) -> None:
        if self._settings is not None:
            wanted = [
                f"{name}{target.suffix}" for name, target in self.targets.items() if target.wanted.isChecked()
            ]
            self._settings.keep_choices(_REMEMBERED, wanted)

    def _restore(self) -> None:
        remembered = self._settings.choices(_REMEMBERED) if self._settings is not None else ()
        suffixes = {name: f".{suffix}" for name, _dot, suffix in (each.partition(".") for each in remembered)}
        for name, target in self.targets.items() if suffixes else ():
            target.wanted.setChecked(name in suffixes and target.wanted.isEnabled())
            target.use_suffix(suffixes.get(name, ""))

    def reject(self) -> None:
        """Write nothing further; what is being written is finished."""
        self._tasks = []
        super().reject()


def look_sentence(template: str) -> str:
    """Which fonts are missing, and where the template departs from the standard; FileProblem where it isn't here."""
    from editor.ui.notice.template_description import describe, deviation_lines, font_sentence

    described = describe(template)
    departures = deviation_lines(described) if described.deviations else ()
    return "\n".join((font_sentence(described), *departures))
