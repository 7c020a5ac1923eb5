"""What changed between two versions of one plan: wordings, order, and everything around them."""

from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from editor.comparing.comparison import Comparison, compare_plans
from editor.comparing.linking import in_order
from editor.plan.assignments import format_assignment
from editor.plan.measures import Block, Measure, Origin, Paragraph, Section
from editor.plan.plans import Plan
from editor.plan.value import Value

_FRAME = ("title", "opening", "closing")


class DetailChange(Value, frozen=True, kw_only=True):
    """Something beside the measures' wordings that is otherwise: old and new as printed, empty where there is none.

    `block` is None for the plan's own `title`, `opening` and `closing`; else `field` is assignments, deadline or
    leader of a measure, heading of a section or text of a paragraph.
    """

    block: str | None
    field: str
    old: str
    new: str


class Changes(Value, frozen=True, kw_only=True):
    """All that differs between two versions of a plan.

    In `comparison` the old version is the parent. `added` and `removed` are ids of measures that one version alone
    has, `reworded` and `moved` of those that both have.
    """

    comparison: Comparison
    added: tuple[str, ...]
    removed: tuple[str, ...]
    reworded: tuple[str, ...]
    moved: tuple[str, ...]
    details: tuple[DetailChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two versions say the same in the same order."""
        return not (self.added or self.removed or self.reworded or self.moved or self.details)


def changes_between(old: Plan, new: Plan, names: Collection[str] = ()) -> Changes:
    """What changed from one version of a plan to a later one; a block is known by its id in both."""
    bare_old = replace(old, body=tuple(_without_origins(block) for block in old.body))
    known, present = ({measure.id for measure in plan.measures} for plan in (old, new))
    linked = replace(new, body=tuple(_linked(block, old.id, known) for block in new.body))
    comparison = compare_plans([bare_old], linked, names)
    places = {measure.id: place for place, measure in enumerate(old.measures)}
    pairs = {
        place: places[pair.parents[0]]
        for place, pair in enumerate(comparison.pairs)
        if pair.parents == (pair.local,)  # what was split off another measure is new, and moved nothing
    }
    ordered = in_order(pairs)
    return Changes(
        comparison=comparison,
        added=tuple(measure.id for measure in new.measures if measure.id not in known),
        removed=tuple(measure.id for measure in old.measures if measure.id not in present),
        reworded=tuple(
            d.local for d in comparison.diffs if d.local in known and any(span.op != "=" for span in d.ops)
        ),
        moved=tuple(comparison.pairs[place].local for place in pairs if place not in ordered),
        details=(*_frame(old, new), *_blocks(old, new)),
    )


def _without_origins(block: Block) -> Block:
    return replace(block, origins=()) if isinstance(block, Measure) else block


def _linked(block: Block, plan: str, known: Collection[str]) -> Block:
    """The block, a measure with its own former self as its only origin."""
    if not isinstance(block, Measure):
        return block
    origin = Origin(parent=plan, measures=(block.id,), fingerprint="", text="")
    return replace(block, origins=(origin,) if block.id in known else ())


def _frame(old: Plan, new: Plan) -> Iterator[DetailChange]:
    for field in _FRAME:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield DetailChange(block=None, field=field, old=before, new=after)


def _blocks(old: Plan, new: Plan) -> Iterator[DetailChange]:
    former = {block.id: block for block in old.body}
    for block in new.body:
        before, after = _details(former.pop(block.id, None)), _details(block)
        if isinstance(block, Measure) and not before:
            continue
        for field, value in after.items():
            if value != before.get(field, ""):
                yield DetailChange(block=block.id, field=field, old=before.get(field, ""), new=value)
    for block in former.values():
        for field, value in _details(block).items() if not isinstance(block, Measure) else ():
            yield DetailChange(block=block.id, field=field, old=value, new="")


def _details(block: Block | None) -> Mapping[str, str]:
    """What a block says beside its wording; a section and a paragraph are all detail."""
    if isinstance(block, Section):
        return {"heading": block.heading}
    if isinstance(block, Paragraph):
        return {"text": block.text}
    if block is None:
        return {}
    return {
        "assignments": "；".join(filter(None, map(format_assignment, block.assignments))),
        "deadline": block.deadline.text if block.deadline else "",
        "leader": block.leader or "",
    }
