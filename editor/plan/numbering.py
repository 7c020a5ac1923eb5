"""Numbers of sections and measures: reading them, writing them, and putting a plan's numbers in order.

Forms and levels follow GB/T 9704—2012 clause 7.3.3 (一、 （一） 1. （1）), ① as customary fifth level.
"""

from collections import defaultdict
from functools import lru_cache

from msgspec.structs import replace

from editor.plan.measures import Block, Measure, Paragraph, Section
from editor.plan.plans import Plan

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
LEVELS = (1, 2, 3, 4, 5)
HAN_LEVELS = (1, 2)
_FORMS = {1: "{}、", 2: "（{}）", 3: "{}.", 4: "（{}）", 5: "{}"}


@lru_cache(maxsize=2048)
def parse_numeral(numeral: str) -> int | None:
    """The value of a Han numeral up to 999, an Arabic one or a circled one; None where it is none."""
    if numeral in _CIRCLED and len(numeral) == 1:
        return _CIRCLED.index(numeral) + 1
    if numeral.isdecimal():
        return int(numeral)
    return _parse_han(numeral)


def _parse_han(numeral: str) -> int | None:
    total = digit = 0
    for character in numeral:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _DIGITS:
            digit = _DIGITS.index(character)
        else:
            return None
    return total + digit or None


def format_numeral(value: int, level: int) -> str:
    """The bare numeral as `level` writes it: 一 at levels 1 and 2, 1 at 3 and 4, ① at 5."""
    if level in HAN_LEVELS:
        return _format_han(value)
    return _CIRCLED[value - 1] if level == 5 and value <= len(_CIRCLED) else str(value)


def _format_han(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if hundreds and rest and not tens:
        text += "零"
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    return text + (_DIGITS[ones] if ones else "")


def format_number(number: str | None, level: int) -> str:
    """The number as printed before a heading, with its marks; empty where there is no number."""
    return _FORMS[level].format(number) if number else ""


def renumber(plan: Plan) -> Plan:
    """The plan with every number following from its order; blocks without a number stay without.

    Below a heading without number, as below one with a number, numbers start again where they don't run on.
    """
    counts: dict[int, int] = defaultdict(int)
    body: list[Block] = []
    for block in plan.body:
        if isinstance(block, Section) or (isinstance(block, Measure) and block.number is not None):
            for level in [lower for lower in counts if lower > block.level]:
                if level not in plan.running_levels:
                    del counts[level]
        if isinstance(block, Paragraph) or block.number is None:
            body.append(block)
            continue
        counts[block.level] += 1
        number = format_numeral(counts[block.level], block.level)
        body.append(block if block.number == number else replace(block, number=number))
    return replace(plan, body=tuple(body))
