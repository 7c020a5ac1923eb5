"""Comparing whole plans takes time in proportion to their length."""

import time
from random import Random

from editor.comparing import compare_plans, diff
from editor.plan.plans import Plan
from tests.comparing.made_up import plan

_HAN = [chr(code) for code in range(0x4E00, 0x5600)]


def plans(count: int) -> tuple[Plan, Plan]:
    """A plan of so many measures, and one made from it."""
    chance = Random(7)
    words = ["".join(chance.choices(_HAN, k=2)) for _ in range(3_000)]

    def clause() -> str:
        return "".join(chance.choices(words, k=7))

    items = [(clause(), "，".join(clause() for _ in range(6)) + "。") for _ in range(count)]
    edited = [(heading, text.replace("，", "，" + chance.choice(words), 1)) for heading, text in items]
    return plan("p", *items), plan("l", *edited)


def seconds(count: int) -> float:
    parent, local = plans(count)
    started = time.process_time()
    comparison = compare_plans([parent], local)
    assert [pair.parents for pair in comparison.pairs] == [(f"p-m{n}",) for n in range(1, count + 1)]
    return time.process_time() - started


def test_ten_times_the_measures_take_about_ten_times_as_long() -> None:
    seconds(10)  # loads the segmenter's dictionary
    assert seconds(1_500) < 30 * seconds(150)


def seconds_of_one_paragraph(length: int) -> float:
    """Processor time for a paragraph of so many characters, full of phrases that come again and again."""
    chance = Random(7)
    words = ["推进服务", "乡镇中心", "完善机制", "每年100个", "统筹资源", "农村公路", "，", "。"]
    text = "".join(chance.choices(words, k=length // 3))[:length]
    edited = "".join(chance.choice(("", mark + "落实")) if chance.random() < 0.02 else mark for mark in text)
    started = time.process_time()
    assert diff(text, edited)
    return time.process_time() - started


def test_a_paragraph_eight_times_as_long_takes_about_eight_times_as_long() -> None:
    seconds_of_one_paragraph(100)
    assert seconds_of_one_paragraph(24_000) < 40 * seconds_of_one_paragraph(3_000)
