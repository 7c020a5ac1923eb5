"""Measures by when they fall due."""

from hypothesis import given
from hypothesis import strategies as st

from editor.plan.deadlines import parse_deadline
from editor.plan.measures import Measure
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


def measure(id: str, words: str) -> Measure:
    return Measure(id=id, level=3, number="1", deadline=parse_deadline(words) if words else None)


def test_months_come_in_order_days_within_them_and_then_what_has_no_day():
    groups = schedule([measure(str(place), words) for place, words in enumerate(WORDS)])
    shown = [(due.month or due.without, [m.id for m in due.measures]) for due in groups]
    assert shown == [
        ((2026, 6), ["2", "1"]),
        ((2027, 12), ["3"]),
        ("no_year", ["4"]),
        ("ongoing", ["5", "6"]),
        ("as_arranged", ["7"]),
        ("unclear", ["8"]),
        ("none", ["0"]),
    ]


@given(st.lists(st.sampled_from(WORDS)))
def test_every_measure_stands_in_the_schedule_once(words):
    measures = [measure(str(place), each) for place, each in enumerate(words)]
    found = [each.id for due in schedule(measures) for each in due.measures]
    assert sorted(found) == sorted(each.id for each in measures)
