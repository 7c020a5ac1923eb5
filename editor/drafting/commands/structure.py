"""Commands that change which blocks there are, and their order."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.body import (
    end_of,
    find_index,
    find_measure,
    find_section,
    insert,
    require_all,
    with_block,
    with_body,
    with_contents,
)
from editor.drafting.commands.base import Command
from editor.drafting.marks import merged_marks, split_marks
from editor.drafting.merging import merge_measures
from editor.errors import CommandProblem
from editor.plan.measures import Block, Measure, Section
from editor.plan.numbering import LEVELS
from editor.plan.project import Project
from editor.wording import N_, _

_UNNUMBERED_YET = "?"
"""Any number will do for a new block: numbers are put in order after every command."""


def _insert_after(project: Project, after: str | None, block: Section | Measure) -> Project:
    """The project with a new block behind another one, first of all where `after` is None."""
    if block.level not in LEVELS:
        raise CommandProblem(_("Levels go from 1 to 5."))
    place = 0 if after is None else find_index(project, after) + 1
    return insert(project, place, block)


class AddMeasure(Command, frozen=True):
    """Adds a measure of the county's own behind a block; `after` None puts it first."""

    name: ClassVar[str] = N_("Add measure")
    after: str | None
    level: int
    heading: str = ""
    text: str = ""

    def change(self, project: Project) -> Project:
        """The project with the measure; directly below the heading where `after` is a section."""
        number = _UNNUMBERED_YET
        measure = Measure(
            id="", level=self.level, number=number, heading=self.heading, text=self.text, state="drafting"
        )
        return _insert_after(project, self.after, measure)


class AddSection(Command, frozen=True):
    """Adds a heading behind a block; what follows it, down to the next heading of its level, stands in it."""

    name: ClassVar[str] = N_("Add section")
    after: str | None
    level: int
    heading: str = ""

    def change(self, project: Project) -> Project:
        """The project with the section."""
        section = Section(id="", level=self.level, number=_UNNUMBERED_YET, heading=self.heading)
        return _insert_after(project, self.after, section)


class Remove(Command, frozen=True):
    """Removes blocks; a section goes with everything in it (see Dissolve for the heading alone)."""

    name: ClassVar[str] = N_("Remove")
    blocks: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project without them; parent measures that only they came from are undecided again."""
        require_all(project, self.blocks)
        gone = {block.id for block in with_contents(project.local.body, self.blocks)}
        return with_body(project, (b for b in project.local.body if b.id not in gone))


class Dissolve(Command, frozen=True):
    """Removes a section's heading; what stood in it stays and joins the section before."""

    name: ClassVar[str] = N_("Remove heading only")
    section: str

    def change(self, project: Project) -> Project:
        """The project without the heading."""
        section = find_section(project, self.section)
        return with_body(project, (b for b in project.local.body if b is not section))


class Move(Command, frozen=True):
    """Moves blocks, sections with everything in them, before another block; `before` None moves them to the end."""

    name: ClassVar[str] = N_("Move")
    blocks: tuple[str, ...]
    before: str | None = None

    def change(self, project: Project) -> Project:
        """The project in the new order; CommandProblem where a section would go into itself."""
        require_all(project, self.blocks)
        moved = with_contents(project.local.body, self.blocks)
        ids = {block.id for block in moved}
        if self.before in ids:
            raise CommandProblem(_("A part can't be moved into itself; choose another place."))
        rest = [block for block in project.local.body if block.id not in ids]
        place = self._place_in(project, rest)
        return with_body(project, (*rest[:place], *moved, *rest[place:]))

    def _place_in(self, project: Project, rest: list[Block]) -> int:
        if self.before is None:
            return len(rest)
        return rest.index(project.local.body[find_index(project, self.before)])


class Merge(Command, frozen=True):
    """Makes one measure of several; it stands where the first of them stood and keeps all origins and marks."""

    name: ClassVar[str] = N_("Merge measures")
    measures: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project with the merged measure; CommandProblem for fewer than two."""
        ids = set(self.measures)
        chosen = [find_measure(project, block.id) for block in project.local.body if block.id in ids]
        if len(chosen) != len(ids) or len(chosen) < 2:
            raise CommandProblem(_("Choose two or more measures of the local plan to merge."))
        gone = {measure.id for measure in chosen[1:]}
        followed = replace(project, marks=merged_marks(project, chosen))
        merged = with_block(followed, merge_measures(chosen))
        return with_body(merged, (b for b in merged.local.body if b.id not in gone))


class Split(Command, frozen=True):
    """Makes two measures of one at an offset of its text, counted in characters; both keep the origins, each its marks."""

    name: ClassVar[str] = N_("Split measure")
    measure: str
    offset: int

    def change(self, project: Project) -> Project:
        """The project with the second part, without a heading, behind the first; CommandProblem at the text's ends."""
        measure = find_measure(project, self.measure)
        if not 0 < self.offset < len(measure.text):
            raise CommandProblem(_("Put the cursor inside the text, where the second measure begins."))
        first = replace(measure, text=measure.text[: self.offset])
        second = replace(measure, heading="", text=measure.text[self.offset :], note="")
        place = end_of(project.local.body, find_index(project, measure.id))
        changed = insert(with_block(project, first), place, second)
        cut = len(measure.wording) - len(measure.text) + self.offset
        marks = split_marks(project, measure, cut, changed.local.body[place].id)
        return replace(changed, marks=marks)


class SetRunningLevels(Command, frozen=True):
    """Says at which levels numbers run on through the sections."""

    name: ClassVar[str] = N_("Change numbering")
    levels: tuple[int, ...]

    def change(self, project: Project) -> Project:
        """The project with these levels; CommandProblem for levels that don't exist."""
        if not set(LEVELS).issuperset(self.levels):
            raise CommandProblem(_("Levels go from 1 to 5."))
        levels = tuple(sorted(set(self.levels)))
        return replace(project, local=replace(project.local, running_levels=levels))
