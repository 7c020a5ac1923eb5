"""How alike the measures of two plans are in substance: rare words in common, found by an index, not pair by pair."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from math import log, sqrt

from editor.comparing.tokens import tokenize
from editor.plan.measures import Measure, Section
from editor.plan.plans import Plan

_ONLY_HERE = 0.3
"""What a word counts that no other measure has: it can't be shared, but tells that much else is said."""
_COMMON = 60
"""A word that more measures have says little, and following it would make large plans slow."""
_FAINT = 0.03
"""Less likeness than this is not told."""


def similarities(parent: Plan, local: Plan) -> dict[tuple[int, int], float]:
    """The likeness, 0 to 1, of every parent and local measure that share words, by their places among the measures."""
    parents, locals_ = list(map(Counter, _wordings(parent))), list(map(Counter, _wordings(local)))
    counts = Counter(word for words in chain(parents, locals_) for word in words)
    total = len(parents) + len(locals_)
    olds = [_vector(words, counts, total) for words in parents]
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, words in enumerate(locals_):
        for word, value in _vector(words, counts, total).items():
            places[word].append((j, value))
    found: dict[tuple[int, int], float] = {}
    for i, vector in enumerate(olds):
        row: defaultdict[int, float] = defaultdict(float)
        for word, value in vector.items():
            for j, other in places.get(word, ()):
                row[j] += value * other
        found.update(((i, j), value) for j, value in row.items() if value >= _FAINT)
    return found


def _wordings(plan: Plan) -> Iterator[list[str]]:
    """The words of every measure, with those of the innermost heading above it, as far as it is a numbered item."""
    for around, block in plan.nested():
        if isinstance(block, Measure):
            words = chain.from_iterable(tokenize(text).keys for text in (block.wording, _heading(around)))
            yield [word for word in words if word[0].isalnum() or len(word) > 1]


def _heading(around: Sequence[Section]) -> str:
    return around[-1].heading if around and around[-1].level > 1 else ""


def _vector(words: Counter[str], counts: Counter[str], total: int) -> dict[str, float]:
    """The words with their weights, as a vector of length 1."""
    values = {
        word: (1 + log(count)) * log((total + 1) / counts[word]) * (1 if counts[word] > 1 else _ONLY_HERE)
        for word, count in words.items()
        if counts[word] <= _COMMON
    }
    length = sqrt(sum(value * value for value in values.values())) or 1.0
    return {word: value / length for word, value in values.items()}
