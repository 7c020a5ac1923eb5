"""Words to compare: atoms that are never cut, then known names, then the segmenter's words; every mark by itself."""

import re
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from editor.comparing.atoms import ATOM
from editor.comparing.shadow import fold, shadow


class Tokens(NamedTuple):
    """A text in tokens: `keys` are what is compared, token i is the original from `places[i]` to `places[i + 1]`."""

    keys: list[str]
    places: Sequence[int]


def tokenize(text: str, names: Collection[str] = ()) -> Tokens:
    """The tokens of a text; `names` (units, platforms) stay whole words. Together the tokens are the text."""
    compared = shadow(text)
    keys = _cut(compared.text, _pattern(compared.text, names)) or [text]
    places: Sequence[int] = list(accumulate(map(len, keys), initial=0))
    if not isinstance(compared.places, range):
        places = [0, *(compared.places[end] for end in places[1:-1]), len(text)]
    return Tokens(keys, places)


def _pattern(text: str, names: Collection[str]) -> re.Pattern[str] | None:
    present = sorted((name for name in map(fold, names) if name and name in text), key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, present))})") if present else None


def _cut(text: str, names: re.Pattern[str] | None) -> list[str]:
    keys: list[str] = []
    start = 0
    for atom in ATOM.finditer(text):
        keys += _words(text[start : atom.start()], names)
        keys.append(atom.group())
        start = atom.end()
    return keys + _words(text[start:], names)


def _words(text: str, names: re.Pattern[str] | None) -> list[str]:
    import rjieba  # loads its dictionary: 0.2 s, paid by the first comparison, not by every start

    if names is None:
        return rjieba.cut(text)
    words: list[str] = []
    for place, part in enumerate(names.split(text)):
        words += (part,) if place % 2 else rjieba.cut(part)
    return words
