"""What became of every parent measure, and of every sentence of it.

The room of comparing is loaded by the first coverage asked for: the window starts without it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec.structs import replace

from editor.plan.measures import Measure
from editor.plan.plans import MOST_MEASURES, Plan
from editor.plan.project import Project
from editor.plan.value import Value

if TYPE_CHECKING:
    from editor.comparing import SentenceFate

Status: TypeAlias = Literal["kept", "reworded", "dropped"]
Disposition: TypeAlias = Literal["verbatim", "adapted", "localized", "not_adopted", "undecided"]


class MeasureCoverage(Value, frozen=True, kw_only=True):
    """A parent measure, what became of it, the reason if it was refused, and the local measures that carry it.

    Several locals: it was split; a local that several parent measures name: they were merged.
    """

    plan: str
    parent: str
    number: str | None
    disposition: Disposition
    reason: str | None = None
    locals: tuple[str, ...] = ()


class SentenceCoverage(Value, frozen=True, kw_only=True):
    """A sentence of a parent measure, or the part of it that fares alike, and its counterpart in a local measure.

    `sentence` counts the sentences of the measure's wording from 0, `reason` is given where it was refused.
    """

    plan: str
    parent: str
    number: str | None
    sentence: int
    text: str
    status: Status
    reason: str | None = None
    local: str | None = None
    local_text: str | None = None
    moved: bool = False
    """Whether the counterpart stands in a local measure that doesn't come from this parent measure."""


class Coverage(Value, frozen=True, kw_only=True):
    """The dispositions of all parent measures and their sentences, in the parents' order."""

    measures: tuple[MeasureCoverage, ...]
    sentences: tuple[SentenceCoverage, ...]
    undecided: int


def coverage(project: Project) -> Coverage:
    """What became of every parent measure and sentence of the project, and how many measures are undecided."""
    reasons = {(d.parent, d.measure, d.sentence): d.reason for d in project.decisions}
    carriers = project.carriers
    names = tuple(name for unit in project.roster.units for name in unit.names)
    measures: list[MeasureCoverage] = []
    fates: list[tuple[MeasureCoverage, int, SentenceFate]] = []
    for plan in project.parents:
        for measure in plan.measures:
            locals_ = carriers.get((plan.id, measure.id), ())
            covered = _cover(plan, measure, locals_, reasons.get((plan.id, measure.id, None)), names)
            measures.append(covered)
            fates += ((covered, *fate) for fate in _sentences(measure, locals_))
    undecided = sum(measure.disposition == "undecided" for measure in measures)
    sentences = tuple(_covered_sentences(fates, reasons, project.local))
    return Coverage(measures=tuple(measures), sentences=sentences, undecided=undecided)


def _cover(
    plan: Plan, measure: Measure, locals_: Sequence[Measure], reason: str | None, names: tuple[str, ...]
) -> MeasureCoverage:
    disposition: Disposition = "undecided" if reason is None else "not_adopted"
    if locals_:
        disposition = _relation(measure.wording, _joined(locals_), names)
    return MeasureCoverage(
        plan=plan.id,
        parent=measure.id,
        number=measure.number,
        disposition=disposition,
        reason=None if locals_ else reason,
        locals=tuple(local.id for local in locals_),
    )


def _joined(locals_: Sequence[Measure]) -> str:
    return "".join(local.wording for local in locals_)


@lru_cache(MOST_MEASURES)
def _relation(parent: str, local: str, names: tuple[str, ...]) -> Disposition:
    from editor.comparing import diff
    from editor.comparing.relations import relation

    found = relation(diff(parent, local, names), names)
    return "adapted" if found == "new" else found


@lru_cache(MOST_MEASURES)
def _fates(parent: str, local: str) -> "tuple[SentenceFate, ...]":
    from editor.comparing import sentence_fates

    return sentence_fates(parent, local)


def _sentences(measure: Measure, locals_: Sequence[Measure]) -> "Iterator[tuple[int, SentenceFate]]":
    """The fates of the measure's sentences, each with its sentence's place: one sentence may fare in several ways."""
    from editor.comparing import split_sentences

    ends = list(accumulate(map(len, split_sentences(measure.wording))))
    start = 0
    for fate in _fates(measure.wording, _joined(locals_)):
        held = replace(fate, parent=measure.id, local=_holder(fate.local_text, locals_))
        yield sum(end <= start for end in ends), held
        start += len(fate.text)


def _covered_sentences(
    fates: "Sequence[tuple[MeasureCoverage, int, SentenceFate]]",
    reasons: Mapping[tuple[str, str, int | None], str],
    local: Plan,
) -> Iterator[SentenceCoverage]:
    """The sentences with their fates, those that went to another local measure told as taken up there."""
    from editor.comparing.migration import with_moves

    wordings = {measure.id: measure.wording for measure in local.measures}
    moved = with_moves([fate for _, _, fate in fates], wordings)
    for (covered, sentence, _), fate in zip(fates, moved, strict=True):
        yield SentenceCoverage(
            plan=covered.plan,
            parent=covered.parent,
            number=covered.number,
            sentence=sentence,
            text=fate.text,
            status=fate.status,
            reason=reasons.get((covered.plan, covered.parent, sentence), covered.reason),
            local=fate.local,
            local_text=fate.local_text,
            moved=fate.moved,
        )


def _holder(text: str | None, locals_: Sequence[Measure]) -> str | None:
    """The local measure whose wording holds this text; the first one where it runs over two."""
    if text is None:
        return None
    return next((local.id for local in locals_ if text in local.wording), locals_[0].id if locals_ else None)
