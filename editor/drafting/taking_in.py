"""Taking in a local plan that exists already: it becomes the draft, linked to the parents it was made from."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from editor.drafting.origins import record_origin
from editor.plan.measures import Block, Measure, Origin, Section, TakenFrom
from editor.plan.numbering import renumber
from editor.plan.plans import Cover, Plan
from editor.plan.project import Project, Reading

if TYPE_CHECKING:
    from editor.comparing import Pair

LOCAL = "local"


def take_in(project: Project, reading: Reading) -> Project:
    """The project with the plan read as its local plan, and its file kept among the sources.

    Origins are recorded for the pairs that the alignment is sure of; offers are left for the drafter to link.
    Details of the plan's notice replace those of the project's, as far as it has any. Numbers are put in order.
    """
    from editor.comparing import align  # loaded when needed: the window starts without it

    plan = replace(reading.plan, id=LOCAL)
    names = [name for unit in project.roster.units for name in unit.names]
    pairs = [pair for pair in align(project.parents, plan, names) if pair.parents and not pair.is_offer]
    body = _with_sections(_with_origins(plan.body, pairs, project), project)
    taken = {(pair.parent_plan, id) for pair in pairs for id in pair.parents}
    return replace(
        project,
        local=renumber(replace(plan, body=body)),
        sources=(*(s for s in project.sources if s.plan != LOCAL), replace(reading.source, plan=LOCAL)),
        decisions=tuple(
            d for d in project.decisions if d.sentence is not None or (d.parent, d.measure) not in taken
        ),
        notice=replace(project.notice, **printed_details(plan)),
        next_id=max(project.next_id, _highest(plan) + 1),
    )


def _with_origins(body: Iterable[Block], pairs: "Iterable[Pair]", project: Project) -> tuple[Block, ...]:
    origins: dict[str, tuple[Origin, ...]] = {}
    for pair in pairs:
        parent = project.parent(pair.parent_plan)
        taken = tuple(record_origin(parent, id) for id in pair.parents)
        origins[pair.local] = origins.get(pair.local, ()) + taken
    return tuple(
        replace(block, origins=origins.get(block.id, ()), state="drafting")
        if isinstance(block, Measure)
        else block
        for block in body
    )


def _with_sections(body: tuple[Block, ...], project: Project) -> tuple[Block, ...]:
    """The body with its sections linked to the parent's section that most of their measures came from."""
    homes = {
        (plan.id, block.id): (plan.id, around[-1].id)
        for plan in project.parents
        for around, block in plan.nested()
        if around
    }
    found = _most_common_homes(body, homes)
    return tuple(
        replace(block, taken_from=found.get(block.id)) if isinstance(block, Section) else block
        for block in body
    )


def _most_common_homes(body: tuple[Block, ...], homes: Mapping[TakenFrom, TakenFrom]) -> dict[str, TakenFrom]:
    """By local section id the parent section, each of the two at most once."""
    votes: Counter[tuple[str, TakenFrom]] = Counter()
    for around, block in Plan(id=LOCAL, body=body).nested():
        if isinstance(block, Measure) and around:
            votes.update((around[-1].id, homes[source]) for source in block.sources if source in homes)
    found: dict[str, TakenFrom] = {}
    for (section, home), _count in votes.most_common():
        if section not in found and home not in found.values():
            found[section] = home
    return found


def printed_details(plan: Plan) -> dict[str, object]:
    """What a plan that exists already prints of its notice, by the notice's fields."""
    cover = plan.cover or Cover()
    issuers = tuple(cover.letterhead.removesuffix("文件").split("\n"))
    printed = {
        "document_number": plan.document_number,
        "issuers": plan.issuers,
        "date": plan.date,
        "addressees": plan.addressees,
        "annotation": plan.annotation,
        "issuer_mark": cover.letterhead if len(issuers) == 1 else "",
        "mark_names": issuers if len(issuers) > 1 else (),
        "title": cover.title,
        "text": cover.text,
        "copy_number": cover.copy_number,
        "classification": cover.classification,
        "urgency": cover.urgency,
        "attachments": cover.attachments,
    }
    return {field: value for field, value in printed.items() if value}


def _highest(plan: Plan) -> int:
    """The largest number that an id of the plan ends in."""
    ends = (re.search(r"\d+$", block.id) for block in plan.body)
    return max((int(end[0]) for end in ends if end), default=0)
