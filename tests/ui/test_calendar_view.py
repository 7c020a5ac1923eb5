"""The calendar of deadlines in the window."""

from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from editor.drafting.commands import Many, SetDeadline
from editor.plan.schedule import schedule
from editor.ui.assigning.calendar_rows import due_rows
from editor.ui.assigning.calendar_view import CalendarView
from tests.ui.made_up import project

WORDS = ("2026年6月底前", "2027年3月10日前", "持续推进")


@pytest.fixture
def planned():
    draft = project("m1", "m2", "m3", "m4")
    measures = draft.local.measures
    steps = tuple(SetDeadline(m.id, words) for m, words in zip(measures, WORDS, strict=False))
    return Many("planned", steps).apply(draft)


@pytest.fixture
def view(qtbot, planned):
    view = CalendarView()
    qtbot.addWidget(view)
    for model in (view.model, view.years_model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    view.resize(800, 400)
    view.show()
    view.follow(planned)
    return view


def test_months_are_counted_and_measures_listed_below_them(view):
    assert [row.cells[0] for row in view.years_model.rows()] == ["2026", "2027"]
    assert view.years_model.index(0, 6).data() == "1"
    assert view.years_model.index(1, 3).data() == "1"
    groups = [row for row in view.model.rows() if row.emphasis]
    assert len(groups) == 4
    assert [len(row.children) for row in groups] == [1, 1, 1, 1]


def test_a_month_chosen_above_comes_into_sight_below(view):
    view.years.setCurrentIndex(view.years_model.index(1, 3))
    assert view.tree.current_key == "2027-03"


def test_a_measure_entered_is_told_by_its_id_and_a_month_is_not(qtbot, view, planned):
    entered = []
    view.entered.connect(entered.append)
    view.show_block(planned.local.measures[1].id)
    view.tree.entered.emit(view.tree.current_key)
    view.tree.entered.emit("2026-06")
    assert entered == [planned.local.measures[1].id]


def test_what_is_past_is_told_by_its_shape(planned):
    rows = due_rows(schedule(planned.local), date(2026, 12, 1))
    assert rows[0].children[0].cells[1] == "▲ 2026年6月底前"
    assert rows[1].children[0].cells[1] == "2027年3月10日前"


def test_it_follows_the_project(view, planned):
    view.follow(SetDeadline(planned.local.measures[3].id, "2026年6月5日前").apply(planned))
    assert view.years_model.index(0, 6).data() == "2"


@pytest.mark.parametrize(("size", "beside"), [((1300, 140), True), ((400, 500), False)])
def test_the_measures_have_room_where_the_pane_is_low(qtbot, view, size, beside):
    view.resize(*size)
    qtbot.waitUntil(lambda: view.size().toTuple() == size)
    assert (view.tree.mapTo(view, view.tree.rect().topLeft()).x() > view.width() // 3) is beside
    assert not view.years.horizontalScrollBar().maximum()
    assert view.tree.width() > view.width() // 2
    rows = view.tree.viewport().height() // view.tree.sizeHintForRow(0)
    assert rows >= 4
