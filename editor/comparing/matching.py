"""Which runs of words two texts share: the alignment that keeps most characters when every edit costs a few.

Equal runs too light to pay for the edit that they would split are no candidates, so only a handful of runs has to
be chained: exact, and a hundred times faster than a table of all pairs of words. They are found by writing both texts
with one character for each word. Long texts are first anchored on the sentences that both have; what is still too
large falls back to a longest common subsequence, then to nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import Indel, Postfix, Prefix

from editor.comparing.tokens import SENTENCE_ENDS, Tokens

_CHARACTER, _MARK = 8, 1
"""What a kept letter, digit or Han character weighs, and a kept mark or blank: marks only break ties."""
_CHARACTERS = 3
_EDIT_COST = _CHARACTERS * _CHARACTER + 7
"""An edit costs three characters; up to seven marks don't make up for it."""

_SEED = _CHARACTERS + 1
"""A run that outweighs an edit begins with so many characters at least."""
_REPEATED = 6
"""Only so many characters are looked for out of order."""
_STEP = 64
_EXACT_WORDS = 2_000
_EXACT_PAIRS = 100_000
_EXACT_RUNS = 1_000
_SUBSEQUENCE_CELLS = 400_000_000
"""Up to here a longest common subsequence takes some 50 MB and a second."""
_LIGHT = re.compile(r"[\W_]")


class Run(NamedTuple):
    """`length` characters that are equal from `old` in the old text and from `new` in the new one, by shadows."""

    old: int
    new: int
    length: int


class Matching(NamedTuple):
    """What two texts have in common: `runs` in order, no two of them touching in both, and `others` out of order."""

    runs: list[Run]
    others: list[Run]


_Heavy: TypeAlias = tuple[int, int, int, int]
"""A run, as bare numbers for speed, with its weight."""


class _Window(NamedTuple):
    """A stretch of both texts."""

    old: int
    old_end: int
    new: int
    new_end: int


def match(old: Tokens, new: Tokens) -> Matching:
    """The equal runs of two texts that are to be told as equal, and those that may have been moved."""
    matcher = _Matcher(old, new)
    if min(len(old.keys), len(new.keys)) <= _EXACT_WORDS:
        runs = matcher.runs(_Window(0, len(old.text), 0, len(new.text)))
        told = frozenset(runs)
        others = [run[:3] for run in matcher.heavy if run[2] >= _REPEATED]
        return Matching(runs, [Run(*run) for run in others if run not in told])
    runs = list(_joined(run for window in _windows(old, new) for run in matcher.runs(window)))
    return Matching(runs, list(_repeated(runs, old, new)))


def covered(runs: Sequence[Run], starts: Sequence[int], start: int, end: int) -> list[int]:
    """How many characters of a stretch of a text each run in it has; `starts` are where the runs begin there."""
    first, last = max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)
    return [
        max(0, min(end, starts[place] + runs[place][2]) - max(start, starts[place]))
        for place in range(first, last)
    ]


def _windows(old: Tokens, new: Tokens) -> Iterator[_Window]:
    """The stretches between the sentences that both texts have, and these."""
    olds, news = _sentence_ends(old), _sentence_ends(new)
    sentences = [
        [tokens.text[start:end] for start, end in pairwise(ends)]
        for tokens, ends in ((old, olds), (new, news))
    ]
    for code in Indel.opcodes(*sentences):
        yield _Window(olds[code.src_start], olds[code.src_end], news[code.dest_start], news[code.dest_end])


def _sentence_ends(tokens: Tokens) -> list[int]:
    """Where the sentences of a text end, and its beginning."""
    ends = [end for key, end in zip(tokens.keys, tokens.bounds[1:], strict=True) if key in SENTENCE_ENDS]
    return [0, *ends] if ends and ends[-1] == len(tokens.text) else [0, *ends, len(tokens.text)]


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, two that touch in both texts as one."""
    last = Run(0, 0, 0)
    for run in runs:
        if (run.old, run.new) == (last.old + last.length, last.new + last.length):
            last = last._replace(length=last.length + run.length)
        else:
            if last.length:
                yield last
            last = run
    if last.length:
        yield last


def _repeated(runs: Sequence[Run], old: Tokens, new: Tokens) -> Iterator[Run]:
    """What of so many characters stands outside of the runs in both texts, once for every place in the old one."""
    places = {new.text[place : place + _REPEATED]: place for place in _between(runs, 1, new)}
    for place in _between(runs, 0, old):
        if (other := places.get(old.text[place : place + _REPEATED])) is not None:
            yield Run(place, other, _REPEATED)


def _between(runs: Sequence[Run], side: int, tokens: Tokens) -> Iterator[int]:
    """Where words of the old text (`side` 0) or the new one (1) begin that are in no run."""
    end = 0
    for run in (*runs, Run(len(tokens.text), len(tokens.text), 0)):
        yield from tokens.bounds[bisect_left(tokens.bounds, end) : bisect_left(tokens.bounds, run[side])]
        end = run[side] + run.length


class _Matcher:
    """Two texts, with the places where words of theirs begin, and the runs that outweigh an edit found so far."""

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self.old, self.new = old, new
        self.old_bounds, self.new_bounds = frozenset(old.bounds), frozenset(new.bounds)
        self.heavy: list[_Heavy] = []

    def runs(self, window: _Window) -> list[Run]:
        """The common beginning and end, which cost no edit, and the best chain of runs between them."""
        old, old_end, new, new_end = window
        text, other = self.old.text[old:old_end], self.new.text[new:new_end]
        first = self._cut(old, new, Prefix.similarity(text, other))
        runs = [Run(old, new, first)] if first else []
        last = self._cut_before(old_end, new_end, Postfix.similarity(text[first:], other[first:]))
        inner = _Window(old + first, old_end - last, new + first, new_end - last)
        if inner.old < inner.old_end and inner.new < inner.new_end:
            runs += self._middle(inner)
        return [*runs, Run(inner.old_end, inner.new_end, last)] if last else runs

    def _cut(self, old: int, new: int, length: int) -> int:
        """The length down to where a word ends in both texts."""
        while old + length not in self.old_bounds or new + length not in self.new_bounds:
            length -= 1
        return length

    def _cut_before(self, old_end: int, new_end: int, length: int) -> int:
        """The length down to where a word begins in both texts."""
        while old_end - length not in self.old_bounds or new_end - length not in self.new_bounds:
            length -= 1
        return length

    def _middle(self, window: _Window) -> list[Run]:
        runs: list[_Heavy] = []
        if not self._find_heavy_runs(window, runs):
            return self._common_subsequence(window)
        self.heavy += runs
        return self._best_chain(runs)

    def _find_heavy_runs(self, window: _Window, runs: list[_Heavy]) -> bool:
        """Find every longest run that outweighs an edit, by its place in the old text; False if there are too many."""
        old, new, bounds = self.old.text[: window.old_end], self.new.text[: window.new_end], self.new_bounds
        other = new[window.new :]
        seen: dict[int, int] = {}
        looked_at = 0
        places = self.old.bounds[_words(self.old.bounds, window.old, window.old_end - _SEED + 1)]
        for i in [place for place in places if old[place : place + _SEED] in other]:
            seed = old[i : i + _SEED]
            j = new.find(seed, window.new)
            while j >= 0:
                if j in bounds and seen.get(i - j, -1) < i:
                    length = self._cut(i, j, _alike(old, i, new, j))
                    seen[i - j] = i + length
                    if length > _CHARACTERS and (weight := _weight(old[i : i + length])) > _EDIT_COST:
                        runs.append((i, j, length, weight))
                looked_at += 1
                if looked_at > _EXACT_PAIRS or len(runs) > _EXACT_RUNS:
                    return False
                j = new.find(seed, j + 1)
        return True

    def _best_chain(self, runs: Sequence[_Heavy]) -> list[Run]:
        """The runs, cut where they overlap, that together keep the most weight above what their edits cost."""
        done: list[tuple[int, int, int, int, int]] = []
        before: list[int] = []
        for i, j, length, weight in runs:
            end, new_end = i + length, j + length
            gained, earlier = weight, -1
            for other, (best, k, m, k_end, m_end) in enumerate(done):
                if best + weight > gained and k < i and m < j and k_end < end and m_end < new_end:
                    overlap = max(k_end - i, m_end - j)
                    gain = best + (weight if overlap <= 0 else _weight(self.old.text[i + overlap : end]))
                    if gain > gained:
                        gained, earlier = gain, other
            done.append((gained - _EDIT_COST, i, j, end, new_end))
            before.append(earlier)
        return self._trace(runs, [each[0] for each in done], before)

    def _trace(self, runs: Sequence[_Heavy], best: Sequence[int], before: Sequence[int]) -> list[Run]:
        chain: list[Run] = []
        place = best.index(max(best)) if best else -1
        while place >= 0:
            i, j, length, _ = runs[place]
            place = before[place]
            overlap = 0
            if place >= 0:
                k, m, n, _ = runs[place]
                overlap = max(0, k + n - i, m + n - j)
                while i + overlap not in self.old_bounds or j + overlap not in self.new_bounds:
                    overlap += 1
            if overlap < length:
                chain.append(Run(i + overlap, j + overlap, length - overlap))
        return chain[::-1]

    def _common_subsequence(self, window: _Window) -> list[Run]:
        olds = _words(self.old.bounds, window.old, window.old_end)
        news = _words(self.new.bounds, window.new, window.new_end)
        old_keys, new_keys = self.old.keys[olds], self.new.keys[news]
        if len(old_keys) * len(new_keys) > _SUBSEQUENCE_CELLS:
            return []
        places, others = self.old.bounds[olds.start :], self.new.bounds[news.start :]
        runs = [
            Run(
                places[code.src_start], others[code.dest_start], places[code.src_end] - places[code.src_start]
            )
            for code in Indel.opcodes(old_keys, new_keys)
            if code.tag == "equal"
        ]
        return [run for run in runs if _weight(self.old.text[run.old : run.old + run.length]) > _EDIT_COST]


def _weight(text: str) -> int:
    return len(text) * _CHARACTER - len(_LIGHT.findall(text)) * (_CHARACTER - _MARK)


def _words(bounds: Sequence[int], start: int, end: int) -> slice:
    """The words from one bound to another."""
    return slice(bisect_left(bounds, start), bisect_left(bounds, end))


def _alike(old: str, i: int, new: str, j: int) -> int:
    """How many characters of two texts are equal from these places."""
    length = alike = Prefix.similarity(old[i : i + _STEP], new[j : j + _STEP])
    while alike == _STEP:
        alike = Prefix.similarity(old[i + length : i + length + _STEP], new[j + length : j + length + _STEP])
        length += alike
    return length
