"""Rules over projects and plans: each finds issues, and says how serious they are and what the rule rests on."""

from collections.abc import Mapping, Sequence
from datetime import date

from editor.checking.case import Case, Rule
from editor.checking.rules import RULES
from editor.comparing import align
from editor.plan.issues import SEVERITIES, Issue, with_dismissals
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project

__all__ = ["RULES", "Rule", "check_plan", "check_project"]


def check_project(project: Project, today: date) -> tuple[Issue, ...]:
    """What the rules find in a project, worst first; what somebody put aside says why.

    Deadlines are held against the notice's date, against `today` while it has none.
    """
    known = {(plan.id, measure.id): measure for plan in project.parents for measure in plan.measures}
    parents = {
        measure.id: tuple(known[source] for source in measure.sources if source in known)
        for measure in project.local.measures
    }
    found = _check(Case(project.local, project.notice.date or today.isoformat(), parents, project))
    return with_dismissals(found, project.dismissals)


def check_plan(plan: Plan, today: date, parents: Sequence[Plan] = ()) -> tuple[Issue, ...]:
    """What the rules find in a plan or finished notice that was read, worst first.

    Deadlines are held against the day that the plan is dated, against `today` where it bears no date.
    """
    return _check(Case(plan, plan.date or today.isoformat(), _parents_of(plan, parents)))


def _check(case: Case) -> tuple[Issue, ...]:
    issues = [issue for rule in RULES for issue in rule.issues(case)]
    return tuple(sorted(issues, key=lambda issue: SEVERITIES.index(issue.severity)))


def _parents_of(plan: Plan, parents: Sequence[Plan]) -> Mapping[str, tuple[Measure, ...]]:
    """By local measure the parent measures that the alignment is sure of."""
    plans = {parent.id: parent for parent in parents}
    found: dict[str, tuple[Measure, ...]] = {}
    for pair in align(parents, plan):
        if pair.parents and not pair.is_offer:
            counterparts = tuple(plans[pair.parent_plan].measure(id) for id in pair.parents)
            found[pair.local] = found.get(pair.local, ()) + counterparts
    return found
