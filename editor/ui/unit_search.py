"""Finding a unit by what a clerk types: characters, pinyin initials or whole pinyin."""

from functools import lru_cache
from typing import NamedTuple

from editor.plan.roster import Roster, Unit


class _Sounds(NamedTuple):
    """How one name sounds: first letters and whole syllables, run together."""

    initials: str
    syllables: str


def matches(typed: str, roster: Roster) -> tuple[str, ...]:
    """Printed names of the units that fit what was typed, best first; all of them where nothing was typed."""
    wanted = typed.strip().lower()
    if not wanted:
        return tuple(unit.printed for unit in roster.units)
    ranked = [(rank, place) for place, unit in enumerate(roster.units) if (rank := _rank(wanted, unit)) < 9]
    return tuple(roster.units[place].printed for _rank_, place in sorted(ranked))


def _rank(wanted: str, unit: Unit) -> int:
    """0 for the best fit, 9 for none."""
    if wanted in unit.names:
        return 0
    if any(name.lower().startswith(wanted) for name in unit.names):
        return 1
    if any(wanted in name.lower() for name in unit.names):
        return 2
    if not wanted.isascii():
        return 9
    sounds = [_sounds(name) for name in unit.names]
    if any(sound.initials == wanted for sound in sounds):
        return 3
    if any(sound.initials.startswith(wanted) for sound in sounds):
        return 4
    if any(sound.syllables.startswith(wanted) for sound in sounds):
        return 5
    return 6 if any(wanted in sound.initials for sound in sounds) else 9


@lru_cache(maxsize=4096)
def _sounds(name: str) -> _Sounds:
    from pypinyin import Style, lazy_pinyin  # takes a third of a second: not at start

    initials = lazy_pinyin(name, style=Style.FIRST_LETTER)
    return _Sounds("".join(initials).lower(), "".join(lazy_pinyin(name)).lower())
