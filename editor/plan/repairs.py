"""Repairs of a reading: what somebody who looked at the original says about its lines.

They are kept with the source, so that reading it again gives the same plan. Lines are counted from 1.
"""

from typing import TypeAlias

from editor.plan.value import Value


class SplitHere(Value, frozen=True, kw_only=True, tag="split_here"):
    """A paragraph begins inside a line, at the character `offset`, counted from 0."""

    line: int
    offset: int


class JoinToLineBefore(Value, frozen=True, kw_only=True, tag="join_to_line_before"):
    """A line goes on with the paragraph of the line before it."""

    line: int


class NotANumber(Value, frozen=True, kw_only=True, tag="not_a_number"):
    """What looks like an item number at a line's start is none: it is set aside, the rest goes on with the line before."""

    line: int


class ReverseLines(Value, frozen=True, kw_only=True, tag="reverse_lines"):
    """Lines that are stored from bottom to top."""

    first: int
    last: int


class NumberIt(Value, frozen=True, kw_only=True, tag="number_it"):
    """The item that begins in a line bears this bare number, such as 4 or 四."""

    line: int
    number: str


class TakeBack(Value, frozen=True, kw_only=True, tag="take_back"):
    """Lines that were set aside belong to the plan."""

    first: int
    last: int


class SetAside(Value, frozen=True, kw_only=True, tag="set_aside"):
    """Lines that are no part of the plan."""

    first: int
    last: int


class LeaveOut(Value, frozen=True, kw_only=True, tag="leave_out"):
    """So many characters of a line, from the character `offset` on, are no part of the plan."""

    line: int
    offset: int
    length: int


class AsPrinted(Value, frozen=True, kw_only=True, tag="as_printed"):
    """Lines are meant as they stand: reading turns, parts, joins and sets aside nothing in them by itself."""

    first: int
    last: int


class SameUnit(Value, frozen=True, kw_only=True, tag="same_unit"):
    """A name of a unit means the unit of another name; the printed wording stays."""

    name: str
    means: str


Repair: TypeAlias = (
    SplitHere
    | JoinToLineBefore
    | NotANumber
    | ReverseLines
    | NumberIt
    | TakeBack
    | SetAside
    | LeaveOut
    | AsPrinted
    | SameUnit
)
