"""The alignment of a local plan with its parents, measure by measure, and what each pair's wordings share."""

from collections.abc import Collection, Iterator, Sequence

from editor.comparing.difference import Span, diff
from editor.comparing.linking import Link, LinkKind, find_links
from editor.comparing.relations import Relation, relation, similarity
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.value import Value

OFFERED_BELOW = 0.5
"""A pair of less confidence is offered to the drafter, not taken for granted."""


class Pair(Value, frozen=True, kw_only=True):
    """A local measure and its counterparts in one parent plan; no parents, no parent plan: it is new.

    `similarity` is the share of both wordings that is equal, `confidence` how sure the pair is, both 0 to 1.
    `link` tells how it was found: stored, paired, moved (out of order), split (the parent has several), merged.
    """

    local: str
    local_number: str | None = None
    parent_plan: str = ""
    parents: tuple[str, ...] = ()
    parent_numbers: tuple[str | None, ...] = ()
    relation: Relation = "new"
    similarity: float = 0.0
    confidence: float = 0.0
    link: LinkKind = "none"

    @property
    def is_offer(self) -> bool:
        """Whether the pair is too unsure to be taken without asking."""
        return bool(self.parents) and self.confidence < OFFERED_BELOW


def align(parents: Sequence[Plan], local: Plan, names: Collection[str] = ()) -> tuple[Pair, ...]:
    """The pairs of every local measure in order: one for each parent plan that has a counterpart, or one as new."""
    return tuple(pair for pair, _ in align_and_diff(parents, local, names))


def align_and_diff(
    parents: Sequence[Plan], local: Plan, names: Collection[str] = ()
) -> Iterator[tuple[Pair, tuple[Span, ...]]]:
    """Every pair with the difference of its wordings; the parents' wordings are joined in their order."""
    sides = [(parent.id, parent.measures, find_links(parent, local)) for parent in parents]
    for place, measure in enumerate(local.measures):
        found = [(id, measures, links[place]) for id, measures, links in sides if links[place].parents]
        for id, measures, link in found:
            counterparts = [measures[other] for other in link.parents]
            spans = diff("".join(other.wording for other in counterparts), measure.wording, names)
            yield _pair(id, counterparts, measure, link, spans, names), spans
        if not found:
            yield Pair(local=measure.id, local_number=measure.number), diff("", measure.wording)


def _pair(
    parent: str,
    counterparts: Sequence[Measure],
    measure: Measure,
    link: Link,
    spans: Sequence[Span],
    names: Collection[str],
) -> Pair:
    return Pair(
        local=measure.id,
        local_number=measure.number,
        parent_plan=parent,
        parents=tuple(counterpart.id for counterpart in counterparts),
        parent_numbers=tuple(counterpart.number for counterpart in counterparts),
        relation=relation(spans, names),
        similarity=similarity(spans),
        confidence=link.confidence,
        link=link.kind,
    )
