"""Taking a local plan in again once its reading was put right: what was done to it since the first time stays."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from editor.drafting.editions import with_former_ids
from editor.drafting.taking_in import LOCAL, printed_details, take_in
from editor.plan.measures import Block, Measure
from editor.plan.notice import Notice
from editor.plan.numbering import renumber
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading
from editor.plan.value import Value

_OF_THE_DRAFT = {
    "number": None,
    "lines": None,
    "original": "",
    "origins": (),
    "state": "undecided",
    "note": "",
    "taken_from": None,
}
"""Fields of a block that say nothing about its wording, its units or its deadline, with what they are without it."""
_READ_ANEW = {"id", "body", "set_aside", "characters"}


class Retaken(Value, frozen=True, kw_only=True):
    """The project with the plan as it is read now; `overwritten` are blocks changed by hand whose reading is another now."""

    project: Project
    overwritten: tuple[Block, ...] = ()


class _Merged(NamedTuple):
    body: tuple[Block, ...]
    overwritten: tuple[Block, ...]


def retake(project: Project, former: Plan, reading: Reading) -> Retaken:
    """The project with its local plan taken in again; `former` is the plan as it was read before it was put right.

    A block whose reading stayed the same is left as it is in the draft, also where it was moved, removed or added
    there; one whose reading is another now comes from the reading.
    """
    used = (*(block.id for block in project.local.body), f"m{project.next_id}")
    new = with_former_ids(replace(former, id=LOCAL), reading.plan, used)
    fresh = take_in(project, replace(reading, plan=new))
    merged = _merged(former.body, project.local.body, fresh.local.body)
    kept = dict(_changed_details(former, project.local))
    local = renumber(replace(fresh.local, **kept, body=merged.body))
    taken = {source for measure in local.measures for source in measure.sources}
    decisions = tuple(
        d for d in project.decisions if d.sentence is not None or (d.parent, d.measure) not in taken
    )
    notice = _notice(project.notice, former, new)
    retaken = replace(fresh, local=local, decisions=decisions, notice=notice)
    return Retaken(project=retaken, overwritten=merged.overwritten)


def _changed_details(former: Plan, mine: Plan) -> Iterable[tuple[str, object]]:
    """The plan's own details, such as its title, that were changed by hand."""
    for field in set(Plan.__struct_fields__) - _READ_ANEW:
        if getattr(mine, field) != getattr(former, field):
            yield field, getattr(mine, field)


def _notice(notice: Notice, former: Plan, new: Plan) -> Notice:
    """The notice with the details that are read otherwise now, where they were not changed by hand."""
    before = printed_details(former)
    changed = {
        field: value
        for field, value in printed_details(new).items()
        if value != before.get(field)
        and getattr(notice, field) == before.get(field, getattr(Notice(), field))
    }
    return replace(notice, **changed)


def _merged(former: Sequence[Block], draft: Sequence[Block], fresh: Sequence[Block]) -> _Merged:
    """The blocks as they were read before, as they are in the draft and as they are read now, as one body."""
    was, mine = _by_id(former), _by_id(draft)
    same = {block.id for block in fresh if block.id in was and _bare(block) == _bare(was[block.id])}
    read = [
        _placed(mine[block.id], block) if block.id in same else _with_remarks(block, mine.get(block.id))
        for block in fresh
        if block.id in mine or block.id not in same  # what was removed by hand stays away
    ]
    by_reading = _by_id(read)
    left = by_reading.keys() | (mine.keys() - was.keys())
    ours = [by_reading.get(block.id, block) for block in draft if block.id in left]
    edited = [block for block in draft if block.id in was and _bare(block) != _bare(was[block.id])]
    return _Merged(
        body=_woven(ours, read) if _is_reordered(ours, former) else _woven(read, ours),
        overwritten=tuple(block for block in edited if block.id not in same),
    )


def _by_id(blocks: Iterable[Block]) -> dict[str, Block]:
    return {block.id: block for block in blocks}


def _bare(block: Block) -> Block:
    """The block without what the draft says about it."""
    return replace(block, **{f: v for f, v in _OF_THE_DRAFT.items() if f in block.__struct_fields__})


def _placed(ours: Block, fresh: Block) -> Block:
    """The draft's block with its place in the source as it is counted now."""
    return replace(ours, lines=fresh.lines, original=fresh.original)


def _with_remarks(fresh: Block, ours: Block | None) -> Block:
    """The block as it is read now, with the note, and where nothing is found anew the origins, that it has in the draft."""
    if isinstance(fresh, Measure) and isinstance(ours, Measure):
        return replace(fresh, note=ours.note, origins=fresh.origins or ours.origins)
    return fresh


def _is_reordered(ours: Iterable[Block], former: Iterable[Block]) -> bool:
    """Whether blocks that were read stand in another order in the draft."""
    places = {block.id: place for place, block in enumerate(former)}
    order = [places[block.id] for block in ours if block.id in places]
    return order != sorted(order)


def _woven(first: Sequence[Block], second: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of `first` in their order, those only in `second` behind the one that they follow there."""
    present = {block.id for block in first}
    followers: dict[str | None, list[Block]] = {}
    before: str | None = None
    for block in second:
        if block.id in present:
            before = block.id
        else:
            followers.setdefault(before, []).append(block)
    woven = list(followers.get(None, ()))
    for block in first:
        woven += (block, *followers.get(block.id, ()))
    return tuple(woven)
