"""Item numbers at the start of a passage: 一、（一）1.（1）①."""

import re
from functools import lru_cache

from editor.plan.numbering import parse_numeral
from editor.plan.value import Value

_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_ARABIC = "[0-9０-９]{1,3}"
_MARKER = re.compile(
    "\\s*(?:"
    rf"(?P<level1>{_HAN})\s*[、．.]"
    rf"|[（(]\s*(?:(?P<level2>{_HAN})|(?P<level4>{_ARABIC}))\s*[）)]\s*[、．.]?"
    rf"|(?P<level3>{_ARABIC})\s*(?:[．、]|\.(?![0-9０-９]))"
    "|(?P<level5>[①-⑳])\\s*[、．.]?"
    ")\\s*"
)
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class Marker(Value, frozen=True, kw_only=True):
    """An item number: its level, its bare numeral, its value, and where the words after it begin."""

    level: int
    number: str
    value: int
    end: int


@lru_cache(maxsize=4096)  # every step of reading asks about the same passages
def parse_marker(text: str, start: int = 0) -> Marker | None:
    """The item number at `start`, None where there is none."""
    match = _MARKER.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    number = match[match.lastgroup].translate(_DIGITS)
    value = parse_numeral(number)
    level = int(match.lastgroup[-1])
    return Marker(level=level, number=number, value=value, end=match.end()) if value else None
