"""The commands that change many measures alike."""

from collections.abc import Sequence
from typing import ClassVar, Literal, TypeAlias

from msgspec.structs import replace

from editor.drafting.body import require_all, with_body
from editor.drafting.commands.base import Command
from editor.drafting.commands.units import with_units
from editor.errors import CommandProblem
from editor.plan.deadlines import falling_in, parse_deadline
from editor.plan.measures import ROLES, Block, Deadline, Measure, Role, State
from editor.plan.project import Project
from editor.plan.roster import Roster
from editor.wording import N_, _

How: TypeAlias = Literal["add", "replace", "remove"]
"""What becomes of the units that a measure has already."""


class SortUnits(Command, frozen=True):
    """Puts the units of these measures, in each role, into the roster's order."""

    name: ClassVar[str] = N_("Put units in the roster's order")
    measures: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project with the units in order; CommandProblem where they stand so already."""
        require_all(project, self.measures)
        wanted, body = set(self.measures), project.local.body
        changed = tuple(_sorted(b, project.roster) if b.id in wanted else b for b in body)
        if changed == body:
            raise CommandProblem(_("The units stand in the roster's order already."))
        return with_body(project, changed)


def _sorted(block: Block, roster: Roster) -> Block:
    if isinstance(block, Measure):
        for role in ROLES:
            block = with_units(block, role, roster.ordered(block.units(role)))
    return block


class ChangeMeasures(Command, frozen=True):
    """Gives all these measures a state, a deadline or units; what is None stays as it is in each.

    An empty deadline takes it away, one that names no year may be told the `year` it falls in; `how` tells whether
    the units are added in their role, replace those of the role, or are taken away from every role.
    """

    label: str
    measures: tuple[str, ...]
    state: State | None = None
    deadline: str | None = None
    units: tuple[str, ...] | None = None
    role: Role = "responsible_units"
    how: How = "add"
    year: int | None = None

    def change(self, project: Project) -> Project:
        """The project with the changes; CommandProblem where there is no measure to change."""
        require_all(project, self.measures)
        wanted = set(self.measures)
        if not any(isinstance(b, Measure) and b.id in wanted for b in project.local.body):
            raise CommandProblem(_("This works on measures only; choose a measure."))
        words = (self.deadline or "").strip()
        deadline = self._deadline(words, project.year) if words else None
        return with_body(
            project, (self._changed(b, deadline) if b.id in wanted else b for b in project.local.body)
        )

    def _deadline(self, words: str, year: int | None) -> Deadline:
        return parse_deadline(words, year) if self.year is None else falling_in(words, self.year)

    def _changed(self, block: Block, deadline: Deadline | None) -> Block:
        if not isinstance(block, Measure):
            return block
        if self.state is not None:
            block = replace(block, state=self.state)
        if self.deadline is not None:
            block = replace(block, deadline=deadline)
        return block if self.units is None else self._assigned(block, self.units)

    def _assigned(self, measure: Measure, units: Sequence[str]) -> Measure:
        if self.how == "remove":
            for role in ROLES:
                kept = [name for name in measure.units(role) if name not in units]
                measure = with_units(measure, role, kept)
            return measure
        before = measure.units(self.role) if self.how == "add" else ()
        return with_units(measure, self.role, (*before, *units))
