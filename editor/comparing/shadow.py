"""The shadow of a text: what is compared in its place, so that widths and stray blanks count for nothing."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_FOLDED = {
    full: full - 0xFEE0 for full in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_FOLDED |= str.maketrans(
    ",;:?!()<>〈〉﹤﹥[]［］【】％＋－．／～　\u00a0•・‧∙｡､",
    "，；：？！（）《》《》《》〔〕〔〕〔〕%+-./~  ····。、",
)
_FOLDED |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
"""Lone surrogates, which no segmenter takes, are compared as U+FFFD."""
MASK = "\x1a"
"""A character that no folded text has."""
_FOLDED[ord(MASK)] = 0xFFFD
_FOLDABLE = re.compile(f"[{re.escape(''.join(map(chr, _FOLDED)))}]")
_HAN = "[\u3400-\u9fff\U00020000-\U0003ffff]"
_UNLIKE = re.compile(f"[{re.escape(''.join(map(chr, _FOLDED)))} \t\r\n]")
_SPARE_BLANKS = re.compile(rf"(?<={_HAN})[ \t]+(?=\d)|(?<=\d)[ \t]+(?={_HAN})|[ \t]*[\r\n]+[ \t]*")


class Shadow(NamedTuple):
    """A text as compared; `places[i]` is where its character i begins in the original, with the end as last entry.

    What is left out belongs to the character before, at the beginning to the first.
    """

    text: str
    places: Sequence[int]


def fold(text: str) -> str:
    """The text with widths, brackets and middle dots in one form each, character for character as long as before."""
    return text.translate(_FOLDED) if _FOLDABLE.search(text) else text


def shadow(text: str) -> Shadow:
    """The text folded, without line breaks and without blanks between Han and digits, and the way back."""
    if not _UNLIKE.search(text):
        return Shadow(text, range(len(text) + 1))
    folded = text.translate(_FOLDED)
    kept: list[str] = []
    places: list[int] = []
    start = 0
    for spare in _SPARE_BLANKS.finditer(folded):
        kept.append(folded[start : spare.start()])
        places.extend(range(start, spare.start()))
        start = spare.end()
    places.extend(range(start, len(text) + 1))
    return Shadow("".join(kept) + folded[start:], [0, *places[1:]])


def is_width_only(old: str, new: str) -> bool:
    """Whether two wordings are the same but for widths, forms of brackets and stray blanks."""
    return shadow(old).text == shadow(new).text


def is_punctuation_only(old: str, new: str) -> bool:
    """Whether two wordings are the same but for marks and blanks."""
    words, others = ("".join(filter(str.isalnum, shadow(text).text)) for text in (old, new))
    return words == others
