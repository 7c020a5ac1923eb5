"""Measures by when they fall due: month by month, then those without a day."""

from datetime import date
from typing import Literal, TypeAlias

from editor.plan.deadlines import lacks_year
from editor.plan.measures import Deadline, Measure
from editor.plan.plans import Plan
from editor.plan.text_deadlines import deadlines_in
from editor.plan.value import Value

Without: TypeAlias = Literal["no_year", "ongoing", "as_arranged", "unclear", "none"]
"""Why measures have no day: the year is missing, there is no end, another plan says when, words unclear, no deadline."""
WITHOUT: tuple[Without, ...] = ("no_year", "ongoing", "as_arranged", "unclear", "none")


class Task(Value, frozen=True, kw_only=True):
    """A measure and its deadline: the field's, else the last one that its text sets, else none."""

    measure: Measure
    deadline: Deadline | None

    @property
    def day(self) -> date | None:
        """The last day meant, None where none is."""
        return date.fromisoformat(self.deadline.date) if self.deadline and self.deadline.date else None


class Due(Value, frozen=True, kw_only=True):
    """The tasks of one month, by day; or without a month, those that have no day for one reason."""

    month: tuple[int, int] | None
    without: Without | None = None
    tasks: tuple[Task, ...]


def schedule(plan: Plan) -> tuple[Due, ...]:
    """All measures of a plan, each once: months in order, then what has no day."""
    months: dict[tuple[int, int], list[Task]] = {}
    others: dict[Without, list[Task]] = {reason: [] for reason in WITHOUT}
    for measure in plan.measures:
        task = Task(measure=measure, deadline=deadline_of(measure, plan))
        if task.day is not None:
            months.setdefault((task.day.year, task.day.month), []).append(task)
        else:
            others[_without(task.deadline)].append(task)
    dated = [
        Due(month=month, tasks=tuple(sorted(found, key=lambda task: task.day or date.max)))
        for month, found in sorted(months.items())
    ]
    undated = [
        Due(month=None, without=reason, tasks=tuple(found)) for reason, found in others.items() if found
    ]
    return (*dated, *undated)


def deadline_of(measure: Measure, plan: Plan) -> Deadline | None:
    """The measure's deadline: its field, else of those that its text sets the one that ends last."""
    told = deadlines_in(measure.text, plan.year, plan.date)
    return measure.deadline or max(told, key=lambda deadline: deadline.date or "", default=None)


def _without(deadline: Deadline | None) -> Without:
    if deadline is None:
        return "none"
    if deadline.kind == "dated":
        return "no_year" if lacks_year(deadline) else "unclear"
    reasons: dict[str, Without] = {
        "ongoing": "ongoing",
        "long_term": "ongoing",
        "as_arranged": "as_arranged",
    }
    return reasons.get(deadline.kind, "unclear")
