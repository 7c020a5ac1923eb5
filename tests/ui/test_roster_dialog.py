"""The roster's editor, and units renamed everywhere, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetText, SetUnits
from editor.plan.roster import Roster, Unit
from editor.plan.roster_table import RosterTable
from editor.storage import load_roster
from editor.ui.assigning import roster_dialog
from editor.ui.assigning.rename_dialog import RenameDialog
from editor.ui.assigning.roster_dialog import RosterDialog
from editor.ui.assigning.roster_draft import RosterDraft, split_names
from editor.ui.base.threads import wait_for_threads
from editor.ui.main_window import MainWindow
from tests.ui.made_up import project

SHORT = {name: Unit(name=f"示范县{name}", short=name) for name in ("甲局", "乙局", "丙局", "丁局")}


def draft(*names: str) -> RosterDraft:
    return RosterDraft(Roster(units=tuple(SHORT[name] for name in names)))


def printed(edited: RosterDraft) -> list[str]:
    return [unit.printed for unit in edited.roster.units]


def test_units_move_together_as_far_as_there_is_room() -> None:
    edited = draft("甲局", "乙局", "丙局", "丁局")
    first, second, *_rest = edited.keys
    edited.move((first, second), 1)
    assert printed(edited) == ["丙局", "甲局", "乙局", "丁局"]
    edited.move((second, first), -1)
    edited.move((second, first), -1)
    assert printed(edited) == ["甲局", "乙局", "丙局", "丁局"]
    assert not edited.is_changed


def test_what_was_printed_before_is_known() -> None:
    edited = draft("甲局", "乙局", "丙局")
    first, second, third = edited.keys
    edited.change(first, short="新局")
    edited.move((first,), 1)
    edited.change(second, aliases=("乙",))
    edited.remove((third,))
    edited.add(first, SHORT["丁局"])
    assert list(edited.renamed()) == [("甲局", "新局")]
    assert printed(edited) == ["乙局", "新局", "丁局"]


def test_a_roster_taken_from_a_file_keeps_who_is_who() -> None:
    edited = draft("甲局", "乙局")
    edited.take(Roster(units=(Unit(name="示范县乙局", short="乙"), SHORT["丙局"])))
    assert list(edited.renamed()) == [("乙局", "乙")]
    assert edited.add_new(Roster(units=(SHORT["乙局"], SHORT["丁局"]))) == 1
    assert printed(edited) == ["乙", "丙局", "丁局"]


def test_names_are_separated_in_any_way() -> None:
    assert split_names("甲局、乙局，丙局； 甲局,丁局 ") == ("甲局", "乙局", "丙局", "丁局")


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2"))
    window.document.do(SetUnits(window.document.project.local.measures[0].id, "lead_units", ("公安局",)))
    return window


def write(field: QWidget, text: str) -> None:
    """Write as an input method does, over what is selected."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.fixture
def dialog(window: MainWindow) -> RosterDialog:
    window.actions_.by_name["edit_roster"].trigger()
    return window.findChild(RosterDialog)


def test_the_table_tells_names_kinds_and_how_many_measures(dialog: RosterDialog) -> None:
    cells = [dialog.model.index(0, column).data() for column in range(7)]
    assert cells == ["公安局", "示范县公安局", "department", "1", "", "", ""]


def test_a_unit_is_added_by_keyboard_and_all_is_one_step(
    window: MainWindow, dialog: RosterDialog, qtbot: QtBot
) -> None:
    before = window.document.project
    qtbot.keyClick(dialog.table, Qt.Key.Key_Insert)
    assert dialog.form.fields["name"].hasFocus()
    write(dialog.form.fields["name"], "示范海关")
    dialog.form.kind.setCurrentIndex(4)
    dialog.form.kind.activated.emit(4)
    qtbot.keyClick(dialog.form.fields["name"], Qt.Key.Key_Return)
    assert dialog.table.hasFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.model.index(2, 2).data() == "⇧ led from above"
    dialog.accept()
    units = window.document.project.roster.units
    assert [(unit.printed, unit.kind) for unit in units][2] == ("示范海关", "vertical")
    assert window.actions_.by_name["undo"].text().endswith("Change roster")
    window.document.undo()
    assert window.document.project == before


def test_named_once_all_follow(window: MainWindow, dialog: RosterDialog, qtbot: QtBot) -> None:
    short = dialog.form.fields["short"]
    short.setFocus()
    short.selectAll()
    write(short, "警务局")
    dialog.accept()
    assert window.document.project.local.measures[0].units("lead_units") == ("警务局",)


def test_doubtful_names_are_remarked(dialog: RosterDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Insert)
    write(dialog.form.fields["name"], "公安局")
    qtbot.waitUntil(lambda: "公安局” is a name of 示范县公安局" in (dialog.model.index(1, 4).data() or ""))


def test_delete_in_the_table_removes_and_escape_asks(
    dialog: RosterDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert [unit.printed for unit in dialog.draft.roster.units] == ["教育局"]
    asked = []
    monkeypatch.setattr(roster_dialog, "ask", lambda *words: asked.append(words) or False)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert asked
    assert dialog.isVisible()


def test_escape_in_a_field_goes_back_to_the_table(dialog: RosterDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.form.fields["name"].hasFocus()
    qtbot.keyClick(dialog.form.fields["name"], Qt.Key.Key_Escape)
    assert dialog.table.hasFocus()
    assert dialog.isVisible()


def test_rosters_go_out_and_come_in(
    dialog: RosterDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for suffix in ("xlsx", "csv", "toml"):
        dialog.export(tmp_path / f"a.{suffix}")
        assert "was written" in dialog.problems.toPlainText()
        read = roster_dialog.read_roster(tmp_path / f"a.{suffix}")
        assert read.roster.units == dialog.draft.roster.units
    monkeypatch.setattr(roster_dialog, "ask", lambda *_words: "add")
    dialog.take(RosterTable(Roster(units=(SHORT["甲局"],)), ("Row 3: bad.",)))
    assert dialog.draft.roster.units[-1] == SHORT["甲局"]
    assert dialog.problems.toPlainText() == "Row 3: bad.\n1 units are new."


def test_later_drafts_begin_with_it_too(window: MainWindow, dialog: RosterDialog) -> None:
    dialog.draft.add(None, SHORT["甲局"])
    dialog.for_new_drafts.setChecked(True)
    dialog.accept()
    profile = window.settings.profile
    assert profile is not None
    kept = load_roster(profile.parent.parent / "rosters" / profile.name)
    assert kept == window.document.project.roster


def test_a_unit_is_renamed_everywhere_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    measure = window.document.project.local.measures[0]
    window.document.do(SetText(measure.id, "由公安局负责。"))
    before = window.document.project
    window.bench.local.tree.go_to(measure.id)
    window.actions_.by_name["rename_unit"].trigger()
    dialog = window.findChild(RenameDialog)
    assert dialog.new.text() == "公安局"
    write(dialog.new, "警务局")
    dialog.in_texts.setChecked(True)
    qtbot.waitUntil(lambda: len(dialog.list.proposals) == 1)
    accept(qtbot, dialog)
    renamed = window.document.project.local.measures[0]
    assert (renamed.units("lead_units"), renamed.text) == (("警务局",), "由警务局负责。")
    assert window.actions_.by_name["undo"].text().endswith("Rename 公安局 to 警务局")
    window.document.undo()
    assert window.document.project == before


def accept(qtbot: QtBot, dialog: RenameDialog) -> None:
    """Press OK, and wait until what was wanted is done or refused."""
    with qtbot.waitSignal(dialog.work.ended):
        dialog.accept()


def test_what_would_follow_and_what_follows_is_computed_in_a_thread(window: MainWindow, qtbot: QtBot) -> None:
    before = window.document.project
    dialog = RenameDialog(window.document, "公安局", window)
    dialog.open()
    assert (dialog.is_busy, dialog.counts.text()) == (True, "")
    qtbot.waitUntil(lambda: dialog.counts.text().startswith("1 measures are assigned"))
    write(dialog.new, "警务局")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    with qtbot.waitSignal(dialog.finished):
        dialog.accept()
        assert (dialog.work.is_busy, window.document.project is before) == (True, True)
    assert window.document.project.roster.units[0].printed == "警务局"


def test_ok_pressed_before_the_preview_is_there_counts(window: MainWindow, qtbot: QtBot) -> None:
    measure = window.document.project.local.measures[0]
    window.document.do(SetText(measure.id, "由公安局负责。"))
    dialog = RenameDialog(window.document, "公安局", window)
    dialog.open()
    dialog.in_texts.setChecked(True)
    write(dialog.new, "警务局")
    accept(qtbot, dialog)
    assert window.document.project.local.measures[0].text == "由警务局负责。"


def test_nothing_is_renamed_after_the_dialog_was_cancelled(window: MainWindow, qtbot: QtBot) -> None:
    before = window.document.project
    dialog = RenameDialog(window.document, "公安局", window)
    dialog.open()
    write(dialog.new, "警务局")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    dialog.accept()
    wait_for_threads()  # the answer is on its way
    dialog.reject()
    QApplication.processEvents()
    assert window.document.project is before


def test_a_unit_is_merged_into_another(window: MainWindow, qtbot: QtBot) -> None:
    dialog = RenameDialog(window.document, "公安局", window)
    dialog.open()
    dialog.merge.setChecked(True)
    dialog.into.setCurrentIndex(dialog.into.findData("示范县教育局"))
    accept(qtbot, dialog)
    assert window.document.project.local.measures[0].units("lead_units") == ("教育局",)
    assert [unit.printed for unit in window.document.project.roster.units] == ["教育局"]
    QApplication.processEvents()


def test_a_taken_name_is_refused_in_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = RenameDialog(window.document, "公安局", window)
    dialog.open()
    dialog.new.setText("教育局")
    accept(qtbot, dialog)
    assert dialog.isVisible()
    assert "教育局" in dialog.counts.text()
    assert not window.findChildren(QMessageBox)
