"""The units that could carry a local measure out: the county's counterparts of those that the superior plan names."""

from collections.abc import Mapping

from editor.plan.counterparts import counterparts
from editor.plan.measures import ROLES, Assignment, Measure, Role
from editor.plan.plans import Plan
from editor.plan.project import Project


def suggested_units(project: Project, measure: Measure) -> Mapping[Role, tuple[str, ...]]:
    """Units by role, each in its first role only, without those that the measure has already; empty where there are none."""
    taken = {name for role in ROLES for name in measure.units(role)}
    suggested: dict[Role, tuple[str, ...]] = {}
    above = [
        a for origin in measure.origins for a in _assignments_above(project, origin.parent, origin.measures)
    ]
    for role in ROLES:
        organs = [name for assignment in above for name in getattr(assignment, role)]
        units = tuple(unit for unit in counterparts(organs, project.roster) if unit not in taken)
        taken.update(units)
        if units:
            suggested[role] = units
    return suggested


def _assignments_above(project: Project, plan: str, ids: tuple[str, ...]) -> list[Assignment]:
    parents = [parent for parent in project.parents if parent.id == plan]
    return [assignment for parent in parents for id in ids for assignment in _assignments_of(parent, id)]


def _assignments_of(plan: Plan, id: str) -> tuple[Assignment, ...]:
    """A parent measure's own assignments, else those of the innermost section around it that has some."""
    for around, block in plan.nested():
        if block.id == id and isinstance(block, Measure):
            return block.assignments or next((s.assignments for s in reversed(around) if s.assignments), ())
    return ()
