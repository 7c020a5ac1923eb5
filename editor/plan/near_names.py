"""Unit names that come near to one the roster doesn't know."""

from editor.plan.roster import Roster

_NEAR = 60
"""Similarity in percent from which a name of the roster is offered instead of an unknown one."""
_SURE = 75
"""Similarity from which the nearest name is offered as a fix."""


def nearest_name(roster: Roster, name: str) -> str | None:
    """The printed name of the one unit that is surely meant by an unknown name; None where it is not sure."""
    near = near_names(roster, name)
    return near[0][0] if near and near[0][1] >= _SURE else None


def near_names(roster: Roster, name: str) -> tuple[tuple[str, float], ...]:
    """At most three printed names of units that come near, with their similarity in percent, nearest first."""
    from rapidfuzz import fuzz, process  # loaded when needed: the window starts without it

    printed = {known: unit.printed for unit in roster.units for known in unit.names}
    best: dict[str, float] = {}
    for known, score, _index in process.extract(name, list(printed), scorer=fuzz.ratio, score_cutoff=_NEAR):
        best.setdefault(printed[known], score)
    return tuple(best.items())[:3]
