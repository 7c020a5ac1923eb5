"""Comparing whole plans takes time in proportion to their length."""

import time
from random import Random

from editor.comparing import compare_plans
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
