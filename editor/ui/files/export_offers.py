"""What can be exported, how each file is written, and what is said of it afterwards."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import convert
from msgspec.structs import replace

from editor.errors import EditorError
from editor.files import free_name, is_open_elsewhere, replace_file
from editor.libreoffice import find_libreoffice
from editor.plan.project import Project
from editor.ui.base.threads import load_rooms
from editor.wording import N_, _, ngettext

if TYPE_CHECKING:  # loads every room
    from editor.jobs import Choices
    from editor.writing import Written

    Maker: TypeAlias = Callable[[Project, Path, Choices], Iterable[Written]]


class Offer(NamedTuple):
    """Something that can be written: its name and label, what its file's name ends with, the kinds of file it can be."""

    name: str
    label: str
    ending: str
    suffixes: tuple[str, ...] = ()
    is_usual: bool = False


OFFERS = (
    Offer("notice", N_("Notice (.docx)"), "", (".docx",), True),
    Offer("pdf", N_("Notice as it prints (.pdf)"), "", (".pdf",)),
    Offer("ledger", N_("Assignment table (.xlsx, .docx)"), N_("assignments"), (".xlsx", ".docx"), True),
    Offer("table", N_("Comparison table (.docx, .xlsx)"), N_("comparison"), (".docx", ".xlsx")),
    Offer("redline", N_("Tracked changes (.docx)"), N_("changes"), (".docx",)),
    Offer("changes", N_("List of changes (.docx, .xlsx)"), N_("list of changes"), (".docx", ".xlsx")),
    Offer("per_unit", N_("Extract for each unit (folder)"), N_("units")),
    Offer("website", N_("Text for the website (.txt, .html)"), N_("website"), (".txt", ".html")),
)


class Task(NamedTuple):
    """One file or folder to write, by the offer's name, with the fields of jobs.Choices that were chosen for it.

    `notice` is where the notice was just written, if it was.
    """

    name: str
    path: Path
    choices: Mapping[str, str] = MappingProxyType({})
    notice: Path | None = None


class Outcome(NamedTuple):
    """What came of a task: sentences on what was written or why not, remarks, and another name where this is taken."""

    task: Task
    sentences: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    other: Path | None = None
    is_written: bool = False


def write_task(project: Project, task: Task) -> Outcome:
    """Write one file or folder; a failure is told, never raised, where it is the user's to mend."""
    load_rooms("editor.jobs")
    from editor.jobs import Choices

    if is_open_elsewhere(task.path):
        message = _("“{name}” is open in another program; close it there, or write under another name.")
        return _taken(task, message.format(name=task.path.name))
    try:
        written = tuple(_maker(task)(project, task.path, convert(dict(task.choices), Choices)))
    except EditorError as error:
        if isinstance(error.__cause__, PermissionError) and task.path.is_file():
            return _taken(task, str(error))
        return Outcome(task, (f"▲ {error}",))
    return Outcome(task, _sentences(task.path, written), _remarks(written), is_written=True)


def _taken(task: Task, message: str) -> Outcome:
    return Outcome(task, (f"▲ {message}",), other=free_name(task.path))


# Writing


def _maker(task: Task) -> "Maker":
    from editor.jobs import COMPANIONS

    if task.name == "notice":
        return lambda project, path, _choices: [_write_notice(project, path)]
    if task.name == "pdf":
        return lambda project, path, _choices: _write_pdf(project, path, task.notice)
    return COMPANIONS[task.name]


def _write_notice(project: Project, path: Path) -> "Written":
    from editor.storage import template_folder
    from editor.writing import write_notice

    return write_notice(project, path, template=template_folder(project.notice.template))


def _write_pdf(project: Project, path: Path, notice: Path | None) -> "Iterable[Written]":
    """Print the notice by LibreOffice where there is one, else as the preview shows it."""
    from editor.writing import printed_in, write_pdf

    with TemporaryDirectory() as folder:
        written = _write_notice(project, document := Path(folder) / "notice.docx")
        if find_libreoffice() is None:
            replace_file(path, _painted(project))
            return (replace(written, path=str(path), made_by=_("the page preview")),)
        maker = write_pdf(notice if notice is not None and notice.is_file() else document, path)
    told = (*written.left_out, printed_in(path))
    return (replace(written, path=str(path), made_by=maker, left_out=told),)


def _painted(project: Project) -> bytes:
    from editor.ui.notice.page_view import preview
    from editor.ui.notice.printing import pdf_bytes

    return pdf_bytes(preview(project))


# Telling


def _sentences(path: Path, files: "Sequence[Written]") -> tuple[str, ...]:
    """What was written, in words: each file, or how many where they are a folder full."""
    if path.is_dir():
        count = len(files)
        first = ngettext("{name}: {count} file.", "{name}: {count} files.", count)
        return (first.format(name=path.name, count=count),)
    return tuple(_sentence(path, file) for file in files)


def _sentence(path: Path, written: "Written") -> str:
    said = _("{name}: {measures} measures, {characters} characters, {units} units.").format(
        name=path.name, measures=written.measures, characters=f"{written.characters:,}", units=written.units
    )
    against = _("Compared with {name}.").format(name=written.against) if written.against else ""
    maker = _("Printed by {program}.").format(program=written.made_by) if written.made_by else ""
    return " ".join(filter(None, (said, against, maker)))


def _remarks(files: "Sequence[Written]") -> tuple[str, ...]:
    """What the files lack, each once; what they should not lack first."""
    wrong = (f"▲ {line}" for file in files for line in file.differences)
    left_out = (line for file in files for line in file.left_out)
    return tuple(dict.fromkeys((*wrong, *left_out)))
