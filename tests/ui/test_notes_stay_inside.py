"""What drafters and reviewers note for themselves is in no file and on no sheet that leaves the program."""

import zipfile
from datetime import date
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from editor.checking import check_project
from editor.drafting.commands import (
    Decline,
    Dismiss,
    MarkDifference,
    Merge,
    SetDeadline,
    SetNote,
    SetText,
    SetUnits,
    Split,
    TakeSnapshot,
)
from editor.drafting.session import Session
from editor.jobs import export_marks
from editor.plan.project import Mark, Project
from editor.ui.assigning.matrix_printing import paint_matrix
from editor.ui.files import export_offers
from editor.ui.files.export_offers import OFFERS, Task, write_task
from editor.writing.tables.matrix_table import write_matrix
from tests.ui.made_up import project

SECRET, MARKED = "切勿外传", "请示市里再定"
"""What drafters note, and what reviewers note of a difference: that leaves in a list of its own only."""
WRITTEN = "简化手续"
"""A heading that is in every file, so that a search which finds nothing there would be noticed."""
KINDS = [
    (offer.name, suffix) for offer in OFFERS for suffix in (*offer.suffixes, "")[: len(offer.suffixes) or 1]
]


@pytest.fixture(scope="module")
def noted() -> Project:
    """A draft with notes on measures before and after a snapshot, merged and split ones among them, marks and dismissals."""
    session = Session(project("m1", "m2", "m3"))
    first, second, third = (measure.id for measure in session.project.local.measures)
    for id in (first, second, third):
        session.do(SetNote(id, f"{SECRET}：{id}"))
    session.do(TakeSnapshot("初稿", "2026-03-02"))
    session.do(SetNote(first, f"{SECRET}，又改"))
    session.do(SetText(first, "减少材料25件，压缩时限。"))
    session.do(SetUnits(first, "lead_units", ("公安局",)))
    for id, words in ((second, "6月底前"), (third, "9月底前")):
        session.do(SetDeadline(id, words))
    session.do(Merge((second, third)))
    session.do(Split(first, 8))
    session.do(Decline("parent1", ("m4",), "省级事权"))
    session.do(
        MarkDifference(
            Mark(measure=first, parent="parent1", old="20件", new="25件", verdict="doubtful", note=MARKED)
        )
    )
    session.do(Dismiss(check_project(session.project, date(2026, 3, 20))[:2], SECRET))
    assert SECRET in session.project.local.measures[-1].note
    return session.project


def words_in(path: Path) -> str:
    """Everything that can be read in a file, or in all files of a folder."""
    if path.is_dir():
        return "".join(f"{each.name}\n{words_in(each)}" for each in sorted(path.iterdir()))
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as archive:
            parts = (f"{name}\n{archive.read(name).decode('utf-8')}" for name in archive.namelist())
            return unescape("".join(parts))
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        pages = "".join(page.get_textpage().get_text_bounded() for page in document)
        told = f"{document.get_metadata_dict()}"
        document.close()
        return pages + told
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "suffix"), KINDS, ids=lambda each: str(each))
def test_no_export_holds_a_note(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noted: Project, name: str, suffix: str
) -> None:
    monkeypatch.setattr(export_offers, "find_libreoffice", lambda: None)
    path = tmp_path / f"示范县{suffix}"
    outcome = write_task(noted, Task(name, path, {"since": "初稿"} if name == "changes" else {}))
    assert outcome.is_written, outcome.sentences
    found = words_in(path)
    assert WRITTEN in found
    assert SECRET not in found
    assert MARKED not in found
    assert SECRET not in "".join((*outcome.sentences, *outcome.remarks))


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_the_list_of_marks_holds_reviewers_notes_only(tmp_path: Path, noted: Project, suffix: str) -> None:
    export_marks(noted, path := tmp_path / f"标注{suffix}")
    assert MARKED in words_in(path)
    assert SECRET not in words_in(path)


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_no_matrix_holds_a_note(tmp_path: Path, noted: Project, suffix: str) -> None:
    write_matrix(noted, path := tmp_path / f"矩阵{suffix}")
    assert WRITTEN in words_in(path)
    assert SECRET not in words_in(path)


def test_no_printed_sheet_holds_a_note(qtbot: QtBot, tmp_path: Path, noted: Project) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "matrix.pdf"))
    paint_matrix(noted, printer)
    found = words_in(tmp_path / "matrix.pdf")
    assert WRITTEN in found
    assert SECRET not in found
