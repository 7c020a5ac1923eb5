"""Finding a unit by what a clerk types: characters, pinyin initials or whole pinyin."""

from editor.plan.roster import Roster
from editor.ui.base.pinyin_search import NO_FIT, rank


def matches(typed: str, roster: Roster) -> tuple[str, ...]:
    """Printed names of the units that fit what was typed, best first; all of them where nothing was typed."""
    if not typed.strip():
        return tuple(unit.printed for unit in roster.units)
    ranked = sorted((rank(typed, unit.names), place) for place, unit in enumerate(roster.units))
    return tuple(roster.units[place].printed for fit, place in ranked if fit < NO_FIT)


def load_sounds(roster: Roster) -> None:
    """Have the sounds of all names at hand; takes a while the first time, so it is done off the UI thread."""
    matches("a", roster)
