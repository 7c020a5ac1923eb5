"""A difference as a list of edits: what stands in the place of what, undone one by one."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from editor.comparing.difference import Span
from editor.comparing.shadow import shadow


class Edit(NamedTuple):
    """One place where two wordings differ: the old words, the new ones, where both begin, and the spans' numbers.

    What was moved makes two edits: one that takes it away (no `new`) and one that brings it (no `old`).
    """

    old: str
    new: str
    old_place: int
    new_place: int
    spans: range
    is_move: bool = False


def edits(spans: Sequence[Span]) -> tuple[Edit, ...]:
    """The edits of a difference, in order."""
    return tuple(_edits(spans))


def _edits(spans: Sequence[Span]) -> Iterator[Edit]:
    old = new = 0
    for kind, group in groupby(enumerate(spans), key=lambda item: _kind(item[1])):
        members = list(group)
        for stretch in [members] if kind != "move" else [[member] for member in members]:
            gone = "".join(span.text for _, span in stretch if span.op in "-<")
            come = "".join(span.text for _, span in stretch if span.op in "+>")
            if kind == "same":
                old, new = old + len(stretch[0][1].text), new + len(stretch[0][1].text)
                continue
            numbers = range(stretch[0][0], stretch[-1][0] + 1)
            yield Edit(gone, come, old, new, numbers, kind == "move")
            old, new = old + len(gone), new + len(come)


def _kind(span: Span) -> str:
    return "same" if span.op == "=" else "edit" if span.op in "-+" else "move"


def partners(found: Sequence[Edit]) -> dict[int, int]:
    """By the number of an edit that moves words the number of the one at their other end, both ways."""
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for number, edit in enumerate(found):
        if edit.is_move and edit.old:
            waiting[shadow(edit.old).text].append(number)
    pairs: dict[int, int] = {}
    for number, edit in enumerate(found):
        if edit.is_move and edit.new and (others := waiting[shadow(edit.new).text]):
            other = others.popleft()
            pairs |= {number: other, other: number}
    return pairs


def undo(spans: Sequence[Span], numbers: Collection[int]) -> str:
    """The new wording with these edits undone; a move is undone at both of its ends."""
    found = edits(spans)
    pairs = partners(found)
    wanted = {*numbers, *(pairs[number] for number in numbers if number in pairs)}
    undone = {place for number in wanted for place in found[number].spans}
    return "".join(
        span.text
        for place, span in enumerate(spans)
        if span.op == "=" or (span.op in "-<") == (place in undone)
    )
