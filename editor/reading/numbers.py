"""Item numbers of a plan read: which levels run on through the sections, and where numbers miss, repeat or fall."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from editor.plan.issues import Issue
from editor.plan.measures import Measure, Paragraph, Section
from editor.plan.numbering import LEVELS, format_number, parse_numeral
from editor.plan.plans import Plan
from editor.reading.codes import Code
from editor.reading.doubts import doubt
from editor.wording import _

Item: TypeAlias = Section | Measure
_Groups: TypeAlias = list[list[tuple[int, Item]]]


def running_levels(plan: Plan) -> tuple[int, ...]:
    """The levels whose numbers go on in most later sections where the section before left off."""
    return tuple(level for level in LEVELS if _runs_on(_groups(plan, level)))


def doubts_of_numbers(plan: Plan) -> tuple[Issue, ...]:
    """An issue for every number that is missing, repeated or lower than the one before."""
    return tuple(_doubts(plan))


def _groups(plan: Plan, level: int) -> _Groups:
    """The numbered items of one level, grouped by the section they stand in."""
    groups: dict[str, list[tuple[int, Item]]] = defaultdict(list)
    for around, block in plan.nested():
        if isinstance(block, Paragraph) or block.level != level or block.number is None:
            continue
        value = parse_numeral(block.number)
        if value is not None:
            groups[around[-1].id if around else ""].append((value, block))
    return list(groups.values())


def _runs_on(groups: _Groups) -> bool:
    later = [before[-1][0] < after[0][0] for before, after in pairwise(groups)]
    return sum(later) * 2 > len(later)


def _doubts(plan: Plan) -> Iterator[Issue]:
    for level in LEVELS:
        groups = _groups(plan, level)
        if level in plan.running_levels:
            groups = [[item for group in groups for item in group]]
        for group in groups:
            yield from _doubts_in(group)


def _doubts_in(group: Sequence[tuple[int, Item]]) -> Iterator[Issue]:
    last = 0
    for value, item in group:
        if value != last + 1:
            yield _doubt(value, last, item)
        last = value


def _doubt(value: int, last: int, item: Item) -> Issue:
    code: Code
    if value == last:
        code, message = "duplicate_number", _("The number {number} is used twice.")
    elif value < last:
        code, message = "falling_number", _("The number {number} is lower than the one before it.")
    else:
        code, message = "missing_number", _("Before the number {number} at least one number is missing.")
    number = format_number(item.number, item.level).rstrip("、.")
    return doubt(code, "warning", message.format(number=number), item.lines or (0, 0), item.id)
