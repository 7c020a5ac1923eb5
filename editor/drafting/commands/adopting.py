"""Commands that decide what becomes of the parents' measures."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.adoption import adopt_blocks, copy_block, find_copy
from editor.drafting.body import find_index, find_measure, insert, with_block, with_body, with_contents
from editor.drafting.commands.base import Command
from editor.drafting.merging import merge_measures
from editor.drafting.origins import (
    comes_from,
    find_parent,
    find_parent_measure,
    record_origin,
    without_origin,
)
from editor.errors import CommandProblem
from editor.plan.measures import Measure, sources_of
from editor.plan.plans import Plan
from editor.plan.project import Decision, Project
from editor.wording import N_, _


def undecide(project: Project, parent: str, measures: set[str]) -> Project:
    """The project without refusals of these parent measures; refusals of single sentences stay."""
    kept = tuple(
        decision
        for decision in project.decisions
        if decision.parent != parent or decision.measure not in measures or decision.sentence is not None
    )
    return project if len(kept) == len(project.decisions) else replace(project, decisions=kept)


class Adopt(Command, frozen=True):
    """Copies blocks of a parent into the local plan, with the sections they stand in.

    `measures` may name measures, paragraphs and whole sections. They go to the parent's place, or, without
    further headings, before the local block `before`. What is in the local plan already is left as it is.
    """

    name: ClassVar[str] = N_("Adopt measures")
    parent: str
    measures: tuple[str, ...]
    before: str | None = None

    def change(self, project: Project) -> Project:
        """The project with the copies; CommandProblem where there is nothing left to copy."""
        parent = find_parent(project, self.parent)
        wanted = {block.id for block in with_contents(parent.body, self.measures)}
        new = {id for id in wanted if find_copy(project, parent, id) is None}
        if not new or not wanted.issuperset(self.measures):
            raise CommandProblem(
                _("These measures are in the local plan already, or not in the superior one.")
            )
        return undecide(self._copied(project, parent, new), self.parent, new)

    def _copied(self, project: Project, parent: Plan, new: set[str]) -> Project:
        if self.before is None:
            return adopt_blocks(project, parent, new)
        copies = [copy_block(block, parent) for block in parent.body if block.id in new]
        return insert(project, find_index(project, self.before), *copies)


class AdoptInto(Command, frozen=True):
    """Adds measures of a parent to a local measure: their wordings behind its text, and where it comes from."""

    name: ClassVar[str] = N_("Merge into a measure")
    measure: str
    parent: str
    measures: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project with the fuller measure; CommandProblem where it comes from all of them already."""
        local, parent = find_measure(project, self.measure), find_parent(project, self.parent)
        known = sources_of(local, self.parent)
        new = {id for id in self.measures if id not in known}
        if not new:
            raise CommandProblem(_("The local measure comes from these superior measures already."))
        for id in new:
            find_parent_measure(parent, id)
        copies = [copy_block(block, parent) for block in parent.measures if block.id in new]
        merged = merge_measures([local, *(copy for copy in copies if isinstance(copy, Measure))])
        return undecide(with_block(project, merged), self.parent, new)


class AdoptAll(Command, frozen=True):
    """Copies everything of a parent that is neither in the local plan nor refused."""

    name: ClassVar[str] = N_("Adopt all")
    parent: str

    def change(self, project: Project) -> Project:
        """The project with the copies, and the parent's opening and closing where the local plan has none."""
        parent = find_parent(project, self.parent)
        refused = {d.measure for d in project.decisions if d.parent == self.parent and d.sentence is None}
        wanted = {block.id for block in parent.body} - refused
        local = project.local
        opening, closing = local.opening or parent.opening, local.closing or parent.closing
        framed = replace(project, local=replace(local, opening=opening, closing=closing))
        return adopt_blocks(framed, parent, wanted)


class TakeWording(Command, frozen=True):
    """Gives a local measure its parents' heading and text again; with `plan` those of that plan alone."""

    name: ClassVar[str] = N_("Take the superior wording")
    measure: str
    plan: str | None = None

    def change(self, project: Project) -> Project:
        """The project with the wording taken; CommandProblem where the measure has no parent."""
        measure = find_measure(project, self.measure)
        parents = [
            find_parent_measure(find_parent(project, parent), id)
            for parent, id in measure.sources
            if self.plan in (None, parent)
        ]
        if not parents:
            raise CommandProblem(_("This measure is the county's own; there is no superior wording to take."))
        text = parents[0].text + "".join(parent.wording for parent in parents[1:])
        return with_block(project, replace(measure, heading=parents[0].heading, text=text))


class Decline(Command, frozen=True):
    """Records that parent measures, or one sentence of one measure, are not adopted, and why.

    Local measures that came from nothing else leave the plan; merged ones lose the link only. `sentence`
    counts the sentences of a measure's wording from 0.
    """

    name: ClassVar[str] = N_("Do not adopt")
    parent: str
    measures: tuple[str, ...]
    reason: str
    sentence: int | None = None

    def change(self, project: Project) -> Project:
        """The project with the decisions; CommandProblem where a measure is not the parent's."""
        parent = find_parent(project, self.parent)
        for id in self.measures:
            self._require_sentence(find_parent_measure(parent, id))
            project = self._without(project, id)
        new = tuple(
            Decision(parent=self.parent, measure=id, sentence=self.sentence, reason=self.reason)
            for id in dict.fromkeys(self.measures)
        )
        return replace(project, decisions=project.decisions + new)

    def _require_sentence(self, measure: Measure) -> None:
        from editor.comparing import split_sentences  # loaded when needed: the window starts without it

        sentences = range(len(split_sentences(measure.wording)))
        if self.sentence is not None and self.sentence not in sentences:
            raise CommandProblem(_("The superior measure has no such sentence; choose another one."))

    def _without(self, project: Project, id: str) -> Project:
        """The project without an earlier decision of this kind, and without the local measure it refuses."""
        same = (self.parent, id, self.sentence)
        kept = tuple(d for d in project.decisions if (d.parent, d.measure, d.sentence) != same)
        project = replace(project, decisions=kept)
        return project if self.sentence is not None else _without_copies(project, self.parent, id)


def _without_copies(project: Project, parent: str, id: str) -> Project:
    body = []
    for block in project.local.body:
        if isinstance(block, Measure) and comes_from(block, parent, id):
            block = without_origin(block, parent, id)
            if not block.origins:
                continue
        body.append(block)
    return with_body(project, body)


class Reconsider(Command, frozen=True):
    """Takes back the refusal of parent measures, or of one sentence of them."""

    name: ClassVar[str] = N_("Reconsider")
    parent: str
    measures: tuple[str, ...]
    sentence: int | None = None

    def change(self, project: Project) -> Project:
        """The project without these decisions."""
        find_parent(project, self.parent)
        kept = tuple(d for d in project.decisions if not self._takes_back(d))
        return replace(project, decisions=kept)

    def _takes_back(self, decision: Decision) -> bool:
        same_measure = decision.parent == self.parent and decision.measure in self.measures
        return same_measure and decision.sentence == self.sentence


class Review(Command, frozen=True):
    """Says that a local measure has been read against its parents as they are today.

    `note`, such as why a parent's new wording changes nothing here, is added to the measure's own note.
    """

    name: ClassVar[str] = N_("Mark as reviewed")
    measure: str
    note: str = ""

    def change(self, project: Project) -> Project:
        """The project with the origins recorded anew; an origin whose parent measure is gone goes too."""
        measure = find_measure(project, self.measure)
        present = {(p.id, m.id): p for p in project.parents for m in p.measures}
        origins = tuple(
            record_origin(present[source], source[1]) for source in measure.sources if source in present
        )
        note = "\n".join(filter(None, (measure.note, self.note)))
        return with_block(project, replace(measure, origins=origins, note=note))
