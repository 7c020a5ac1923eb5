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
    """How well the best of the names fits: 0 the same, 1 its beginning, 2 a part, 3 to 7 by its sound, NO_FIT not at all.

    7 is for what is spelt otherwise: letters and syllables mixed, a part in whole pinyin, or a character's other
    readings, as a clerk may think of 行 as hang or xing.
    """
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
    if any(wanted in sound.initials for sound in sounds):
        return 6
    return 7 if any(_is_spelt(wanted, name) for name in names) else NO_FIT


def _is_spelt(wanted: str, name: str) -> bool:
    """Whether a stretch of the name can be spelt so, each character by the whole or the beginning of one of its readings."""
    readings = _all_readings(name)
    return any(
        wanted[0] in initials and _spells(wanted, readings, at) for at, (initials, _) in enumerate(readings)
    )


def _spells(wanted: str, readings: Sequence[tuple[str, tuple[str, ...]]], at: int) -> bool:
    if not wanted:
        return True
    if at == len(readings) or wanted[0] not in readings[at][0]:
        return False
    return any(
        _spells(wanted[length:], readings, at + 1)
        for reading in readings[at][1]
        for length in range(1, len(reading) + 1)
        if wanted.startswith(reading[:length])
    )


@lru_cache(maxsize=32768)
def _all_readings(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each character the letters that its readings begin with, and the readings."""
    found = (_readings(character) for character in name)
    return tuple(("".join(reading[:1] for reading in readings), readings) for readings in found)


@lru_cache(maxsize=8192)
def _readings(character: str) -> tuple[str, ...]:
    """Every way to read a character, for a letter or a figure itself."""
    from pypinyin import Style, pinyin

    (readings,) = pinyin(character, style=Style.NORMAL, heteronym=True) or [[""]]
    return tuple(folded(reading) for reading in readings)


@lru_cache(maxsize=32768)
def _sounds(name: str) -> _Sounds:
    from pypinyin import Style, lazy_pinyin  # takes a third of a second: not at start

    initials = lazy_pinyin(name, style=Style.FIRST_LETTER)
    return _Sounds("".join(initials).lower(), "".join(lazy_pinyin(name)).lower())
