"""A drafter who does anything in any order, in the window: it always shows what the session holds."""

import gc
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from PySide6.QtWidgets import QApplication

from editor.drafting import Session
from editor.drafting.commands import SetText
from editor.drafting.session import LONGEST_HISTORY
from editor.plan.measures import ROLES, Measure
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.storage import load_project
from editor.ui.base.outline_rows import DETAILS_KEY, LocalRows
from editor.ui.base.rows import Row
from editor.ui.base.threads import wait_for_threads
from editor.ui.main_window import MainWindow
from tests.drafting.test_random_walk import PARENT, PLACES, Drafter

WALKS, STEPS = 20, 100
EDITS = 10_000


def keys(rows: tuple[Row, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """All rows' keys and cells, from top to bottom."""
    return [pair for row in rows for pair in ((row.key, row.cells), *keys(row.children))]


class WindowDrafter(Drafter):
    """Drafts in the one window of the test, saves, opens again, and goes about."""

    window: MainWindow
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

    @rule(place=PLACES)
    def go(self, place: int) -> None:
        body = self.session.project.local.body
        self.window.bench.local.tree.go_to(body[place % len(body)].id if body else DETAILS_KEY)

    @rule()
    def let_answers_come(self) -> None:
        QApplication.processEvents()

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
def window(window: MainWindow) -> MainWindow:
    window.resize(1366, 768)
    return window


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_window_shows_the_session_whatever_is_done(window: MainWindow, tmp_path: Path) -> None:
    WindowDrafter.window, WindowDrafter.folder = window, tmp_path
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    walking = settings(
        max_examples=WALKS, stateful_step_count=STEPS, deadline=None, suppress_health_check=checks
    )
    run_state_machine_as_test(WindowDrafter, settings=walking)


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
