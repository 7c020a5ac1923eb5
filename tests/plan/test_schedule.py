"""Measures by when they fall due."""

from hypothesis import given
from hypothesis import strategies as st

from editor.plan.deadlines import parse_deadline
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.schedule import schedule

WORDS = [
    "",
    "2026年6月底前",
    "2026年6月5日前",
    "2027年",
    "9月底前",
    "持续推进",
    "长期坚持",
    "按省统一部署",
    "尽快",
]


def plan(*words: str) -> Plan:
    measures = (
        Measure(id=str(place), level=3, number="1", deadline=parse_deadline(each) if each else None)
        for place, each in enumerate(words)
    )
    return Plan(id="local", title="示范县方案", body=tuple(measures))


def test_months_come_in_order_days_within_them_and_then_what_has_no_day():
    groups = schedule(plan(*WORDS))
    shown = [(due.month or due.without, [task.measure.id for task in due.tasks]) for due in groups]
    assert shown == [
        ((2026, 6), ["2", "1"]),
        ((2027, 12), ["3"]),
        ("no_year", ["4"]),
        ("ongoing", ["5", "6"]),
        ("as_arranged", ["7"]),
        ("unclear", ["8"]),
        ("none", ["0"]),
    ]


def test_a_measure_without_the_field_is_due_when_its_text_says():
    text = "2026年6月底前完成排查。2026年9月底前完成整改。"
    told = Measure(id="m1", level=3, number="1", text=text)
    due = schedule(Plan(id="local", title="示范县方案", body=(told,)))[0]
    assert due.month == (2026, 9)


def test_a_day_that_there_is_not_is_no_matter_of_the_year():
    groups = schedule(plan("9月31日", "9月30日"))
    assert [(due.without, [task.measure.id for task in due.tasks]) for due in groups] == [
        ("no_year", ["1"]),
        ("unclear", ["0"]),
    ]


@given(st.lists(st.sampled_from(WORDS)))
def test_every_measure_stands_in_the_schedule_once(words):
    found = [task.measure.id for due in schedule(plan(*words)) for task in due.tasks]
    assert sorted(found) == sorted(str(place) for place, _words in enumerate(words))
