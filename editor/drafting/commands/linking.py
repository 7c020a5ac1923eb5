"""Commands that say by hand which superior measures a local one comes from."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.body import find_measure, with_block
from editor.drafting.commands.adopting import undecide
from editor.drafting.commands.base import Command
from editor.drafting.origins import find_parent, find_parent_measure, record_origin, without_origin
from editor.errors import CommandProblem
from editor.plan.measures import sources_of
from editor.plan.project import Project
from editor.wording import N_, _


class Link(Command, frozen=True):
    """Says which measures of one parent a local measure comes from; none unlinks it from that parent."""

    name: ClassVar[str] = N_("Link to the superior plan")
    measure: str
    parent: str
    measures: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project with these links; those there before keep the wording they were recorded with."""
        measure = find_measure(project, self.measure)
        parent = find_parent(project, self.parent)
        others = tuple(o for o in measure.origins if o.parent != self.parent)
        known = {o.measures: o for o in measure.origins if o.parent == self.parent}
        linked = []
        for id in dict.fromkeys(self.measures):
            find_parent_measure(parent, id)
            linked.append(known.get((id,)) or record_origin(parent, id))
        changed = with_block(project, replace(measure, origins=(*others, *linked)))
        return undecide(changed, self.parent, set(self.measures))


class LinkMore(Command, frozen=True):
    """Says that a local measure comes from these measures of a parent too."""

    name: ClassVar[str] = N_("Link to the superior plan")
    measure: str
    parent: str
    measures: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project with these links beside those there are."""
        linked = sources_of(find_measure(project, self.measure), self.parent)
        return Link(self.measure, self.parent, (*linked, *self.measures)).change(project)


class Unlink(Command, frozen=True):
    """Says that a local measure doesn't come from these measures of a parent; those only it carried are undecided again."""

    name: ClassVar[str] = N_("Unlink from the superior plan")
    measure: str
    parent: str
    measures: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project without these links; CommandProblem where there is none of them."""
        measure = find_measure(project, self.measure)
        if not set(self.measures) & set(sources_of(measure, self.parent)):
            raise CommandProblem(_("The local measure is not linked to these superior measures."))
        for id in self.measures:
            measure = without_origin(measure, self.parent, id)
        return with_block(project, measure)
