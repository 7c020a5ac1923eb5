"""Which runs of tokens two texts share: the alignment that keeps most characters when every edit costs a few.

Equal runs too light to pay for the edit that they would split are no candidates, so only a handful of runs has to
be chained: exact, and a hundred times faster than a table of all pairs of tokens. Long texts are first anchored on
the sentences that both have; what is still too large falls back to a longest common subsequence, then to nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import Indel

from editor.comparing.tokens import CHARACTER, Tokens

_CHARACTERS = 3
EDIT_COST = _CHARACTERS * CHARACTER + 7
"""An edit costs three characters; up to seven marks don't make up for it."""

_EXACT_TOKENS = 2_000
_EXACT_PAIRS = 100_000
_EXACT_RUNS = 1_000
_SUBSEQUENCE_CELLS = 400_000_000
"""Up to here a longest common subsequence takes some 50 MB and a second."""
_SENTENCE_ENDS = frozenset("。；！？")


_Seed: TypeAlias = str | tuple[str, str]


class Run(NamedTuple):
    """`length` tokens that are equal from `old` in the old text and from `new` in the new one."""

    old: int
    new: int
    length: int


def match(old: Tokens, new: Tokens) -> list[Run]:
    """The equal runs of two texts, in order, no two of them touching in both."""
    if min(len(old.keys), len(new.keys)) <= _EXACT_TOKENS:
        return _match_window(old, new)
    joined: list[Run] = []
    for run in _match_anchored(old, new):
        last = joined[-1] if joined else Run(-1, -1, 0)
        if (run.old, run.new) == (last.old + last.length, last.new + last.length):
            joined[-1] = last._replace(length=last.length + run.length)
        else:
            joined.append(run)
    return joined


def _match_anchored(old: Tokens, new: Tokens) -> Iterator[Run]:
    olds, news = _sentences(old.keys), _sentences(new.keys)
    old_places = list(accumulate(map(len, olds), initial=0))
    new_places = list(accumulate(map(len, news), initial=0))
    for code in Indel.opcodes(olds, news):
        i, i_end = old_places[code.src_start], old_places[code.src_end]
        j, j_end = new_places[code.dest_start], new_places[code.dest_end]
        for run in _match_window(old.part(i, i_end), new.part(j, j_end)):
            yield Run(run.old + i, run.new + j, run.length)


def _sentences(keys: Sequence[str]) -> list[tuple[str, ...]]:
    ends = [0, *(place for place, key in enumerate(keys, 1) if key in _SENTENCE_ENDS), len(keys)]
    return [tuple(keys[start:end]) for start, end in pairwise(ends)]


def _match_window(old: Tokens, new: Tokens) -> list[Run]:
    """The common beginning and end, which cost no edit, and the best chain of runs between them."""
    first = _common(old.keys, new.keys)
    rest_old, rest_new = old.part(first, len(old.keys)), new.part(first, len(new.keys))
    last = _common(rest_old.keys[::-1], rest_new.keys[::-1])
    old_end, new_end = len(old.keys) - last, len(new.keys) - last
    runs = [Run(0, 0, first)] if first else []
    if first < min(old_end, new_end):
        middle = _match_middle(old.part(first, old_end), new.part(first, new_end))
        runs += [Run(run.old + first, run.new + first, run.length) for run in middle]
    return runs + ([Run(old_end, new_end, last)] if last else [])


def _common(old: list[str], new: list[str]) -> int:
    """How many tokens both lists begin with alike."""
    for place, (key, other) in enumerate(zip(old, new, strict=False)):
        if key != other:
            return place
    return min(len(old), len(new))


def _match_middle(old: Tokens, new: Tokens) -> list[Run]:
    old_seeds, new_seeds = _seeds(old.keys), _seeds(new.keys)
    shared = set(old_seeds).intersection(new_seeds)
    places: defaultdict[_Seed, list[int]] = defaultdict(list)
    for place, seed in enumerate(new_seeds):
        if seed in shared:
            places[seed].append(place)
    starts = [(place, places[seed]) for place, seed in enumerate(old_seeds) if seed in shared]
    if sum(len(found) for _, found in starts) <= _EXACT_PAIRS:
        runs = _heavy_runs(old, new, starts)
        if len(runs) <= _EXACT_RUNS:
            return _best_chain(runs, old.sums)
    return _common_subsequence(old, new)


def _seeds(keys: list[str]) -> list[_Seed]:
    """By place what a run that starts there begins with: one heavy word, or two words."""
    following = [*keys[1:], ""]
    return [
        key if len(key) > _CHARACTERS else (key, after) for key, after in zip(keys, following, strict=True)
    ]


def _heavy_runs(old: Tokens, new: Tokens, starts: list[tuple[int, list[int]]]) -> list[Run]:
    """Every longest run that outweighs an edit, by its place in the old text."""
    runs = []
    for i, found in starts:
        for j in found:
            if i and j and old.keys[i - 1] == new.keys[j - 1]:
                continue
            length = _run_length(old.keys, new.keys, i, j)
            if old.sums[i + length] - old.sums[i] > EDIT_COST:
                runs.append(Run(i, j, length))
    return runs


def _run_length(old: list[str], new: list[str], i: int, j: int) -> int:
    length, longest = 1, min(len(old) - i, len(new) - j)
    while length < longest and old[i + length] == new[j + length]:
        length += 1
    return length


def _best_chain(runs: list[Run], sums: list[int]) -> list[Run]:
    """The runs, cut where they overlap, that together keep the most weight above what their edits cost."""
    best: list[int] = []
    before: list[int] = []
    for place, (i, j, length) in enumerate(runs):
        end, new_end = i + length, j + length
        gained, earlier = sums[end] - sums[i], -1
        for other in range(place):
            k, m, n = runs[other]
            if k < i and m < j and k + n < end and m + n < new_end:
                gain = best[other] + sums[end] - sums[i + max(0, k + n - i, m + n - j)]
                if gain > gained:
                    gained, earlier = gain, other
        best.append(gained - EDIT_COST)
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


def _common_subsequence(old: Tokens, new: Tokens) -> list[Run]:
    if len(old.keys) * len(new.keys) > _SUBSEQUENCE_CELLS:
        return []
    codes = (code for code in Indel.opcodes(old.keys, new.keys) if code.tag == "equal")
    runs = (Run(code.src_start, code.dest_start, code.src_end - code.src_start) for code in codes)
    return [run for run in runs if old.sums[run.old + run.length] - old.sums[run.old] > EDIT_COST]
