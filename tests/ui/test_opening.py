"""Opening files: progress, cancelling, several at once; the window stays free meanwhile."""

import multiprocessing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.plan.project import Project
from editor.storage import save_project
from editor.ui.files import opening_gestures
from editor.ui.main_window import MainWindow
from tests.reading.paged_files import pdf, typeset
from tests.ui.made_up import project


@pytest.fixture(scope="module")
def long_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF of 100 pages."""
    measures = [f"{n}.简化手续{n}。减少材料{n}份，压缩时限，周末不打烊，送证到家。" for n in range(1, 500)]
    path = tmp_path_factory.mktemp("long") / "long.pdf"
    path.write_bytes(pdf(typeset(["^示范省优化服务实施方案", "一、方便群众", *measures], lines=10)))
    return path


def plan(folder: Path, name: str, measure: str) -> Path:
    path = folder / name
    path.write_text(f"{path.stem}实施方案\n一、方便群众\n1.{measure}。减少材料。\n", encoding="utf-8")
    return path


def test_long_reading_shows_its_pages_and_leaves_the_window_free(
    qtbot: QtBot, window: MainWindow, long_plan: Path
) -> None:
    """The watchdog of every window's test sees whether it is free."""
    steps: list[tuple[int, int]] = []
    window.work.progressed.connect(lambda *step: steps.append(step))
    with qtbot.waitSignal(window.document.opened):
        window.open_path(long_plan)
    assert steps[-1][0] == steps[-1][1] == 100
    assert len(steps) == 100


def test_reading_that_is_stopped_leaves_everything_as_it_was(
    qtbot: QtBot, window: MainWindow, long_plan: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.chengqi"
    save_project(project("m1"), draft)
    with qtbot.waitSignal(window.document.opened):
        window.open_path(draft)
    before = window.document.project
    window.open_path(long_plan)
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()))
    qtbot.keyClick(window.bench.local.tree, Qt.Key.Key_Escape)
    assert window.messages.text == "Reading “long.pdf” … Stopped; everything is as it was."
    assert window.document.project is before
    assert not window.document.is_changed
    qtbot.waitUntil(lambda: not multiprocessing.active_children())


def test_closing_the_window_ends_what_is_read(qtbot: QtBot, window: MainWindow, long_plan: Path) -> None:
    window.open_path(long_plan)
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()))
    assert window.close()
    qtbot.waitUntil(lambda: not multiprocessing.active_children())


def test_several_plans_dropped_begin_one_draft(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    paths = [plan(tmp_path, "示范省.txt", "简化手续"), plan(tmp_path, "示范市.txt", "延长服务")]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(window.document.opened):
        window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *none))
    assert window.settings.recent == tuple(paths)
    assert [p.title for p in window.document.project.parents] == ["示范省实施方案", "示范市实施方案"]
    assert [s.plan for s in window.document.project.sources] == ["parent1", "parent2"]


def test_several_plans_join_the_draft_in_one_step(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(opening_gestures, "ask_role", lambda _window, names: asked.append(names) or "parent")
    window.document.start(project("m1"))
    paths = [plan(tmp_path, "示范省.txt", "简化手续"), plan(tmp_path, "示范市.txt", "延长服务")]
    with qtbot.waitSignal(window.document.changed):
        window.groups.opening.open_paths(paths)
    assert asked == [["示范省.txt", "示范市.txt"]]
    assert [p.id for p in window.document.project.parents] == ["parent1", "parent2", "parent3"]
    window.document.undo()
    assert [p.id for p in window.document.project.parents] == ["parent1"]


def test_drafts_and_bad_files_among_several_are_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    draft, empty = tmp_path / "draft.chengqi", tmp_path / "empty.docx"
    save_project(project("m1"), draft)
    empty.write_bytes(b"")
    with qtbot.waitSignal(window.document.opened):
        window.groups.opening.open_paths([draft, plan(tmp_path, "示范省.txt", "简化手续"), empty])
    qtbot.waitUntil(window.messages.isVisible)
    assert "“draft.chengqi” is a draft" in window.messages.text
    assert "“empty.docx” is empty" in window.messages.text
    assert len(window.document.project.parents) == 1


def test_where_nothing_can_be_read_nothing_is_begun(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    empty = [tmp_path / "a.docx", tmp_path / "b.docx"]
    for path in empty:
        path.write_bytes(b"")
    with qtbot.waitSignal(window.work.failed):
        window.groups.opening.open_paths(empty)
    assert window.messages.text.count("\n") == 1
    assert window.pages.currentWidget() is window.start_page


def test_the_focus_is_on_the_first_measure_of_a_new_superior_plan(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.activateWindow()
    for name, role in (("示范省.txt", "new"), ("示范市.txt", "parent")):
        monkeypatch.setattr(opening_gestures, "ask_role", lambda *_, role=role: role)
        window.open_path(plan(tmp_path, name, "简化手续"))
        qtbot.waitUntil(lambda: not window.work.is_busy)
        newest = window.document.project.parents[-1]
        tree = window.bench.parents.tree
        assert window.bench.parents.plan == newest
        assert tree.current_key == newest.measures[0].id
        qtbot.waitUntil(tree.hasFocus)


def copied(html: str = "", text: str = "") -> QMimeData:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    return data


def paste(qtbot: QtBot, window: MainWindow, data: QMimeData) -> Project:
    QApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(window.document.opened):
        window.actions_.by_name["paste_plan"].trigger()
    return window.document.project


@pytest.mark.parametrize("head", ["", "<html><head><meta charset='gb2312'></head><body>"])
def test_a_copied_page_becomes_a_superior_plan(qtbot: QtBot, window: MainWindow, head: str) -> None:
    html = f"{head}<p>示范省优化服务实施方案</p><p>一、方便群众</p><p>1.简化手续。减少材料。</p>"
    draft = paste(qtbot, window, copied(html, "示范省优化服务实施方案"))
    assert [measure.heading for measure in draft.parents[0].measures] == ["简化手续"]
    (source,) = draft.sources
    assert source.name.startswith("pasted 20")
    assert source.name.endswith(".html")
    assert "减少材料".encode() in source.content


@pytest.mark.parametrize("html", ["", "<style>p {}</style>"])
def test_copied_text_becomes_a_superior_plan(qtbot: QtBot, window: MainWindow, html: str) -> None:
    text = "示范省优化服务实施方案\r\n一、方便群众\r\n1.简化手续。减少材料。"
    draft = paste(qtbot, window, copied(html, text))
    assert [measure.heading for measure in draft.parents[0].measures] == ["简化手续"]
    assert draft.sources[0].name.endswith(".txt")


def test_copied_files_are_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(plan(tmp_path, "示范省.txt", "简化手续")))])
    assert paste(qtbot, window, data).sources[0].name == "示范省.txt"


def test_a_clipboard_without_text_says_so(qtbot: QtBot, window: MainWindow) -> None:
    QApplication.clipboard().setMimeData(QMimeData())
    with qtbot.waitSignal(window.work.failed):
        window.actions_.by_name["paste_plan"].trigger()
    assert window.messages.text.startswith("The clipboard holds no text")
    assert not window.has_document
