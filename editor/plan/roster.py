"""The county's units and their names."""

from typing import Literal, TypeAlias

from editor.plan.value import Value

UnitKind: TypeAlias = Literal[
    "department", "office", "town", "subdistrict", "vertical", "enterprise", "court", "other"
]
"""vertical: organs led from above, such as 税务局 and 海关, which a county may not instruct."""


class Unit(Value, frozen=True, kw_only=True):
    """One local unit; `short` is the name that notices print, `aliases` other and former names."""

    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    kind: UnitKind = "department"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the unit goes by, each once, the printed name first."""
        return tuple(dict.fromkeys(n for n in (self.printed, self.name, *self.aliases) if n))

    @property
    def printed(self) -> str:
        """The name a notice prints."""
        return self.short or self.name


class Roster(Value, frozen=True, kw_only=True):
    """All units of one locality, in official order."""

    name: str = ""
    units: tuple[Unit, ...] = ()

    def find(self, name: str) -> Unit | None:
        """The unit that goes by this name, None where it is unknown."""
        return next((unit for unit in self.units if name in unit.names), None)
