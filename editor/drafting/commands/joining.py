"""Commands that bring plans which were read into the draft, and steps that were computed beforehand."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.commands.base import Command
from editor.drafting.retaking import retake
from editor.drafting.taking_in import take_in
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading
from editor.wording import N_


class AddParents(Command, frozen=True):
    """Puts superior plans beside those that are there, under ids that are still free."""

    name: ClassVar[str] = N_("Add superior plan")
    readings: tuple[Reading, ...]

    def change(self, project: Project) -> Project:
        """The project with these plans as well, nothing of them decided."""
        for reading in self.readings:
            project = _with_parent(project, reading)
        return project


class TakeIn(Command, frozen=True):
    """Makes a plan that exists already the local plan, aligned with the superior ones."""

    name: ClassVar[str] = N_("Take in a local plan")
    reading: Reading

    def change(self, project: Project) -> Project:
        """The project with this local plan."""
        return take_in(project, self.reading)


class Retake(Command, frozen=True):
    """Takes the local plan in again as it is read now; `former` is the plan as it was read before."""

    name: ClassVar[str] = N_("Put the reading right")
    former: Plan
    reading: Reading

    def change(self, project: Project) -> Project:
        """The project with the local plan; what was changed by hand stays wherever its reading did not change."""
        return retake(project, self.former, self.reading).project


class Prepared(Command, frozen=True):
    """A step computed beforehand, off the thread that shows the project; computed anew where that is another by now."""

    command: Command
    before: Project
    after: Project

    @property
    def label(self) -> str:
        """The name of the step."""
        return self.command.label

    def change(self, project: Project) -> Project:
        """The project with the step done."""
        return self.after if project is self.before else self.command.change(project)


def prepare(command: Command, project: Project) -> Prepared:
    """The step computed for this project; CommandProblem where it doesn't fit."""
    return Prepared(command, project, command.change(project))


def _with_parent(project: Project, reading: Reading) -> Project:
    taken = {plan.id for plan in project.parents}
    id = next(name for n in range(1, len(taken) + 2) if (name := f"parent{n}") not in taken)
    return replace(
        project,
        parents=(*project.parents, replace(reading.plan, id=id)),
        sources=(*project.sources, replace(reading.source, plan=id)),
    )
