"""Rules about deadlines."""

from collections.abc import Iterator

from editor.checking.case import Case, Finding
from editor.plan.measures import Deadline, Measure
from editor.wording import _


def past_deadlines(case: Case) -> Iterator[Finding]:
    """Deadlines before the day of the check, or before the day an issued plan is dated."""
    for measure, deadline in _deadlines(case):
        if deadline.date and deadline.date < case.day:
            message = _("The deadline “{words}” has passed.").format(words=deadline.text)
            yield Finding(message, case.place(measure.id, "deadline"), deadline.text)


def late_deadlines(case: Case) -> Iterator[Finding]:
    """Deadlines later than that of a parent measure."""
    for measure, deadline in _deadlines(case):
        parents = [p.deadline for p in case.parents.get(measure.id, ()) if p.deadline and p.deadline.date]
        earliest = min(parents, key=lambda parent: parent.date or "", default=None)
        if earliest and deadline.date and deadline.date > (earliest.date or ""):
            message = _("The deadline “{words}” is later than the superior plan's “{parent}”.")
            words = message.format(words=deadline.text, parent=earliest.text)
            yield Finding(words, case.place(measure.id, "deadline"), deadline.text)


def yearless_deadlines(case: Case) -> Iterator[Finding]:
    """Dated deadlines whose last day is unknown, as where the year is missing."""
    for measure, deadline in _deadlines(case):
        if deadline.kind == "dated" and not deadline.date:
            message = _("The deadline “{words}” names no year.").format(words=deadline.text)
            fix = case.project is not None and case.project.year is not None
            yield Finding(message, case.place(measure.id, "deadline"), deadline.text, fix)


def _deadlines(case: Case) -> Iterator[tuple[Measure, Deadline]]:
    for measure in case.plan.measures:
        if measure.deadline:
            yield measure, measure.deadline
