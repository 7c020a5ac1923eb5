"""Tidying an alignment for the reader: no fragments of rewritten clauses, edits that end where clauses end."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from editor.comparing.matching import Run, covered
from editor.comparing.tokens import CLAUSE_ENDS, Tokens

_CLAUSE_END = re.compile(f"[{CLAUSE_ENDS}]")
_REWRITTEN_CLAUSE = 0.35
"""A clause of which less than this share is kept, on both sides, was rewritten, not edited."""
_NO_FRAGMENT = 8
"""Nor is a run of so many characters a fragment of anything."""
_REWRITTEN_TEXT = 0.05
_LEAST_KEPT = 5
"""Sliding leaves at least so many characters of an equal run between two edits."""
_RANKS = {"。": 4, "；": 4, "！": 4, "？": 4, "，": 3, "：": 3, "、": 2, "》": 1, "）": 1, "”": 1}
"""How good the end of an edit is, by its last character."""


def without_fragments(runs: list[Run], old: str, new: str) -> list[Run]:
    """The runs less those that are mere fragments of a clause, or of a text, that was rewritten."""
    first = runs[0].length if runs and runs[0][:2] == (0, 0) else 0
    last = runs[-1].length if runs and _ends(runs[-1]) == (len(old), len(new)) else 0
    inner = runs[bool(first) : len(runs) - bool(last)]
    if not inner:
        return runs
    if sum([run.length for run in inner]) < _REWRITTEN_TEXT * (min(len(old), len(new)) - first - last):
        fragments = inner
    else:
        fragments = [run for run in inner if run.length < _NO_FRAGMENT]
        for side, text in enumerate((old, new)):
            fragments = _fragments(fragments, side, runs, text) if fragments else []
    return [run for run in runs if run not in fragments] if fragments else runs


def _ends(run: Run) -> tuple[int, int]:
    return run.old + run.length, run.new + run.length


def _fragments(doubtful: Sequence[Run], side: int, runs: Sequence[Run], text: str) -> list[Run]:
    """The doubtful runs of whose clauses little is kept, in the old text (`side` 0) or the new one (1)."""
    ends = [0, *[mark.end() for mark in _CLAUSE_END.finditer(text)], len(text)]
    starts = [run[side] for run in runs]
    found = []
    for run in doubtful:
        start, end = _clauses(ends, run[side], run[side] + run[2])
        least = _REWRITTEN_CLAUSE * (end - start)
        if run[2] < least and sum(covered(runs, starts, start, end)) < least:
            found.append(run)
    return found


def _clauses(ends: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Where the clauses begin and end that a stretch has words in; its first mark may end the clause before."""
    first = bisect_right(ends, start) - 1
    if ends[first + 1] == start + 1 < end:
        first += 1
    return ends[first], ends[bisect_left(ends, end)]


def slid(runs: list[Run], old: Tokens, new: Tokens) -> list[Run]:
    """The runs with every pure insertion or deletion moved, where equal words allow, to end after a mark."""
    moved = list(runs)
    for place in range(len(runs) - 1):
        left, right = moved[place], moved[place + 1]
        old_start, new_start = _ends(left)
        if right.new == new_start:
            text, start, end = old.text, old_start, right.old
        elif right.old == old_start:
            text, start, end = new.text, new_start, right.new
        else:
            continue
        shifts = _equal_places(text, start, end, _room(left, right, len(old.text)))
        if len(shifts) > 1:
            possible = [shift for shift in shifts if _is_between_words(left, right, shift, old, new)]
            shift = max(possible, key=lambda shift: (_RANKS.get(text[end + shift - 1], 0), -abs(shift)))
            moved[place] = Run(left.old, left.new, left.length + shift)
            moved[place + 1] = Run(right.old + shift, right.new + shift, right.length - shift)
    return [run for run in moved if run.length]


def _room(left: Run, right: Run, old_end: int) -> tuple[int, int]:
    """How far the edit between two runs may move back and forth without making an island of one of them.

    At the text's beginning all of the run but one character may go, at its end all.
    """
    back = left.length - (_LEAST_KEPT if left.old or left.new else 1)
    forth = right.length - (_LEAST_KEPT if right.old + right.length < old_end else 0)
    return max(0, back), max(0, forth)


def _equal_places(text: str, start: int, end: int, room: tuple[int, int]) -> range:
    """By how much the stretch from `start` to `end` can be moved so that the text without it stays the same."""
    back = forth = 0
    while forth < room[1] and text[start + forth] == text[end + forth]:
        forth += 1
    while back < room[0] and text[start - back - 1] == text[end - back - 1]:
        back += 1
    return range(-back, forth + 1)


def _is_between_words(left: Run, right: Run, shift: int, old: Tokens, new: Tokens) -> bool:
    """Whether words begin and end where the runs do, the edit between them moved."""
    olds = left.old + left.length + shift, right.old + shift
    news = left.new + left.length + shift, right.new + shift
    return all(map(old.is_bound, olds)) and all(map(new.is_bound, news))
