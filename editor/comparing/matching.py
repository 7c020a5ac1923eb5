"""Which runs of tokens two texts share: the alignment that keeps most characters when every edit costs a few.

Equal runs too light to pay for the edit that they would split are no candidates, so only a handful of runs has to
be chained: exact, and a hundred times faster than a table of all pairs of tokens. Long texts are first anchored on
the sentences that both have; what is still too large falls back to a longest common subsequence, then to nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, count, pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

_CHARACTER, _MARK = 8, 1
"""What a kept letter, digit or Han character weighs, and a kept mark or blank: marks only break ties."""
_CHARACTERS = 3
_EDIT_COST = _CHARACTERS * _CHARACTER + 7
"""An edit costs three characters; up to seven marks don't make up for it."""

_EXACT_TOKENS = 2_000
_EXACT_PAIRS = 100_000
_EXACT_RUNS = 1_000
_SUBSEQUENCE_CELLS = 400_000_000
"""Up to here a longest common subsequence takes some 50 MB and a second."""
_SENTENCE_ENDS = frozenset("。；！？")


class Run(NamedTuple):
    """`length` tokens that are equal from `old` in the old text and from `new` in the new one."""

    old: int
    new: int
    length: int


def match(old: list[str], new: list[str]) -> list[Run]:
    """The equal runs of two texts, in order, no two of them touching in both."""
    if min(len(old), len(new)) <= _EXACT_TOKENS:
        return _match_window(old, new)
    joined: list[Run] = []
    for run in _match_anchored(old, new):
        last = joined[-1] if joined else Run(-1, -1, 0)
        if (run.old, run.new) == (last.old + last.length, last.new + last.length):
            joined[-1] = last._replace(length=last.length + run.length)
        else:
            joined.append(run)
    return joined


def _match_anchored(old: list[str], new: list[str]) -> Iterator[Run]:
    olds, news = _sentences(old), _sentences(new)
    old_places = list(accumulate(map(len, olds), initial=0))
    new_places = list(accumulate(map(len, news), initial=0))
    for code in Indel.opcodes(olds, news):
        i, i_end = old_places[code.src_start], old_places[code.src_end]
        j, j_end = new_places[code.dest_start], new_places[code.dest_end]
        for run in _match_window(old[i:i_end], new[j:j_end]):
            yield Run(run.old + i, run.new + j, run.length)


def _sentences(keys: list[str]) -> list[tuple[str, ...]]:
    ends = [0, *(place for place, key in enumerate(keys, 1) if key in _SENTENCE_ENDS), len(keys)]
    return [tuple(keys[start:end]) for start, end in pairwise(ends)]


def _match_window(old: list[str], new: list[str]) -> list[Run]:
    """The common beginning and end, which cost no edit, and the best chain of runs between them."""
    shorter = min(len(old), len(new))
    first = _common(old, new, shorter)
    last = _common(reversed(old), reversed(new), shorter - first)
    old_end, new_end = len(old) - last, len(new) - last
    runs = [Run(0, 0, first)] if first else []
    if first + last < shorter:
        middle = _match_middle(old[first:old_end], new[first:new_end])
        runs += [Run(run.old + first, run.new + first, run.length) for run in middle]
    return runs + ([Run(old_end, new_end, last)] if last else [])


def _common(old: Iterable[str], new: Iterable[str], most: int) -> int:
    """How many tokens both begin with alike, at most so many."""
    for place, (key, other) in enumerate(zip(old, new, strict=False)):
        if key != other:
            return min(place, most)
    return most


def _match_middle(old: list[str], new: list[str]) -> list[Run]:
    sums = _sums(old)
    common = frozenset(old).intersection(new)
    starts = _starts(_seeds(old, common), _seeds(new, common))
    if sum(len(places) for _, places in starts) <= _EXACT_PAIRS:
        runs = _heavy_runs(old, new, starts, sums)
        if len(runs) <= _EXACT_RUNS:
            return _best_chain(runs, sums)
    return _common_subsequence(old, new, sums)


def _sums(keys: list[str]) -> list[int]:
    """Sums of weights: the tokens i to k weigh `sums[k] - sums[i]`."""
    weights = [
        len(key) * _CHARACTER if key.isalnum() else _MARK if len(key) == 1 else _mixed_weight(key)
        for key in keys
    ]
    return list(accumulate(weights, initial=0))


def _mixed_weight(key: str) -> int:
    characters = sum(map(str.isalnum, key))
    return characters * _CHARACTER + (len(key) - characters) * _MARK


def _seeds(keys: list[str], common: frozenset[str]) -> list[tuple[int, str]]:
    """The places of tokens that both texts have, with what a run that starts there begins with.

    That is a token heavy enough by itself, or two run together.
    """
    return [
        (place, key if len(key) > _CHARACTERS else key + following)
        for place, key, following in zip(count(), keys, [*keys[1:], ""])
        if key in common and (len(key) > _CHARACTERS or following in common)
    ]


def _starts(old: list[tuple[int, str]], new: list[tuple[int, str]]) -> list[tuple[int, list[int]]]:
    """The places of the seeds that both have, in `old`, with the places in `new`."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, seed in new:
        places[seed].append(place)
    return [(place, places[seed]) for place, seed in old if seed in places]


def _heavy_runs(
    old: list[str], new: list[str], starts: list[tuple[int, list[int]]], sums: list[int]
) -> list[Run]:
    """Every longest run that outweighs an edit, by its place in the old text."""
    runs = []
    for i, places in starts:
        for j in places:
            if i and j and old[i - 1] == new[j - 1]:
                continue
            length = _run_length(old, new, i, j)
            if sums[i + length] - sums[i] > _EDIT_COST:
                runs.append(Run(i, j, length))
    return runs


def _run_length(old: list[str], new: list[str], i: int, j: int) -> int:
    length, longest = 0, min(len(old) - i, len(new) - j)
    while length < longest and old[i + length] == new[j + length]:
        length += 1
    return length


def _best_chain(runs: list[Run], sums: list[int]) -> list[Run]:
    """The runs, cut where they overlap, that together keep the most weight above what their edits cost."""
    best: list[int] = []
    before: list[int] = []
    for place, (i, j, length) in enumerate(runs):
        end, new_end = i + length, j + length
        weight = sums[end] - sums[i]
        gained, earlier = weight, -1
        for other in range(place):
            if best[other] + weight > gained:
                k, m, n = runs[other]
                if k < i and m < j and k + n < end and m + n < new_end:
                    gain = best[other] + sums[end] - sums[i + max(0, k + n - i, m + n - j)]
                    if gain > gained:
                        gained, earlier = gain, other
        best.append(gained - _EDIT_COST)
        before.append(earlier)
    return _trace(runs, best, before)


def _trace(runs: list[Run], best: list[int], before: list[int]) -> list[Run]:
    chain: list[Run] = []
    place = max(range(len(runs)), key=best.__getitem__, default=-1)
    while place >= 0:
        run = runs[place]
        place = before[place]
        overlap = 0
        if place >= 0:
            i, j, length = runs[place]
            overlap = max(0, i + length - run.old, j + length - run.new)
        chain.append(Run(run.old + overlap, run.new + overlap, run.length - overlap))
    return chain[::-1]


def _common_subsequence(old: list[str], new: list[str], sums: list[int]) -> list[Run]:
    if len(old) * len(new) > _SUBSEQUENCE_CELLS:
        return []
    codes = (code for code in Indel.opcodes(old, new) if code.tag == "equal")
    runs = (Run(code.src_start, code.dest_start, code.src_end - code.src_start) for code in codes)
    return [run for run in runs if sums[run.old + run.length] - sums[run.old] > _EDIT_COST]
