"""Repairs: each changes what is recognised, none loses a character, and a saved source keeps them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import CommandProblem
from editor.plan.plans import Plan
from editor.plan.repairs import (
    JoinToLineBefore,
    NotANumber,
    NumberIt,
    Repair,
    ReverseLines,
    SplitHere,
    TakeBack,
)
from editor.reading import apply_repairs, extract_content, read_content, recognize_extract, repair
from editor.reading.text import text_lines


def read(text: str, *repairs: Repair) -> Plan:
    return repair(text.encode(), "方案.txt", "plan", repairs).plan


def numbers(plan: Plan) -> list[str | None]:
    return [measure.number for measure in plan.measures]


def test_a_glued_item_is_split() -> None:
    text = "1.甲甲。乙乙。2.丙丙。丁丁。\n3.甲甲。乙乙。"
    assert numbers(read(text)) == ["1", "3"]
    plan = read(text, SplitHere(line=1, offset=8))
    assert numbers(plan) == ["1", "2", "3"]
    assert plan.measures[1].heading == "丙丙"
    assert plan.measures[1].lines == (1, 1)


def test_a_second_split_counts_in_the_whole_line() -> None:
    text = "1.甲甲。乙乙。2.丙丙。丁丁。3.戊戊。己己。"
    assert numbers(read(text, SplitHere(line=1, offset=8), SplitHere(line=1, offset=16))) == ["1", "2", "3"]


def test_a_paragraph_is_joined() -> None:
    text = "1.完善服务。设立专窗。\n推行网上办理。\n2.压缩时限。限时办结。"
    (first, _) = read(text, JoinToLineBefore(line=2)).measures
    assert first.text == "设立专窗。推行网上办理。"


def test_a_number_that_is_none_is_set_aside() -> None:
    text = "1.完善服务。全年服务\n2.5万人次以上。\n2.压缩时限。限时办结。"
    text = text.replace("2.5", "2.共五")
    plan = read(text, NotANumber(line=2))
    assert numbers(plan) == ["1", "2"]
    assert plan.measures[0].text == "全年服务共五万人次以上。"
    assert [(part.text, part.reason) for part in plan.set_aside] == [("2.", "false_number")]


def test_lines_are_turned_round() -> None:
    text = "2.压缩时限。限时办结。\n1.完善服务。设立专窗。"
    assert numbers(read(text)) == ["2", "1"]
    assert numbers(read(text, ReverseLines(first=1, last=2))) == ["1", "2"]


def test_an_item_is_numbered() -> None:
    text = "一、任务\n1.甲甲。乙乙。\n1.丙丙。丁丁。"
    reading = repair(text.encode(), "方案.txt", "plan", [NumberIt(line=3, number="2")])
    assert numbers(reading.plan) == ["1", "2"]
    assert reading.issues == ()


def test_a_paragraph_becomes_a_numbered_item() -> None:
    plan = read("一、任务\n1.甲甲。乙乙。\n丙丙。丁丁。", NumberIt(line=3, number="2"))
    assert [(measure.number, measure.level, measure.heading) for measure in plan.measures] == [
        ("1", 3, "甲甲"),
        ("2", 3, "丙丙"),
    ]


def test_what_was_set_aside_is_taken_back() -> None:
    text = "1.甲甲。乙乙。（责任单位：甲局）\n附件\n1.丙丙。丁丁。\n2.戊戊。己己。"
    assert len(read(text).set_aside) == 3
    plan = read(text, TakeBack(first=3, last=4))
    assert numbers(plan) == ["1", "1", "2"]
    assert [part.text for part in plan.set_aside] == ["附件"]


def test_an_explanation_is_taken_back() -> None:
    text = "1.甲甲。乙乙。\n《方案》政策解读\n1.丙丙。丁丁。"
    plan = read(text, TakeBack(first=2, last=3))
    assert (numbers(plan), plan.set_aside) == (["1", "1"], ())


def test_a_repair_that_fits_no_line_says_so() -> None:
    for unfit in (
        SplitHere(line=1, offset=0),
        JoinToLineBefore(line=9),
        NotANumber(line=2),
        ReverseLines(first=5, last=6),
    ):
        with pytest.raises(CommandProblem, match="line"):
            read("1.甲甲。乙乙。\n丙丙。丁丁。", unfit)


def test_the_source_keeps_its_repairs() -> None:
    content = "1.甲甲。乙乙。2.丙丙。丁丁。".encode()
    repairs = (SplitHere(line=1, offset=8),)
    first = repair(content, "方案.txt", "city", repairs)
    assert first.source.repairs == repairs
    again = recognize_extract(
        extract_content(content, "方案.txt"), content, "方案.txt", "city", first.source.repairs
    )
    assert again == first
    assert read_content(content, "方案.txt").source.repairs == ()


LINES = (
    "示范县优化服务方案", "一、任务", "1.甲甲。乙乙。2.丙丙。丁丁。", "2.丙丙。丁丁。（责任单位：甲局）", "推行网上办理，", "— 3 —", "附件", "3.戊戊。己己。",
)  # fmt: skip
REPAIRS = st.one_of(
    st.builds(SplitHere, line=st.integers(1, 8), offset=st.integers(0, 12)),
    st.builds(JoinToLineBefore, line=st.integers(1, 8)),
    st.builds(NotANumber, line=st.integers(1, 8)),
    st.builds(ReverseLines, first=st.integers(1, 4), last=st.integers(3, 8)),
    st.builds(NumberIt, line=st.integers(1, 8), number=st.sampled_from(["1", "4", "二", "x"])),
    st.builds(TakeBack, first=st.integers(1, 8), last=st.integers(1, 8)),
)


def characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8), st.lists(REPAIRS, max_size=4))
def test_no_repair_loses_a_character(lines: list[str], repairs: list[Repair]) -> None:
    source = "\n".join(lines)
    try:
        repaired = apply_repairs(repairs, text_lines(source))
    except CommandProblem:
        return
    assert characters("".join(line.text for line in repaired)) == characters(source)
    plan = read(source, *repairs)
    held = [block.original for block in plan.body] + [part.text for part in plan.set_aside]
    held += [plan.title, plan.opening, plan.closing, *plan.attachment_note]
    assert plan.characters is not None
    assert plan.characters.read == plan.characters.placed + plan.characters.set_aside
    missing = characters(source) - characters("".join(held))
    assert set(missing) <= set("附件—3：")
