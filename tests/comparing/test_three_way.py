"""Carrying a change over: what fits is done, what does not is a conflict, and nothing is ever lost."""

import time

import pytest
from hypothesis import given

from editor.comparing import diff
from editor.comparing.three_way import apply, edits_of, merge
from tests.comparing.made_up import texts

BASE = "推行材料共享。办理时限压缩到3个工作日，公开办理结果。开设老年人窗口。"


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        (BASE, "县里另写一句。", "县里另写一句。"),
        ("另起炉灶。", BASE, "另起炉灶。"),
        (
            BASE.replace("3个", "2个"),
            BASE.replace("共享", "县内共享"),
            "推行材料县内共享。办理时限压缩到2个工作日，",
        ),
        (
            BASE.replace("开设", "每村开设"),
            BASE.replace("3个", "1个"),
            "1个工作日，公开办理结果。每村开设老年人窗口。",
        ),
        (BASE.replace("，公开办理结果", ""), BASE + "全县推行。", "3个工作日。开设老年人窗口。全县推行。"),
        (BASE + "安排午间值班。", BASE.replace("材料", "证照"), "推行证照共享。"),
        ("为方便群众办事，" + BASE, BASE.replace("3个", "1个"), "为方便群众办事，推行材料共享。"),
        (BASE.replace("3个", "2个"), BASE.replace("3个", "2个") + "全县推行。", "2个工作日"),
        (BASE.replace("推行材料共享。", ""), BASE.replace("推行材料共享。", "") + "全县推行。", "办理时限"),
    ],
)
def test_what_fits_is_done(theirs: str, mine: str, expected: str) -> None:
    merged = merge(BASE, theirs, mine)
    assert not merged.conflicts
    assert expected in merged.text


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (BASE.replace("3个", "2个"), BASE.replace("3个", "1个")),
        (BASE.replace("3个", "2个"), "推行材料共享。开设老年人窗口。"),
        (BASE.replace("开设老年人窗口。", ""), BASE.replace("老年人", "老年人和残疾人")),
        (BASE.replace("公开", "及时公开"), "县里另写一句，与上级无关。"),
        ("另起炉灶。", BASE.replace("3个", "1个")),
    ],
)
def test_what_does_not_fit_is_a_conflict_and_left_alone(theirs: str, mine: str) -> None:
    merged = merge(BASE, theirs, mine)
    assert merged.conflicts
    assert merged.text == mine


def test_a_change_follows_its_sentence_to_another_place() -> None:
    mine = "开设老年人窗口。办理时限压缩到3个工作日，公开办理结果。推行材料共享。"
    merged = merge(BASE, BASE.replace("老年人窗口", "老年人专窗"), mine)
    assert not merged.conflicts
    assert merged.text == mine.replace("老年人窗口", "老年人专窗")


def test_words_that_stand_twice_are_told_apart_by_their_place() -> None:
    base = "甲类事项3个工作日内办结；乙类事项3个工作日内办结。"
    merged = merge(base, "甲类事项3个工作日内办结；乙类事项2个工作日内办结。", "全县" + base)
    assert merged.text == "全县甲类事项3个工作日内办结；乙类事项2个工作日内办结。"


@given(texts, texts)
def test_edits_rebuild_the_other_text(old: str, new: str) -> None:
    assert apply(old, list(edits_of(diff(old, new)))) == new


@given(texts, texts, texts)
def test_a_merge_with_an_unchanged_side_is_the_other_side(base: str, theirs: str, mine: str) -> None:
    assert merge(base, theirs, base).text == theirs
    assert merge(base, base, mine).text == mine
    merged = merge(base, theirs, mine)
    assert apply(mine, merged.edits) == merged.text


def test_texts_of_100_000_characters_are_bounded_in_time() -> None:
    base = "".join(f"第{n}组负责完成第{n * 7 % 1009}件实事。" for n in range(6_000))
    theirs, mine = base.replace("3件", "4件"), base.replace("负责完成", "办").replace("8组", "八组")
    started = time.process_time()
    merged = merge(base, theirs, mine)
    assert time.process_time() - started < 30
    assert apply(mine, merged.edits) == merged.text
