"""A drafter who does anything in any order, in the window: it always shows what the session holds."""

import gc
import tracemalloc
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, QItemSelectionModel
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from editor.drafting import Session
from editor.drafting.commands import Adopt, SetText
from editor.drafting.session import LONGEST_HISTORY
from editor.plan.measures import ROLES, Measure
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.storage import Recovery, load_project
from editor.ui import side_docks, workbench
from editor.ui.base.outline_rows import DETAILS_KEY, LocalRows
from editor.ui.base.rows import Row
from editor.ui.base.settings import Settings
from editor.ui.base.threads import wait_for_threads
from editor.ui.base.tree import Tree
from editor.ui.main_window import MainWindow
from editor.ui.menus import MENUS
from tests.drafting.steps import PARENT
from tests.drafting.test_random_walk import CHANCES, Drafter
from tests.stories.panes import is_seen, said

WALKS, STEPS = 20, 100
EDITS = 10_000
NOT_WALKED = {
    **dict.fromkeys(("new_window", "close", "quit"), "the walk keeps to its window; see test_windows"),
    **dict.fromkeys(("open_example", "walk"), "put another document in the window; see test_walk"),
    **dict.fromkeys(("print_notice", "save_pdf"), "need a printer or a file; see test_page_view"),
    "paste_plan": "reads the machine's clipboard; see test_opening",
    "recent": "a menu of files; see test_main_window",
    "panes": "a menu of docks, which the walk brings to the front itself",
}
"""The actions that the walk leaves alone, and why."""
GESTURES = sorted({spec.name for _title, specs in MENUS for spec in specs if spec.name} - NOT_WALKED.keys())
DOCKS = ("findings", "coverage", "notice", "doubts", "marks", "pages", "matrix", "calendar")
"""Those behind the findings that show the project; the others show what is searched for."""


def keys(rows: tuple[Row, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """All rows' keys and cells, from top to bottom."""
    return [pair for row in rows for pair in ((row.key, row.cells), *keys(row.children))]


def settle(window: MainWindow) -> None:
    """Let all answers come, until the window has shown them and asks for nothing more."""
    for _turn in range(3):
        QApplication.processEvents()
        while window.bench.is_busy:
            wait_for_threads()
            QApplication.processEvents()
        wait_for_threads()
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def choose(tree: Tree | None, keys: list[str], random: Random) -> None:
    """Select one row, or a few."""
    if tree is None or not keys:
        return
    tree.go_to(random.choice(keys))
    if random.random() < 0.3:
        flags = QItemSelectionModel.SelectionFlag
        another = tree.model().find(random.choice(keys))
        tree.selectionModel().select(another, flags.Select | flags.Rows)


class WindowDrafter(Drafter):
    """Drafts in the one window of the test, saves, opens again, and goes about; another window shows the same afresh."""

    window: MainWindow
    fresh: MainWindow
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.open(Project(parents=(PARENT,)), None)

    def open(self, project: Project, path: Path | None) -> None:
        self.window.document.start(project, path)
        self.session = self.window.document.session
        self.past, self.future = [], []

    @rule(name=st.sampled_from(["a", "b"]), again=st.booleans())
    def save(self, name: str, again: bool) -> None:
        path = self.folder / f"{name}.chengqi"
        before = self.session.project
        assert self.window.filing.save(path)
        assert not self.window.isWindowModified()
        if again:
            self.open(load_project(path), path)
            assert self.session.project == before

    def save_and_open(self) -> None:
        """The core's own; here it is done with a file."""

    @rule(random=CHANCES)
    def go(self, random: Random) -> None:
        body = self.session.project.local.body
        self.window.bench.local.tree.go_to(random.choice([DETAILS_KEY, *(block.id for block in body)]))

    @rule(name=st.sampled_from(GESTURES), random=CHANCES)
    def gesture(self, name: str, random: Random) -> None:
        """Choose something and do an action; a dialog that it opens is left as it came."""
        bench, before = self.window.bench, self.session.project
        plan = bench.parents.plan
        choose(bench.parents.tree, [m.id for m in plan.measures] if plan else [], random)
        choose(bench.local.tree, [block.id for block in before.local.body], random)
        action = self.window.actions_.by_name[name]
        if action.isEnabled():
            action.trigger()
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        wait_for_threads()
        QApplication.processEvents()
        self.session = self.window.document.session
        if self.session.project is not before:
            self.past, self.future = [], []

    @rule(name=st.sampled_from(DOCKS))
    def look_at(self, name: str) -> None:
        for window in (self.window, self.fresh):
            window.bench.docks[name].show()
            window.bench.docks[name].raise_()

    @rule()
    def let_answers_come(self) -> None:
        QApplication.processEvents()

    @rule()
    def compare_with_a_fresh_window(self) -> None:
        """Every pane that is seen says what that of a window says in which this project has just been opened."""
        self.window.actions_.by_name["show_all"].trigger()
        current, plan = self.window.bench.local.current or DETAILS_KEY, self.window.bench.counterparts.plan
        self.fresh.document.start(self.session.project)
        self.fresh.bench.counterparts.plan = plan
        for name, dock in self.window.bench.docks.items():
            if is_seen(dock.widget()):
                self.fresh.bench.docks[name].show()
                self.fresh.bench.docks[name].raise_()
        for window in (self.window, self.fresh):
            settle(window)
            window.bench.local.tree.go_to(current)
            window.bench.counterparts.ask(window.bench.editors.id)
            window.bench.parents.tabs.setCurrentIndex(0)
            settle(window)
        shown, expected = said(self.window), said(self.fresh)
        seen = shown.keys() & expected.keys()
        assert seen >= {"local", "editors", "parents", "difference", "titles", "status"}
        differing = [name for name in seen if shown[name] != expected[name]]
        assert [[name, *unified_diff(expected[name], shown[name], n=0)] for name in differing] == []

    @invariant()
    def outline_shows_the_plan(self) -> None:
        local = self.window.bench.local
        shown = [(row.key, row.cells) for row in local.model.rows()]
        suspects = frozenset(row.key for row in local.model.rows() if row.cells[-1] == "to review")
        assert shown == keys(LocalRows().rows(self.session.project.local, suspects))

    @invariant()
    def editor_shows_the_measure(self) -> None:
        editors = self.window.bench.editors
        known = {block.id: block for block in self.session.project.local.body}
        block = known.get(self.window.bench.local.current or "")
        if not isinstance(block, Measure):
            return
        editor = editors.measure
        assert editors.currentWidget() is editor
        assert (editor.heading.text, editor.text.text) == (block.heading, block.text)
        assert editor.deadline.text == (block.deadline.text if block.deadline else "")
        assert [editor.units[role].names for role in ROLES] == [block.units(role) for role in ROLES]

    @invariant()
    def menus_name_the_steps(self) -> None:
        actions = self.window.actions_.by_name
        assert actions["undo"].isEnabled() == (self.session.undo_label is not None)
        assert actions["redo"].isEnabled() == (self.session.redo_label is not None)
        assert (self.session.undo_label or "") in actions["undo"].text()

    @invariant()
    def title_tells_unsaved_work(self) -> None:
        assert self.window.isWindowModified() == self.window.document.is_changed

    def teardown(self) -> None:
        wait_for_threads()
        super().teardown()


@pytest.fixture
def windows(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[MainWindow, MainWindow]]:
    """Two windows that follow at once; questions are left unanswered."""
    monkeypatch.setattr(workbench, "SURVEY_AFTER", 0)
    monkeypatch.setattr(
        side_docks, "SIDE_DOCKS", [d._replace(follows_after=0) for d in side_docks.SIDE_DOCKS]
    )
    for kind in (QDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", lambda _dialog: 0)
    monkeypatch.setattr(QInputDialog, "exec", lambda dialog: dialog.setTextValue("不适用") or 1)
    monkeypatch.setattr(QMessageBox, "about", lambda *_: None)
    for name, nothing in (("getSaveFileName", ("", "")), ("getOpenFileName", ("", ""))):
        monkeypatch.setattr(QFileDialog, name, lambda *_, nothing=nothing: nothing)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    made = []
    for name in ("walked", "fresh"):
        window = MainWindow(Settings(tmp_path / name), Recovery(tmp_path / name))
        qtbot.addWidget(window, before_close_func=lambda closing: closing.document.forget_changes())
        window.resize(1366, 768)
        window.show()
        made.append(window)
    yield made[0], made[1]
    wait_for_threads()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_window_shows_the_session_whatever_is_done(
    windows: tuple[MainWindow, MainWindow], tmp_path: Path
) -> None:
    WindowDrafter.window, WindowDrafter.fresh = windows
    WindowDrafter.folder = tmp_path
    WindowDrafter.fresh.document.start(Project(parents=(PARENT,)))
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    walking = settings(
        max_examples=WALKS, stateful_step_count=STEPS, deadline=None, suppress_health_check=checks
    )
    run_state_machine_as_test(WindowDrafter, settings=walking)


def test_what_is_not_walked_is_an_action() -> None:
    assert {spec.name for _title, specs in MENUS for spec in specs} >= NOT_WALKED.keys()


def test_ten_thousand_edits_take_no_more_memory_than_the_history_holds() -> None:
    session = Session(Project(local=Plan(id="local", body=(Measure(id="m1", level=3, number="1"),))))

    def edit(first: int, last: int) -> int:
        for number in range(first, last):
            session.break_typing()
            session.do(SetText("m1", f"第{number:05}次修改。"))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        full = edit(0, LONGEST_HISTORY * 2)
        later = edit(LONGEST_HISTORY * 2, EDITS)
    finally:
        tracemalloc.stop()
    assert later < full * 1.02


MEASURED_EVERY = 2_000
GROWTH = 0.02
"""How much more the window may hold at the end than when its history was full."""


def memory() -> tuple[int, int]:
    """Python's objects, and the process's bytes where the system tells them, once the garbage is collected."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    told = Path("/proc/self/statm")
    pages = int(told.read_text().split()[1]) if told.exists() else 0
    return len(gc.get_objects()), pages


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_ten_thousand_edits_in_a_window_take_no_more_memory_than_the_history_holds(
    windows: tuple[MainWindow, MainWindow],
) -> None:
    window, _fresh = windows
    window.document.start(Adopt("parent1", ("m1", "m2")).apply(Project(parents=(PARENT,))))
    measure = window.document.project.local.measures[0].id
    window.bench.local.tree.go_to(measure)
    held = []
    for number in range(EDITS + 1):
        window.document.break_typing()
        window.document.do(SetText(measure, f"第{number:05}次修改。"))
        if number % 10 == 0:
            QApplication.processEvents()
        if number % MEASURED_EVERY == 0:
            settle(window)
            held.append(memory())
    full, later = held[len(held) // 2], held[-1]  # the history was full by then
    assert window.bench.editors.measure.text.text == f"第{EDITS:05}次修改。"
    assert later[0] < full[0] * (1 + GROWTH), held
    assert later[1] <= full[1] * (1 + GROWTH), held
