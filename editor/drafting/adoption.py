"""Taking blocks of a parent plan into the local plan, in the parent's order and sections.

What is copied: headings, wording and deadlines. A deadline is the superior's promise, so the county starts from
it and may shorten it. What is not: units and leaders, which are the superior level's own.
"""

from msgspec.structs import replace

from editor.drafting.body import end_of, insert
from editor.drafting.origins import record_origin
from editor.plan.measures import Block, Measure, Paragraph, Section, sources_of
from editor.plan.plans import Plan
from editor.plan.project import Project


def adopt_blocks(project: Project, parent: Plan, ids: set[str]) -> Project:
    """The project with these blocks of the parent copied, each in its section and place; present ones are left."""
    if not project.local.body:
        return _start_with(project, parent, ids)
    for around, block in parent.nested():
        if block.id in ids:
            project = _adopt(project, parent, block, around)
    return project


def _start_with(project: Project, parent: Plan, ids: set[str]) -> Project:
    """The same for an empty local plan, where every place is known at once."""
    needed = {b.id for around, block in parent.nested() if block.id in ids for b in (*around, block)}
    copies = (copy_block(block, parent) for block in parent.body if block.id in needed)
    return insert(project, 0, *copies)


def find_copy(project: Project, parent: Plan, id: str) -> int | None:
    """The place in the local body of the first block taken from this block of the parent."""
    for place, block in enumerate(project.local.body):
        if id in sources_of(block, parent.id):
            return place
    return None


def copy_block(block: Block, parent: Plan) -> Block:
    """A parent's block as it enters the local plan, still with the parent's id."""
    if isinstance(block, Measure):
        return Measure(
            id=block.id,
            level=block.level,
            number=block.number,
            heading=block.heading,
            text=block.text,
            deadline=block.deadline,
            origins=(record_origin(parent, block.id),),
            state="drafting",
        )
    bare = replace(block, lines=None, original="", taken_from=(parent.id, block.id))
    return replace(bare, leader=None, assignments=()) if isinstance(bare, Section) else bare


def _adopt(project: Project, parent: Plan, block: Block, around: tuple[Section, ...]) -> Project:
    """The project with a copy of the block, and of the sections around it up to the innermost that is there."""
    if find_copy(project, parent, block.id) is not None:
        return project
    home = None
    if around:
        project = _adopt(project, parent, around[-1], around[:-1])
        home = find_copy(project, parent, around[-1].id)
    return insert(project, _place_for(project, parent, block, home), copy_block(block, parent))


def _place_for(project: Project, parent: Plan, block: Block, home: int | None) -> int:
    """Behind the nearest block that the parent has before this one in the same section, else before the next."""
    body = project.local.body
    order = {other.id: place for place, other in enumerate(parent.body)}
    start, end = (0, len(body)) if home is None else (home + 1, end_of(body, home))
    earlier: list[tuple[int, int]] = []
    later: list[tuple[int, int]] = []
    for place in _direct_children(body, start, end, block):
        for id in sources_of(body[place], parent.id):
            if id in order:
                (earlier if order[id] < order[block.id] else later).append((order[id], place))
    if earlier:
        place = end_of(body, max(earlier)[1])
    elif later:
        place = min(later)[1]
    else:
        place = _end_of_children(body, start, end, block)
    return _beyond_what_it_would_swallow(body, place, end, block)


def _direct_children(body: tuple[Block, ...], start: int, end: int, block: Block) -> list[int]:
    """The places between start and end next to which the block would still stand in the same section."""
    places, place = [], start
    while place < end:
        other = body[place]
        if isinstance(other, Section) and not _stands_beside(block, other):
            break
        places.append(place)
        place = end_of(body, place)
    return places


def _stands_beside(block: Block, section: Section) -> bool:
    return not isinstance(block, Paragraph) and block.level <= section.level


def _end_of_children(body: tuple[Block, ...], start: int, end: int, block: Block) -> int:
    children = _direct_children(body, start, end, block)
    return end_of(body, children[-1]) if children else start


def _beyond_what_it_would_swallow(body: tuple[Block, ...], place: int, end: int, block: Block) -> int:
    """For a section: behind the unsectioned blocks that follow, which would else become part of it."""
    while isinstance(block, Section) and place < end:
        other = body[place]
        if isinstance(other, Section) or (isinstance(other, Measure) and other.level <= block.level):
            break
        place += 1
    return place
