"""Repairs: each changes what is recognised, none loses a character, and a saved source keeps them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import CommandProblem
from editor.plan.plans import Plan
from editor.plan.repairs import (
    AsPrinted,
    JoinToLineBefore,
    LeaveOut,
    NotANumber,
    NumberIt,
    Repair,
    ReverseLines,
    SameUnit,
    SplitHere,
    TakeBack,
)
from editor.reading import apply_repairs, extract_content, read_content, recognize_extract, repair
from editor.reading.readers.text import text_lines


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


GLUED = "1.完善服务。设立专窗。（责任单位：甲局）2.压缩时限。限时办结。"
FALSE_NUMBER = (
    "1.完善服务。设立专窗，逐步缩短办理时\n2.限并按要求公开办理结果，逐月通报各单位进展情况，力争即时办结。"
)
STRAY = "1.完善服务。设立专窗。（责任单位：甲局）欢\n2.压缩时限。限时办结。"


def reversed_page() -> str:
    """A page with hard line breaks whose items are stored from bottom to top, behind one that is not."""

    def item(number: int) -> list[str]:
        return [
            f"（{number}）完善窗口服务。设立专窗并且逐步推广到",
            "全县各镇各部门，实现就近办理、随到随办以及",
            "限时办结。（责任单位：甲局）",
        ]

    first, second = (
        [line for number in numbers for line in item(number)] for numbers in ((1, 2, 3), (4, 5, 6))
    )
    return "\n".join(["1.服务", *first, " " + second.pop(), *reversed(second)])


@pytest.mark.parametrize("text", [GLUED, FALSE_NUMBER, STRAY, reversed_page()])
def test_what_reading_did_by_itself_is_settled_by_its_repair(text: str) -> None:
    before = read_content(text.encode(), "方案.txt")
    (issue,) = before.issues
    assert issue.repair is not None
    after = repair(text.encode(), "方案.txt", "plan", [issue.repair])
    assert (after.plan.body, after.issues) == (before.plan.body, ())


@pytest.mark.parametrize(
    ("text", "count", "words"),
    [
        (GLUED, 1, "2.压缩时限"),
        (FALSE_NUMBER, 2, "缩短办理时"),
        (STRAY, 2, "欢"),
        (reversed_page(), 6, "限时办结"),
    ],
)
def test_what_reading_did_by_itself_can_be_undone(text: str, count: int, words: str) -> None:
    plan = read(text, AsPrinted(first=1, last=99))
    assert (len(plan.measures), plan.set_aside) == (count, ())
    assert words in plan.measures[0].text


def test_a_page_that_was_turned_can_be_turned_back() -> None:
    turned, back = read(reversed_page()), read(reversed_page(), AsPrinted(first=11, last=19))
    assert numbers(turned) == ["1", "2", "3", "4", "5", "6"]
    assert numbers(back) == ["1", "2", "3", "6", "5", "4"]


def test_words_are_left_out() -> None:
    plan = read("1.完善服务。完善服务。设立专窗。", LeaveOut(line=1, offset=7, length=5))
    assert plan.measures[0].text == "设立专窗。"
    assert [(part.text, part.reason) for part in plan.set_aside] == [("完善服务。", "by_hand")]


def test_words_are_left_out_in_a_line_that_was_split() -> None:
    text = "1.甲甲。乙乙。2.丙丙。（丁丁。"
    plan = read(text, SplitHere(line=1, offset=8), LeaveOut(line=1, offset=13, length=1))
    assert [measure.text for measure in plan.measures] == ["乙乙。", "丁丁。"]


def test_two_names_are_one_unit() -> None:
    text = "1.甲甲。乙乙。（责任单位：县发展和改革局、县发改委）"
    plan = read(text, SameUnit(name="县发改委", means="县发展和改革局"))
    (assignment,) = plan.measures[0].assignments
    assert assignment.responsible_units == ("县发展和改革局",)
    assert "县发改委" in assignment.text


def test_a_repair_that_fits_no_line_says_so() -> None:
    for unfit in (
        SplitHere(line=1, offset=0),
        JoinToLineBefore(line=9),
        NotANumber(line=2),
        ReverseLines(first=5, last=6),
        LeaveOut(line=1, offset=20, length=1),
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
    st.builds(LeaveOut, line=st.integers(1, 8), offset=st.integers(0, 12), length=st.integers(1, 4)),
    st.builds(AsPrinted, first=st.integers(1, 8), last=st.integers(1, 8)),
    st.just(SameUnit(name="甲局", means="乙局")),
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
