"""Words from earlier drafts: read from the folder, listed with source and date, inserted by key, never by themselves."""

import os
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetNotice, SetText
from editor.storage import save_project
from editor.ui.finding.earlier_files import files_beside, find_words, read_library
from editor.ui.main_window import MainWindow
from tests.ui.made_up import project

EARLIER = "减少材料30件，压缩办理时限一半。"
PLAN = "示范区方案\n\n一、方便群众\n1.简化材料。减少材料15件，时限压缩到三天。\n2.修路。新修道路五条。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with last year's draft, another plan, a damaged one and what is no plan."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    before = project("m1", "m2")
    before = SetText(before.local.measures[0].id, EARLIER).apply(
        SetNotice("date", "2025-03-01").apply(before)
    )
    save_project(before, folder / "去年.chengqi")
    (folder / "外区.txt").write_text(PLAN, "utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "表.xlsx").write_bytes(b"PK")
    (folder / ".锁.txt").write_text("x")
    return folder


def test_drafts_and_plans_of_the_folder_are_found(folder: Path) -> None:
    names = {path.name for path in files_beside(folder / "今年.chengqi", ())}
    assert names == {"去年.chengqi", "外区.txt", "坏.docx"}
    assert [p.name for p in files_beside(None, (folder / "外区.txt", folder / "没有.txt"))] == ["外区.txt"]


def test_damaged_files_are_counted_and_passed_over(folder: Path) -> None:
    library = read_library(Event(), folder / "今年.chengqi", ())
    assert (library.files, library.unreadable) == (3, 1)
    dates = {each.source: each.date for each in library.measures}
    assert dates["去年.chengqi"] == "2025-03-01"
    assert EARLIER in {each.text for each in library.measures}


def test_a_damaged_file_is_not_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = (folder / "坏.docx", folder / "外区.txt")
    first = read_library(Event(), None, paths)
    monkeypatch.setattr("editor.jobs.open_any", lambda path: pytest.fail(f"{path} is read again"))
    assert read_library(Event(), None, paths) == first
    assert first.unreadable == 1


def test_a_file_that_changed_is_read_again(folder: Path) -> None:
    path = folder / "外区.txt"
    assert "简化材料" in {each.heading for each in read_library(Event(), None, (path,)).measures}
    path.write_text(PLAN.replace("简化材料", "精简材料"), "utf-8")
    os.utime(path, (1, 1))
    assert "精简材料" in {each.heading for each in read_library(Event(), None, (path,)).measures}


def test_nothing_is_read_that_nobody_wants_any_more(folder: Path) -> None:
    unwanted = Event()
    unwanted.set()
    assert read_library(unwanted, folder / "今年.chengqi", ()).measures == ()


def test_the_superior_plans_of_the_draft_are_not_offered(folder: Path) -> None:
    from editor.plan.project import Source

    draft = project("m1")
    first = draft.local.measures[0].id
    found = find_words(Event(), draft, first, folder / "今年.chengqi", ())
    assert "外区.txt" in {words.source for words in found.words}
    draft = replace(draft, sources=(Source(plan="parent1", name="外区.txt", sha256=""),))
    found = find_words(Event(), draft, first, folder / "今年.chengqi", ())
    assert {words.source for words in found.words} == {"去年.chengqi"}


@pytest.fixture
def window(window: MainWindow, folder: Path) -> MainWindow:
    window.document.start(project("m1", "m2"), folder / "今年.chengqi")
    return window


def test_a_key_inserts_the_words_at_the_caret_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    before = window.document.project
    first = before.local.measures[0]
    window.bench.local.tree.go_to(first.id)
    window.actions_.by_name["suggest_words"].trigger()
    view = window.groups.words.view
    qtbot.waitUntil(lambda: bool(view.words) and not view.is_busy)
    row = [view.model.index(0, column).data() for column in (0, 1, 3, 4)]
    assert row == ["Ctrl+1", f"简化手续　{EARLIER}", "去年.chengqi", "2025-03-01"]
    assert "1 could not be read" in view.summary.text()
    assert window.document.project is before, "nothing is taken by itself"
    box = window.bench.editors.measure.text
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    insert = next(
        a for a in window.actions_.menus["insert_words"].actions() if a.shortcut().toString() == "Ctrl+1"
    )
    insert.trigger()
    assert window.document.project.local.measures[0].text == first.text + EARLIER
    assert box.text == first.text + EARLIER
    assert window.actions_.by_name["undo"].text().endswith("Insert a suggestion")
    window.document.undo()
    assert window.document.project == before
    qtbot.waitUntil(lambda: not view.is_busy)


def test_the_heading_takes_a_heading(window: MainWindow, qtbot: QtBot) -> None:
    window.bench.local.tree.go_to(window.document.project.local.measures[0].id)
    window.actions_.by_name["suggest_words"].trigger()
    view = window.groups.words.view
    qtbot.waitUntil(lambda: any(words.source == "外区.txt" and words.heading for words in view.words))
    number = next(n for n, words in enumerate(view.words, 1) if words.source == "外区.txt" and words.heading)
    window.bench.editors.measure.heading.setFocus()
    window.groups.words.insert(number)
    assert window.document.project.local.measures[0].heading == "简化材料"
    qtbot.waitUntil(lambda: not view.is_busy)


def test_the_first_key_only_shows_what_there_is(window: MainWindow, qtbot: QtBot) -> None:
    before = window.document.project
    window.bench.local.tree.go_to(before.local.measures[0].id)
    window.groups.words.insert(1)
    assert window.bench.docks["words"].isVisible()
    assert window.document.project is before
    qtbot.waitUntil(lambda: not window.groups.words.view.is_busy)
