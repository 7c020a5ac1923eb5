"""How well names fit what a clerk types: characters, pinyin initials or whole pinyin."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from editor.plan.searching import folded

NO_FIT = 9
"""The rank of names that don't fit; 0 is the best."""


class _Sounds(NamedTuple):
    """How one name sounds: first letters and whole syllables, run together."""

    initials: str
    syllables: str


def rank(typed: str, names: Sequence[str]) -> int:
    """How well the best of the names fits: 0 the same, 1 its beginning, 2 a part, 3 to 6 by its sound, NO_FIT not at all."""
    wanted = folded(typed.strip())
    if not wanted:
        return NO_FIT
    written = [folded(name) for name in names]
    if wanted in written:
        return 0
    if any(name.startswith(wanted) for name in written):
        return 1
    if any(wanted in name for name in written):
        return 2
    return _rank_by_sound("".join(wanted.split()), names) if wanted.isascii() else NO_FIT


def _rank_by_sound(wanted: str, names: Sequence[str]) -> int:
    sounds = [_sounds(name) for name in names if not name.isascii()]
    if any(sound.initials == wanted for sound in sounds):
        return 3
    if any(sound.initials.startswith(wanted) for sound in sounds):
        return 4
    if any(sound.syllables.startswith(wanted) for sound in sounds):
        return 5
    return 6 if any(wanted in sound.initials for sound in sounds) else NO_FIT


@lru_cache(maxsize=32768)
def _sounds(name: str) -> _Sounds:
    from pypinyin import Style, lazy_pinyin  # takes a third of a second: not at start

    initials = lazy_pinyin(name, style=Style.FIRST_LETTER)
    return _Sounds("".join(initials).lower(), "".join(lazy_pinyin(name)).lower())
