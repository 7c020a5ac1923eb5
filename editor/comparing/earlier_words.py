"""Words of earlier drafts and other plans that a measure could use: found by what its superior measure says."""

from collections.abc import Iterator, Sequence

from editor.comparing.sentences import split_sentences
from editor.comparing.similarity import similarities
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.searching import folded
from editor.plan.value import Value

MOST = 9
_LEAST_LIKE = 0.12
"""A measure less alike, by the weight of words in common, says something else."""
_WHOLE = 3
_SEARCHED = 8
_SENTENCE_LIKE = 55
"""Percent of characters in common from which a sentence is worth showing."""
_SHORTEST = 8


class Earlier(Value, frozen=True, kw_only=True):
    """A measure of another file: its words, what it was taken from where that is known, the file's name and date (ISO 8601)."""

    heading: str = ""
    text: str = ""
    superior: str = ""
    source: str
    date: str = ""

    @property
    def wording(self) -> str:
        """Heading and text as one string."""
        return f"{self.heading}。{self.text}" if self.heading and self.text else self.heading or self.text


class Words(Value, frozen=True, kw_only=True):
    """Words to take over: a whole measure's heading and text, or one sentence; where from, and how alike (0 to 1)."""

    text: str
    heading: str = ""
    source: str
    date: str = ""
    likeness: float


def suggest_words(wording: str, present: str, earlier: Sequence[Earlier]) -> tuple[Words, ...]:
    """At most MOST words for a measure whose superior, or which itself, says `wording`; none that `present` says already.

    Whole measures come first, the most alike and among equals the latest first, then sentences out of them.
    """
    ranked = list(_ranked(wording, earlier))
    shown = folded(present)
    found: dict[str, Words] = {}
    for likeness, measure in ranked[:_SEARCHED]:
        if len(found) < _WHOLE and measure.text and folded(measure.text) not in shown:
            found.setdefault(folded(measure.text), _words(measure, measure.text, likeness, measure.heading))
    for likeness, measure, sentence in _sentences(wording, ranked[:_SEARCHED]):
        if len(found) < MOST and folded(sentence) not in shown:
            found.setdefault(folded(sentence), _words(measure, sentence, likeness))
    return tuple(found.values())


def _ranked(wording: str, earlier: Sequence[Earlier]) -> Iterator[tuple[float, Earlier]]:
    wanted = Plan(id="wanted", body=(_measure("0", wording),))
    others = Plan(
        id="earlier",
        body=tuple(_measure(str(i), e.superior or e.wording) for i, e in enumerate(earlier)),
    )
    likeness = {j: value for (_i, j), value in similarities(wanted, others).items() if value >= _LEAST_LIKE}
    by_date = sorted(likeness, key=lambda j: earlier[j].date, reverse=True)
    for j in sorted(by_date, key=lambda j: -round(likeness[j], 2)):
        yield likeness[j], earlier[j]


def _measure(id: str, wording: str) -> Measure:
    return Measure(id=id, level=1, number=None, text=wording)


def _sentences(wording: str, ranked: Sequence[tuple[float, Earlier]]) -> list[tuple[float, Earlier, str]]:
    """The sentences of these measures that come near to one of the wording, the nearest first."""
    from rapidfuzz import fuzz, process  # loaded when needed: the window starts without it

    wanted = [folded(sentence) for sentence in split_sentences(wording) if len(sentence) >= _SHORTEST]
    found = []
    for _likeness, measure in ranked:
        for sentence in split_sentences(measure.text):
            best = process.extractOne(
                folded(sentence), wanted, scorer=fuzz.ratio, score_cutoff=_SENTENCE_LIKE
            )
            if best is not None and len(sentence) >= _SHORTEST:
                found.append((best[1] / 100, measure, sentence.strip()))
    return sorted(found, key=lambda each: each[0], reverse=True)


def _words(measure: Earlier, text: str, likeness: float, heading: str = "") -> Words:
    return Words(text=text, heading=heading, source=measure.source, date=measure.date, likeness=likeness)
