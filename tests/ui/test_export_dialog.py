"""Exporting: what is ticked is written, a failure of one file keeps none of the others from being written."""

from pathlib import Path
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.shared import Pt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetNotice, TakeSnapshot
from editor.errors import SaveProblem
from editor.storage import copy_template
from editor.ui.base.settings import Settings
from editor.ui.files import export_offers
from editor.ui.files.export_dialog import ExportDialog
from tests.ui.made_up import project


@pytest.fixture
def dialog(desk: QWidget, tmp_path: Path) -> ExportDialog:
    return ExportDialog(project("m1", "m2"), tmp_path / "示范县.chengqi", desk)


def export(qtbot: QtBot, dialog: ExportDialog, *names: str) -> str:
    for name, target in dialog.targets.items():
        target.wanted.setChecked(name in names)
    dialog.button.click()
    qtbot.waitUntil(dialog.button.isEnabled)
    return dialog.report.text()


def test_usually_the_notice_and_the_assignments_are_written(dialog: ExportDialog) -> None:
    assert [name for name, target in dialog.targets.items() if target.path] == ["notice", "ledger"]


@pytest.mark.parametrize("name", ["notice", "ledger", "table", "redline", "website"])
def test_what_is_ticked_is_written(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    report = export(qtbot, dialog, name)
    path = Path(dialog.targets[name].place.text())
    assert path.stat().st_size > 50
    assert path.name in report
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_redline_is_held_against_what_was_chosen(qtbot: QtBot, desk: QWidget, tmp_path: Path) -> None:
    draft = TakeSnapshot("送审稿", "2026-03-02").apply(project("m1", "m2"))
    dialog = ExportDialog(draft, tmp_path / "示范县.chengqi", desk)
    assert "示范省" in export(qtbot, dialog, "redline")
    dialog.basis.redline.setCurrentIndex(dialog.basis.redline.count() - 1)
    dialog.basis.author.setText("示范同志")
    assert "Compared with 送审稿." in export(qtbot, dialog, "redline")
    path = Path(dialog.targets["redline"].place.text())
    assert "示范同志" not in ZipFile(path).read("word/document.xml").decode(), "nothing was changed since"
    assert "Compared with 送审稿." in export(qtbot, dialog, "changes")


def test_no_list_of_changes_without_a_snapshot(dialog: ExportDialog) -> None:
    assert not dialog.targets["changes"].wanted.isEnabled()
    assert not dialog.basis.since.isEnabled()
    assert [dialog.basis.redline.itemData(n) for n in range(dialog.basis.redline.count())] == [
        ("", "parent1")
    ]


def test_nothing_ticked_writes_nothing(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    assert export(qtbot, dialog) == "Nothing was chosen."
    assert list(tmp_path.iterdir()) == []


def test_one_failure_keeps_no_other_file_from_being_written(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise SaveProblem("the disk is full")

    monkeypatch.setattr(export_offers, "_write_notice", fail)
    report = export(qtbot, dialog, "notice", "ledger")
    assert "the disk is full" in report
    assert Path(dialog.targets["ledger"].place.text()).is_file()
    assert not Path(dialog.targets["notice"].place.text()).exists()


# Files that are open elsewhere


@pytest.mark.parametrize("sign", ["~$示范县.docx", "~$县.docx", ".~lock.示范县.docx#", ".~示范县.docx"])
def test_a_file_open_in_an_office_program_is_told_and_another_name_offered(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, sign: str
) -> None:
    (tmp_path / "示范县.docx").write_bytes(b"open")
    (tmp_path / "示范县-2.docx").write_bytes(b"there")
    (tmp_path / sign).write_bytes(b"")
    assert "open in another program" in export(qtbot, dialog, "notice")
    assert (tmp_path / "示范县.docx").read_bytes() == b"open"
    offered = dialog.others.findChildren(QPushButton)
    assert [button.text() for button in offered] == ["Write it as “示范县-3.docx”"]
    offered[0].click()
    qtbot.waitUntil(dialog.button.isEnabled)
    assert (tmp_path / "示范县-3.docx").stat().st_size > 5_000
    assert dialog.report.text().startswith("示范县-3.docx: 2 measures")
    assert dialog.targets["notice"].path == tmp_path / "示范县-3.docx"


def test_a_file_that_may_not_be_written_gets_another_name(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "示范县.docx").write_bytes(b"open")

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("editor.files.os.replace", refuse)
    assert "open in another program" in export(qtbot, dialog, "notice")
    assert dialog._outcomes[0].other == tmp_path / "示范县-2.docx"
    assert (tmp_path / "示范县.docx").read_bytes() == b"open"


# What is said and remembered


def test_fonts_and_departures_are_said_before_anything_is_written(
    qtbot: QtBot, desk: QWidget, tmp_path: Path
) -> None:
    folder = copy_template("", "本办")
    edited = docx.Document(str(folder / "notice.docx"))
    edited.styles["Title"].font.size = Pt(20)
    edited.save(str(folder / "notice.docx"))
    draft = SetNotice("template", "本办").apply(project("m1"))
    dialog = ExportDialog(draft, tmp_path / "示范县.chengqi", desk)
    qtbot.waitUntil(lambda: bool(dialog.look.text()))
    assert "7.3.1" in dialog.look.text()
    assert "installed" in dialog.look.text()
    assert "示范县.docx" in export(qtbot, dialog, "notice")


def test_remarks_are_said_once(qtbot: QtBot, dialog: ExportDialog) -> None:
    report = export(qtbot, dialog, "notice", "ledger", "website")
    lines = report.splitlines()
    assert len(lines) == len(set(lines))
    assert [line.split(":")[0] for line in lines[:3]] == [
        "示范县.docx",
        "示范县-assignments.xlsx",
        "示范县-website.txt",
    ]
    assert dialog.folder.isVisibleTo(dialog)


def test_what_was_chosen_last_is_chosen_again(qtbot: QtBot, desk: QWidget, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings")
    first = ExportDialog(project("m1"), tmp_path / "示范县.chengqi", desk, settings=settings)
    first.targets["website"].use_suffix(".html")
    export(qtbot, first, "website", "table")
    again = ExportDialog(project("m1"), tmp_path / "另一个.chengqi", desk, settings=settings)
    assert [name for name, target in again.targets.items() if target.path] == ["table", "website"]
    assert again.targets["website"].path == tmp_path / "另一个-website.html"


def test_the_layout_is_the_notices(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.layout_wanted) as told:
        dialog.layouts.setCurrentIndex(1)
        dialog.layouts.activated.emit(1)
    assert told.args == ["B"]
    export(qtbot, dialog, "notice")
    written = docx.Document(dialog.targets["notice"].place.text())
    assert written.sections[0].top_margin.mm == pytest.approx(34.6, abs=0.1)


def test_two_files_of_one_name_are_refused(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.targets["table"].place.setText(dialog.targets["notice"].place.text())
    assert "same name" in export(qtbot, dialog, "notice", "table")
    assert list(tmp_path.iterdir()) == []


def test_stopping_finishes_the_file_and_names_the_others(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    for name, target in dialog.targets.items():
        target.wanted.setChecked(name in ("notice", "ledger", "website"))
    dialog.button.click()
    assert dialog.stopping.isVisibleTo(dialog)
    assert dialog.progress.maximum() == 3
    dialog.stopping.click()
    qtbot.waitUntil(dialog.button.isEnabled)
    assert (tmp_path / "示范县.docx").is_file()
    assert "Not written: 示范县-website.txt." in dialog.report.text()
    assert not (tmp_path / "示范县-website.txt").exists()
    assert not dialog.stopping.isVisibleTo(dialog)


def test_without_libreoffice_the_preview_is_printed(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_offers, "find_libreoffice", lambda: None)
    assert "Printed by the page preview." in export(qtbot, dialog, "pdf")
    path = dialog.targets["pdf"].path
    assert path is not None
    document = pypdfium2.PdfDocument(path)
    assert len(document) >= 1
    document.close()
