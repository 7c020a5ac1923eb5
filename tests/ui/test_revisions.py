"""A superior plan's new edition, the review of what it changes, and named versions of the draft."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.drafting import rebase
from editor.drafting.commands import Decline, Review, SetText
from editor.storage import save_project
from editor.ui.difference.edition_dialog import EditionDialog, edition_rows
from editor.ui.difference.review_dialog import ReviewDialog
from editor.ui.difference.snapshots_dialog import SnapshotsDialog
from editor.ui.main_window import MainWindow
from tests.drafting.test_rebase import MATERIAL, VILLAGE, adopted, small
from tests.ui.driving import answered, open_file
from tests.ui.made_up import project

NEW_EDITION = (
    "示范省办好民生小事实施方案\n一、方便群众\n1.简化手续。减少材料25件，压缩时限。\n2.延长服务。周末不打烊。\n"
    "二、方便企业\n3.建设平台。建成平台100个。\n4.减免费用。减免登记费用。\n5.上门服务。送证到家。\n"
)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2", "m3"))
    return window


def revise(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    path = folder / "新版.txt"
    path.write_text(NEW_EDITION, encoding="utf-8")
    with qtbot.waitSignal(window.document.changed):
        window.groups.revisions.read_edition(path)
    qtbot.waitUntil(lambda: "to review: 1 " in window.bench.status.text)


def review(qtbot: QtBot, window: MainWindow) -> ReviewDialog:
    window.actions_.by_name["review_changes"].trigger()
    qtbot.waitUntil(lambda: window.findChild(ReviewDialog) is not None)
    dialog = window.findChild(ReviewDialog)
    qtbot.waitUntil(lambda: bool(dialog.revisions))
    return dialog


def test_a_new_edition_puts_exactly_the_affected_measure_up_for_review(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    revise(qtbot, window, tmp_path)
    assert "1 measures to review, 1 new, 0 gone" in window.messages.text
    pane = window.bench.local
    pane.bar.choose("suspect")
    first = window.document.project.local.measures[0].id
    section = window.document.project.local.sections[0].id
    assert [row.key for row in pane.model.rows()] == [section, first]
    window.document.undo()
    answered(qtbot, window)
    assert pane.bar.filter.is_open
    assert len(list(pane.model.rows())) == 1 + len(window.document.project.local.body)


def test_what_the_new_edition_changed_is_listed_and_leads_to_its_place(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    revise(qtbot, window, tmp_path)
    dialog = window.findChild(EditionDialog)
    rows = [(row.key, row.cells[0]) for row in dialog.model.rows()]
    assert [text for key, text in rows if not key.startswith(("local", "new", "reworded", "gone"))] == [
        "To review (1)",
        "New superior measures, undecided (1)",
        "Superior measures put otherwise (1)",
    ]
    new = next(key for key, text in rows if "上门服务" in text)
    dialog.tree.go_to(new)
    assert window.bench.parents.tree.current_key == new.split()[1]
    measure = window.document.project.local.measures[0].id
    dialog.tree.go_to(f"local {measure}")
    assert window.bench.local.current == measure
    dialog.review.click()
    assert window.findChild(ReviewDialog) is not None


def test_of_what_was_refused_and_is_put_otherwise_the_reason_is_told() -> None:
    draft = Decline("parent1", ("x2",), "省级事权").apply(adopted(MATERIAL, VILLAGE))
    told = rebase(draft, small(MATERIAL, (VILLAGE[0], VILLAGE[1] + "另设服务点。")), "parent1")
    (group,) = edition_rows(told)
    assert [row.cells[0].startswith("2 ✗ not adopted: 省级事权; ") for row in group.children] == [True]


def test_the_proposal_is_taken_and_undone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    first = window.document.project.local.measures[0]
    window.document.do(SetText(first.id, "减少材料20件，示范县压缩时限。"))
    revise(qtbot, window, tmp_path)
    dialog = review(qtbot, window)
    texts = dialog.panes.texts
    assert "20件" in texts["old_parent"]
    assert "25件" in texts["new_parent"]
    assert "示范县" in texts["mine"]
    assert texts["proposal"].endswith("减少材料25件，示范县压缩时限。")
    dialog.take.click()
    qtbot.waitUntil(lambda: not dialog.is_busy and not dialog.revisions)
    assert window.document.project.local.measures[0].text == "减少材料25件，示范县压缩时限。"
    assert not dialog.take.isEnabled()
    window.document.undo()
    assert window.document.project.local.measures[0].text == "减少材料20件，示范县压缩时限。"


def test_a_conflict_is_decided_by_writing_beside_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    first = window.document.project.local.measures[0]
    window.document.do(SetText(first.id, "减少材料18件，压缩时限。"))
    window.document.break_typing()
    revise(qtbot, window, tmp_path)
    dialog = review(qtbot, window)
    assert "“20件” → “25件”" in dialog.conflicts.text()
    assert not dialog.take.isEnabled()
    box = dialog.panes.mine
    box.select(box.text.index("18"), box.text.index("件"))
    qtbot.keyClicks(box, "23")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert (box.text, box.cursor_place) == ("简化手续。减少材料23件，压缩时限。", box.text.index("件"))
    assert window.document.project.local.measures[0].text == "减少材料23件，压缩时限。"
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "18件" in box.text)
    qtbot.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "23件" in box.text)
    dialog.keep.click()
    qtbot.waitUntil(lambda: not dialog.is_busy and not dialog.revisions)
    assert (box.text, box.isReadOnly()) == ("", True)


def test_what_is_reviewed_elsewhere_leaves_the_list_while_another_is_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "新版.txt"
    path.write_text(NEW_EDITION.replace("周末不打烊", "周末照常"), encoding="utf-8")
    with qtbot.waitSignal(window.document.changed):
        window.groups.revisions.read_edition(path)
    dialog = review(qtbot, window)
    first, second = (revision.local for revision in dialog.revisions)
    dialog.next.click()
    assert dialog.current.local == second
    window.document.do(Review(first))
    qtbot.keyClicks(dialog.panes.mine, "x")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert [(r.local, r.mine[0]) for r in dialog.revisions] == [(second, "x")]
    dialog.keep.click()
    qtbot.keyClicks(dialog.panes.mine, "y")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert (dialog.revisions, dialog.panes.mine.text) == ((), "")


def test_what_is_typed_is_never_taken_from_under_the_caret(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    revise(qtbot, window, tmp_path)
    dialog = review(qtbot, window)
    box = dialog.panes.mine
    box.select(len("简化手续"), len(box.text))
    for typed in ("。", "另写一句。"):
        event = QInputMethodEvent()
        event.setCommitString(typed)
        QApplication.sendEvent(box, event)
        qtbot.waitUntil(lambda: not dialog.is_busy)
    assert box.text == "简化手续。另写一句。"
    measure = window.document.project.local.measures[0]
    assert (measure.heading, measure.text) == ("简化手续", "另写一句。")


def test_ours_is_kept(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    revise(qtbot, window, tmp_path)
    dialog = review(qtbot, window)
    dialog.note.setText("县里已经做到")
    dialog.keep.click()
    qtbot.waitUntil(lambda: not dialog.is_busy and not dialog.revisions)
    kept = window.document.project.local.measures[0]
    assert (kept.text, kept.note) == ("减少材料20件，压缩时限。", "县里已经做到")
    assert dialog.note.text() == ""


def test_a_plan_of_something_else_is_no_new_edition(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text("示范省防汛方案\n1.加固堤防。汛前完成。\n", encoding="utf-8")
    before = window.document.project
    window.groups.revisions.read_edition(path)
    qtbot.waitUntil(window.messages.isVisible)
    assert window.document.project is before


def test_versions_are_taken_compared_and_gone_back_to(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.actions_.by_name["snapshots"].trigger()
    qtbot.waitUntil(lambda: window.findChild(SnapshotsDialog) is not None)
    dialog = window.findChild(SnapshotsDialog)
    assert not dialog.restore.isEnabled()
    dialog.take_snapshot("初稿")
    first = window.document.project.local.measures[0]
    window.document.do(SetText(first.id, "全改了。"))
    qtbot.waitUntil(lambda: "1.简化手续" in dialog.changes.toPlainText())
    assert "修改文字1条" in dialog.changes.toPlainText()
    dialog.write_changes(tmp_path / "改动说明.docx")
    qtbot.waitUntil(lambda: dialog.told.text() == "改动说明.docx: 1 changes.")
    assert (tmp_path / "改动说明.docx").stat().st_size > 1000
    dialog.write_changes(tmp_path / "改动说明.pdf")
    qtbot.waitUntil(lambda: "neither .xlsx nor .docx" in dialog.told.text())
    dialog.restore.click()
    assert window.document.project.local.measures[0].text == first.text
    qtbot.waitUntil(lambda: dialog.changes.toPlainText().endswith("没有改动。"))
    dialog.remove.click()
    assert window.document.project.snapshots == ()
    window.document.undo()
    assert [snapshot.name for snapshot in window.document.project.snapshots] == ["初稿"]


def test_the_list_of_what_an_edition_changed_can_be_opened_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    again = window.actions_.by_name["edition_changes"]
    with qtbot.waitSignal(window.document.problem):
        again.trigger()
    revise(qtbot, window, tmp_path)
    window.findChild(EditionDialog).reject()
    qtbot.waitUntil(lambda: window.findChild(EditionDialog) is None)
    save_project(window.document.project, tmp_path / "草稿.chengqi")
    window.document.start(project("m1"))
    with qtbot.waitSignal(window.document.problem):
        again.trigger()
    open_file(qtbot, window, tmp_path / "草稿.chengqi")
    again.trigger()
    qtbot.waitUntil(lambda: window.findChild(EditionDialog) is not None)
    dialog = window.findChild(EditionDialog)
    assert dialog.isVisible()
    assert [row.key.split()[0] for row in dialog.model.rows() if row.value] == ["local", "new", "reworded"]
