"""Names of units that a repair says to be others."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from editor.plan.measures import ROLES, Assignment, Measure, Section
from editor.plan.plans import Plan
from editor.plan.repairs import Repair, SameUnit


def same_units(repairs: Sequence[Repair]) -> Mapping[str, str]:
    """The names that the repairs explain, with what is meant by each."""
    return {repair.name: repair.means for repair in repairs if isinstance(repair, SameUnit)}


def rename_units(plan: Plan, names: Mapping[str, str]) -> Plan:
    """The plan with units listed under the names that are meant; assignments keep their printed wording."""
    if not names:
        return plan
    body = tuple(
        replace(block, assignments=tuple(_renamed(each, names) for each in block.assignments))
        if isinstance(block, Section | Measure)
        else block
        for block in plan.body
    )
    return replace(plan, body=body)


def _renamed(assignment: Assignment, names: Mapping[str, str]) -> Assignment:
    lists = {role: tuple(dict.fromkeys(names.get(n, n) for n in getattr(assignment, role))) for role in ROLES}
    return replace(assignment, **lists)
