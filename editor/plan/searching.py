"""Finding words in official text, whatever width the characters were typed in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from editor.plan.quotations import quoted_spans

_FULL = "".join(map(chr, range(0xFF01, 0xFF5F)))
_HALF = "".join(map(chr, range(0x21, 0x7F)))
_WIDTHS = str.maketrans(_FULL + "\u3000“”‘’", _HALF + " \"\"''")
_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def folded(text: str) -> str:
    """The text in half-width and small letters; exactly one character stands for one."""
    return text.translate(_WIDTHS).translate(_CAPITALS)


def _variants() -> Mapping[str, str]:
    """For every folded character that others fold to, the class of all of them."""
    found: dict[str, str] = {}
    for code in (*_WIDTHS, *_CAPITALS):
        character = chr(code)
        same = folded(character)
        found[same] = found.get(same, re.escape(same)) + re.escape(character)
    return {same: f"[{characters}]" for same, characters in found.items()}


_VARIANTS = _variants()


def find_spans(text: str, wanted: str, *, any_width: bool = True) -> Iterator[tuple[int, int]]:
    """Where the words stand, from left to right, never overlapping; with `any_width` １ and 1, （ and (, A and a are the same."""
    if wanted:
        pattern = in_any_width(wanted) if any_width else re.compile(re.escape(wanted))
        yield from (match.span() for match in pattern.finditer(text))


@lru_cache(maxsize=64)
def in_any_width(wanted: str) -> re.Pattern[str]:
    """A pattern for these words in whatever width and case; texts needn't be folded, which would take longer."""
    return re.compile("".join(_VARIANTS.get(character, re.escape(character)) for character in folded(wanted)))


def name_spans(text: str, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where names stand as a whole, of two at one place the longer."""
    pattern = _pattern(tuple(names))
    return tuple(match.span() for match in pattern.finditer(text)) if pattern else ()


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    ordered = sorted({name for name in names if name}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


def name_cut(text: str, start: int, end: int, names: Iterable[str]) -> str:
    """The name of which the words from `start` to `end` are only a part; empty where they cut none."""
    for first, last in name_spans(text, names):
        if first < end and start < last and not (start <= first and last <= end):
            return text[first:last]
    return ""


def quotation_touched(text: str, start: int, end: int) -> str:
    """The title or quotation inside which the words from `start` to `end` stand or begin; empty where they touch none."""
    for first, last in quoted_spans(text):
        if first < end and start < last and not (start <= first and last <= end):
            return text[first:last]
    return ""
