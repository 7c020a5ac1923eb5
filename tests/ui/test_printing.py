"""The preview on paper and as PDF: painted beside the work, told page by page, ended when it isn't wanted any more."""

from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from editor.errors import SaveProblem
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.ui.base.long_work import Watch
from editor.ui.main_window import MainWindow
from editor.ui.notice.page_view import preview
from editor.ui.notice.printing import print_pages, write_pages
from tests.ui.driving import act, answered
from tests.ui.made_up import project


class Followed:
    """A watch that keeps what it is told, and is unwanted after so many pages."""

    def __init__(self, pages: int | None = None) -> None:
        self.told: list[tuple[int, int]] = []
        self._last = pages
        self.watch = Watch(Event(), self._progress, lambda _words: None)
        if pages == 0:
            self.watch.unwanted.set()

    def _progress(self, done: int, pages: int) -> None:
        self.told.append((done, pages))
        if done == self._last:
            self.watch.unwanted.set()


def made_up_project() -> Project:
    return replace(project("m1", "m2"), local=Plan(id="local", title="示范县方案", opening="一段话。" * 800))


@pytest.fixture
def at_work(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window with the draft open, ready for every action."""
    window.document.start(made_up_project())
    answered(qtbot, window)
    return window


def on_paper(path: Path) -> QPrinter:
    """A printer whose paper is a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def pages_in(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_each_page_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    followed, path = Followed(), tmp_path / "a.pdf"
    count = len(preview(made_up_project()).pages)
    assert count > 2
    assert write_pages(followed.watch, made_up_project(), path) == (path, count)
    assert followed.told == [(done, count) for done in range(1, count + 1)]
    assert pages_in(path) == count


@pytest.mark.parametrize("pages", [0, 1])
def test_what_is_not_wanted_any_more_is_not_written(qtbot: QtBot, tmp_path: Path, pages: int) -> None:
    followed, path = Followed(pages), tmp_path / "a.pdf"
    path.write_bytes(b"former")
    write_pages(followed.watch, made_up_project(), path)
    assert len(followed.told) == pages
    assert path.read_bytes() == b"former"


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(SaveProblem):
        write_pages(Followed().watch, made_up_project(), tmp_path / "no folder" / "a.pdf")


def test_some_of_the_pages_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    shown, printer = preview(made_up_project()), on_paper(tmp_path / "paper.pdf")
    printer.setFromTo(2, 3)
    print_pages(Followed().watch, shown, printer)
    assert pages_in(tmp_path / "paper.pdf") == 2


def test_printing_that_is_ended_goes_no_further(qtbot: QtBot, tmp_path: Path) -> None:
    shown, printer = preview(made_up_project()), on_paper(tmp_path / "paper.pdf")
    printer.setFromTo(1, len(shown.pages))
    print_pages(Followed(1).watch, shown, printer)
    assert pages_in(tmp_path / "paper.pdf") == 1


def test_the_pdf_is_written_beside_the_work(
    qtbot: QtBot, at_work: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "通知"), ""))
    with qtbot.waitSignal(at_work.work.begun):
        act(at_work, "save_pdf")
    qtbot.waitUntil(lambda: at_work.messages.text.startswith("通知.pdf: "))
    assert (tmp_path / "通知.pdf").read_bytes().startswith(b"%PDF")


def test_printing_asks_for_the_printer_and_goes_on_beside_the_work(
    qtbot: QtBot, at_work: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"

    def choose(dialog: QPrintDialog) -> bool:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(paper))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    act(at_work, "print_notice")
    qtbot.waitUntil(lambda: paper.exists() and not at_work.work.is_busy)
    assert pages_in(paper) == len(preview(at_work.document.project).pages)
