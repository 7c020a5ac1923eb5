"""Exporting: choose what to write and where; afterwards the report of what was written."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.errors import EditorError
from editor.plan.project import Project
from editor.ui.text_box import EntryLine
from editor.ui.worker import Newest
from editor.wording import _

if TYPE_CHECKING:
    from editor.writing.written import Written


class Target:
    """One file that can be written: whether it is wanted, and where it goes."""

    def __init__(self, dialog: QDialog, grid: QGridLayout, name: str, path: Path) -> None:
        self._dialog, self._name = dialog, name
        row = grid.rowCount()
        self.wanted = QCheckBox(name, dialog)
        self.wanted.setChecked(True)
        self.place = EntryLine(name, dialog)
        self.place.setText(str(path))
        browse = QPushButton(_("Choose…"), dialog)
        browse.setAccessibleName(_("Choose where: {name}").format(name=name))
        browse.clicked.connect(self._browse)
        self.wanted.toggled.connect(self.place.setEnabled)
        for column, widget in enumerate((self.wanted, self.place, browse)):
            grid.addWidget(widget, row, column)

    @property
    def path(self) -> Path | None:
        """Where to write, None where the file isn't wanted."""
        text = self.place.text().strip()
        return Path(text) if self.wanted.isChecked() and text else None

    def _browse(self) -> None:
        suffix = Path(self.place.text()).suffix
        name, _kind = QFileDialog.getSaveFileName(self._dialog, self._name, self.place.text(), f"*{suffix}")
        if name:
            self.place.setText(name)


class ExportDialog(QDialog):
    """Asks for the files to write, at first beside `start`; they are written in the background, then reported."""

    def __init__(self, project: Project, start: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(620)
        self._project = project
        grid = QGridLayout()
        self.notice = Target(self, grid, _("Notice (.docx)"), start.with_suffix(".docx"))
        table = start.with_name(f"{start.stem}-{_('assignments')}.xlsx")
        self.table = Target(self, grid, _("Assignment table (.xlsx)"), table)
        self.report = QLabel(self)
        self.report.setWordWrap(True)
        self.report.setTextFormat(Qt.TextFormat.PlainText)
        self.report.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(self.report, 1)
        layout.addWidget(self._make_buttons())
        self._writer = Newest(self)
        self._writer.answered.connect(self._show_report)
        self._writer.failed.connect(self._show_failure)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.button = buttons.addButton(_("Export"), QDialogButtonBox.ButtonRole.ActionRole)
        self.button.setDefault(True)
        self.button.clicked.connect(self.export)
        buttons.rejected.connect(self.reject)
        return buttons

    def export(self) -> None:
        """Write the files wanted."""
        self.button.setEnabled(False)
        self.report.setText(_("Writing …"))
        self._writer.ask(write_files, self._project, self.notice.path, self.table.path)

    def _show_report(self, sentences: tuple[str, ...]) -> None:
        self.button.setEnabled(True)
        self.report.setText("\n".join(sentences) or _("Nothing was chosen."))

    def _show_failure(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.report.setText(str(error))
        if not isinstance(error, EditorError):
            raise error


def write_files(project: Project, notice: Path | None, table: Path | None) -> tuple[str, ...]:
    """Write the files asked for; gives back sentences on what each holds and what it leaves out."""
    from editor.writing import write_assignment_table, write_notice

    jobs = ((notice, partial(write_notice, project)), (table, partial(write_assignment_table, project)))
    return tuple(line for path, write in jobs if path is not None for line in sentences(path, write(path)))


def sentences(path: Path, written: "Written") -> tuple[str, ...]:
    """What was written to a file, in words."""
    first = _("{name}: {measures} measures, {characters} characters, {units} units.").format(
        name=path.name, measures=written.measures, characters=f"{written.characters:,}", units=written.units
    )
    return (first, *written.left_out, *written.differences)
