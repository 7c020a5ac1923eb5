"""What was moved: inside a measure, and from one measure to another."""

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.comparing import Span, compare_plans, diff
from tests.comparing.made_up import HEALTH, SCHOOL, TAX, WASTE, plan, texts

SENTENCES = (
    "建立农村留守老年人探访关爱制度，每月至少探访1次。",
    "推行供水管网分区计量和水质在线监测。",
    "开通报修热线，一般故障24小时内修复。",
    "鼓励电信企业推出面向残疾人的优惠资费套餐。",
    "组建省级专家服务团，开展一县一业技术指导。",
)


def joined(spans: tuple[Span, ...], ops: str) -> str:
    return "".join(span.text for span in spans if span.op in ops)


@given(st.permutations(SENTENCES))
def test_of_sentences_in_another_order_no_word_is_left_out_or_put_in(order: list[str]) -> None:
    spans = diff("".join(SENTENCES), "".join(order))
    assert set(joined(spans, "-+")) <= {"。"}
    assert sorted(joined(spans, "<")) == sorted(joined(spans, ">"))


@given(st.lists(texts, max_size=6), st.randoms(use_true_random=False))
def test_spans_of_all_five_kinds_rejoin(parts: list[str], random: Random) -> None:
    other = [*parts, SENTENCES[0]]
    random.shuffle(other)
    old, new = "。".join([SENTENCES[0], *parts]), "。".join(other)
    spans = diff(old, new)
    assert (joined(spans, "=-<"), joined(spans, "=+>")) == (old, new)


def test_what_changed_in_a_moved_sentence_shows() -> None:
    old, new = "".join(SENTENCES), "".join((*SENTENCES[1:], SENTENCES[0].replace("1次", "2次")))
    spans = diff(old, new)
    assert (joined(spans, "-"), joined(spans, "+")) == ("1次。", "2次。")
    assert joined(spans, "<") == joined(spans, ">") == SENTENCES[0][:-3]


def test_a_sentence_put_in_the_place_of_another_is_not_moved() -> None:
    spans = diff(SENTENCES[0] + SENTENCES[1], SENTENCES[2] + SENTENCES[1])
    assert {span.op for span in spans} == {"-", "+", "="}


def test_a_long_text_of_moved_sentences_is_bounded_in_time() -> None:
    sentences = [f"第{n}组负责完成第{n * 7 % 1009}件民生实事并按月通报。" for n in range(4_000)]
    shuffled = list(sentences)
    Random(5).shuffle(shuffled)
    started = time.process_time()
    spans = diff("".join(sentences), "".join(shuffled))
    assert time.process_time() - started < 20
    assert joined(spans, "=-<") == "".join(sentences)


def test_a_sentence_in_another_measure_is_found_there() -> None:
    moved = "为老年患者开设专用挂号窗口并安排志愿者陪诊。"
    parent = plan("p", (HEALTH[0], HEALTH[1] + moved), SCHOOL, TAX)
    local = plan("l", HEALTH, SCHOOL, (TAX[0], TAX[1] + "为老年人患者开设专用挂号窗口并安排志愿者陪诊。"))
    fates = [fate for fate in compare_plans([parent], local).sentences if fate.moved]
    assert [(f.parent, f.text, f.status, f.local) for f in fates] == [("p-m1", moved, "reworded", "l-m3")]


def test_what_is_the_counterpart_of_something_else_is_not_claimed_twice() -> None:
    parent = plan("p", HEALTH, (TAX[0], HEALTH[1]), WASTE)
    fates = compare_plans([parent], plan("l", HEALTH, TAX, WASTE)).sentences
    assert not any(fate.moved for fate in fates)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "（90%推进一30个工作日《示范办法》留守老人探访制度推进改革\n改革二\t应当，\xa0\xa0APP; ㎡",
            "改革\n改革二\t应当，，\xa0\xa0APP; ㎡，（90%推进一30个工作日《示范办法》留守老人探访制度推进",
        ),
    ],
)
def test_a_mark_between_two_moved_passages_moves_once(old: str, new: str) -> None:
    spans = diff(old, new)
    assert (joined(spans, "=-<"), joined(spans, "=+>")) == (old, new)
