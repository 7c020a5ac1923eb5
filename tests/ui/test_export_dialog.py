"""Exporting: what is ticked is written, a failure of one file keeps none of the others from being written."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from editor.drafting.commands import TakeSnapshot
from editor.errors import SaveProblem
from editor.ui import export_dialog
from editor.ui.export_dialog import ExportDialog
from tests.ui.made_up import project

PATIENCE = 30_000


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[ExportDialog]:
    shown = ExportDialog(project("m1", "m2"), tmp_path / "示范县.chengqi")
    qtbot.addWidget(shown)
    yield shown
    QThreadPool.globalInstance().waitForDone()


def export(qtbot: QtBot, dialog: ExportDialog, *names: str) -> str:
    for name, target in dialog.targets.items():
        target.wanted.setChecked(name in names)
    dialog.button.click()
    qtbot.waitUntil(dialog.button.isEnabled, timeout=PATIENCE)
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


def test_the_redline_is_held_against_what_was_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    draft = TakeSnapshot("送审稿", "2026-03-02").apply(project("m1", "m2"))
    dialog = ExportDialog(draft, tmp_path / "示范县.chengqi")
    qtbot.addWidget(dialog)
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
    def fail(*_arguments: object) -> tuple[object, ...]:
        raise SaveProblem("the disk is full")

    monkeypatch.setattr(export_dialog, "_write_notice", fail)
    report = export(qtbot, dialog, "notice", "ledger")
    assert "the disk is full" in report
    assert Path(dialog.targets["ledger"].place.text()).is_file()
    assert not Path(dialog.targets["notice"].place.text()).exists()
