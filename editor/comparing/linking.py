"""Which measure of a local plan goes with which of one parent plan, and how sure that is."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from editor.comparing.references import named_parents
from editor.comparing.shadow import shadow
from editor.comparing.similarity import similarities
from editor.plan.measures import Measure, sources_of
from editor.plan.plans import Plan

LinkKind: TypeAlias = Literal["stored", "paired", "moved", "split", "merged", "none"]

_SAME_HEADING = 0.25
_SAME_NUMBER = 0.1
_PAIRED = 0.2
"""Evidence that makes two measures each other's counterpart when neither has a better one."""
_SHARED = 0.24
"""Evidence from which a left-over local measure is offered against a parent that has a counterpart already."""
_MERGED = 0.4
"""Evidence from which a left-over parent measure is joined to a local one that has its own."""
_UNPROVEN = 0.45
"""An offer that no heading supports is never surer than this."""
_NAMED = 0.6
"""Evidence that a measure gives which names its parent by number."""
_NAMED_ALONE, _NAMED_TOO = 0.7, 0.9
"""How sure a pair is that numbers name: by themselves, and where the words speak for it as well."""


class Link(NamedTuple):
    """A local measure with its parents, by their places among the measures, and how sure that is, 0 to 1."""

    local: int
    parents: tuple[int, ...]
    kind: LinkKind
    confidence: float


class _Evidence:
    """What speaks for two measures being counterparts: rare words in common, the heading, the number, being named."""

    def __init__(self, parent: Plan, local: Plan) -> None:
        self.parents, self.locals = parent.measures, local.measures
        self.parent_headings, self.local_headings = _headings(parent), _headings(local)
        self.values: dict[tuple[int, int], float] = {}
        self.by_parent: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.by_local: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.named = named_parents(parent, local)
        self.likeness = similarities(parent, local)
        for j, places in self.named.items():
            for i in places:
                self.likeness.setdefault((i, j), 0.0)
        for (i, j), likeness in self.likeness.items():
            value = likeness + self._support(i, j)
            if value >= (_MERGED if j in self.named else _PAIRED / 2):
                self.values[i, j] = value
                self.by_parent[i].append((value, j))
                self.by_local[j].append((value, i))

    def is_proven(self, i: int, j: int) -> bool:
        """Whether both have one heading, or the one is a part of an item with the other's heading."""
        (old, old_item), (new, new_item) = self.parent_headings[i], self.local_headings[j]
        return (old is not None and old in (new, new_item)) or (new is not None and new == old_item)

    def _support(self, i: int, j: int) -> float:
        old, new = self.parents[i], self.locals[j]
        number = old.number is not None and (old.number, old.level) == (new.number, new.level)
        order = 1 - abs(i / len(self.parents) - j / len(self.locals))
        named = i in self.named.get(j, ())
        return _NAMED * named + _SAME_HEADING * self.is_proven(i, j) + _SAME_NUMBER * number + order / 50

    def confidence(self, i: int, j: int) -> float:
        """How much this pair stands out among all that either of the two could form."""
        value = self.values[i, j]
        rivals = [v for v, other in self.by_parent[i] if other != j] + [
            v for v, k in self.by_local[j] if k != i
        ]
        lead = 1 - min(1.0, max(rivals, default=0.0) / value)
        return round(min(0.99, (0.4 + 0.4 * lead + 0.2 * min(1.0, value)) * min(1.0, value / 0.3)), 2)


def _headings(plan: Plan) -> list[tuple[str | None, str | None]]:
    """By place a measure's own heading and the one of the numbered item it is a part of, None where there is none."""
    return [
        (_folded(block.heading), _folded(around[-1].heading) if around and around[-1].level > 1 else None)
        for around, block in plan.nested()
        if isinstance(block, Measure)
    ]


def _folded(heading: str) -> str | None:
    return shadow(heading).text if heading else None


def find_links(parent: Plan, local: Plan) -> tuple[Link, ...]:
    """A link for every local measure: what is stored first, else by rare words, heading and number.

    Pairs out of order are told as moved; left-overs are offered as parts of a split or merged measure. A measure that
    names its parents by number is linked to all of them; where its words speak for another as well, that is an offer.
    """
    links = _stored(parent, local)
    settled = {j for j, measure in enumerate(local.measures) if measure.origins}
    taken = {i for link in links.values() for i in link.parents}
    evidence = _Evidence(parent, local)
    paired = _paired(evidence, taken, settled)
    moved = set(paired) - in_order(paired)
    split = _split(evidence, paired, settled)
    for j in {*paired, *split} - set(links):
        links[j] = _link(evidence, j, paired.get(j), split.get(j), j in moved)
    _merge(evidence, links, len(parent.measures))
    for j in evidence.named.keys() - settled:
        links[j] = _named(evidence, j, links)
    found = [links.get(j, Link(j, (), "none", 0.0)) for j in range(len(local.measures))]
    return tuple(_told_as_shared(found))


def _stored(parent: Plan, local: Plan) -> dict[int, Link]:
    places = {measure.id: i for i, measure in enumerate(parent.measures)}
    links: dict[int, Link] = {}
    for j, measure in enumerate(local.measures):
        if known := tuple(places[id] for id in sources_of(measure, parent.id) if id in places):
            links[j] = Link(j, known, "stored", 1.0)
    return links


def _paired(evidence: _Evidence, taken: Iterable[int], settled: Iterable[int]) -> dict[int, int]:
    """By local measure its one parent measure, the strongest evidence first."""
    parents, locals_ = set(taken), set(settled)
    paired: dict[int, int] = {}
    for (i, j), value in sorted(evidence.values.items(), key=lambda item: (-item[1], item[0])):
        if value >= _PAIRED and i not in parents and j not in locals_:
            paired[j] = i
            parents.add(i)
            locals_.add(j)
    return paired


def in_order(paired: Mapping[int, int]) -> set[int]:
    """The largest set of local measures whose parents, by their places, stand in the same order."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for j in sorted(paired):
        place = bisect_left(ends, paired[j])
        before[j] = last[place - 1] if place else None
        ends[place : place + 1] = [paired[j]]
        last[place : place + 1] = [j]
    kept: set[int] = set()
    current = last[-1] if last else None
    while current is not None:
        kept.add(current)
        current = before[current]
    return kept


def _split(evidence: _Evidence, paired: dict[int, int], settled: set[int]) -> dict[int, int]:
    """By local measure the parent that it seems to share with another, that other included unless it is proven."""
    owners = {i: j for j, i in paired.items()}
    split: dict[int, int] = {}
    for j, candidates in evidence.by_local.items():
        value, i = max(candidates, key=lambda candidate: (candidate[0], -candidate[1]))
        if j not in paired and j not in settled and value >= _SHARED:
            split[j] = i
            if i in owners and not evidence.parents[i].heading:
                split[owners[i]] = i
    return split


def _link(evidence: _Evidence, j: int, pair: int | None, part: int | None, moved: bool) -> Link:
    if part is not None:
        certain = evidence.confidence(part, j) if evidence.is_proven(part, j) else 0.0
        offered = min(_UNPROVEN, evidence.values[part, j] / 2)
        return Link(j, (part,), "split", round(max(certain, offered), 2))
    assert pair is not None
    return Link(j, (pair,), "moved" if moved else "paired", evidence.confidence(pair, j))


def _merge(evidence: _Evidence, links: dict[int, Link], count: int) -> None:
    """Join every left-over parent measure to the local one that it clearly is a part of."""
    taken = {i for link in links.values() for i in link.parents}
    for i in sorted(set(range(count)) - taken):
        value, j = max(evidence.by_parent.get(i, [(0.0, -1)]))
        if value >= _MERGED and j in links and links[j].kind not in ("stored", "split"):
            merged = tuple(sorted((*links[j].parents, i)))
            links[j] = Link(j, merged, "merged", min(links[j].confidence, round(min(0.9, value), 2)))


def _named(evidence: _Evidence, j: int, links: Mapping[int, Link]) -> Link:
    """The link of a measure that names its parents, with what its words speak for beside these."""
    named = evidence.named[j]
    found = links.get(j, Link(j, (), "paired", 0.0))
    parents = tuple(sorted({*found.parents, *named}))
    if len(parents) > len(named):
        return Link(j, parents, "merged", min(found.confidence, _UNPROVEN))
    backed = all(evidence.likeness[i, j] >= _PAIRED / 2 for i in named)
    confidence = max(found.confidence if backed else 0.0, _NAMED_TOO if backed else _NAMED_ALONE)
    if len(parents) > 1:
        return Link(j, parents, "merged", confidence)
    return Link(j, parents, found.kind, confidence)


def _told_as_shared(links: Sequence[Link]) -> Iterator[Link]:
    """The links, those of pairs as split whose parent other local measures take up too."""
    takers = Counter(parent for link in links for parent in link.parents)
    for link in links:
        is_pair = link.kind in ("paired", "moved") and len(link.parents) == 1
        yield link._replace(kind="split") if is_pair and takers[link.parents[0]] > 1 else link
