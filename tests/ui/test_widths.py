"""Figures, letters and punctuation of full width are taken where half width is meant; rare characters stay whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.comparing import diff
from editor.comparing.edits import edits, undo
from editor.drafting.replacing import found_in
from editor.plan.deadlines import parse_date, parse_deadline
from editor.plan.notice import Notice
from editor.plan.notice_fields import meant, problem
from editor.plan.plans import Plan
from editor.ui.assigning.units_field import UnitsField
from editor.ui.base.file_endings import in_half_width_ending
from editor.ui.base.inline_question import InlineQuestion
from editor.ui.base.text_box import TextBox
from editor.ui.base.utf16 import from_qt, to_qt
from editor.ui.finding.find_view import Query, search
from editor.ui.finding.palette_search import Entry, find_entries
from editor.ui.main_window import MainWindow
from editor.ui.notice.locality_form import LocalityForm
from editor.ui.outline.filtering import Filter, Known, shown
from tests.ui.made_up import ROSTER, project

RARE = st.text(alphabet="a中𠮷𬺈𰻝邊\U000e0100\ufe00\u200d😀。", min_size=1, max_size=12)
"""Extensions B, E and G, a variation selector of an ideograph and one of a sign, a joiner, a picture."""


def write(field: QWidget, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(
    "typed",
    ["２０２６年９月底前", "２０２６．９．３０", "２０２６－０９－３０前", "２０２６／９／３０前", "2026．9"],
)
def test_a_deadline_of_full_width_is_understood(typed: str) -> None:
    assert parse_deadline(typed).date == "2026-09-30"


def test_a_day_of_full_width_is_a_day() -> None:
    assert parse_date("２０２６年４月２４日") == parse_date("２０２６．４．２４") == "2026-04-24"


@pytest.mark.parametrize(
    ("field", "typed", "is_meant"),
    [
        ("date", "２０２６－０４－２４", "2026-04-24"),
        ("date", "2026年4月24日", "2026-04-24"),
        ("printed_on", "２０２６．４．２４", "2026-04-24"),
        ("copy_number", "０００００１", "000001"),
        ("document_number", "示县政办发［２０２６］１２号", "示县政办发〔2026〕12号"),
        ("document_number", "示县政办发(2026)12号", "示县政办发〔2026〕12号"),
        ("title", "“１２３”行动", "“１２３”行动"),
    ],
)
def test_details_of_the_notice_are_kept_as_they_are_meant(field: str, typed: str, is_meant: str) -> None:
    assert meant(field, typed) == is_meant
    assert problem(Notice(**{field: is_meant}), field) == ""


def test_the_notices_form_keeps_them_so(window: MainWindow) -> None:
    window.document.start(project("m1"))
    boxes = window.bench.notice.boxes
    for field, typed in (("document_number", "示县政办发［２０２６］１２号"), ("seal_diameter", "４２．５")):
        boxes[field].selectAll()
        write(boxes[field], typed)
    notice = window.document.project.notice
    assert (notice.document_number, notice.seal_diameter) == ("示县政办发〔2026〕12号", 42.5)


def test_a_spin_box_takes_figures_of_full_width(qtbot: QtBot) -> None:
    form = LocalityForm()
    qtbot.addWidget(form)
    box = form.boxes["seal_diameter"]
    box.selectAll()
    write(box.lineEdit(), "４２．５")
    assert form.locality.seal_diameter == 42.5


def test_a_unit_is_named_in_letters_of_full_width(qtbot: QtBot) -> None:
    field = UnitsField("units")
    field.set_roster(ROSTER)
    qtbot.addWidget(field)
    write(field.focusProxy(), "ｇａ")
    qtbot.keyClick(field.focusProxy(), Qt.Key.Key_Return)
    assert field.names == ("公安局",)
    write(field.focusProxy(), "教育局\u3000")
    assert field.names == ("公安局", "教育局")


def test_a_question_is_answered_in_full_width(qtbot: QtBot) -> None:
    question, chosen = InlineQuestion("question"), []
    qtbot.addWidget(question)
    question.ask("?", [("one", lambda: chosen.append(1)), ("two", lambda: chosen.append(2))], question)
    assert question.take_key("２")
    assert chosen == [2]


def test_searches_find_either_width() -> None:
    assert search(project("m1"), Query("２０件")).total == 1
    assert found_in(project("m1").local, "２０件", "")
    (measure,) = project("m1").local.measures
    assert shown(project("m1").local, Filter(words="２０件"), Known()) == {measure.id}
    assert find_entries((Entry("action", "1", "Export", "File"),), "ｅｘｐｏｒｔ")


@pytest.mark.parametrize("typed", ["通知．ｄｏｃｘ", "通知。docx", "通知.ｄｏｃｘ", "通知.docx"])
def test_the_ending_of_a_files_name_may_be_of_full_width(typed: str) -> None:
    assert in_half_width_ending(typed) == "通知.docx"


def test_a_draft_is_saved_under_the_ending_that_was_meant(window: MainWindow) -> None:
    assert window.filing.full_name(Path("示范县。ｃｈｅｎｇｑｉ")) == Path("示范县.chengqi")
    assert window.filing.full_name(Path("示范县１．２版")) == Path("示范县１．２版.chengqi")


@given(RARE, RARE)
def test_rare_characters_are_compared_and_taken_back_whole(old: str, new: str) -> None:
    spans = diff(old, new)
    assert "".join(span.text for span in spans if span.op in "=-<") == old
    assert "".join(span.text for span in spans if span.op in "=+>") == new
    assert undo(spans, range(len(edits(spans)))) == old


@given(RARE, RARE, RARE)
def test_rare_characters_are_found_and_replaced_whole(before: str, wanted: str, after: str) -> None:
    plan = Plan(id="local", title="", opening=before + wanted + after)
    (first, *_others) = found_in(plan, wanted, "新")
    text = plan.opening
    assert text[first.start : first.end] == first.old
    assert text[: first.start] + "新" + text[first.end :] == text.replace(first.old, "新", 1)


def test_rare_characters_are_typed_selected_and_undone_whole(qtbot: QtBot, window: MainWindow) -> None:
    window.document.start(project("m1"))
    (measure,) = window.document.project.local.measures
    window.bench.local.tree.go_to(measure.id)
    box: TextBox = window.bench.editors.measure.text
    for text in ("𠮷林", "邊\U000e0100市", "𰻝a😀"):
        box.select(0, 0)
        write(box, text)
        now = window.document.project.local.measure(measure.id).text
        assert now == box.text == text + measure.text
        for place in range(len(text)):
            box.select(place, place + 1)
            units = box.textCursor().selectedText()
            assert units == text[place]
            assert from_qt(box.text, to_qt(box.text, place)) == place
        window.document.undo()
        assert box.text == measure.text
