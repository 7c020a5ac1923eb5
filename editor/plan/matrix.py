"""The matrix of assignments (分工矩阵): which unit does what for which measure, and how much falls to each."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from editor.plan.measures import ROLES, Measure, Role
from editor.plan.roster import Roster


class Matrix(NamedTuple):
    """Units in the roster's order, those outside it behind; `roles` has one entry for each measure.

    Units are called by the name that notices print, whatever name a measure uses.
    """

    units: tuple[str, ...]
    measures: tuple[Measure, ...]
    roles: tuple[Mapping[str, Role], ...]

    def times(self, unit: str, role: Role) -> int:
        """For how many measures the unit has the role."""
        return sum(roles.get(unit) == role for roles in self.roles)


def matrix(measures: Iterable[Measure], roster: Roster, *, only_used: bool = False) -> Matrix:
    """The matrix of these measures: all units of the roster, or `only_used`, and all that measures name."""
    shown = tuple(measures)
    printed = {name: unit.printed for unit in reversed(roster.units) for name in unit.names}
    roles = tuple(unit_roles(measure, printed) for measure in shown)
    named = dict.fromkeys(unit for each in roles for unit in each)
    known = [unit.printed for unit in roster.units if not only_used or unit.printed in named]
    return Matrix(units=tuple(dict.fromkeys([*known, *named])), measures=shown, roles=roles)


def unit_roles(measure: Measure, printed: dict[str, str]) -> dict[str, Role]:
    """Each unit's weightiest role in the measure, units by the names that `printed` gives for theirs."""
    roles: dict[str, Role] = {}
    for role in ROLES:
        for name in measure.units(role):
            roles.setdefault(printed.get(name, name), role)
    return roles
