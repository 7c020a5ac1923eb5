"""Measures by when they fall due: month by month, then those without a day."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias

from editor.plan.measures import Deadline, Measure
from editor.plan.value import Value

Without: TypeAlias = Literal["no_year", "ongoing", "as_arranged", "unclear", "none"]
"""Why measures have no day: the year is missing, there is no end, another plan says when, words unclear, no deadline."""
WITHOUT: tuple[Without, ...] = ("no_year", "ongoing", "as_arranged", "unclear", "none")


class Due(Value, frozen=True, kw_only=True):
    """The measures of one month, by day; or without a month, those that have no day for one reason."""

    month: tuple[int, int] | None
    without: Without | None = None
    measures: tuple[Measure, ...]


def schedule(measures: Iterable[Measure]) -> tuple[Due, ...]:
    """All measures, each once: months in order, then what has no day."""
    months: dict[tuple[int, int], list[Measure]] = {}
    others: dict[Without, list[Measure]] = {reason: [] for reason in WITHOUT}
    for measure in measures:
        day = due_day(measure.deadline)
        if day is not None:
            months.setdefault((day.year, day.month), []).append(measure)
        else:
            others[_without(measure.deadline)].append(measure)
    dated = [
        Due(month=month, measures=tuple(sorted(found, key=lambda each: due_day(each.deadline) or date.max)))
        for month, found in sorted(months.items())
    ]
    undated = [
        Due(month=None, without=reason, measures=tuple(found)) for reason, found in others.items() if found
    ]
    return (*dated, *undated)


def due_day(deadline: Deadline | None) -> date | None:
    """The last day that a deadline means, None where it means none."""
    return date.fromisoformat(deadline.date) if deadline and deadline.date else None


def _without(deadline: Deadline | None) -> Without:
    if deadline is None:
        return "none"
    reasons: dict[str, Without] = {
        "dated": "no_year",
        "ongoing": "ongoing",
        "long_term": "ongoing",
        "as_arranged": "as_arranged",
    }
    return reasons.get(deadline.kind, "unclear")
