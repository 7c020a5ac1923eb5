"""Tidying an alignment for the reader: no fragments of rewritten clauses, edits that end where clauses end."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from editor.comparing.matching import Run
from editor.comparing.tokens import Tokens

_CLAUSE_ENDS = frozenset("。；，！？：")
_REWRITTEN_CLAUSE = 0.35
"""A clause of which less than this share is kept, on both sides, was rewritten, not edited."""
_REWRITTEN_TEXT = 0.05
_LEAST_KEPT = 5
"""Sliding leaves at least so many characters of an equal run between two edits."""
_RANKS = {"。": 4, "；": 4, "！": 4, "？": 4, "，": 3, "：": 3, "、": 2, "》": 1, "）": 1, "”": 1}
"""How good the end of an edit is, by its last token."""


class _Side:
    """One of the two texts, and how much of any stretch of it is kept."""

    def __init__(self, tokens: Tokens, kept: Sequence[tuple[int, int]]) -> None:
        self.places = tokens.places
        self.starts = [start for start, _ in kept]
        self.ends = [end for _, end in kept]
        self.kept = list(
            accumulate((self.places[end] - self.places[start] for start, end in kept), initial=0)
        )
        self.clauses = [place for place, key in enumerate(tokens.keys, 1) if key in _CLAUSE_ENDS]
        self.clauses = [0, *self.clauses, len(tokens.keys)]

    def _kept_before(self, place: int) -> int:
        run = bisect_right(self.starts, place)
        beyond = max(0, self.places[self.ends[run - 1]] - self.places[place]) if run else 0
        return self.kept[run] - beyond

    def share(self, start: int, end: int) -> float:
        """The kept share of this stretch."""
        return (self._kept_before(end) - self._kept_before(start)) / max(
            1, self.places[end] - self.places[start]
        )

    def clause_share(self, start: int, end: int) -> float:
        """The kept share of the clauses that this stretch has words in; its first token may end the one before."""
        first = bisect_right(self.clauses, start) - 1
        if self.clauses[first + 1] == start + 1 < end:
            first += 1
        return self.share(self.clauses[first], self.clauses[bisect_left(self.clauses, end)])


def without_fragments(runs: list[Run], old: Tokens, new: Tokens) -> list[Run]:
    """The runs less those that are mere fragments of a clause, or of a text, that was rewritten."""
    start, end = (0, 0), (len(old.keys), len(new.keys))
    if runs and runs[0][:2] == start:
        start = (runs[0].length, runs[0].length)
    if runs and (runs[-1].old + runs[-1].length, runs[-1].new + runs[-1].length) == end:
        end = runs[-1][:2]
    inner = [run for run in runs if start[0] <= run.old < end[0]]
    if not inner:
        return runs
    olds = _Side(old, [(run.old, run.old + run.length) for run in runs])
    news = _Side(new, [(run.new, run.new + run.length) for run in runs])
    rewritten = max(olds.share(start[0], end[0]), news.share(start[1], end[1])) < _REWRITTEN_TEXT
    fragments = {run for run in inner if rewritten or _is_fragment(run, olds, news)}
    return [run for run in runs if run not in fragments]


def _is_fragment(run: Run, olds: _Side, news: _Side) -> bool:
    shares = (
        olds.clause_share(run.old, run.old + run.length),
        news.clause_share(run.new, run.new + run.length),
    )
    return max(shares) < _REWRITTEN_CLAUSE


def slid(runs: list[Run], old: Tokens, new: Tokens) -> list[Run]:
    """The runs with every pure insertion or deletion moved, where equal words allow, to end after a mark."""
    moved = list(runs)
    for place in range(len(runs) - 1):
        left, right = moved[place : place + 2]
        gap = right.old - left.old - left.length, right.new - left.new - left.length
        if not all(gap):
            keys, start = (old.keys, left.old + left.length) if gap[0] else (new.keys, left.new + left.length)
            back, forth = _most_back(left, old), _most_forth(right, old)
            shift = _best_shift(keys, start, start + max(gap), back, forth)
            moved[place] = left._replace(length=left.length + shift)
            moved[place + 1] = Run(right.old + shift, right.new + shift, right.length - shift)
    return [run for run in moved if run.length]


def _most_back(run: Run, old: Tokens) -> int:
    """How many tokens the run can lose at its end without becoming an island; at the text's beginning all but one."""
    if not run.old and not run.new:
        return run.length - 1
    least = bisect_left(old.places, old.places[run.old] + _LEAST_KEPT)
    return max(0, run.old + run.length - least)


def _most_forth(run: Run, old: Tokens) -> int:
    """How many tokens the run can lose at its start without becoming an island; at the text's end all."""
    end = run.old + run.length
    if end == len(old.keys):
        return run.length
    return max(0, bisect_right(old.places, old.places[end] - _LEAST_KEPT) - 1 - run.old)


def _best_shift(keys: list[str], start: int, end: int, back: int, forth: int) -> int:
    """By how many tokens to move the edit from `start` to `end`: to the best of its equal places, the nearest."""
    highest = lowest = 0
    while highest < forth and keys[start + highest] == keys[end + highest]:
        highest += 1
    while lowest > -back and keys[start + lowest - 1] == keys[end + lowest - 1]:
        lowest -= 1
    return max(
        range(lowest, highest + 1), key=lambda shift: (_RANKS.get(keys[end + shift - 1], 0), -abs(shift))
    )
