"""Item numbers at the start of a passage: 一、（一）1.（1）①."""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from editor.plan.numbering import HAN_LEVELS, format_numeral, parse_numeral
from editor.plan.value import Value

Form: TypeAlias = Literal["item", "article", "chapter"]
_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_ARABIC = "[0-9０-９]{1,3}"
_MARKER = re.compile(
    "\\s*(?:[★☆▲△●○◆◇■□※*]\\s*)?(?:"
    rf"(?P<level1>{_HAN})\s*[、．.]"
    rf"|[（(]\s*(?:(?P<level2>{_HAN})|(?P<level4>{_ARABIC}))\s*[）)]\s*[、．.]?"
    rf"|(?P<level3>{_ARABIC})\s*(?:[．、]|\.(?![0-9０-９]))"
    "|(?P<level5>[①-⑳])\\s*[、．.]?"
    rf"|第\s?(?:(?P<article1>{_HAN}|{_ARABIC})\s?条|(?P<chapter1>{_HAN}|{_ARABIC})\s?章)(?=[\s：:【]|$)[：:]?"
    ")\\s*"
)
_BARE = re.compile("\\s*([1-9][0-9]?)[ \u3000\t]{1,4}(?=[一-鿿]{2})")
_FORMS: dict[str, Form] = {"article": "article", "chapter": "chapter"}
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class Marker(Value, frozen=True, kw_only=True):
    """An item number: its level, its bare numeral, its value, and where the words after it begin.

    `form` tells 第一条 and 第一章, both of the first level when they are looked at alone.
    """

    level: int
    number: str
    value: int
    end: int
    form: Form = "item"


@lru_cache(maxsize=4096)  # every step of reading asks about the same passages
def parse_marker(text: str, start: int = 0) -> Marker | None:
    """The item number at `start`, None where there is none."""
    match = _MARKER.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    number = match[match.lastgroup].translate(_DIGITS)
    value = parse_numeral(number)
    if not value:
        return None
    form, level = _FORMS.get(match.lastgroup[:-1], "item"), int(match.lastgroup[-1])
    if level in HAN_LEVELS and number.isdecimal():
        number = format_numeral(value, level)
    return Marker(level=level, number=number, value=value, end=match.end(), form=form)


def parse_bare_marker(text: str) -> Marker | None:
    """The number at the start that nothing but a blank parts from the words, None where there is none."""
    match = _BARE.match(text)
    return Marker(level=3, number=match[1], value=int(match[1]), end=match.end()) if match else None
