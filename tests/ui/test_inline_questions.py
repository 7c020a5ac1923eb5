"""What is asked under the fields of a measure: who an unknown unit is, which year a deadline means, and counterparts."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetDeadline, SetNote, SetNotice, SetUnits
from editor.plan.measures import Assignment
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit
from editor.ui.assigning.unit_questions import likely_kind
from editor.ui.base.document import Document
from editor.ui.outline.deadline_question import years_to_ask
from editor.ui.outline.measure_editor import MeasureEditor
from tests.ui.made_up import project

ROSTER = Roster(
    units=(
        Unit(name="示范县人力资源和社会保障局", short="人社局"),
        Unit(name="示范县数据管理局", short="数据管理局"),
        Unit(name="示范县公安局", short="公安局"),
    )
)


@pytest.fixture
def document() -> Document:
    shown = Document()
    shown.start(replace(project("m1", "m2"), roster=ROSTER))
    return shown


@pytest.fixture
def editor(qtbot: QtBot, document: Document) -> MeasureEditor:
    made = MeasureEditor(document)
    qtbot.addWidget(made)
    made.load(document.project.local.measures[0].id)
    document.changed.connect(lambda change: made.follow(change.source))
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    return made


def write(field: QWidget, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def assign(qtbot: QtBot, editor: MeasureEditor, name: str) -> QWidget:
    """Type a unit and Enter into the lead units; the entry typed into."""
    field = editor.units["lead_units"]
    field.setFocus()
    entry = field.focusProxy()
    write(entry, name)
    popup = field.completer.popup()
    qtbot.keyClick(popup if popup.isVisible() else entry, Qt.Key.Key_Return)
    return entry


def lead(document: Document) -> tuple[str, ...]:
    return document.project.local.measures[0].units("lead_units")


def test_an_unknown_name_is_asked_about_and_becomes_an_alias(
    qtbot: QtBot, editor: MeasureEditor, document: Document
) -> None:
    second = document.project.local.measures[1].id
    document.do(SetUnits(second, "responsible_units", ("大数据管理局",)))
    entry = assign(qtbot, editor, "大数据管理局")
    assert editor.question.isVisible()
    assert "大数据管理局" in editor.question.text.text()
    assert editor.question.buttons[0].text() == "1 another name of 数据管理局"
    assert entry.hasFocus()
    write(entry, "１")
    assert lead(document) == ("数据管理局",)
    assert document.project.local.measures[1].units("responsible_units") == ("数据管理局",)
    assert document.project.roster.find("大数据管理局") == document.project.roster.find("数据管理局")
    assert not editor.question.isVisible()
    assert entry.text() == ""


def test_a_new_unit_joins_the_roster_and_loses_its_question_mark(
    qtbot: QtBot, editor: MeasureEditor, document: Document
) -> None:
    entry = assign(qtbot, editor, "青石镇")
    assert editor.units["lead_units"].chips[0].text() == "青石镇 ? ×"
    write(entry, "1")
    added = document.project.roster.find("青石镇")
    assert added is not None
    assert added.kind == "town"
    assert editor.units["lead_units"].chips[0].text() == "青石镇 ×"


def test_a_name_is_asked_about_once(qtbot: QtBot, editor: MeasureEditor, document: Document) -> None:
    entry = assign(qtbot, editor, "天文台")
    write(entry, "2")
    assert document.project.roster == ROSTER
    qtbot.keyClick(entry, Qt.Key.Key_Backspace)
    assign(qtbot, editor, "天文台")
    assert not editor.question.isVisible()


def test_groups_and_known_units_are_not_asked_about(qtbot: QtBot, editor: MeasureEditor) -> None:
    for name in ("各镇人民政府", "公安局", "县政府有关部门"):
        assign(qtbot, editor, name)
        assert not editor.question.isVisible()
    assert editor.units["lead_units"].chips[0].text() == "各镇人民政府 ×"


def test_a_unit_takes_at_most_six_keys(qtbot: QtBot, editor: MeasureEditor, document: Document) -> None:
    field = editor.units["lead_units"]
    field.setFocus()
    keys = "rsj"
    for key in keys:
        qtbot.keyClicks(field.focusProxy(), key)
    qtbot.keyClick(field.completer.popup(), Qt.Key.Key_Return)
    assert lead(document) == ("人社局",)
    assert len(keys) + 1 <= 6


def test_counterparts_are_suggested_until_units_are_there(editor: MeasureEditor, document: Document) -> None:
    parent = document.project.parents[0]
    organs = (Assignment(lead_units=("省人力资源和社会保障厅",), responsible_units=("省公安厅",)),)
    measures = tuple(replace(b, assignments=organs) if b.id == "m1" else b for b in parent.body)
    assigned = replace(document.project, parents=(replace(parent, body=measures),))
    document.start(assigned)
    editor.load(assigned.local.measures[0].id)
    assert not editor.suggestion.isHidden()
    assert "牵头单位：人社局；责任单位：公安局" in editor.suggestion.text()
    document.do(SetUnits(assigned.local.measures[0].id, "lead_units", ("公安局",)))
    assert editor.suggestion.isHidden()


@pytest.mark.parametrize(
    ("words", "notice", "years"),
    [
        ("9月底前", "", (2030, 2031)),
        ("9月底前", "2026-03-01", ()),
        ("9月底前", "2026-11-01", (2026, 2027)),
        ("2025年9月底前", "2026-11-01", ()),
        ("明年6月", "", (2030, 2031)),
        ("明年6月", "2026-11-01", ()),
        ("9月31日", "", ()),
        ("3个月内", "", ()),
        ("持续推进", "", ()),
        ("每年12月20日前", "", ()),
        ("", "", ()),
    ],
)
def test_a_missing_year_is_asked_only_where_it_is_missing(
    words: str, notice: str, years: tuple[int, ...]
) -> None:
    draft: Project = SetNotice("date", notice).apply(project("m1"))
    draft = SetDeadline(draft.local.measures[0].id, words).apply(draft)
    assert years_to_ask(draft, draft.local.measures[0].deadline, date(2030, 5, 1)) == years


def test_enter_asks_for_the_year_and_a_digit_answers(
    qtbot: QtBot, editor: MeasureEditor, document: Document
) -> None:
    editor.deadline.setFocus()
    write(editor.deadline, "9月底前")
    with qtbot.assertNotEmitted(editor.finished):
        qtbot.keyClick(editor.deadline, Qt.Key.Key_Return)
    assert editor.question.isVisible()
    assert editor.question.buttons[0].hasFocus()
    qtbot.keyClick(editor.question.buttons[0], Qt.Key.Key_2)
    deadline = document.project.local.measures[0].deadline
    year = date.today().year + 1
    assert deadline is not None
    assert (deadline.text, deadline.date) == ("9月底前", f"{year}-09-30")
    assert editor.understood.text() == f"= {year}-09-30"
    assert editor.deadline.hasFocus()
    with qtbot.waitSignal(editor.finished):
        qtbot.keyClick(editor.deadline, Qt.Key.Key_Return)


def test_escape_leaves_the_year_open_and_another_measure_closes_the_question(
    qtbot: QtBot, editor: MeasureEditor, document: Document
) -> None:
    editor.deadline.setFocus()
    write(editor.deadline, "年底前")
    qtbot.keyClick(editor.deadline, Qt.Key.Key_Return)
    qtbot.keyClick(editor.question.buttons[0], Qt.Key.Key_Escape)
    assert editor.deadline.hasFocus()
    assert not editor.question.isVisible()
    editor.load(document.project.local.measures[1].id)
    write(editor.deadline, "年内")
    editor.text.setFocus()
    assert editor.question.isVisible(), "leaving the field asks too, and leaves the focus where it went"
    assert editor.text.hasFocus()
    editor.load(document.project.local.measures[0].id)
    assert not editor.question.isVisible()


def test_a_merged_note_shows_all_its_lines(editor: MeasureEditor, document: Document) -> None:
    low = editor.note.sizeHint().height()
    document.do(SetNote(document.project.local.measures[0].id, "问过财政局\n等市里答复"))
    assert editor.note.text == "问过财政局\n等市里答复"
    line = editor.note.fontMetrics().lineSpacing()
    assert editor.note.sizeHint().height() == low + line
    editor.load(document.project.local.measures[1].id)
    assert editor.note.sizeHint().height() == low


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2096年一季度", "= 2096-03-31"),
        ("2020年一季度", "▲ 2020-03-31 is past"),
        ("９月底前", "= year missing: not yet a date"),
        ("9月31日", "there is no such day"),
        ("3个月内", "a period: no date, since its first day is not known"),
        ("每季度末", "= ongoing"),
        ("春节前", "= not understood as a date"),
        ("", ""),
    ],
)
def test_what_the_words_were_understood_as_stands_beside_them(
    editor: MeasureEditor, words: str, said: str
) -> None:
    write(editor.deadline, words)
    assert editor.understood.text() == said


@pytest.mark.parametrize(
    ("name", "kind"),
    [("青石镇", "town"), ("东湖街道", "subdistrict"), ("供电公司", "enterprise"), ("民政局", "department")],
)
def test_the_kind_that_a_name_tells(name: str, kind: str) -> None:
    assert likely_kind(name) == kind
