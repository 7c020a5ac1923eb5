"""A parent's new edition taken into a project: which measures it concerns, and what they might say."""

from editor.drafting.commands.revising import TakeEdition
from editor.drafting.origins import find_parent, format_deadline
from editor.drafting.revisions import Revision, revisions
from editor.errors import CommandProblem
from editor.plan.assignments import format_units
from editor.plan.fingerprint import fingerprint
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading
from editor.plan.value import Value
from editor.wording import _


class ParentMeasure(Value, frozen=True, kw_only=True):
    """A measure of a parent plan, as far as a list shows it."""

    id: str
    number: str | None
    text: str


class Rebased(Value, frozen=True, kw_only=True):
    """A project with a parent's new edition, and what follows from it.

    `suspects` are all measures to review, also those left from an earlier edition. `reworded_parents` are measures
    that say otherwise than in the edition before, whatever became of them here; those refused are among them.
    """

    project: Project
    parent: str
    suspects: tuple[Revision, ...]
    new_parents: tuple[ParentMeasure, ...]
    removed_parents: tuple[ParentMeasure, ...]
    reworded_parents: tuple[ParentMeasure, ...]


def rebase(project: Project, new_parent_reading: Reading, parent_id: str) -> Rebased:
    """The project with a parent's new edition; CommandProblem where it has no such parent."""
    old = find_parent(project, parent_id)
    command = TakeEdition(parent_id, new_parent_reading.plan, new_parent_reading.source)
    return _told(command.apply(project), old)


def last_edition(project: Project) -> Rebased | None:
    """The project with what the new edition read last changed in it; None where there was none."""
    present = {plan.id for plan in project.parents}
    editions = [edition for edition in project.editions if edition.before.id in present]
    return _told(project, editions[-1].before) if editions else None


def _told(changed: Project, old: Plan) -> Rebased:
    """What follows from a new edition that has taken the place of the old one."""
    new = changed.parent(old.id)
    before, after = ({measure.id: _said(measure) for measure in plan.measures} for plan in (old, new))
    reworded = {id for id in before.keys() & after.keys() if before[id] != after[id]}
    return Rebased(
        project=changed,
        parent=old.id,
        suspects=revisions(changed),
        new_parents=_listed(new, after.keys() - before.keys()),
        removed_parents=_listed(old, before.keys() - after.keys()),
        reworded_parents=_listed(new, reworded),
    )


def find_edition(project: Project, plan: Plan) -> str:
    """The id of the parent that this plan is another edition of; CommandProblem where it is like none of them."""
    from editor.comparing import align  # loaded when needed: the window starts without it

    def likeness(parent: Plan) -> tuple[float, bool]:
        pairs = (pair for pair in align([parent], plan) if pair.parents and not pair.is_offer)
        return sum(pair.similarity for pair in pairs), parent.title == plan.title

    found = max(((likeness(parent), parent.id) for parent in project.parents), default=None)
    if found is None or not found[0][0]:
        message = _("The plan has no measure in common with a superior plan of the project.")
        raise CommandProblem(message)
    return found[1]


def _said(measure: Measure) -> tuple[str, str, str]:
    """What a parent measure says: wording, units, deadline."""
    return fingerprint(measure.wording), format_units(measure), format_deadline((measure,))


def _listed(plan: Plan, ids: set[str]) -> tuple[ParentMeasure, ...]:
    return tuple(
        ParentMeasure(id=measure.id, number=measure.number, text=measure.wording)
        for measure in plan.measures
        if measure.id in ids
    )
