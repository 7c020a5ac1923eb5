"""The county's units and their names."""

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

from editor.plan.value import Value

UnitKind: TypeAlias = Literal[
    "department", "office", "town", "subdistrict", "vertical", "enterprise", "court", "other"
]
"""vertical: organs led from above, such as 税务局 and 海关, which a county may not instruct."""
KIND_WORDS: dict[UnitKind, str] = {
    "department": "部门",
    "office": "办公室",
    "town": "乡镇",
    "subdistrict": "街道",
    "vertical": "垂直管理",
    "enterprise": "企业",
    "court": "法院、检察院",
    "other": "其他",
}
"""The kinds as tables of units call them, in official Chinese."""
_GROUP = re.compile("^各|有关|相关|成员单位")


class Unit(Value, frozen=True, kw_only=True):
    """One local unit; `short` is the name that notices print, `aliases` are other ways to write it."""

    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    kind: UnitKind = "department"
    former_names: tuple[str, ...] = ()
    """What the unit was called before (曾用名), the latest first."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the unit goes by, each once, the printed name first."""
        return tuple(
            dict.fromkeys(n for n in (self.printed, self.name, *self.aliases, *self.former_names) if n)
        )

    @property
    def printed(self) -> str:
        """The name a notice prints."""
        return self.short or self.name


def is_group(name: str) -> bool:
    """Whether this names a group, such as 各镇人民政府 and 县政府有关部门, which no roster lists."""
    return bool(_GROUP.search(name))


class Roster(Value, frozen=True, kw_only=True):
    """All units of one locality, in official order."""

    name: str = ""
    units: tuple[Unit, ...] = ()

    @property
    def unit_names(self) -> tuple[str, ...]:
        """Every name that any of the units goes by."""
        return tuple(name for unit in self.units for name in unit.names)

    def ordered(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names in the order of their units; those of no unit, as 各镇（街道）, come last as they stand."""
        places = {name: place for place, unit in reversed(list(enumerate(self.units))) for name in unit.names}
        return tuple(sorted(names, key=lambda name: places.get(name, len(self.units))))

    def find(self, name: str) -> Unit | None:
        """The unit that goes by this name, None where it is unknown."""
        return next((unit for unit in self.units if name in unit.names), None)
