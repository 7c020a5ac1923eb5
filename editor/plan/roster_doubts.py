"""What is doubtful in a roster: units without a name, names that two units have, names that hardly differ."""

from collections.abc import Iterator, Sequence

from editor.plan.roster import Roster, Unit
from editor.plan.value import Value
from editor.wording import _

_FILLERS = str.maketrans("", "", "和与及、（）() ")
_PLACES = "县市区旗"
_LIKE_OTHERS = ("town", "subdistrict")
"""Kinds whose names differ in one character as a rule, as those of 青石镇 and 青山镇 do."""
_SHORTEST_NEAR = 5
"""Names of fewer characters differ in one and mean two things, as 公安局 and 公证局 do."""


class RosterDoubt(Value, frozen=True, kw_only=True):
    """A sentence about one unit, by its place in the roster."""

    unit: int
    message: str


def roster_doubts(roster: Roster) -> tuple[RosterDoubt, ...]:
    """Everything doubtful, in the roster's order; no more than one doubt of a kind for a unit."""
    found = (
        RosterDoubt(unit=place, message=message)
        for place, unit in enumerate(roster.units)
        for message in _doubts(roster.units, place, unit)
    )
    return tuple(found)


def _doubts(units: Sequence[Unit], place: int, unit: Unit) -> Iterator[str]:
    if not unit.name.strip():
        yield _("This unit has no full name.")
        return
    before = units[:place]
    owners = {name: other for other in reversed(before) for name in other.names}
    if taken := next((name for name in unit.names if name in owners), None):
        yield _("“{name}” is a name of {unit} too.").format(name=taken, unit=owners[taken].name)
    elif near := _near(unit, before):
        yield _("Its name hardly differs from that of {unit}.").format(unit=near.name)


def _near(unit: Unit, others: Sequence[Unit]) -> Unit | None:
    from rapidfuzz.distance import Levenshtein  # loaded when needed: the window starts without it

    core = _core(unit.name)
    allowed = 1 if len(core) >= _SHORTEST_NEAR and unit.kind not in _LIKE_OTHERS else 0
    return next((o for o in others if Levenshtein.distance(core, _core(o.name)) <= allowed), None)


def _core(name: str) -> str:
    """The name without its place and without 和, 、 and brackets, in which ways to write it differ."""
    for mark in _PLACES:
        if 0 < (place := name.find(mark)) < len(name) - 1:
            name = name[place + 1 :]
            break
    return name.translate(_FILLERS)
