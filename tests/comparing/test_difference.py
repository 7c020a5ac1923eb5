"""The difference of two wordings: the law that it rejoins, and bounds in time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given

from editor.comparing import diff
from tests.comparing.made_up import texts

NAMES = ("示范县教育局", "示范县民政局")


def rejoins(old: str, new: str) -> bool:
    spans = diff(old, new, NAMES)
    olds = "".join(span.text for span in spans if span.op in "=-<")
    news = "".join(span.text for span in spans if span.op in "=+>")
    return (olds, news) == (old, new)


@given(texts, texts)
def test_spans_rejoin_to_both_texts(old: str, new: str) -> None:
    assert rejoins(old, new)


@given(texts, texts, texts, texts)
def test_spans_rejoin_where_much_is_shared(start: str, old: str, new: str, end: str) -> None:
    assert rejoins(start + old + end + old, start + new + end + new)


@given(texts, texts)
def test_spans_are_never_empty_and_never_two_of_a_kind(old: str, new: str) -> None:
    spans = diff(old, new)
    assert all(span.text for span in spans)
    assert all(before.op != after.op for before, after in pairwise(spans))


def test_a_few_shared_characters_amid_a_rewritten_clause_are_no_match() -> None:
    old = "支持设备制造企业依托碳账户开发与低碳转型目标挂钩的贷款产品。"
    new = "引导各类银行走进田间地头，制造贴近农户需求、随借随还的信用产品。"
    assert [span.op for span in diff(old, new)] == ["-", "+", "="]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("推进改革，" * 20_000, "推进服务，" * 20_000),
        ("的" * 100_000, "的了" * 50_000),
        (
            "".join(f"第{n}项任务由第{n % 7}组负责，" for n in range(7_000)),
            "".join(f"第{n}项交办，" for n in range(15_000)),
        ),
        (
            "".join(f"完成{n}件实事。" for n in range(12_000)),
            "".join(f"完成{n}件实事。" for n in range(12_000) if n % 9),
        ),
        ("e\u0301\ue000\n" * 25_000, "\ue000e\u0301 " * 25_000),
    ],
    ids=["repeated", "one word", "no sentences", "sentences left out", "odd characters"],
)
def test_texts_of_100_000_characters_are_bounded_in_time(old: str, new: str) -> None:
    started = time.process_time()
    assert rejoins(old, new)
    assert time.process_time() - started < 20


def test_what_was_left_out_of_a_long_text_is_all_that_shows() -> None:
    sentences = [f"完成第{n}件民生实事。" for n in range(5_000)]
    spans = diff("".join(sentences), "".join(s for n, s in enumerate(sentences) if n % 1_000 != 7))
    assert [span.text for span in spans if span.op != "="] == [sentences[n] for n in range(7, 5_000, 1_000)]
