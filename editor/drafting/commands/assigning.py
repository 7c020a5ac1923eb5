"""Commands that assign the counterparts of superior organs, and settle what deadlines mean."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.assigning import Above, assigned_above, suggested_units
from editor.drafting.body import find_measure, require_all, with_block, with_body
from editor.drafting.commands.base import Command
from editor.drafting.commands.units import with_units
from editor.errors import CommandProblem
from editor.plan.deadlines import falling_in
from editor.plan.measures import Measure
from editor.plan.project import Project
from editor.wording import N_, _


class TakeUnits(Command, frozen=True):
    """Assigns to measures the county's counterparts of the organs that the superior plans name, beside the units they have."""

    name: ClassVar[str] = N_("Take the counterparts' units")
    measures: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project with the units; CommandProblem where no counterpart is known for any of the measures."""
        require_all(project, self.measures)
        wanted = set(self.measures)
        above, body = assigned_above(project), project.local.body
        changed = tuple(
            _assigned(project, b, above) if isinstance(b, Measure) and b.id in wanted else b for b in body
        )
        if changed == body:
            raise CommandProblem(
                _("The superior plans name no organ here whose counterpart is in the roster.")
            )
        return with_body(project, changed)


def _assigned(project: Project, measure: Measure, above: Above) -> Measure:
    for role, units in suggested_units(project, measure, above).items():
        measure = with_units(measure, role, (*measure.units(role), *units))
    return measure


class SetDeadlineYear(Command, frozen=True):
    """Says in which year a measure's deadline falls; its words stay as they are."""

    name: ClassVar[str] = N_("Set the deadline's year")
    measure: str
    year: int

    def change(self, project: Project) -> Project:
        """The project with the date; CommandProblem where the words name no day even so."""
        measure = find_measure(project, self.measure)
        deadline = falling_in(measure.deadline.text if measure.deadline else "", self.year)
        if deadline.date is None:
            raise CommandProblem(_("This deadline names no day of a year."))
        return with_block(project, replace(measure, deadline=deadline))
