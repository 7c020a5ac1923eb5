"""Passages that were moved: left out in one place of a text, put in, much the same, in another."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from editor.comparing.matching import Run, match
from editor.comparing.tokens import Tokens

_ENDS = frozenset("。；！？\n")
_MARKS = _ENDS | frozenset("，：、 ")
_LEAST_EQUAL = 6
"""A passage of so many characters that stands elsewhere word for word was moved."""
_LEAST_ALIKE = 15
_RATIO, _SHARED = 60, 0.35
"""One of so many characters was moved if it is so much alike, in characters (of 100) and in words."""
_MOST_PAIRS = 2_500
"""Of more pairs than this only equal passages are looked for."""


class _Gap(NamedTuple):
    """What of both texts stands between two equal runs, by tokens."""

    old: int
    old_end: int
    new: int
    new_end: int


class _Passage(NamedTuple):
    """A sentence, or what a gap has of one, without the marks around it; `gap` is the number of its gap."""

    gap: int
    start: int
    keys: tuple[str, ...]
    words: frozenset[str]
    length: int


def find_moves(runs: Sequence[Run], old: Tokens, new: Tokens) -> list[Run]:
    """The runs that both texts have in different places, beside the `runs` that they have in order."""
    gaps = list(_gaps(runs, len(old.keys), len(new.keys)))
    olds = [range(gap.old, gap.old_end) for gap in gaps]
    news = [range(gap.new, gap.new_end) for gap in gaps]
    common = _common_words(old, olds, new, news)
    if sum(map(len, common)) < _LEAST_EQUAL:
        return []
    moves = [
        (Run(run.old + gone.start, run.new + come.start, run.length), olds[gone.gap], news[come.gap])
        for gone, come in _partners(list(_passages(old, olds, common)), list(_passages(new, news, common)))
        for run in _shared(gone, come)
    ]
    return list(_with_marks(moves, old.keys, new.keys))


def _with_marks(moves: Sequence[tuple[Run, range, range]], old: list[str], new: list[str]) -> Iterator[Run]:
    """The runs, each in its gaps, with the mark behind or before that moved along; no mark goes with two of them."""
    taken: set[int] = set()
    new_taken: set[int] = set()
    for run, gone, come in moves:
        ends = (run.old - 1, run.old + run.length)
        new_ends = (run.new - 1, run.new + run.length)
        for side, new_side in ((1, 1), (0, 0), (0, 1), (1, 0)):
            i, j = ends[side], new_ends[new_side]
            is_free = i in gone and j in come and i not in taken and j not in new_taken
            if is_free and old[i] == new[j] and old[i] in _MARKS:
                taken.add(i)
                new_taken.add(j)
                run = Run(run.old + side - 1, run.new + new_side - 1, run.length + 1)
                break
        yield run


def _gaps(runs: Sequence[Run], old_end: int, new_end: int) -> Iterator[_Gap]:
    i = j = 0
    for run in (*runs, Run(old_end, new_end, 0)):
        yield _Gap(i, run.old, j, run.new)
        i, j = run.old + run.length, run.new + run.length


def _common_words(old: Tokens, olds: Sequence[range], new: Tokens, news: Sequence[range]) -> set[str]:
    """The words that are in gaps of both texts: of these a moved passage consists, for the most part."""
    gone: set[str] = set()
    come: set[str] = set()
    for gap in olds:
        gone.update(old.keys[gap.start : gap.stop])
    for gap in news:
        come.update(new.keys[gap.start : gap.stop])
    return (gone & come) - _MARKS


def _passages(tokens: Tokens, gaps: Sequence[range], common: set[str]) -> Iterator[_Passage]:
    """The sentences of the gaps that are long enough to be told elsewhere and have as much in common words."""
    keys, places = tokens
    for number, gap in enumerate(gaps):
        if places[gap.stop] - places[gap.start] < _LEAST_EQUAL:
            continue
        ends = [place + 1 for place in gap if keys[place] in _ENDS]
        for first, last in pairwise((gap.start, *ends, gap.stop)):
            if places[last] - places[first] < _LEAST_EQUAL or common.isdisjoint(keys[first:last]):
                continue
            start, end = _stripped(keys, first, last)
            length = places[end] - places[start]
            words = frozenset(keys[start:end])
            if length >= _LEAST_EQUAL and sum(map(len, words & common)) * 2 >= _LEAST_EQUAL:
                yield _Passage(number, start, tuple(keys[start:end]), words, length)


def _stripped(keys: list[str], start: int, end: int) -> tuple[int, int]:
    """The stretch without the marks that it begins and ends with."""
    while start < end and keys[start] in _MARKS:
        start += 1
    while start < end and keys[end - 1] in _MARKS:
        end -= 1
    return start, end


def _partners(olds: Sequence[_Passage], news: Sequence[_Passage]) -> Iterator[tuple[_Passage, _Passage]]:
    """The pairs that are alike, each other's best, and not in one gap, where the one is put for the other."""
    free: defaultdict[tuple[str, ...], list[_Passage]] = defaultdict(list)
    for passage in news:
        free[passage.keys].append(passage)
    left = []
    for passage in olds:
        if free[passage.keys]:
            yield passage, free[passage.keys].pop(0)
        else:
            left.append(passage)
    left = [passage for passage in left if passage.length >= _LEAST_ALIKE]
    come = [p for passages in free.values() for p in passages if p.length >= _LEAST_ALIKE]
    if 0 < len(left) * len(come) <= _MOST_PAIRS:
        yield from _likest(left, come)


def _likest(olds: Sequence[_Passage], news: Sequence[_Passage]) -> Iterator[tuple[_Passage, _Passage]]:
    values = {
        (i, j): value
        for i, old in enumerate(olds)
        for j, new in enumerate(news)
        if (value := _likeness(old, new))
    }
    best_old: dict[int, tuple[float, int]] = {}
    best_new: dict[int, tuple[float, int]] = {}
    for (i, j), value in values.items():
        best_old[i] = max(best_old.get(i, (0.0, 0)), (value, j))
        best_new[j] = max(best_new.get(j, (0.0, 0)), (value, i))
    for i, (_, j) in best_old.items():
        if best_new[j][1] == i and olds[i].gap != news[j].gap:
            yield olds[i], news[j]


def _likeness(old: _Passage, new: _Passage) -> float:
    common = len(old.words & new.words)
    if common < _SHARED * (len(old.words) + len(new.words) - common):
        return 0.0
    ratio = fuzz.ratio("".join(old.keys), "".join(new.keys))
    return ratio if ratio >= _RATIO else 0.0


def _shared(gone: _Passage, come: _Passage) -> list[Run]:
    if gone.keys == come.keys:
        return [Run(0, 0, len(gone.keys))]
    return match(list(gone.keys), list(come.keys))


class Moved(NamedTuple):
    """The stretches of one text that were moved, by characters: where each begins and where it ends, in order."""

    starts: list[int]
    ends: list[int]

    def cut(self, start: int, text: str) -> Iterator[tuple[bool, str]]:
        """A stretch of the text in pieces, each with whether it was moved."""
        place, end = start, start + len(text)
        for number in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            first, last = max(start, self.starts[number]), min(end, self.ends[number])
            if place < first:
                yield False, text[place - start : first - start]
            yield True, text[first - start : last - start]
            place = last
        if place < end:
            yield False, text[place - start :]


def moved(moves: Sequence[Run], places: Sequence[int], side: int) -> Moved:
    """The moved stretches of the old (`side` 0) or the new text (1) with these places of tokens."""
    stretches = sorted((places[run[side]], places[run[side] + run.length]) for run in moves)
    return Moved([start for start, _ in stretches], [end for _, end in stretches])
