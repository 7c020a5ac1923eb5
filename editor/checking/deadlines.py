"""Rules about deadlines, those given as a field and those that the text tells."""

from collections.abc import Iterator

from editor.checking.case import Case, Finding
from editor.plan.deadlines import lacks_year
from editor.plan.measures import Deadline, Measure
from editor.plan.text_deadlines import deadlines_in, deadlines_of
from editor.wording import _


def past_deadlines(case: Case) -> Iterator[Finding]:
    """Deadlines before the day of the check, or before the day an issued plan is dated."""
    return (
        _past(case, measure, deadline, "deadline")
        for measure, deadline in _deadlines(case)
        if _is_past(case, deadline)
    )


def past_dates(case: Case) -> Iterator[Finding]:
    """Deadlines told in a text that lie before that day."""
    for measure in case.plan.measures:
        for deadline in deadlines_in(measure.text, _year(case), case.plan.date):
            if _is_past(case, deadline):
                yield _past(case, measure, deadline, "text")


def late_deadlines(case: Case) -> Iterator[Finding]:
    """Deadlines later than that of a parent measure; where both stand in the text, that is a later date within it."""
    for measure in case.plan.measures:
        deadline = _last(measure, _year(case))
        parents = [
            last for parent in case.parents.get(measure.id, ()) if (last := _compared(parent, measure))
        ]
        earliest = min(parents, key=_day, default=None)
        if earliest and deadline and _day(deadline) > _day(earliest):
            message = _("The deadline “{words}” is later than the superior plan's “{parent}”.")
            words = message.format(words=deadline.text, parent=earliest.text)
            field = "deadline" if measure.deadline else "text"
            yield Finding(words, case.place(measure.id, field), deadline.text)


def yearless_deadlines(case: Case) -> Iterator[Finding]:
    """Dated deadlines whose last day is unknown, as where the year is missing."""
    for measure, deadline in _deadlines(case):
        if deadline.kind == "dated" and not deadline.date:
            yield _without_day(case, measure, deadline)


def _without_day(case: Case, measure: Measure, deadline: Deadline) -> Finding:
    message, fix = _("The deadline “{words}” names a day that there is not."), False
    if lacks_year(deadline):
        message = _("The deadline “{words}” names no year.")
        fix = case.project is not None and case.project.year is not None
    return Finding(
        message.format(words=deadline.text), case.place(measure.id, "deadline"), deadline.text, fix
    )


def _deadlines(case: Case) -> Iterator[tuple[Measure, Deadline]]:
    for measure in case.plan.measures:
        if measure.deadline:
            yield measure, measure.deadline


def _is_past(case: Case, deadline: Deadline) -> bool:
    return deadline.date is not None and deadline.date < case.day


def _past(case: Case, measure: Measure, deadline: Deadline, field: str) -> Finding:
    message = _("The deadline “{words}” has passed.").format(words=deadline.text)
    return Finding(message, case.place(measure.id, field), deadline.text)


def _year(case: Case) -> int | None:
    return case.project.year if case.project else case.plan.year


def _compared(parent: Measure, measure: Measure) -> Deadline | None:
    """The parent's deadline that the measure's own is held against."""
    return _last(parent) if parent.deadline or measure.deadline else None


def _last(measure: Measure, year: int | None = None) -> Deadline | None:
    """The day by which all is done: the field's, else the last that the text tells; None where no day is known."""
    told = (measure.deadline,) if measure.deadline else deadlines_of(measure, year)
    return max((deadline for deadline in told if deadline.date), key=_day, default=None)


def _day(deadline: Deadline) -> str:
    return deadline.date or ""
