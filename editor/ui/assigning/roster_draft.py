"""A roster while it is being edited: units that keep their identity however they are renamed and moved; without Qt."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from msgspec.structs import replace

from editor.plan.measures import ROLES
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit

_SEPARATORS = re.compile(r"[、，,；;\s]+")


def split_names(text: str) -> tuple[str, ...]:
    """The names in a field, however they are separated, each once."""
    return tuple(dict.fromkeys(name for name in _SEPARATORS.split(text) if name))


def measures_by_unit(project: Project) -> dict[str, set[str]]:
    """The measures of the local plan that each name is assigned to, in whatever role."""
    found: dict[str, set[str]] = {}
    for measure in project.local.measures:
        for role in ROLES:
            for name in measure.units(role):
                found.setdefault(name, set()).add(measure.id)
    return found


class RosterDraft:
    """Units under keys of their own, in order; `roster` is what they come to."""

    def __init__(self, roster: Roster) -> None:
        self._before = roster
        self._keys = map(str, count(1))
        self._units = {next(self._keys): unit for unit in roster.units}
        self._original = dict(self._units)

    @property
    def roster(self) -> Roster:
        """The roster as it stands."""
        return replace(self._before, units=tuple(self._units.values()))

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from the roster that editing began with."""
        return self.roster != self._before

    @property
    def keys(self) -> tuple[str, ...]:
        """The units' keys, in order."""
        return tuple(self._units)

    def unit(self, key: str) -> Unit:
        """The unit with this key; KeyError where it was removed."""
        return self._units[key]

    def renamed(self) -> Iterator[tuple[str, str]]:
        """Every name that was printed before with the one printed now, for units that are still there."""
        for key, old in self._original.items():
            if key in self._units and (new := self._units[key].printed) and new != old.printed:
                yield old.printed, new
                if old.name not in self._units[key].names and old.name != old.printed:
                    yield old.name, new

    # Changing

    def change(self, key: str, **fields: object) -> None:
        """Give fields of a unit other values."""
        self._units[key] = replace(self._units[key], **fields)

    def add(self, after: str | None = None, unit: Unit | None = None) -> str:
        """Put a unit, a new one without a name where none is given, behind another or at the end; its key."""
        key = next(self._keys)
        items = list(self._units.items())
        place = self.keys.index(after) + 1 if after in self._units else len(items)
        items.insert(place, (key, unit or Unit(name="")))
        self._units = dict(items)
        return key

    def remove(self, keys: Iterable[str]) -> str | None:
        """Take units out; the key of the one that stands where the first of them stood, None where none is left."""
        gone = set(keys)
        place = next((i for i, key in enumerate(self._units) if key in gone), 0)
        self._units = {key: unit for key, unit in self._units.items() if key not in gone}
        return self.keys[min(place, len(self._units) - 1)] if self._units else None

    def move(self, keys: Iterable[str], by: int) -> None:
        """Move units up (-1) or down (1), all of them together, as far as there is room."""
        moved = [key for key in self._units if key in set(keys)]
        order = list(self._units)
        for key in moved if by < 0 else reversed(moved):
            place = order.index(key)
            target = place + by
            if 0 <= target < len(order) and order[target] not in moved:
                order[place], order[target] = order[target], order[place]
        self._units = {key: self._units[key] for key in order}

    def take(self, roster: Roster) -> None:
        """Make the units those of another roster; a unit that has the same full name stays the same unit."""
        known = {unit.name: key for key, unit in self._units.items()}
        self._units = {known.pop(unit.name, "") or next(self._keys): unit for unit in roster.units}

    def add_new(self, roster: Roster) -> int:
        """Append those units of another roster of whose names none is known; how many they were."""
        known = {name for unit in self._units.values() for name in unit.names}
        new = [unit for unit in roster.units if not known.intersection(unit.names)]
        for unit in new:
            self.add(None, unit)
        return len(new)
