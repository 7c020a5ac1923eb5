"""Exporting: choose what to write and where; afterwards the report of what was written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec.structs import replace
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
from editor.ui.compared_with import ComparedWith
from editor.ui.text_box import EntryLine
from editor.ui.worker import Newest
from editor.wording import N_, _, ngettext

if TYPE_CHECKING:
    from editor.jobs import Choices
    from editor.writing.written import Written


_Maker: TypeAlias = "Callable[[Project, Path, Choices], Iterable[Written]]"


class Offer(NamedTuple):
    """Something that can be written: its name, its label, what its file's name ends with, whether it usually is."""

    name: str
    label: str
    ending: str
    suffix: str
    is_usual: bool = False


OFFERS = (
    Offer("notice", N_("Notice (.docx)"), "", ".docx", True),
    Offer("pdf", N_("Notice as it prints (.pdf)"), "", ".pdf"),
    Offer("ledger", N_("Assignment table (.xlsx)"), N_("assignments"), ".xlsx", True),
    Offer("table", N_("Comparison table (.docx)"), N_("comparison"), ".docx"),
    Offer("redline", N_("Tracked changes (.docx)"), N_("changes"), ".docx"),
    Offer("changes", N_("List of changes (.docx)"), N_("list of changes"), ".docx"),
    Offer("per_unit", N_("Extract for each unit (folder)"), N_("units"), ""),
    Offer("website", N_("Text for the website (.txt)"), N_("website"), ".txt"),
)


class Target:
    """One file or folder that can be written: whether it is wanted, and where it goes."""

    def __init__(self, dialog: QDialog, grid: QGridLayout, offer: Offer, start: Path) -> None:
        name = _(offer.label)
        ending = f"-{_(offer.ending)}" if offer.ending else ""
        path = start.with_name(f"{start.stem}{ending}{offer.suffix}")
        self._dialog, self._name = dialog, name
        row = grid.rowCount()
        self.wanted = QCheckBox(name, dialog)
        self.wanted.setChecked(offer.is_usual)
        self.place = EntryLine(name, dialog)
        self.place.setText(str(path))
        self.place.setEnabled(offer.is_usual)
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
        now = self.place.text()
        if suffix := Path(now).suffix:
            name, _kind = QFileDialog.getSaveFileName(self._dialog, self._name, now, f"*{suffix}")
        else:
            name = QFileDialog.getExistingDirectory(self._dialog, self._name, str(Path(now).parent))
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
        self.targets = {offer.name: Target(self, grid, offer, start) for offer in OFFERS}
        self.basis = ComparedWith(project, grid, self)
        self.targets["changes"].wanted.setEnabled(bool(project.snapshots))
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
        paths = {name: path for name, target in self.targets.items() if (path := target.path) is not None}
        self._writer.ask(write_files, self._project, paths, self.basis.choices)

    def _show_report(self, sentences: tuple[str, ...]) -> None:
        self.button.setEnabled(True)
        self.report.setText("\n".join(sentences) or _("Nothing was chosen."))

    def _show_failure(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.report.setText(str(error))
        if not isinstance(error, EditorError):
            raise error


def write_files(
    project: Project, paths: Mapping[str, Path], choices: "Mapping[str, Choices] | None" = None
) -> tuple[str, ...]:
    """Write the files asked for, by name; gives back sentences on what each holds, or why it could not be written."""
    from editor.jobs import COMPANIONS, Choices

    makers: dict[str, _Maker] = {
        **COMPANIONS,
        "notice": _write_notice,
        "pdf": partial(_write_pdf, notice=paths.get("notice")),
    }
    report: list[str] = []
    for name, path in paths.items():
        try:
            written = tuple(makers[name](project, path, (choices or {}).get(name) or Choices()))
        except EditorError as error:
            report.append(str(error))
        else:
            report += _sentences(path, written)
    return tuple(report)


def _write_notice(project: Project, path: Path, _choices: "Choices") -> "Iterable[Written]":
    from editor.writing import write_notice

    return (write_notice(project, path),)


def _write_pdf(project: Project, path: Path, _choices: "Choices", notice: Path | None) -> "Iterable[Written]":
    """Print the notice; where it was not asked for itself, from a copy that is thrown away."""
    from editor.writing import write_notice, write_pdf

    with TemporaryDirectory() as folder:
        written = write_notice(project, document := Path(folder) / "notice.docx")
        write_pdf(notice if notice is not None and notice.is_file() else document, path)
    return (replace(written, path=str(path)),)


def _sentences(path: Path, files: "Sequence[Written]") -> tuple[str, ...]:
    """What was written, in words: each file, or how many where they are a folder full."""
    if path.is_dir():
        count = len(files)
        first = ngettext("{name}: {count} file.", "{name}: {count} files.", count)
        told = dict.fromkeys(line for file in files for line in (*file.left_out, *file.differences))
        return (first.format(name=path.name, count=count), *told)
    return tuple(line for file in files for line in sentences(path, file))


def sentences(path: Path, written: "Written") -> tuple[str, ...]:
    """What was written to a file, in words."""
    first = _("{name}: {measures} measures, {characters} characters, {units} units.").format(
        name=path.name, measures=written.measures, characters=f"{written.characters:,}", units=written.units
    )
    against = (_("Compared with {name}.").format(name=written.against),) if written.against else ()
    return (first, *against, *written.left_out, *written.differences)
