"""The calendar of deadlines as rows: years by months, and the measures of each month."""

from collections.abc import Iterable
from datetime import date

from editor.plan.schedule import Due, Task
from editor.ui.base.outline_rows import STATE_NAMES, caption
from editor.ui.base.rows import Row
from editor.wording import N_, _

MONTHS = 12
_OVERDUE = "▲"
_WITHOUT = {
    "no_year": N_("Day named, year missing"),
    "ongoing": N_("Ongoing or long-term"),
    "as_arranged": N_("As arranged elsewhere"),
    "unclear": N_("Words that name no day"),
    "none": N_("No deadline"),
}


def group_key(due: Due) -> str:
    """The key of a group's row."""
    return month_key(*due.month) if due.month else str(due.without)


def month_key(year: int, month: int) -> str:
    """The key of a month's row."""
    return f"{year:04}-{month:02}"


def year_rows(groups: Iterable[Due]) -> tuple[Row, ...]:
    """A row for each year: how many measures fall due in each of its months."""
    counts = {due.month: len(due.tasks) for due in groups if due.month}
    years = sorted({year for year, _month in counts})
    return tuple(
        Row(str(year), (str(year), *(str(counts.get((year, month), "")) for month in range(1, MONTHS + 1))))
        for year in years
    )


def due_rows(groups: Iterable[Due], today: date) -> tuple[Row, ...]:
    """The groups with their measures: measure, deadline as worded, lead units, state; what is past bears ▲."""
    return tuple(
        Row(
            group_key(due),
            (f"{_name(due)} ({len(due.tasks)})", "", "", ""),
            children=tuple(_task_row(task, today) for task in due.tasks),
            emphasis=True,
        )
        for due in groups
    )


def _name(due: Due) -> str:
    if due.month:
        year, month = due.month
        return _("{year}-{month:02}").format(year=year, month=month)
    return _(_WITHOUT[due.without or "none"])


def _task_row(task: Task, today: date) -> Row:
    measure, day = task.measure, task.day
    words = task.deadline.text if task.deadline else ""
    is_past = day is not None and day < today
    shown = f"{_OVERDUE} {words}" if is_past else words
    lead = "、".join(measure.units("lead_units") or measure.units("responsible_units"))
    hint = _("The day is past: {day}").format(day=day) if is_past else str(day or "")
    cells = (caption(measure), shown, lead, _(STATE_NAMES[measure.state]))
    return Row(f"measure/{measure.id}", cells, hint=hint, value=measure.id)
