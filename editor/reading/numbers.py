"""Item numbers of a plan read: which levels run on through the sections, and where numbers miss, repeat or fall."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from editor.plan.issues import Issue
from editor.plan.measures import Measure, Paragraph, Section
from editor.plan.numbering import LEVELS, format_number, format_numeral, parse_numeral
from editor.plan.plans import Plan
from editor.plan.repairs import NumberIt, Repair, SplitHere
from editor.reading.codes import Code
from editor.reading.doubts import doubt
from editor.reading.readers.places import Texts
from editor.wording import _

Item: TypeAlias = Section | Measure
_Groups: TypeAlias = list[list[tuple[int, Item]]]


def running_levels(plan: Plan) -> tuple[int, ...]:
    """The levels whose numbers go on in most later sections where the section before left off."""
    groups = _groups(plan)
    return tuple(level for level in LEVELS if _runs_on(groups[level]))


def _groups(plan: Plan) -> dict[int, _Groups]:
    """The numbered items of each level, grouped by the section they stand in."""
    groups: dict[int, dict[str, list[tuple[int, Item]]]] = {level: {} for level in LEVELS}
    for around, block in plan.nested():
        if isinstance(block, Paragraph) or block.number is None:
            continue
        value = parse_numeral(block.number)
        if value is not None:
            section = around[-1].id if around else ""
            groups[block.level].setdefault(section, []).append((value, block))
    return {level: list(found.values()) for level, found in groups.items()}


def _runs_on(groups: _Groups) -> bool:
    later = [before[-1][0] < after[0][0] for before, after in pairwise(groups)]
    return sum(later) * 2 > len(later)


def doubts_of_numbers(plan: Plan, texts: Texts) -> Iterator[Issue]:
    """An issue for every number that is missing, repeated or lower than the one before; `texts` tell where one may hide."""
    for level, groups in _groups(plan).items():
        if level in plan.running_levels:
            groups = [[item for group in groups for item in group]]
        for group in groups:
            yield from _doubts_in(group, texts)


def _doubts_in(group: Sequence[tuple[int, Item]], texts: Texts) -> Iterator[Issue]:
    last = 0
    following = [value for value, _item in group[1:]] + [0]
    for place, (value, item) in enumerate(group):
        if value != last + 1:
            hidden = _hidden(group[place - 1][1], item, last + 1, texts) if place and value > last else None
            yield _doubt(value, last, item, hidden or _renumbering(item, value, last, following[place]))
        last = value
    if group and (doubt_inside := _doubt_inside(*group[-1], texts)):
        yield doubt_inside


def _doubt_inside(value: int, item: Item, texts: Texts) -> Issue | None:
    """A doubt whether the item that follows the last of its section stands inside that one."""
    is_inside = _inside(value + 1, item.level).search(item.original)
    place = _hidden(item, item, value + 1, texts) if is_inside else None
    if place is None:
        return None
    number = format_number(format_numeral(value + 1, item.level), item.level).rstrip("、.")
    message = _("“{number}” may begin another item inside this one.").format(number=number)
    return doubt("glued_item", "hint", message, item.lines or (0, 0), item.id, subject=number, repair=place)


def _hidden(before: Item, item: Item, value: int, texts: Texts) -> Repair | None:
    """Where the missing number stands inside a line between the two items."""
    pattern = _inside(value, item.level)
    start, end = (before.lines or (0, 0))[0], (item.lines or (0, 0))[0]
    for number in range(start, end + 1):
        if found := pattern.search(texts.get(number, "")):
            return SplitHere(line=number, offset=found.start())
    return None


def _inside(value: int, level: int) -> re.Pattern[str]:
    """What a number looks like behind a sentence in a line."""
    printed = re.escape(format_number(format_numeral(value, level), level)).replace("\\.", "[.．、]")
    return re.compile("(?<=[。；）)])\\s{0,3}" + printed.replace("（", "[（(]").replace("）", "[）)]"))


def _renumbering(item: Item, value: int, last: int, following: int) -> Repair | None:
    """The number that the item should bear, where the items around it leave one free."""
    is_sure = following == last + 2
    if not item.lines or not (is_sure or (last and value <= last + 2 and following != last + 1)):
        return None
    return NumberIt(line=item.lines[0], number=format_numeral(last + 1, item.level))


def _doubt(value: int, last: int, item: Item, repair: Repair | None) -> Issue:
    code: Code
    if value == last:
        code, message = "duplicate_number", _("The number {number} is used twice.")
    elif value < last:
        code, message = "falling_number", _("The number {number} is lower than the one before it.")
    else:
        code, message = "missing_number", _("Before the number {number} at least one number is missing.")
    number = format_number(item.number, item.level).rstrip("、.")
    words = message.format(number=number)
    return doubt(code, "warning", words, item.lines or (0, 0), item.id, subject=number, repair=repair)
