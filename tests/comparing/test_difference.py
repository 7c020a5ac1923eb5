"""The difference of two wordings: the law that it rejoins, and small cases with the spans expected of them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given

from editor.comparing import diff
from tests.comparing.made_up import texts

NAMES = ("示范县教育局", "示范县民政局")


def marked(old: str, new: str) -> str:
    """The difference in one line: [-gone-]{+come+}."""
    forms = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(forms[span.op].format(span.text) for span in diff(old, new, NAMES))


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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("推进改革。", "推进改革。", "推进改革。"),
        ("", "推进改革。", "{+推进改革。+}"),
        ("推进改革。", "", "[-推进改革。-]"),
        (
            "开办时间缩短到3个工作日内。",
            "开办时间缩短到30个工作日内。",
            "开办时间缩短到[-3个工作日-]{+30个工作日+}内。",
        ),
        ("办理率达到90%以上。", "办理率达到95%以上。", "办理率达到[-90%-]{+95%+}以上。"),
        (
            "2025年年底前完成平台建设。",
            "2026年年底前完成平台建设。",
            "[-2025年年底前-]{+2026年年底前+}完成平台建设。",
        ),
        ("示政办发〔2024〕3号文件", "示政办发〔2025〕3号文件", "示政办发[-〔2024〕3号-]{+〔2025〕3号+}文件"),
        ("各部门应当公开办理结果。", "各部门可以公开办理结果。", "各部门[-应当-]{+可以+}公开办理结果。"),
        ("推进“示范通”平台建设。", "推进“示范通办”平台建设。", "推进[-“示范通”-]{+“示范通办”+}平台建设。"),
        (
            "落实《示范省条例》要求。",
            "落实《示范市条例》要求。",
            "落实[-《示范省条例》-]{+《示范市条例》+}要求。",
        ),
        (
            "由示范县民政局、示范县教育局负责。",
            "由示范县教育局、示范县民政局负责。",
            "由{+示范县教育局、+}示范县民政局[-、示范县教育局-]负责。",
        ),
        (
            "完善养老服务，加强监管。",
            "完善养老服务，规范行业秩序，加强监管。",
            "完善养老服务，{+规范行业秩序，+}加强监管。",
        ),
        ("建设平台。优化服务。", "建设平台。新增窗口。优化服务。", "建设平台。{+新增窗口。+}优化服务。"),
        ("鼓励有条件的市开展试点。", "鼓励有条件的县开展试点。", "鼓励有条件的[-市-]{+县+}开展试点。"),
        ("推进平台建设,优化服务。", "推进平台建设，优化服务。", "推进平台建设[-,-]{+，+}优化服务。"),
        ("推进平台\n建设。", "推进平台建设。", "推进[-平台\n-]{+平台+}建设。"),
        (
            "加强机构监管。",
            "另起炉灶写下一句毫无共同之处的话。",
            "[-加强机构监管-]{+另起炉灶写下一句毫无共同之处的话+}。",
        ),
    ],
)
def test_small_differences(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


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
