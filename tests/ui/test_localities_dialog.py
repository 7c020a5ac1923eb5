"""The localities' dialog: own profiles are changed and kept, those of the program are only read."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from editor.plan.locality import Locality
from editor.plan.roster import Roster, Unit
from editor.storage import add_locality, load_locality, locality_files, roster_of
from editor.ui.base.document import Document
from editor.ui.base.settings import Settings
from editor.ui.notice import localities_dialog
from editor.ui.notice.localities_dialog import LocalitiesDialog
from tests.ui.made_up import ROSTER, project

OF_DRAFT = Locality(name="本稿的县", superior_words=(("我省", "我县"),))


@pytest.fixture
def document() -> Document:
    made = Document()
    made.start(replace(project("m1"), locality=OF_DRAFT))
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings")


@pytest.fixture
def dialog(desk: QWidget, document: Document, settings: Settings) -> LocalitiesDialog:
    shown = LocalitiesDialog(document, settings, desk)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it afterwards
    return shown


def names(dialog: LocalitiesDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog: LocalitiesDialog, part: str) -> None:
    dialog.list.setCurrentRow(next(row for row, name in enumerate(names(dialog)) if part in name))


def test_the_drafts_own_and_the_programs_are_there(dialog: LocalitiesDialog) -> None:
    assert names(dialog) == ["本稿的县, in this draft", "示范县 (comes with the program)"]
    choose(dialog, "示范县")
    assert dialog.form.boxes["name"].isReadOnly()
    assert "duplicate" in dialog.note.text()
    assert not dialog.buttons["delete"].isEnabled()


def test_what_is_shown_is_what_there_is(dialog: LocalitiesDialog) -> None:
    choose(dialog, "示范县")
    assert dialog.form.locality == load_locality(locality_files()[-1])
    assert not dialog.form.is_changed


def test_the_drafts_locality_is_changed_as_a_step(dialog: LocalitiesDialog, document: Document) -> None:
    dialog.form.boxes["number_prefix"].setText("示政发")
    dialog.reject()
    assert document.project.locality == replace(OF_DRAFT, number_prefix="示政发")
    document.undo()
    assert document.project.locality == OF_DRAFT


def test_a_duplicate_can_be_changed_and_used(
    dialog: LocalitiesDialog, document: Document, settings: Settings
) -> None:
    choose(dialog, "示范县")
    dialog.buttons["duplicate"].click()
    assert not dialog.form.boxes["name"].isReadOnly()
    dialog.form.boxes["name"].setText("另一个县")
    dialog.form.boxes["other_addressees"].setPlainText("各镇人民政府，县教育局\n县公安局")
    dialog.for_new.setChecked(True)
    dialog.use.click()
    used = document.project.locality
    assert used.name == "另一个县"
    assert used.other_addressees == (("各镇人民政府", "县教育局"), ("县公安局",))
    assert len(document.project.roster.units) > 10
    assert settings.profile is not None
    assert load_locality(settings.profile) == used
    assert names(dialog)[1] == "另一个县 (for new drafts)"
    document.undo()
    assert (document.project.locality, document.project.roster) == (OF_DRAFT, ROSTER)


def test_a_locality_without_roster_leaves_the_drafts(dialog: LocalitiesDialog, document: Document) -> None:
    dialog.buttons["new"].click()
    dialog.use.click()
    assert document.project.locality.name == "New locality"
    assert document.project.roster == ROSTER


def test_the_draft_lends_its_locality_and_roster(dialog: LocalitiesDialog) -> None:
    dialog.buttons["duplicate"].click()
    path = locality_files()[0]
    assert load_locality(path).name == "本稿的县 (copy)"
    assert (path.parent.parent / "rosters" / path.name).is_file()


def test_wrong_profiles_are_told_and_not_kept(
    dialog: LocalitiesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.buttons["new"].click()
    path = locality_files()[0]
    dialog.form.boxes["name"].setText("")
    assert "has a name" in dialog.form.boxes["name"].accessibleDescription()
    monkeypatch.setattr(localities_dialog, "ask", lambda *_args: False)
    choose(dialog, "本稿")
    assert dialog.list.currentRow() == 1
    assert dialog.form.locality.name == ""
    monkeypatch.setattr(localities_dialog, "ask", lambda *_args: True)
    choose(dialog, "本稿")
    assert dialog.list.currentRow() == 0
    assert load_locality(path).name == "New locality"


def test_profiles_go_to_colleagues_and_come_back(dialog: LocalitiesDialog, tmp_path: Path) -> None:
    dialog.give(tmp_path / "给同事")
    assert load_locality(tmp_path / "给同事.toml") == OF_DRAFT
    assert "给同事-单位名录.toml" in dialog.note.text()
    dialog.take(tmp_path / "给同事.toml")
    assert names(dialog)[1] == "本稿的县"
    assert roster_of(locality_files()[0]) == ROSTER
    dialog.delete()
    assert names(dialog)[1:] == ["示范县 (comes with the program)"]


def test_both_files_of_a_locality_may_be_chosen(
    dialog: LocalitiesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.give(tmp_path / "给同事")
    chosen = sorted(map(str, tmp_path.glob("给同事*.toml")))
    assert len(chosen) == 2
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (chosen, ""))
    dialog.buttons["import"].click()
    assert names(dialog)[1] == "本稿的县"
    assert dialog.note.text() == ""


def test_files_that_cannot_be_read_are_told(desk: QWidget, document: Document, settings: Settings) -> None:
    path = add_locality(Locality(name="坏的"), Roster(units=(Unit(name="甲局"),)))
    path.write_text("name = 1", encoding="utf-8")
    dialog = LocalitiesDialog(document, settings, desk)
    assert "坏的.toml" in dialog.note.text()
    assert len(names(dialog)) == 2


def test_a_file_that_is_no_locality_changes_nothing(dialog: LocalitiesDialog, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("[[units]]\n", encoding="utf-8")
    assert not dialog._attempt(lambda: dialog.take(tmp_path / "x.toml"))
    assert "x.toml" in dialog.note.text()
    assert len(names(dialog)) == 2


def test_word_pairs_grow_and_shrink(qtbot: QtBot, dialog: LocalitiesDialog) -> None:
    pairs = dialog.form.boxes["superior_words"]
    assert pairs.rowCount() == 2
    pairs.item(1, 0).setText("各市")
    assert pairs.rowCount() == 3
    assert dialog.form.locality.superior_words == (("我省", "我县"), ("各市", ""))
    pairs.selectRow(0)
    qtbot.keyClick(pairs, Qt.Key.Key_Delete)
    assert pairs.pairs == (("各市", ""),)
