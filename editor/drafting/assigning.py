"""The units that could carry a local measure out: the county's counterparts of those that the superior plan names."""

from collections.abc import Mapping
from typing import TypeAlias

from editor.plan.counterparts import counterparts
from editor.plan.measures import ROLES, Assignment, Measure, Role
from editor.plan.project import Project

Above: TypeAlias = Mapping[tuple[str, str], tuple[Assignment, ...]]
"""What superior measures are assigned, by their plan and id."""


def assigned_above(project: Project) -> Above:
    """The superior measures' own assignments, else those of the innermost section around each that has some."""
    return {
        (parent.id, block.id): block.assignments
        or next((section.assignments for section in reversed(around) if section.assignments), ())
        for parent in project.parents
        for around, block in parent.nested()
        if isinstance(block, Measure)
    }


def suggested_units(
    project: Project, measure: Measure, above: Above | None = None
) -> Mapping[Role, tuple[str, ...]]:
    """Units by role, each in its first role only, without those that the measure has already; empty where there are none.

    Who asks about many measures hands in what `assigned_above` says.
    """
    known = assigned_above(project) if above is None else above
    taken = {name for role in ROLES for name in measure.units(role)}
    suggested: dict[Role, tuple[str, ...]] = {}
    places = [(origin.parent, id) for origin in measure.origins for id in origin.measures]
    assignments = [assignment for place in places for assignment in known.get(place, ())]
    for role in ROLES:
        organs = [name for assignment in assignments for name in getattr(assignment, role)]
        units = tuple(unit for unit in counterparts(organs, project.roster) if unit not in taken)
        taken.update(units)
        if units:
            suggested[role] = units
    return suggested
