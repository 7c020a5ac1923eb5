"""The comparison of a local plan with its parents: measures, sentences, figures, differences and a summary."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from editor.comparing.alignment import Pair, align_and_diff
from editor.comparing.difference import Span
from editor.comparing.figures import FigureFate, figure_fates_among
from editor.comparing.migration import with_moves
from editor.comparing.relations import count
from editor.comparing.sentences import SentenceFate, fates_among
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.value import Value


class UnmatchedParent(Value, frozen=True, kw_only=True):
    """A parent measure without counterpart in the local plan."""

    id: str
    number: str | None
    parent_plan: str = ""


class Difference(Value, frozen=True, kw_only=True):
    """How a local measure differs from its counterparts in one parent plan."""

    local: str
    local_number: str | None
    parent_plan: str
    parents: tuple[str, ...]
    parent_number: str | None
    ops: tuple[Span, ...]


class Summary(Value, frozen=True, kw_only=True):
    """The counts: measures by relation, sentences by status, figures by change; the share of the local text copied."""

    measures: dict[str, int]
    sentences: dict[str, int]
    figures: dict[str, int]
    copied_share: float


class Comparison(Value, frozen=True, kw_only=True):
    """All that `compare` tells; the field names are those of its JSON."""

    pairs: tuple[Pair, ...]
    unmatched_parents: tuple[UnmatchedParent, ...]
    sentences: tuple[SentenceFate, ...]
    figures: tuple[FigureFate, ...]
    diffs: tuple[Difference, ...]
    summary: Summary


def compare_plans(parents: Sequence[Plan], local: Plan, names: Collection[str] = ()) -> Comparison:
    """How a local plan relates to its parents; `names` of units and platforms are compared as whole words."""
    found = list(align_and_diff(parents, local, names))
    pairs = tuple(pair for pair, _ in found)
    groups = [(plan, *group) for plan in parents for group in _groups(plan, pairs)]
    wordings = {measure.id: measure.wording for measure in local.measures}
    numbers = {measure.id: measure.number for measure in local.measures}
    fates = [fate for group in groups for fate in _sentence_fates(*group, wordings)]
    sentences = with_moves(fates, wordings)
    figures = tuple(fate for group in groups for fate in _figure_fates(*group, wordings, numbers))
    return Comparison(
        pairs=pairs,
        unmatched_parents=tuple(_unmatched(parents, pairs)),
        sentences=sentences,
        figures=figures + tuple(_new_figures(pairs, wordings)),
        diffs=tuple(_difference(pair, spans) for pair, spans in found if pair.parents),
        summary=_summary(found, sentences, figures, wordings),
    )


def _groups(plan: Plan, pairs: Sequence[Pair]) -> Iterator[tuple[list[Measure], list[str]]]:
    """The measures of one parent plan in order, those that share a local measure together, and their local ones."""
    locals_: defaultdict[str, list[str]] = defaultdict(list)
    partners: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        for parent in pair.parents if pair.parent_plan == plan.id else ():
            locals_[parent].append(pair.local)
            partners[parent] = (*partners.get(parent, ()), *pair.parents)
    seen: set[str] = set()
    for measure in plan.measures:
        if measure.id not in seen:
            group = {measure.id, *partners.get(measure.id, ())} - seen
            seen |= group
            members = (
                [member for member in plan.measures if member.id in group] if len(group) > 1 else [measure]
            )
            yield members, list(dict.fromkeys(id for member in members for id in locals_[member.id]))


def _sentence_fates(
    plan: Plan, measures: Sequence[Measure], locals_: Sequence[str], wordings: Mapping[str, str]
) -> Iterator[SentenceFate]:
    texts = {id: wordings[id] for id in locals_}
    for measure in measures:
        for fate in fates_among(measure.wording, texts):
            yield replace(fate, parent=measure.id, parent_plan=plan.id, parent_number=measure.number)


def _figure_fates(
    plan: Plan,
    measures: Sequence[Measure],
    locals_: Sequence[str],
    wordings: Mapping[str, str],
    local_numbers: Mapping[str, str | None],
) -> Iterator[FigureFate]:
    numbers = {measure.id: measure.number for measure in measures}
    parents = {measure.id: measure.wording for measure in measures}
    for fate in figure_fates_among(parents, {id: wordings[id] for id in locals_}):
        yield replace(
            fate,
            parent_plan=plan.id,
            parent_number=numbers.get(fate.parent or ""),
            local_number=local_numbers.get(fate.local or ""),
        )


def _new_figures(pairs: Sequence[Pair], wordings: Mapping[str, str]) -> Iterator[FigureFate]:
    """The figures of the local measures that no parent has."""
    for pair in pairs:
        for fate in figure_fates_among({}, {pair.local: wordings[pair.local]}) if not pair.parents else ():
            yield replace(fate, local_number=pair.local_number)


def _unmatched(parents: Sequence[Plan], pairs: Sequence[Pair]) -> Iterator[UnmatchedParent]:
    matched = {(pair.parent_plan, parent) for pair in pairs for parent in pair.parents}
    for plan in parents:
        for measure in plan.measures:
            if (plan.id, measure.id) not in matched:
                yield UnmatchedParent(id=measure.id, number=measure.number, parent_plan=plan.id)


def _difference(pair: Pair, spans: tuple[Span, ...]) -> Difference:
    numbers = "、".join(number for number in pair.parent_numbers if number)
    return Difference(
        local=pair.local,
        local_number=pair.local_number,
        parent_plan=pair.parent_plan,
        parents=pair.parents,
        parent_number=numbers or None,
        ops=spans,
    )


def _summary(
    found: Sequence[tuple[Pair, tuple[Span, ...]]],
    sentences: Sequence[SentenceFate],
    figures: Sequence[FigureFate],
    wordings: Mapping[str, str],
) -> Summary:
    copied: Counter[str] = Counter()
    for pair, spans in found:
        copied[pair.local] = max(
            copied[pair.local], sum(count(span.text) for span in spans if span.op in "=>")
        )
    written = sum(map(count, wordings.values()))
    return Summary(
        measures=dict(Counter(pair.relation for pair, _ in found)),
        sentences=dict(Counter(fate.status for fate in sentences)),
        figures=dict(Counter(fate.change for fate in figures)),
        copied_share=round(copied.total() / written, 2) if written else 0.0,
    )
