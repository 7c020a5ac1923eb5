"""Rules about the units that carry measures out."""

from collections.abc import Iterator

from editor.checking.case import Case, Finding
from editor.plan.measures import ROLES, Measure
from editor.plan.near_names import near_names, nearest_name
from editor.plan.roster import Roster, is_group
from editor.wording import _


def missing_units(case: Case) -> Iterator[Finding]:
    """Measures that nobody carries out; none in a read plan that names no units at all."""
    if not case.project and not any(_has_units(measure) for measure in case.plan.measures):
        return
    for around, block in case.plan.nested():
        inherited = any(section.assignments for section in around)
        if isinstance(block, Measure) and not inherited and not _has_units(block):
            message = _("No unit carries this measure out.")
            yield Finding(message, case.place(block.id, "responsible_units"))


def missing_leads(case: Case) -> Iterator[Finding]:
    """Measures of several responsible units of which none leads, unless the plan says that the first one does."""
    if any(rule.kind == "first_listed_leads" for rule in case.plan.rules):
        return
    for measure in case.plan.measures:
        if len(measure.units("responsible_units")) > 1 and not measure.units("lead_units"):
            message = _("Several units are responsible and none of them leads.")
            yield Finding(message, case.place(measure.id, "lead_units"))


def unknown_units(case: Case) -> Iterator[Finding]:
    """Units that the roster doesn't know, with the names that come near; none while the roster is empty."""
    if not case.project or not case.project.roster.units:
        return
    roster = case.project.roster
    for measure in case.plan.measures:
        for role in ROLES:
            for name in measure.units(role):
                if not _is_known(roster, name):
                    yield _unknown(case, measure, role, name)


def _has_units(measure: Measure) -> bool:
    return bool(measure.assignments)


def _is_known(roster: Roster, name: str) -> bool:
    """Whether the roster has the name, also without a second name in brackets behind it, or it names a group."""
    return bool(roster.find(name) or roster.find(name.partition("（")[0]) or is_group(name))


def _unknown(case: Case, measure: Measure, role: str, name: str) -> Finding:
    roster = case.project.roster if case.project else Roster()
    near = "、".join(other for other, _score in near_names(roster, name))
    message = _("“{name}” is not in the roster.")
    if near:
        message = _("“{name}” is not in the roster; perhaps {near}.")
    sure = nearest_name(roster, name) is not None
    return Finding(message.format(name=name, near=near), case.place(measure.id, role), name, sure)
