"""Commands for reviewers' marks on differences: 已核, 存疑, 需请示."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.body import find_measure
from editor.drafting.commands.base import Command
from editor.drafting.marks import is_same_difference, without
from editor.plan.project import Mark, Project
from editor.wording import N_


class MarkDifference(Command, frozen=True):
    """Keeps what a reviewer found of a difference, in the place of what was found of it before.

    `former` is the mark on that difference, if it is known by other words around it or by another order.
    """

    name: ClassVar[str] = N_("Mark a difference")
    mark: Mark
    former: Mark | None = None

    def change(self, project: Project) -> Project:
        """The project with the mark; CommandProblem where the measure is not in the local plan."""
        find_measure(project, self.mark.measure)
        marks = list(project.marks)
        for place, other in enumerate(marks):
            if other == self.former or is_same_difference(other, self.mark):
                marks[place] = self.mark
                return replace(project, marks=tuple(marks))
        return replace(project, marks=(*marks, self.mark))


class Unmark(Command, frozen=True):
    """Takes marks off, of differences that are there or no longer are."""

    name: ClassVar[str] = N_("Remove a mark")
    marks: tuple[Mark, ...]

    def change(self, project: Project) -> Project:
        """The project without these marks, whatever they say by now."""
        return replace(project, marks=without(project.marks, self.marks))
