"""What is to be reviewed after a parent's new edition: old wording, new wording, mine, and a proposal."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from editor.drafting.origins import format_deadline, is_current
from editor.plan.assignments import format_units
from editor.plan.measures import Assignment, Deadline, Measure, Origin
from editor.plan.project import Project
from editor.plan.value import Value


class Conflict(Value, frozen=True, kw_only=True):
    """A change of the parent's that fits nowhere in my wording for sure: these words gave way to those."""

    old: str
    new: str


class DetailRevision(Value, frozen=True, kw_only=True):
    """Units or deadline that a parent puts otherwise: as last reviewed, as it is now, mine, and what is proposed."""

    field: Literal["units", "deadline"]
    old_parent: str
    new_parent: str
    mine: str
    proposal: str

    @property
    def is_conflict(self) -> bool:
        """Whether mine is another one than the parent's was, so that it is decided by hand; not where I have none."""
        return self.proposal == self.mine != ""


class Revision(Value, frozen=True, kw_only=True):
    """A local measure whose parent speaks otherwise than when it was last reviewed.

    `old_parent` is the wording last reviewed, `new_parent` what the parent says now, empty where it says nothing
    any more. `proposal` is mine with the parent's change; unless it is `clean`, the `conflicts` are not in it.
    """

    local: str
    local_number: str | None = None
    old_parent: str
    new_parent: str
    mine: str
    proposal: str
    clean: bool
    conflicts: tuple[Conflict, ...] = ()
    heading: str = ""
    """The proposal's heading and text, as the measure would have them."""
    text: str = ""
    assignments: tuple[Assignment, ...] = ()
    """Units and deadline as the measure would have them."""
    deadline: Deadline | None = None
    details: tuple[DetailRevision, ...] = ()
    """What the parent says otherwise of units and deadline."""


def revisions(project: Project, only: str = "") -> tuple[Revision, ...]:
    """Every local measure to review, in order, with what its parents say now and what it might say.

    Of all of them only one, where an id is given.
    """
    names = project.roster.unit_names
    return tuple(
        _revision(project, measure, stale, names)
        for measure in project.local.measures
        if only in ("", measure.id)
        if (stale := [origin for origin in measure.origins if not is_current(project, origin)])
    )


def _revision(
    project: Project, measure: Measure, stale: Sequence[Origin], names: tuple[str, ...]
) -> Revision:
    heading, text = measure.heading, measure.text
    detailed = measure
    conflicts: list[Conflict] = []
    details: list[DetailRevision] = []
    for origin in stale:
        sources = tuple(_sources(project, origin))
        heading, text, unfit = _proposal(origin, sources, heading, text, names)
        detailed, told = _revised_details(origin, sources, detailed)
        details += told
        conflicts += unfit
        conflicts += (Conflict(old=d.old_parent, new=d.new_parent) for d in told if d.is_conflict)
    return Revision(
        local=measure.id,
        local_number=measure.number,
        old_parent="".join(origin.text for origin in stale),
        new_parent="".join(source.wording for origin in stale for source in _sources(project, origin)),
        mine=measure.wording,
        proposal=_joined(heading, text),
        clean=not conflicts,
        conflicts=tuple(conflicts),
        heading=heading,
        text=text,
        assignments=detailed.assignments,
        deadline=detailed.deadline,
        details=tuple(details),
    )


def _revised_details(
    origin: Origin, sources: Sequence[Measure], mine: Measure
) -> tuple[Measure, tuple[DetailRevision, ...]]:
    """My measure with what changed of the parent's units and deadline, where mine were the parent's; and what changed.

    What I have otherwise than the parent had it stays, and is decided by hand.
    """
    told: list[DetailRevision] = []
    if not sources:
        return mine, ()
    now = {"units": "；".join(filter(None, map(format_units, sources))), "deadline": format_deadline(sources)}
    ours = {"units": format_units(mine), "deadline": format_deadline((mine,))}
    changed = mine
    fields: tuple[tuple[Literal["units", "deadline"], str | None], ...]
    fields = (("units", origin.units), ("deadline", origin.deadline))
    for field, then in fields:
        if then is None or then == now[field] or ours[field] == now[field]:
            continue
        proposal = ours[field]
        if len(sources) == 1 and proposal == then:
            proposal = now[field]
            taken = "assignments" if field == "units" else "deadline"
            changed = replace(changed, **{taken: getattr(sources[0], taken)})
        told.append(
            DetailRevision(
                field=field, old_parent=then, new_parent=now[field], mine=ours[field], proposal=proposal
            )
        )
    return changed, tuple(told)


def _sources(project: Project, origin: Origin) -> Iterator[Measure]:
    """The parent measures of an origin that are still there."""
    for plan in project.parents:
        if plan.id == origin.parent:
            yield from (measure for measure in plan.measures if measure.id in origin.measures)


def _proposal(
    origin: Origin, sources: Sequence[Measure], heading: str, text: str, names: tuple[str, ...]
) -> tuple[str, str, Sequence[Conflict]]:
    """Heading and text with the change of one origin, and what of it did not fit.

    A parent measure that is gone proposes nothing: whether the county drops its own is a decision.
    """
    from editor.comparing.three_way import apply, merge  # loaded when needed: the window starts without it

    mine, theirs = _joined(heading, text), "".join(source.wording for source in sources)
    if not theirs:
        return heading, text, (Conflict(old=origin.text, new=""),)
    if mine == origin.text and len(sources) == 1:
        return sources[0].heading, sources[0].text, ()
    merged = merge(origin.text, theirs, mine, names)
    end = len(heading)
    start = len(mine) - len(text)
    above = tuple(edit for edit in merged.edits if heading and edit.end <= end)
    below = tuple(edit._replace(start=edit.start - start) for edit in merged.edits if edit.start >= start)
    across = [edit for edit in merged.edits if edit.start < start and not (heading and edit.end <= end)]
    unfit = tuple(Conflict(old=edit.old, new=edit.new) for edit in (*merged.conflicts, *across))
    return apply(heading, above), apply(text, below), unfit


def _joined(heading: str, text: str) -> str:
    return Measure(id="", level=1, number=None, heading=heading, text=text).wording
