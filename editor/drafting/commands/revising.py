"""Commands for a parent's new edition."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.body import find_measure, with_block
from editor.drafting.commands.adopting import Review
from editor.drafting.commands.base import Command
from editor.drafting.editions import with_former_ids
from editor.drafting.origins import find_parent
from editor.drafting.revisions import revisions
from editor.errors import CommandProblem
from editor.plan.measures import sources_of
from editor.plan.plans import Plan
from editor.plan.project import Decision, Edition, Project, Source
from editor.wording import N_, _

_SAME_SENTENCE = 0.5
"""A sentence of which this much is equal is the new wording of one that was decided on."""


class ReplaceParent(Command, frozen=True):
    """Puts a parent plan read anew in the place of the old one; links and decisions stay, wherever they still apply.

    Local measures keep the parent wording last reviewed, so exactly those whose parent changed are to review.
    """

    name: ClassVar[str] = N_("Replace the superior plan by its new edition")
    parent: str
    plan: Plan
    source: Source

    def change(self, project: Project) -> Project:
        """The project with the new edition; CommandProblem where there is no such parent."""
        old = find_parent(project, self.parent)
        new = with_former_ids(old, self.plan, _used_ids(project, self.parent))
        source = replace(self.source, plan=self.parent)
        return replace(
            project,
            parents=tuple(new if plan is old else plan for plan in project.parents),
            sources=(*(s for s in project.sources if s.plan != self.parent), source),
            decisions=tuple(
                kept
                for decision in project.decisions
                if (kept := _carried_over(decision, old, new) if decision.parent == old.id else decision)
            ),
        )


class TakeEdition(ReplaceParent, frozen=True):
    """The same, the edition that is replaced kept to tell what the new one changed."""

    def change(self, project: Project) -> Project:
        """The project with both editions; CommandProblem where there is no such parent."""
        edition = Edition(before=find_parent(project, self.parent), name=self.source.name)
        others = (each for each in project.editions if each.before.id != self.parent)
        return replace(super().change(project), editions=(*others, edition))


class TakeRevision(Command, frozen=True):
    """Gives a local measure the wording proposed for its parent's new one; where that is clean, it is reviewed too."""

    name: ClassVar[str] = N_("Take the proposed wording")
    measure: str

    def change(self, project: Project) -> Project:
        """The project with the proposal; CommandProblem where the measure is not to review."""
        measure = find_measure(project, self.measure)
        proposed = next((found for found in revisions(project) if found.local == measure.id), None)
        if proposed is None:
            raise CommandProblem(_("The superior wording of this measure has not changed."))
        worded = replace(
            measure,
            heading=proposed.heading,
            text=proposed.text,
            assignments=proposed.assignments,
            deadline=proposed.deadline,
        )
        changed = with_block(project, worded)
        return Review(measure.id).change(changed) if proposed.clean else changed


def _used_ids(project: Project, parent: str) -> set[str]:
    """Every id of this parent that something in the project refers to, also ids of earlier editions."""
    return {id for block in project.local.body for id in sources_of(block, parent)}


def _carried_over(decision: Decision, old: Plan, new: Plan) -> Decision | None:
    """The decision for the new edition; None where the measure or sentence that it was about is gone."""
    try:
        before, after = old.measure(decision.measure).wording, new.measure(decision.measure).wording
    except KeyError:
        return None
    if decision.sentence is None or before == after:
        return decision
    sentence = _same_sentence(before, after, decision.sentence)
    return None if sentence is None else replace(decision, sentence=sentence)


def _same_sentence(before: str, after: str, place: int) -> int | None:
    """The place in the new wording of the sentence at this place in the old one."""
    from editor.comparing import diff, split_sentences  # loaded when needed: the window starts without it
    from editor.comparing.relations import similarity

    sentence, others = split_sentences(before)[place], split_sentences(after)
    likeness = [similarity(diff(sentence, other)) for other in others]
    best = max(range(len(others)), key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= _SAME_SENTENCE else None
