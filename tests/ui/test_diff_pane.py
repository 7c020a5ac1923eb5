"""The pane of differences: three views of the same, gone through, chosen in, hidden in."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import shiboken6
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.comparing import Span
from editor.comparing.edits import edits, partners
from editor.drafting.commands import Adopt, MarkDifference, SetText
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Mark, Project
from editor.ui.difference.diff_pane import DiffPane
from editor.ui.difference.differing import Difference, difference
from editor.ui.difference.passage_view import PassageView
from editor.ui.difference.passages import Passage

PARENT = Plan(
    id="parent1",
    body=(
        Measure(
            id="m1",
            level=3,
            number="1",
            heading="简化材料",
            text="在全省范围内推行办事材料共享机制。压减各类证明事项。",
        ),
    ),
)
TEXT = "在全县范围内推行办事材料共享机制，压减各类证明事项20件。"
INLINE, SIDE_BY_SIDE, CLAUSES = range(3)


@pytest.fixture
def pane(qtbot: QtBot) -> DiffPane:
    made = DiffPane()
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show_difference(differing(TEXT))
    return made


def differing(text: str, *marks: tuple[str, str]) -> Difference:
    project = Adopt("parent1", ("m1",)).apply(Project(parents=(PARENT,)))
    id = project.local.measures[0].id
    project = SetText(id, text).apply(project)
    for old, new in marks:
        mark = Mark(measure=id, parent="parent1", old=old, new=new, verdict="to_ask", note="请示市局")
        project = MarkDifference(mark).apply(project)
    return difference(project, id)


def moved() -> Difference:
    spans = (Span("<", "设立服务站点。"), Span("=", "推行共享。"), Span(">", "设立服务站点。"))
    found = edits(spans)
    passages = tuple(
        Passage(span.op, span.text, False, max(n - 1, 0) if n != 1 else -1) for n, span in enumerate(spans)
    )
    return Difference(
        "m1", "", ("1. 甲",), passages, spans=spans, edits=found, ends=tuple(sorted(partners(found).items()))
    )


def visited(pane: DiffPane, count: int, direction: int = 1) -> list[str]:
    words = []
    for _step in range(count):
        pane.go(direction)
        words.append(pane.view.textCursor().selectedText())
    return words


def test_inline_goes_through_every_edit_and_says_where_there_is_no_further_one(
    qtbot: QtBot, pane: DiffPane
) -> None:
    assert visited(pane, 3) == ["全省全县", "。，", "20件"]
    with qtbot.waitSignal(pane.past_end) as told:
        pane.go(1)
    assert told.args == [1]
    assert visited(pane, 2, -1) == ["。，", "全省全县"]
    with qtbot.waitSignal(pane.past_end) as told:
        pane.go(-1)
    assert told.args == [-1]


def test_side_by_side_goes_through_the_same_edits(pane: DiffPane) -> None:
    pane.shape.setCurrentIndex(SIDE_BY_SIDE)
    assert pane.view is pane.columns
    assert visited(pane, 3) == ["全省", "。", "20件"]
    assert pane.view.numbers == pane.inline.numbers == (0, 1, 2)


def test_clauses_go_through_what_was_not_kept(pane: DiffPane) -> None:
    pane.show_difference(differing("压减各类证明事项。另外设立专门窗口办理。"))
    pane.shape.setCurrentIndex(CLAUSES)
    assert visited(pane, 2) == ["▽ dropped", "＋ added"]
    clause = pane.chosen_clause
    assert clause is not None
    assert clause.local_text == "另外设立专门窗口办理。"
    assert pane.buttons.take_one.text() == "Undo insertion"


def test_mere_marks_can_be_hidden(pane: DiffPane) -> None:
    pane.hiding.widths.setChecked(True)
    assert visited(pane, 3) == ["全省全县", "。，", "20件"]
    pane.view.moveCursor(QTextCursor.MoveOperation.Start)
    pane.hiding.punctuation.setChecked(True)
    assert visited(pane, 2) == ["全省全县", "20件"]
    assert pane.view.toPlainText() == "简化材料。在全省全县范围内推行办事材料共享机制，压减各类证明事项20件。"


def test_the_button_says_what_would_be_done(pane: DiffPane) -> None:
    assert not pane.buttons.take_one.isEnabled()
    pane.go(1)
    assert (pane.buttons.take_one.isEnabled(), pane.buttons.take_one.text()) == (True, "Take this back")
    pane.go(1)
    pane.go(1)
    assert pane.buttons.take_one.text() == "Undo insertion"
    assert not pane.buttons.other_end.isVisibleTo(pane)


def test_what_matters_is_listed_and_leads_to_its_place(pane: DiffPane) -> None:
    rows = [row.cells for row in pane.matters.model.rows()]
    assert ("＋ added figure", "20件") in rows
    pane.shape.setCurrentIndex(CLAUSES)
    pane.matters.tree.entered.emit(str(rows.index(("＋ added figure", "20件"))))
    assert pane.chosen_clause is not None
    assert "20件" in pane.chosen_clause.local_text


def test_both_ends_of_a_move_are_joined(pane: DiffPane) -> None:
    pane.show_difference(moved())
    assert pane.summary.text() == "0 characters added, 0 taken out, 7 moved"
    pane.go(1)
    assert pane.buttons.other_end.isVisibleTo(pane)
    first = pane.view.textCursor().selectionStart()
    pane.go_to_other_end()
    assert pane.view.textCursor().selectedText() == "设立服务站点。"
    assert pane.view.textCursor().selectionStart() > first
    pane.go_to_other_end()
    assert pane.view.textCursor().selectionStart() == first


def test_a_mark_is_shown_behind_its_edit_with_its_note(pane: DiffPane) -> None:
    pane.show_difference(differing(TEXT, ("", "20件")))
    assert "20件！" in pane.view.toPlainText()
    assert "！1" in pane.summary.text()
    pane.go(1)
    assert not pane.mark_line.isVisibleTo(pane)
    pane.go(1)
    pane.go(1)
    assert pane.mark_line.text() == "！ ask the superiors  请示市局"


def test_typing_keeps_the_place_chosen(pane: DiffPane) -> None:
    pane.go(1)
    pane.go(1)
    pane.show_difference(differing(TEXT + "另设专窗。"))
    assert pane.chosen_edit == 1


@pytest.mark.parametrize("shape", [INLINE, SIDE_BY_SIDE, CLAUSES])
def test_a_place_chosen_is_forgotten_with_its_measure(pane: DiffPane, shape: int) -> None:
    pane.shape.setCurrentIndex(shape)
    for _step in range(3):
        pane.go(1)
    pane.show_difference(differing("在全省范围内推行。")._replace(measure="another"))
    assert pane.chosen_edit is None
    pane.go(1)
    pane.show_difference(Difference("own", "", (), (Passage("=", "本县自定。"),)))
    assert pane.chosen_edit is None


def test_marks_are_shown_and_can_be_set_on_clauses(pane: DiffPane) -> None:
    pane.shape.setCurrentIndex(CLAUSES)
    pane.show_difference(differing(TEXT, ("", "20件")))
    rows = [clause for clause in pane.difference.clauses if clause.edits]
    pane.view.choose(pane.difference.clauses.index(rows[-1]))
    assert pane.buttons.mark.isEnabled()
    assert set(pane.chosen_edits) == set(rows[-1].edits)
    assert "！ ask the superiors" in pane.mark_line.text()
    assert " ！" in pane.view.toPlainText()


@contextmanager
def two_panes(shape: int) -> Iterator[tuple[DiffPane, DiffPane]]:
    """Two panes of this shape, destroyed before the next two are made."""
    made = DiffPane(), DiffPane()
    for pane in made:
        pane.shape.setCurrentIndex(shape)
    yield made
    for pane in made:
        shiboken6.delete(pane)


WORDINGS = st.text(alphabet="在全县推行机制，。压减20件\n𠮷", max_size=40)


@pytest.mark.parametrize("shape", [INLINE, SIDE_BY_SIDE, CLAUSES])
@given(texts=st.lists(WORDINGS, min_size=2, max_size=4), is_marked=st.booleans())
@settings(deadline=None, max_examples=40)
def test_what_is_written_anew_reads_as_if_all_had_been(
    shape: int, texts: list[str], is_marked: bool, qapp: QApplication
) -> None:
    """The text, its formats and its places, after any row of wordings, are those of a view that shows the last only."""
    marks = [("全省", "全县")] if is_marked else []
    with two_panes(shape) as (changed, fresh):
        for text in texts:
            changed.show_difference(differing(text, *marks))
        fresh.show_difference(differing(texts[-1], *marks))
        assert changed.view.toHtml() == fresh.view.toHtml()
        for name in ("figures", "moved", "_places"):
            assert getattr(changed.view, name) == getattr(fresh.view, name)


def test_other_colours_are_used_at_once(pane: DiffPane) -> None:
    before = pane.view.toHtml()
    palette = QPalette(pane.palette())
    palette.setColor(QPalette.ColorRole.Base, "#101010")
    palette.setColor(QPalette.ColorRole.Text, "#eeeeee")
    pane.view.setPalette(palette)
    pane.repaint_difference()
    assert pane.view.toHtml() != before


def drawn(op: str, is_marked_figure: bool = False) -> QImage:
    view = PassageView("difference")
    view.resize(200, 60)
    shown = Difference("m1", "", (), (Passage(op, "设立服务站点", is_marked_figure, 0),))
    view.show_difference(shown)
    return view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize(("moved_op", "op"), [(">", "+"), ("<", "-")])
def test_what_was_moved_has_a_second_line(qtbot: QtBot, moved_op: str, op: str) -> None:
    """Dark rows: rows of the picture in which most of the text's width is darker than the ground."""
    assert dark_rows(drawn(moved_op)) > dark_rows(drawn(op))


def dark_rows(image: QImage) -> int:
    width = range(8, 60)
    return sum(
        all(image.pixelColor(x, y).lightness() < 170 for x in width) for y in range(2, image.height() - 2)
    )


def test_a_text_of_rare_characters_is_chosen_whole(qtbot: QtBot) -> None:
    view = PassageView("difference")
    view.show_difference(Difference("m1", "", (), (Passage("=", "𠮷"), Passage("+", "𠮷𠮷", False, 0))))
    view.go(1)
    assert view.textCursor().selectedText() == "𠮷𠮷"
