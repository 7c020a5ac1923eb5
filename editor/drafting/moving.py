"""One step up or down in the local plan: measures over their neighbours, sections with all they hold over other sections."""

from collections.abc import Collection, Sequence

from editor.drafting.body import end_of, with_contents
from editor.drafting.commands.structure import Move
from editor.plan.measures import Block, Section
from editor.plan.plans import Plan


def move_up(plan: Plan, ids: Collection[str]) -> Move | None:
    """The step that moves these blocks up together; None where there is no place above them."""
    body = plan.body
    moved = [block.id for block in with_contents(body, ids)]
    first = next((place for place, block in enumerate(body) if block.id in moved), 0)
    target = _section_above(body, first) if moved and isinstance(body[first], Section) else first - 1
    return (
        Move(tuple(moved), before=body[target].id) if moved and target is not None and target >= 0 else None
    )


def move_down(plan: Plan, ids: Collection[str]) -> Move | None:
    """The step that moves these blocks down together; None where there is no place below them."""
    body = plan.body
    moved = [block.id for block in with_contents(body, ids)]
    places = [place for place, block in enumerate(body) if block.id in moved]
    if not places or places[-1] + 1 == len(body):
        return None
    first, behind = body[places[0]], places[-1] + 1
    target = _behind_section(body, behind, first.level) if isinstance(first, Section) else behind + 1
    return Move(tuple(moved), before=body[target].id if target < len(body) else None)


def _section_above(body: Sequence[Block], place: int) -> int | None:
    """The section of the same level above a section, else the one around it if anything stands above that."""
    section = body[place]
    assert isinstance(section, Section)
    for above in range(place - 1, -1, -1):
        other = body[above]
        if isinstance(other, Section) and other.level <= section.level:
            return above if other.level == section.level or above > 0 else None
    return None


def _behind_section(body: tuple[Block, ...], place: int, level: int) -> int:
    """Behind the section at `place` if it is of this level; in one of a higher level behind what it holds directly."""
    other = body[place]
    if isinstance(other, Section) and other.level < level:
        target = place + 1
        while target < len(body) and not isinstance(body[target], Section):
            target += 1
        return target
    return end_of(body, place)
