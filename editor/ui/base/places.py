"""Where findings lie: the blocks of plans that places name."""

from msgspec.structs import replace

from editor.plan.issues import Issue, Place
from editor.plan.measures import Measure
from editor.plan.plans import Plan


def comes_from(measure: Measure, plan: str, block: str) -> bool:
    """Whether a local measure was taken from this measure of this parent."""
    return any(origin.parent == plan and block in origin.measures for origin in measure.origins)


def source_plans(measure: Measure) -> tuple[str, ...]:
    """The parent plans that a local measure comes from, by id, each once."""
    return tuple(dict.fromkeys(origin.parent for origin in measure.origins))


def of_plan(issue: Issue, plan: str) -> Issue:
    """The issue with the plan it was found in named in its place."""
    return replace(issue, place=replace(issue.place, plan=plan))


def block_at(plan: Plan, place: Place) -> str | None:
    """The block a place names, else the last one that begins before its lines, None where there is neither."""
    if place.block:
        return place.block
    if place.lines is None:
        return None
    before = [block.id for block in plan.body if block.lines and block.lines[0] <= place.lines[0]]
    return before[-1] if before else None
