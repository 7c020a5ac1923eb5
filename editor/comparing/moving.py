"""Passages that were moved: left out in one place of a text, put in, much the same, in another."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from editor.comparing.matching import Run, covered, match
from editor.comparing.tokens import CLAUSE_ENDS, SENTENCE_ENDS, Tokens

_END = re.compile(f"[{SENTENCE_ENDS}]")
_MARKS = frozenset(CLAUSE_ENDS + "、 ")
_LEAST_EQUAL = 6
"""A passage of so many characters that stands elsewhere word for word was moved."""
_LEAST_ALIKE = 15
_RATIO, _SHARED = 60, 0.35
"""One of so many characters was moved if it is so much alike, in characters (of 100) and in words."""
_MOST_PAIRS = 2_500
"""Of more pairs than this only equal passages are looked for."""


class _Passage(NamedTuple):
    """A sentence, or what a gap has of one, without the marks around it; `gap` is the number of its gap."""

    gap: int
    start: int
    tokens: Tokens

    @property
    def text(self) -> str:
        return self.tokens.text


def find_moves(runs: Sequence[Run], others: Sequence[Run], old: Tokens, new: Tokens) -> list[Run]:
    """The runs that both texts have in different places, beside the `runs` that they have in order.

    `others` are those that both texts have anywhere.
    """
    starts = [[run[side] for run in runs] for side in (0, 1)] if others else []
    others = [other for other in others if not _is_told(other, runs, starts)]
    if not others:
        return []
    olds, news = _gaps(runs, 0, len(old.text)), _gaps(runs, 1, len(new.text))
    gone, come = (
        list(_passages(old, olds, _places(others, 0))),
        list(_passages(new, news, _places(others, 1))),
    )
    moves = [
        (Run(run.old + left.start, run.new + put.start, run.length), olds[left.gap], news[put.gap])
        for left, put in _partners(gone, come)
        for run in _shared(left, put)
    ]
    return list(_with_marks(moves, old, new))


def _places(runs: Sequence[Run], side: int) -> list[int]:
    """Where enough of one of these runs begins in the old text (`side` 0) or the new one (1), in order."""
    ranges = (range(run[side], run[side] + run.length - _LEAST_EQUAL + 1) for run in runs)
    return sorted(set(chain.from_iterable(ranges)))


def _is_told(other: Run, runs: Sequence[Run], starts: Sequence[Sequence[int]]) -> bool:
    """Whether `runs` leave too little of another run, in one of the texts, for this to be told elsewhere."""
    start, new_start, length = other
    most = length - _LEAST_EQUAL
    return (
        most < 0
        or max(covered(runs, starts[0], start, start + length), default=0) > most
        or max(covered(runs, starts[1], new_start, new_start + length), default=0) > most
    )


def _with_marks(moves: Sequence[tuple[Run, range, range]], old: Tokens, new: Tokens) -> Iterator[Run]:
    """The runs, each in its gaps, with the mark behind or before that moved along; no mark goes with two of them."""
    taken = {place for run, _, _ in moves for place in (run.old, run.old + run.length - 1)}
    new_taken = {place for run, _, _ in moves for place in (run.new, run.new + run.length - 1)}
    for run, gone, come in moves:
        ends = (run.old - 1, run.old + run.length)
        new_ends = (run.new - 1, run.new + run.length)
        for side, new_side in ((1, 1), (0, 0), (0, 1), (1, 0)):
            i, j = ends[side], new_ends[new_side]
            is_free = i in gone and j in come and i not in taken and j not in new_taken
            if is_free and old.text[i] == new.text[j] and _is_mark(old, i) and _is_mark(new, j):
                taken.add(i)
                new_taken.add(j)
                run = Run(run.old + side - 1, run.new + new_side - 1, run.length + 1)
                break
        yield run


def _is_mark(tokens: Tokens, place: int) -> bool:
    """Whether a mark stands here as a word of its own."""
    return tokens.text[place] in _MARKS and tokens.is_bound(place) and tokens.is_bound(place + 1)


def _gaps(runs: Sequence[Run], side: int, end: int) -> list[range]:
    """What of the old text (`side` 0) or the new one (1) stands between two equal runs."""
    starts = [0, *(run[side] + run.length for run in runs)]
    ends = [*(run[side] for run in runs), end]
    return list(map(range, starts, ends))


def _passages(tokens: Tokens, gaps: Sequence[range], places: Sequence[int]) -> Iterator[_Passage]:
    """The sentences of the gaps, or what the gaps have of them, in which one of these places is."""
    text = tokens.text
    for number, gap in enumerate(gaps):
        if not _has_one(places, gap.start, gap.stop):
            continue
        ends = [end.end() for end in _END.finditer(text, gap.start, gap.stop)]
        for first, last in pairwise((gap.start, *filter(tokens.is_bound, ends), gap.stop)):
            start, end = _stripped(tokens, first, last)
            if _has_one(places, start, end):
                yield _Passage(number, start, tokens.within(start, end))


def _has_one(places: Sequence[int], start: int, end: int) -> bool:
    """Whether at one of the places in a stretch as much begins as is told elsewhere."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] <= end - _LEAST_EQUAL


def _stripped(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The stretch without the marks that it begins and ends with, as far as these are words of their own."""
    text = tokens.text
    while start < end and text[start] in _MARKS and tokens.is_bound(start + 1):
        start += 1
    while start < end and text[end - 1] in _MARKS and tokens.is_bound(end - 1):
        end -= 1
    return start, end


def _partners(olds: Sequence[_Passage], news: Sequence[_Passage]) -> Iterator[tuple[_Passage, _Passage]]:
    """The pairs that are alike, each other's best, and not in one gap, where the one is put for the other."""
    free: defaultdict[str, list[_Passage]] = defaultdict(list)
    for passage in news:
        free[passage.text].append(passage)
    left = []
    for passage in olds:
        if free[passage.text]:
            yield passage, free[passage.text].pop(0)
        else:
            left.append(passage)
    left = [passage for passage in left if len(passage.text) >= _LEAST_ALIKE]
    come = [p for passages in free.values() for p in passages if len(p.text) >= _LEAST_ALIKE]
    if 0 < len(left) * len(come) <= _MOST_PAIRS:
        yield from _likest(left, come)


def _likest(olds: Sequence[_Passage], news: Sequence[_Passage]) -> Iterator[tuple[_Passage, _Passage]]:
    old_words = [frozenset(old.tokens.keys) for old in olds]
    new_words = [frozenset(new.tokens.keys) for new in news]
    best_old: dict[int, tuple[float, int]] = {}
    best_new: dict[int, tuple[float, int]] = {}
    for i, old in enumerate(olds):
        for j, new in enumerate(news):
            common = len(old_words[i] & new_words[j])
            if common >= _SHARED * (len(old_words[i]) + len(new_words[j]) - common):
                ratio = fuzz.ratio(old.text, new.text, score_cutoff=_RATIO)
                best_old[i] = max(best_old.get(i, (0.0, 0)), (ratio, j))
                best_new[j] = max(best_new.get(j, (0.0, 0)), (ratio, i))
    for i, (ratio, j) in best_old.items():
        if ratio and best_new[j][1] == i and olds[i].gap != news[j].gap:
            yield olds[i], news[j]


def _shared(gone: _Passage, come: _Passage) -> list[Run]:
    if gone.text == come.text:
        return [Run(0, 0, len(gone.text))]
    return match(gone.tokens, come.tokens).runs


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
