"""Numerals and numbers, and putting them in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.plan.measures import Block, Measure, Paragraph, Section
from editor.plan.numbering import LEVELS, format_number, format_numeral, parse_numeral, renumber
from editor.plan.plans import Plan


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        *(
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (35, "三十五"),
            (100, "一百"),
            (101, "一百零一"),
        ),
        *((110, "一百一十"), (111, "一百一十一"), (220, "二百二十"), (999, "九百九十九")),
    ],
)
def test_han_numerals(value: int, numeral: str) -> None:
    assert format_numeral(value, 1) == numeral
    assert parse_numeral(numeral) == value


@given(value=st.integers(1, 999), level=st.sampled_from(LEVELS))
def test_every_numeral_is_read_as_it_was_written(value: int, level: int) -> None:
    assert parse_numeral(format_numeral(value, level)) == value


@pytest.mark.parametrize("text", ["", "甲", "第一", "一、", "1.", "零", "①②", "a"])
def test_what_is_no_numeral(text: str) -> None:
    assert parse_numeral(text) is None


@given(text=st.text(max_size=8))
def test_any_text_can_be_asked(text: str) -> None:
    assert parse_numeral(text) is None or isinstance(parse_numeral(text), int)


@pytest.mark.parametrize(
    ("level", "number", "printed"),
    [(1, "一", "一、"), (2, "一", "（一）"), (3, "1", "1."), (4, "1", "（1）"), (5, "①", "①"), (1, None, "")],
)
def test_numbers_as_printed(level: int, number: str | None, printed: str) -> None:
    assert format_number(number, level) == printed


def plan(*levels: int | None, running: tuple[int, ...] = ()) -> Plan:
    """A plan of blocks with these levels: sections up to 2, measures below; None is a paragraph."""
    body: list[Block] = []
    for place, level in enumerate(levels):
        if level is None:
            body.append(Paragraph(id=f"p{place}", text="段落"))
        elif level <= 2:
            body.append(Section(id=f"s{place}", level=level, number="?", heading="标题"))
        else:
            body.append(Measure(id=f"m{place}", level=level, number="?", text="内容"))
    return Plan(id="local", body=tuple(body), running_levels=running)


def numbers(plan: Plan) -> str:
    return " ".join(block.number or "-" for block in plan.body if not isinstance(block, Paragraph))


def test_numbers_start_again_in_every_section() -> None:
    assert numbers(renumber(plan(1, 3, None, 3, 2, 3, 2, 3, 1, 2, 3, 4, 4))) == "一 1 2 一 1 二 1 二 一 1 1 2"


def test_running_numbers_go_on() -> None:
    assert numbers(renumber(plan(1, 2, 3, 3, 2, 3, 1, 2, 3, running=(3,)))) == "一 一 1 2 二 3 二 一 4"
    assert numbers(renumber(plan(1, 2, 3, 1, 2, 3, running=(2, 3)))) == "一 一 1 二 二 2"


def test_what_has_no_number_stays_without() -> None:
    bare = Plan(id="local", body=(Measure(id="m1", level=1, number=None), *plan(1).body))
    assert numbers(renumber(bare)) == "- 一"


@given(
    levels=st.lists(st.sampled_from([None, *LEVELS]), max_size=20),
    running=st.lists(st.sampled_from(LEVELS), unique=True).map(tuple),
)
def test_numbers_in_order_stay_and_nothing_else_changes(
    levels: list[int | None], running: tuple[int, ...]
) -> None:
    before = plan(*levels, running=running)
    after = renumber(before)
    assert renumber(after) == after
    assert [block.id for block in after.body] == [block.id for block in before.body]
    for level in running:
        same = [b.number for b in after.body if not isinstance(b, Paragraph) and b.level == level]
        assert [parse_numeral(number or "") for number in same] == list(range(1, len(same) + 1))
