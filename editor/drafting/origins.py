"""Where local measures come from, and whether their parents still say what was taken."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from editor.errors import CommandProblem
from editor.plan.assignments import format_units
from editor.plan.fingerprint import fingerprint
from editor.plan.measures import Measure, Origin
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.wording import _


def record_origin(parent: Plan, measure: str) -> Origin:
    """The origin that a copy of one parent measure carries: what it says now; KeyError where it is gone."""
    source = parent.measure(measure)
    return Origin(
        parent=parent.id,
        measures=(measure,),
        fingerprint=fingerprint(source.wording),
        text=source.wording,
        units=format_units(source),
        deadline=format_deadline((source,)),
    )


def format_deadline(sources: Iterable[Measure]) -> str:
    """The words of the measures' deadlines."""
    return "；".join(source.deadline.text for source in sources if source.deadline)


def find_parent(project: Project, id: str) -> Plan:
    """The parent plan with this id; CommandProblem where there is none."""
    try:
        return project.parent(id)
    except KeyError as error:
        raise CommandProblem(_("This superior plan is not part of the project.")) from error


def find_parent_measure(parent: Plan, id: str) -> Measure:
    """The parent's measure with this id; CommandProblem where there is none."""
    try:
        return parent.measure(id)
    except KeyError as error:
        message = _("The superior plan has no such measure; choose another one.")
        raise CommandProblem(message) from error


class ComparedWording(NamedTuple):
    """What a local measure is compared with in one parent plan: the joined wording of its sources there.

    `measures` are the sources that are still there; `sources` tells where in the wording each begins.
    """

    text: str
    measures: tuple[Measure, ...]
    sources: tuple[tuple[str, int], ...]


def compared_wording(project: Project, measure: Measure, plan: str) -> ComparedWording:
    """The wording of a measure's sources in one plan, as they are now; as recorded where one of them is gone."""
    parents = [parent for parent in project.parents if parent.id == plan]
    text, measures, sources = "", list[Measure](), list[tuple[str, int]]()
    for origin in (origin for origin in measure.origins if origin.parent == plan):
        blocks = (parent.block(id) for parent in parents for id in origin.measures)
        found = [block for block in blocks if isinstance(block, Measure)]
        measures += found
        if len(found) < len(origin.measures):
            text += origin.text
            continue
        for each in found:
            sources.append((each.id, len(text)))
            text += each.wording
    return ComparedWording(text, tuple(measures), tuple(sources))


def comes_from(measure: Measure, parent: str, id: str) -> bool:
    """Whether a local measure has this parent measure among its origins."""
    return any(origin.parent == parent and id in origin.measures for origin in measure.origins)


def locals_of(project: Project, parent: str, id: str) -> tuple[Measure, ...]:
    """The local measures that come from this parent measure, in document order."""
    return tuple(m for m in project.local.measures if comes_from(m, parent, id))


def merge_origins(origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
    """The origins, each parent measure named once, the first record of it kept."""
    first: dict[tuple[str, tuple[str, ...]], Origin] = {}
    for origin in origins:
        first.setdefault((origin.parent, origin.measures), origin)
    return tuple(first.values())


def without_origin(measure: Measure, parent: str, id: str) -> Measure:
    """The measure without this parent measure among its origins."""
    kept = []
    for origin in measure.origins:
        if origin.parent == parent and id in origin.measures:
            origin = replace(origin, measures=tuple(other for other in origin.measures if other != id))
        if origin.measures:
            kept.append(origin)
    return replace(measure, origins=tuple(kept))


def is_current(project: Project, origin: Origin) -> bool:
    """Whether the parent still says what was recorded; False too where parent or measure is gone."""
    try:
        parent = project.parent(origin.parent)
        sources = [parent.measure(id) for id in origin.measures]
    except KeyError:
        return False
    wording = "".join(source.wording for source in sources)
    recorded = (origin.fingerprint, origin.units, origin.deadline)
    now = (
        fingerprint(wording),
        "；".join(filter(None, map(format_units, sources))),
        format_deadline(sources),
    )
    return all(then in (None, today) for then, today in zip(recorded, now, strict=True))


def suspects(project: Project) -> tuple[str, ...]:
    """The ids of the local measures to review: those whose recorded parent wording is no longer the parent's."""
    return tuple(
        measure.id
        for measure in project.local.measures
        if not all(is_current(project, origin) for origin in measure.origins)
    )
