"""Differences taken back, undone and marked in the window."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.drafting.commands import Adopt, SetText, TakeSnapshot
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.ui.base.outline_rows import DETAILS_KEY
from editor.ui.coverage.coverage_rows import FILTERS
from editor.ui.difference.diff_pane import GRAINS
from editor.ui.main_window import MainWindow
from tests.ui.driving import act, answered
from tests.ui.test_diff_pane import CLAUSES, PARENT, TEXT

OURS = "在全县范围内推行办事材料共享机制。另外设立专门窗口办理。"


class Desk:
    """The window on one measure that differs from its parent."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        draft = Project(parents=(PARENT,), local=Plan(id="local", title="示范县方案"))
        self.window.document.start(Adopt("parent1", ("m1",)).apply(draft))
        self.bench = self.window.bench
        self.write(TEXT)
        self.bench.local.tree.go_to(self.measure.id)
        self.answered()

    @property
    def measure(self) -> Measure:
        return self.window.document.project.local.measures[0]

    def write(self, text: str) -> None:
        self.window.document.do(SetText(self.measure.id, text))
        self.window.document.break_typing()
        self.answered()

    def answered(self) -> None:
        answered(self.qtbot, self.window)

    def act(self, *names: str) -> None:
        for name in names:
            act(self.window, name)
        self.answered()


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow) -> Desk:
    return Desk(qtbot, window)


def test_one_difference_is_taken_at_one_key_and_undone_at_one(desk: Desk) -> None:
    desk.act("next_difference", "take_difference")
    assert desk.measure.text == TEXT.replace("全县", "全省")
    assert desk.bench.editors.measure.text.text == desk.measure.text
    desk.act("undo")
    assert desk.measure.text == TEXT


def test_an_insertion_is_undone(desk: Desk) -> None:
    desk.act("next_difference", "next_difference", "next_difference", "take_difference")
    assert desk.measure.text == TEXT.replace("20件", "")
    assert desk.window.document.session.undo_label == "Undo an insertion"


def test_nothing_chosen_is_said_in_a_sentence(desk: Desk) -> None:
    desk.act("take_difference")
    assert "F7" in desk.window.messages.text
    assert desk.measure.text == TEXT


def test_what_is_being_composed_is_never_lost(desk: Desk) -> None:
    box = desk.bench.editors.measure.text
    desk.act("next_difference")
    QApplication.sendEvent(box, QInputMethodEvent("shifan", []))
    desk.act("take_difference")
    commit = QInputMethodEvent("", [])
    commit.setCommitString("示范")
    QApplication.sendEvent(box, commit)
    desk.answered()
    assert "示范" in box.text
    assert box.text == desk.measure.text


def test_sentences_are_put_back_reworded_and_taken_out(desk: Desk) -> None:
    desk.write(OURS)
    desk.bench.difference.shape.setCurrentIndex(CLAUSES)
    clauses = desk.bench.difference.difference.clauses
    assert [clause.status for clause in clauses] == ["kept", "reworded", "dropped", "added"]
    for number in (2, 1):
        desk.bench.difference.view.choose(number)
        desk.act("take_difference")
    assert desk.measure.text == PARENT.measure("m1").text + "另外设立专门窗口办理。"
    desk.bench.difference.view.choose(len(desk.bench.difference.difference.clauses) - 1)
    desk.act("take_difference")
    assert desk.measure.text == PARENT.measure("m1").text


def test_a_mark_is_kept_listed_and_leads_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = " 问市局 ", True
    monkeypatch.setattr("editor.ui.difference.difference_gestures.ask_words", lambda *_asked, **_more: answer)
    desk.act("next_difference", "mark_to_ask", "next_difference", "mark_checked")
    marks = desk.window.document.project.marks
    assert [(m.old, m.new, m.verdict, m.note) for m in marks] == [
        ("全省", "全县", "to_ask", "问市局"),
        ("。", "，", "checked", ""),
    ]
    rows = [row.cells for row in desk.bench.marks.model.rows()]
    assert rows[0] == ("！ ask the superiors", "1. 简化材料", "全省 → 全县", "问市局", "")
    desk.bench.local.tree.go_to(DETAILS_KEY)
    desk.bench.marks.tree.go_to(next(desk.bench.marks.model.rows()).key)
    desk.bench.marks.tree.entered.emit(desk.bench.marks.tree.current_key)
    desk.answered()
    assert desk.bench.difference.chosen_edit == 0


def test_a_mark_whose_words_are_gone_says_so_and_is_taken_off(desk: Desk) -> None:
    desk.act("next_difference", "mark_checked")
    desk.write(TEXT.replace("全县", "全省"))
    (row,) = desk.bench.marks.model.rows()
    assert row.cells[4] == "no longer differs"
    desk.bench.marks.tree.go_to(row.key)
    desk.bench.marks.remove.click()
    assert not desk.window.document.project.marks
    desk.act("undo")
    assert len(desk.window.document.project.marks) == 1


def test_the_mark_of_the_difference_chosen_is_taken_off(desk: Desk) -> None:
    desk.act("next_difference", "mark_checked", "unmark")
    assert not desk.window.document.project.marks


def test_the_menu_means_the_board_while_the_focus_is_there(desk: Desk) -> None:
    """As by Alt+Return and Ctrl+Shift+R."""
    desk.write(OURS)
    desk.bench.docks["coverage"].raise_()
    desk.bench.coverage.filter.setCurrentIndex([each.name for each in FILTERS].index("dropped sentences"))
    desk.bench.coverage.tree.setFocus()
    desk.bench.coverage.tree.go_to(list(desk.bench.coverage.model.rows())[-1].key)
    desk.window.groups.gestures.decline("不适用")
    desk.answered()
    assert [(d.sentence, d.reason) for d in desk.window.document.project.decisions] == [(2, "不适用")]
    desk.act("undo")
    desk.bench.coverage.tree.go_to(list(desk.bench.coverage.model.rows())[-1].key)
    desk.act("adopt")
    assert "压减各类证明事项。" in desk.measure.text


def test_the_next_difference_after_the_last_is_in_the_next_measure_that_differs(desk: Desk) -> None:
    same, other = (Measure(id=f"m{n}", level=3, number=str(n), text=f"第{n}件事照常办理。") for n in (2, 3))
    plan = Plan(id="parent1", body=(*PARENT.body, same, other))
    draft = Project(parents=(plan,), local=Plan(id="local"))
    draft = Adopt("parent1", ("m1", "m2", "m3")).apply(draft)
    one, _same, last = (measure.id for measure in draft.local.measures)
    draft = SetText(last, "第3件事加快办理。").apply(SetText(one, TEXT).apply(draft))
    desk.window.document.start(draft)
    desk.bench.local.tree.go_to(one)
    desk.answered()
    desk.act(*["next_difference"] * 4)
    assert desk.bench.editors.id == last
    assert desk.bench.difference.chosen_edit == 0
    desk.act("previous_difference")
    assert desk.bench.editors.id == one
    assert desk.bench.difference.chosen_edit == 2


def test_a_clause_is_marked_with_all_its_edits_in_one_step(desk: Desk) -> None:
    desk.bench.difference.shape.setCurrentIndex(CLAUSES)
    clauses = desk.bench.difference.difference.clauses
    number = next(n for n, clause in enumerate(clauses) if len(clause.edits) > 1 or clause.edits)
    desk.bench.difference.view.choose(number)
    desk.act("mark_checked")
    assert len(desk.window.document.project.marks) == len(clauses[number].edits)
    desk.act("undo")
    assert not desk.window.document.project.marks


def test_a_sentence_taken_up_by_another_measure_leads_there(desk: Desk) -> None:
    other = Measure(id="m2", level=3, number="2", text="第2件事照常办理。")
    plan = Plan(id="parent1", body=(*PARENT.body, other))
    draft = Adopt("parent1", ("m1", "m2")).apply(Project(parents=(plan,), local=Plan(id="local")))
    one, two = (measure.id for measure in draft.local.measures)
    sentence = "在全省范围内推行办事材料共享机制。"
    draft = SetText(one, PARENT.measure("m1").text.replace(sentence, "")).apply(draft)
    draft = SetText(two, other.text + sentence).apply(draft)
    desk.window.document.start(draft)
    desk.bench.local.tree.go_to(one)
    desk.answered()
    (moved,) = [s for item in desk.bench.covered for s in item.sentences if s.moved_to]
    assert (moved.state, moved.local) == ("kept", two)
    pane = desk.bench.difference
    for shape in range(3):
        pane.shape.setCurrentIndex(shape)
        desk.act("next_difference")
        assert pane.buttons.other_end.text().startswith("⇄ 2")
        desk.act("other_end")
        assert desk.bench.editors.id == two
        desk.bench.local.tree.go_to(one)
        desk.answered()


def test_what_is_compared_can_be_chosen(desk: Desk) -> None:
    pane = desk.bench.difference
    words = len(pane.difference.edits)
    pane.grain.setCurrentIndex(list(GRAINS).index("sentence"))
    desk.answered()
    assert len(pane.difference.edits) < words
    desk.act("next_difference", "mark_checked")
    assert "by words" in desk.window.messages.text
    assert not desk.window.document.project.marks
    desk.act("take_difference")
    assert desk.measure.text == PARENT.measure("m1").text


def test_what_changed_since_a_snapshot_is_seen_and_taken_back_in_the_pane(desk: Desk) -> None:
    desk.window.document.do(TakeSnapshot("初稿", "2026-03-02"))
    desk.write(TEXT.replace("压减", "大力压减"))
    pane = desk.bench.difference
    assert [pane.plans.tabText(place) for place in range(pane.plans.count())][-1] == "〔初稿〕"
    pane.plans.setCurrentIndex(pane.plans.count() - 1)
    desk.answered()
    assert pane.origin.text().startswith("Earlier:")
    assert not pane.buttons.take.isEnabled()
    desk.act("next_difference", "mark_checked")
    assert not desk.window.document.project.marks
    desk.act("take_difference")
    assert desk.measure.text == TEXT
