"""Repairs applied to a source's lines, after they were extracted and before the plan is recognised in them."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from editor.errors import CommandProblem
from editor.plan.repairs import (
    AsPrinted,
    JoinToLineBefore,
    LeaveOut,
    NotANumber,
    NumberIt,
    Repair,
    ReverseLines,
    SameUnit,
    SetAside,
    SplitHere,
    TakeBack,
)
from editor.reading.lines import Line
from editor.reading.markers import parse_marker
from editor.wording import _

Lines = Sequence[Line]


def apply_repairs(repairs: Sequence[Repair], lines: Lines) -> tuple[Line, ...]:
    """The lines with the repairs applied in order; no character is lost. CommandProblem where one doesn't fit the lines."""
    for repair in repairs:
        lines = _APPLY[type(repair)](repair, lines)
    return tuple(lines)


def _split(repair: SplitHere, lines: Lines) -> Lines:
    place = _part_at(repair.line, repair.offset, lines)
    before, behind = _cut(lines[place], repair.offset - lines[place].start)
    if not before.text.strip() or not behind.text.strip():
        raise _unfit(repair.line)
    return [*lines[:place], before, replace(behind, joined=False), *lines[place + 1 :]]


def _cut(line: Line, place: int) -> tuple[Line, Line]:
    """The line's two parts around a place in it."""
    return replace(line, text=line.text[:place]), replace(
        line, text=line.text[place:], start=line.start + place
    )


def _leave_out(repair: LeaveOut, lines: Lines) -> Lines:
    place = _part_at(repair.line, repair.offset, lines)
    before, rest = _cut(lines[place], repair.offset - lines[place].start)
    words, behind = _cut(rest, repair.length)
    if not words.text.strip():
        raise _unfit(repair.line)
    if before.text.strip():
        behind = replace(behind, joined=True)
    parts = [before, replace(words, aside="by_hand"), behind]
    return [*lines[:place], *(part for part in parts if part.text), *lines[place + 1 :]]


def _as_printed(repair: AsPrinted, lines: Lines) -> Lines:
    return [
        replace(line, as_printed=True) if repair.first <= line.number <= repair.last else line
        for line in lines
    ]


def _same_unit(_repair: SameUnit, lines: Lines) -> Lines:
    """The lines as they are: a unit's name is read otherwise in the plan, not in them."""
    return lines


def _join(repair: JoinToLineBefore, lines: Lines) -> Lines:
    return _with(lines, _at(repair.line, lines), joined=True)


def _set_number_aside(repair: NotANumber, lines: Lines) -> Lines:
    place = _at(repair.line, lines)
    line = lines[place]
    marker = parse_marker(line.text)
    if marker is None or not line.text[marker.end :].strip():
        raise _unfit(repair.line)
    number, rest = _cut(line, marker.end)
    parts = (replace(number, aside="false_number"), replace(rest, joined=True))
    return [*lines[:place], *parts, *lines[place + 1 :]]


def _reverse(repair: ReverseLines, lines: Lines) -> Lines:
    """The lines turned round; the page starts where it started."""
    places = [place for place, line in enumerate(lines) if repair.first <= line.number <= repair.last]
    if len(places) < 2:
        raise _unfit(repair.first)
    start, end = places[0], places[-1] + 1
    page_start = any(line.page_start for line in lines[start:end])
    turned = [replace(line, page_start=False) for line in reversed(lines[start:end])]
    turned[0] = replace(turned[0], page_start=page_start)
    return [*lines[:start], *turned, *lines[end:]]


def _number(repair: NumberIt, lines: Lines) -> Lines:
    return _with(lines, _at(repair.line, lines), numeral=repair.number)


def _take_back(repair: TakeBack, lines: Lines) -> Lines:
    return [
        replace(line, aside=None, kept=True) if repair.first <= line.number <= repair.last else line
        for line in lines
    ]


def _set_aside(repair: SetAside, lines: Lines) -> Lines:
    chosen = {
        line.number for line in lines if repair.first <= line.number <= repair.last and line.text.strip()
    }
    if not chosen:
        raise _unfit(repair.first)
    return [replace(line, aside="by_hand", kept=False) if line.number in chosen else line for line in lines]


def _with(lines: Lines, place: int, **changes: object) -> Lines:
    return [*lines[:place], replace(lines[place], **changes), *lines[place + 1 :]]


def _part_at(number: int, offset: int, lines: Lines) -> int:
    """The place of that part of a line of the source which holds a character."""
    for place, line in enumerate(lines):
        if line.number == number and line.start <= offset < line.start + len(line.text):
            return place
    raise _unfit(number)


def _at(number: int, lines: Lines) -> int:
    """The place of the first line with this number that holds text."""
    for place, line in enumerate(lines):
        if line.number == number and line.text.strip():
            return place
    raise _unfit(number)


def _unfit(number: int) -> CommandProblem:
    return CommandProblem(_("This repair doesn't fit line {line}; choose another.").format(line=number))


_APPLY: dict[type[Repair], Callable[..., Lines]] = {
    SplitHere: _split,
    JoinToLineBefore: _join,
    NotANumber: _set_number_aside,
    ReverseLines: _reverse,
    NumberIt: _number,
    TakeBack: _take_back,
    SetAside: _set_aside,
    LeaveOut: _leave_out,
    AsPrinted: _as_printed,
    SameUnit: _same_unit,
}
