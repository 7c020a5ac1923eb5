"""Blocks of the local plan: finding, replacing and placing them."""

from collections.abc import Iterable

from msgspec.structs import replace

from editor.errors import CommandProblem
from editor.plan.measures import Block, Measure, Paragraph, Section
from editor.plan.project import Project
from editor.wording import _

_PREFIX: dict[type, str] = {Section: "s", Measure: "m", Paragraph: "p"}


def find_index(project: Project, id: str) -> int:
    """The place of a block in the local plan; CommandProblem where it is gone."""
    try:
        return project.local.index(id)
    except KeyError as error:
        message = _("This part is no longer in the local plan; choose another one.")
        raise CommandProblem(message) from error


def find_block(project: Project, id: str) -> Block:
    """The block of the local plan with this id; CommandProblem where it is gone."""
    return project.local.body[find_index(project, id)]


def find_measure(project: Project, id: str) -> Measure:
    """The measure of the local plan with this id; CommandProblem where there is none."""
    block = find_block(project, id)
    if not isinstance(block, Measure):
        raise CommandProblem(_("This works on measures only; choose a measure."))
    return block


def find_section(project: Project, id: str) -> Section:
    """The section of the local plan with this id; CommandProblem where there is none."""
    block = find_block(project, id)
    if not isinstance(block, Section):
        raise CommandProblem(_("This works on sections only; choose a section."))
    return block


def with_body(project: Project, body: Iterable[Block]) -> Project:
    """The project with another body of the local plan."""
    return replace(project, local=replace(project.local, body=tuple(body)))


def with_block(project: Project, block: Block) -> Project:
    """The project with `block` in the place of the one with the same id."""
    place = find_index(project, block.id)
    body = project.local.body
    return with_body(project, (*body[:place], block, *body[place + 1 :]))


def insert(project: Project, place: int, *blocks: Block) -> Project:
    """The project with new blocks at `place` of the local body; each gets an id never used before."""
    named = [
        replace(block, id=f"{_PREFIX[type(block)]}{number}")
        for number, block in enumerate(blocks, project.next_id)
    ]
    body = project.local.body
    changed = with_body(project, (*body[:place], *named, *body[place:]))
    return replace(changed, next_id=project.next_id + len(named))


def end_of(body: tuple[Block, ...], place: int) -> int:
    """Where the block at `place` ends: for a section behind everything in it, else just behind it."""
    block = body[place]
    end = place + 1
    if isinstance(block, Section):
        while end < len(body) and _is_within(body[end], block):
            end += 1
    return end


def _is_within(block: Block, section: Section) -> bool:
    return isinstance(block, Paragraph) or block.level > section.level


def with_contents(body: tuple[Block, ...], ids: Iterable[str]) -> tuple[Block, ...]:
    """The named blocks, sections with everything in them, in document order and each once."""
    wanted = set(ids)
    chosen: list[Block] = []
    taken_up_to = 0
    for place, block in enumerate(body):
        if block.id in wanted:
            taken_up_to = max(taken_up_to, end_of(body, place))
        if place < taken_up_to:
            chosen.append(block)
    return tuple(chosen)


def require_all(project: Project, ids: Iterable[str]) -> None:
    """Nothing where every id is in the local plan, else CommandProblem."""
    known = {block.id for block in project.local.body}
    if not known.issuperset(ids):
        raise CommandProblem(_("This part is no longer in the local plan; choose another one."))
