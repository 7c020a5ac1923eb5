"""Words to compare: atoms that are never cut, then known names, then the segmenter's words; every mark by itself."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple, TypeAlias

from editor.comparing.atoms import WHOLE
from editor.comparing.shadow import MASK, fold, shadow

Grain: TypeAlias = Literal["character", "word", "clause", "sentence"]
"""What is compared as a whole."""
SENTENCE_ENDS = "。；！？"
CLAUSE_ENDS = SENTENCE_ENDS + "，："
_ENDS = {"clause": CLAUSE_ENDS, "sentence": SENTENCE_ENDS}
_LONG = 5_000
"""Longer texts are cut anew each time: what is remembered stays within some megabytes."""


class Tokens(NamedTuple):
    """A text in words: `text` is its shadow, `keys` the words that this consists of.

    `bounds` are where words begin in the shadow, and its end; `places` leads from there back to the original.
    """

    text: str
    keys: list[str]
    bounds: list[int]
    places: Sequence[int]

    def is_bound(self, place: int) -> bool:
        """Whether a word begins here, or the last one ends."""
        return self.bounds[bisect_left(self.bounds, place)] == place

    def within(self, start: int, end: int) -> "Tokens":
        """The words of a stretch that begins and ends with one."""
        first, last = bisect_left(self.bounds, start), bisect_left(self.bounds, end)
        bounds = [place - start for place in self.bounds[first : last + 1]]
        return Tokens(self.text[start:end], self.keys[first:last], bounds, self.places[start : end + 1])


def tokenize(text: str, names: Collection[str] = (), grain: Grain = "word") -> Tokens:
    """The words of a text; `names` (units, platforms) stay whole words. Together the words are its shadow.

    By a coarser grain clauses or sentences, each with the mark at its end, take the place of words; by the finest
    characters do, even those of figures and names.
    """
    if grain == "character":
        compared, places = shadow(text)
        return Tokens(compared, list(compared), list(range(len(compared) + 1)), places)
    words = (_tokenize if len(text) <= _LONG else _cut)(text, tuple(names))
    return words if grain == "word" else _joined(words, _ENDS[grain])


def _joined(words: Tokens, marks: str) -> Tokens:
    """The words joined up to the next of these marks."""
    ends = [end for key, end in zip(words.keys, words.bounds[1:], strict=True) if key in marks]
    bounds = sorted({0, *ends, len(words.text)})
    keys = [words.text[start:end] for start, end in pairwise(bounds)]
    return Tokens(words.text, keys, bounds, words.places)


def _cut(text: str, names: tuple[str, ...]) -> Tokens:
    import rjieba  # loads its dictionary: 0.2 s, paid by the first comparison, not by every start

    compared, places = shadow(text)
    pieces = WHOLE.split(compared)
    if names and (pattern := _pattern(compared, names)):
        pieces = [part for place, piece in enumerate(pieces) for part in _parted(piece, pattern, place % 2)]
    keys = rjieba.cut(MASK.join(pieces[::2]))
    place = -1
    for whole in pieces[1::2]:
        place = keys.index(MASK, place + 1)
        keys[place] = whole
    return Tokens(compared, keys, list(accumulate(map(len, keys), initial=0)), places)


_tokenize = lru_cache(256)(_cut)


def _parted(piece: str, names: re.Pattern[str], is_whole: int) -> list[str]:
    return [piece] if is_whole else names.split(piece)


def _pattern(text: str, names: tuple[str, ...]) -> re.Pattern[str] | None:
    present = [name for name in _folded(names) if name in text]
    return re.compile(f"({'|'.join(map(re.escape, present))})") if present else None


@lru_cache(8)
def _folded(names: tuple[str, ...]) -> list[str]:
    """The names as they are compared, the longest first."""
    return sorted({fold(name) for name in names if name}, key=len, reverse=True)
