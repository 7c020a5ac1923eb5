"""Starting a draft from superior plans that were read."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec.structs import replace

from editor.drafting.commands import AdoptAll
from editor.plan.locality import Locality
from editor.plan.notice import Notice, compose_text, compose_title
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading
from editor.plan.roster import Roster

_PLACE = re.compile("^(?:中共)?(.{2,}?(?:自治区|自治州|省|市|盟|县|区))(?=人民政府|委)")
"""The place that an issuing organ governs: 示范省 in 示范省人民政府办公厅."""


def new_project(
    readings: Sequence[Reading],
    roster: Roster,
    locality: Locality,
    adopt: Literal["all", "none"],
    today: date,
) -> Project:
    """A draft whose parents are the plans read, called parent1, parent2 and so on, with all or nothing of them adopted.

    Numbers run on as they do in the first parent. What the locality's profile tells about the notice is filled
    in, the document number up to the serial number that only the registry can give; nothing else is guessed.
    """
    parents = tuple(replace(r.plan, id=f"parent{n}") for n, r in enumerate(readings, 1))
    sources = tuple(replace(r.source, plan=f"parent{n}") for n, r in enumerate(readings, 1))
    first = parents[0] if parents else Plan(id="none")
    title = local_title(first, locality)
    project = Project(
        parents=parents,
        sources=sources,
        local=Plan(id="local", title=title, running_levels=first.running_levels),
        roster=roster,
        locality=locality,
        notice=_notice(locality, title, today),
    )
    if adopt == "all":
        for parent in parents:
            project = AdoptAll(parent.id).apply(project)
    return project


def proposed_notice(project: Project, today: date) -> Notice:
    """What the locality's profile and custom would have the notice say; of the rest it says nothing."""
    notice, title = project.notice, project.local.title
    proposed = _notice(project.locality, title, today)
    return replace(
        proposed,
        title=compose_title(notice.issuers or proposed.issuers, title, notice.act),
        text=compose_text(title, notice.act),
        printed_on=notice.date,
    )


def local_title(parent: Plan, locality: Locality) -> str:
    """The parent's title with the superior place's name, where it occurs, replaced by the locality's."""
    title = parent.title
    places = [match[1] for issuer in parent.issuers if (match := _PLACE.match(issuer))]
    for place in places if locality.name else ():
        title = title.replace(place, locality.name)
    return title


def _notice(locality: Locality, title: str, today: date) -> Notice:
    issuers = (locality.issuer,) if locality.issuer else ()
    prefix = locality.number_prefix
    return Notice(
        issuer_mark=locality.issuer_mark,
        issuers=issuers,
        document_number=f"{prefix}〔{today.year}〕号" if prefix else "",
        title=compose_title(issuers, title),
        addressees=locality.addressees,
        annotation=locality.annotation,
        copied_to=locality.copied_to,
        printed_by=locality.printed_by,
        seal_diameter=locality.seal_diameter,
        imprint_even=locality.imprint_even,
    )
