"""Item numbers at the start of a passage: 一、（一）1.（1）①."""

import re

from editor.plan.numbering import parse_numeral
from editor.plan.value import Value

_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_MARKERS = (
    (1, re.compile(rf"\s*({_HAN})\s*[、．.]\s*")),
    (2, re.compile(rf"\s*[（(]\s*({_HAN})\s*[）)]\s*[、．.]?\s*")),
    (3, re.compile(r"\s*([0-9０-９]{1,3})\s*(?:[．、]|\.(?![0-9０-９]))\s*")),
    (4, re.compile(r"\s*[（(]\s*([0-9０-９]{1,3})\s*[）)]\s*[、．.]?\s*")),
    (5, re.compile(r"\s*([①-⑳])\s*[、．.]?\s*")),
)
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class Marker(Value, frozen=True, kw_only=True):
    """An item number: its level, its bare numeral, its value, and where the words after it begin."""

    level: int
    number: str
    value: int
    end: int


def parse_marker(text: str, start: int = 0) -> Marker | None:
    """The item number at `start`, None where there is none."""
    for level, pattern in _MARKERS:
        match = pattern.match(text, start)
        if match:
            number = match[1].translate(_DIGITS)
            value = parse_numeral(number)
            return Marker(level=level, number=number, value=value, end=match.end()) if value else None
    return None
