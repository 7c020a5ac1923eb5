"""Repairs applied to a source's lines, after they were extracted and before the plan is recognised in them."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from editor.errors import CommandProblem
from editor.plan.repairs import (
    JoinToLineBefore,
    NotANumber,
    NumberIt,
    Repair,
    ReverseLines,
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
    place, offset = _at(repair.line, lines), repair.offset
    while offset >= len(lines[place].text) and _has_part_behind(place, lines):
        offset -= len(lines[place].text)
        place += 1
    line = lines[place]
    if not line.text[:offset].strip() or not line.text[offset:].strip():
        raise _unfit(repair.line)
    parts = (replace(line, text=line.text[:offset]), replace(line, text=line.text[offset:], joined=False))
    return [*lines[:place], *parts, *lines[place + 1 :]]


def _has_part_behind(place: int, lines: Lines) -> bool:
    """Whether the next line is another part of the same line of the source."""
    return place + 1 < len(lines) and lines[place + 1].number == lines[place].number


def _join(repair: JoinToLineBefore, lines: Lines) -> Lines:
    return _with(lines, _at(repair.line, lines), joined=True)


def _set_number_aside(repair: NotANumber, lines: Lines) -> Lines:
    place = _at(repair.line, lines)
    line = lines[place]
    marker = parse_marker(line.text)
    if marker is None or not line.text[marker.end :].strip():
        raise _unfit(repair.line)
    number = replace(line, text=line.text[: marker.end], aside="false_number")
    rest = replace(line, text=line.text[marker.end :], joined=True)
    return [*lines[:place], number, rest, *lines[place + 1 :]]


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
}
