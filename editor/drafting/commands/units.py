"""Commands about who does a measure until when, and about the roster."""

from collections.abc import Iterable
from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.body import find_measure, with_block
from editor.drafting.commands.base import Command, Typing
from editor.errors import CommandProblem
from editor.plan.deadlines import parse_deadline
from editor.plan.measures import ROLES, Assignment, Measure, Role
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit
from editor.wording import N_, _


class SetUnits(Command, frozen=True):
    """Sets a measure's units in one role; its assignments become one that prints from the lists."""

    name: ClassVar[str] = N_("Assign units")
    measure: str
    role: Role
    units: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project with the units, blank names and repetitions dropped, order kept."""
        if self.role not in ROLES:
            raise CommandProblem(_("Units lead, are responsible, or support."))
        return with_block(project, with_units(find_measure(project, self.measure), self.role, self.units))


class AssignUnit(Command, frozen=True):
    """Gives a unit one role in a measure and takes its others there; None takes the unit off the measure."""

    name: ClassVar[str] = N_("Assign unit")
    measure: str
    unit: str
    role: Role | None

    def change(self, project: Project) -> Project:
        """The project with the unit last in its new role, under the name that the measure had for it."""
        measure = find_measure(project, self.measure)
        known = project.roster.find(self.unit)
        names = known.names if known else (self.unit,)
        lists = {role: measure.units(role) for role in ROLES}
        written = next((name for units in lists.values() for name in units if name in names), self.unit)
        lists = {role: tuple(name for name in units if name not in names) for role, units in lists.items()}
        if self.role is not None:
            lists[self.role] = (*lists[self.role], written)
        return with_block(project, replace(measure, assignments=_assignments(lists)))


class SetDeadline(Typing, frozen=True):
    """Sets a measure's deadline from its words; none takes it away."""

    name: ClassVar[str] = N_("Set deadline")
    measure: str
    words: str

    @property
    def place(self) -> tuple[str, ...]:
        """The measure."""
        return (self.measure,)

    def change(self, project: Project) -> Project:
        """The project with the deadline; a missing year is that of the notice's or the plan's date, if there is one."""
        measure = find_measure(project, self.measure)
        words = self.words.strip()
        deadline = parse_deadline(words, project.year) if words else None
        return with_block(project, replace(measure, deadline=deadline))


class SetRoster(Command, frozen=True):
    """Replaces the roster."""

    name: ClassVar[str] = N_("Change roster")
    roster: Roster

    def change(self, project: Project) -> Project:
        """The project with the roster."""
        return replace(project, roster=self.roster)


class AddUnit(Command, frozen=True):
    """Adds a unit at the roster's end."""

    name: ClassVar[str] = N_("Add unit")
    unit: Unit

    def change(self, project: Project) -> Project:
        """The project with the unit; CommandProblem where it has no name or a name is taken."""
        roster = project.roster
        if not self.unit.name.strip():
            raise CommandProblem(_("The unit needs a name."))
        for name in self.unit.names:
            require_free(roster, name)
        return replace(project, roster=replace(roster, units=(*roster.units, self.unit)))


class AddAlias(Command, frozen=True):
    """Adds another name of a unit that is in the roster."""

    name: ClassVar[str] = N_("Add alias")
    unit: str
    alias: str

    def change(self, project: Project) -> Project:
        """The project with the alias; CommandProblem where the unit is unknown or the alias taken."""
        roster = project.roster
        unit = roster.find(self.unit)
        if unit is None or not self.alias.strip():
            raise CommandProblem(_("Choose a unit of the roster and a name for it."))
        require_free(roster, self.alias)
        named = replace(unit, aliases=(*unit.aliases, self.alias))
        units = tuple(named if other is unit else other for other in roster.units)
        return replace(project, roster=replace(roster, units=units))


def with_units(measure: Measure, role: Role, units: Iterable[str]) -> Measure:
    """The measure with these units in one role, blank names and repetitions dropped; it is left alone if they are there."""
    wanted = tuple(dict.fromkeys(name.strip() for name in units if name.strip()))
    if wanted == measure.units(role):
        return measure
    lists = {each: measure.units(each) for each in ROLES}
    lists[role] = wanted
    return replace(measure, assignments=_assignments(lists))


def _assignments(lists: dict[Role, tuple[str, ...]]) -> tuple[Assignment, ...]:
    """One assignment that prints from the lists, none where nobody is named."""
    return (replace(Assignment(), **lists),) if any(lists.values()) else ()


def require_free(roster: Roster, name: str) -> None:
    """Nothing where no unit of the roster has the name, else CommandProblem."""
    owner = roster.find(name)
    if owner is not None:
        message = _("“{name}” is already a name of {unit}.")
        raise CommandProblem(message.format(name=name, unit=owner.name))
