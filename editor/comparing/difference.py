"""The difference of two wordings as spans that, joined, are both wordings, character for character.

Texts are compared by their shadows (widths folded) but shown as they are: where only a width or a blank differs, the
span still is a pair of - and +, so that the law holds for both originals. `fold` tells such a pair from a real one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache, partial
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from editor.comparing.matching import Run, match
from editor.comparing.moving import Moved, find_moves, moved
from editor.comparing.tidying import slid, without_fragments
from editor.comparing.tokens import Grain, Tokens, tokenize

_LONG = 200_000
"""The difference of longer texts is not remembered, that of shorter ones is: the pane and its checks ask for it twice."""
Op: TypeAlias = Literal["=", "-", "+", ">", "<"]


class Span(NamedTuple):
    """A piece of a difference: = in both, - only in the old wording, + only in the new, < moved away, > moved here."""

    op: Op
    text: str


_span = partial(tuple.__new__, Span)
"""Makes a span of a pair without the way round through Python that its name takes."""


def diff(old: str, new: str, names: Collection[str] = (), grain: Grain = "word") -> tuple[Span, ...]:
    """The spans from `old` to `new`: "=", "-" and "<" joined are `old`, "=", "+" and ">" joined are `new`.

    `names` (units, platforms) are words of their own. Figures, dates, titles and quoted names change as a whole
    unless the `grain` is the character; by coarser grains than words clauses or sentences do.
    """
    if old == new:
        return (Span("=", old),) if old else ()
    work = _remembered if len(old) + len(new) <= _LONG else _compared
    return work(old, new, tuple(names), grain)


def _compared(old: str, new: str, names: tuple[str, ...], grain: Grain) -> tuple[Span, ...]:
    olds, news = tokenize(old, names, grain), tokenize(new, names, grain)
    matching = match(olds, news)
    runs = slid(without_fragments(matching.runs, olds.text, news.text), olds, news)
    spans = _spans(_pieces(old, new, olds, news, runs))
    moves = find_moves(runs, matching.others, olds, news)
    if moves:
        spans = list(_with_moves(spans, moved(moves, olds.places, 0), moved(moves, news.places, 1)))
    return tuple(spans)


_remembered = lru_cache(32)(_compared)


def _pieces(old: str, new: str, olds: Tokens, news: Tokens, runs: list[Run]) -> list[tuple[str, str]]:
    """What stands in both originals, piece by piece: alike in the runs, mostly not alike between them."""
    pieces: list[tuple[str, str]] = []
    old_places, new_places = olds.places, news.places
    old_end = new_end = 0
    for i, j, length in runs:
        old_start, new_start = old_places[i], new_places[j]
        pieces.append((old[old_end:old_start], new[new_end:new_start]))
        old_end, new_end = old_places[i + length], new_places[j + length]
        words = old[old_start:old_end], new[new_start:new_end]
        if words[0] == words[1]:
            pieces.append(words)
        else:
            pieces += _word_pieces(old, new, olds, news, Run(i, j, length))
    return [*pieces, (old[old_end:], new[new_end:])]


def _word_pieces(old: str, new: str, olds: Tokens, news: Tokens, run: Run) -> Iterator[tuple[str, str]]:
    """The run, word by word, where words begin in both texts: somewhere in it a width or a blank is not the same."""
    shift = run.new - run.old
    words = olds.bounds[bisect_left(olds.bounds, run.old) : bisect_right(olds.bounds, run.old + run.length)]
    for start, end in pairwise(place for place in words if news.is_bound(place + shift)):
        yield (
            old[olds.places[start] : olds.places[end]],
            new[news.places[start + shift] : news.places[end + shift]],
        )


def _spans(pieces: Iterable[tuple[str, str]]) -> list[Span]:
    """The pieces as spans, neighbours of a kind in one, what went before what came."""
    spans: list[Span] = []
    equal = gone = come = ""
    for old, new in pieces:
        if old != new:
            if equal:
                spans.append(_span(("=", equal)))
                equal = ""
            gone, come = gone + old, come + new
        elif old:
            if gone:
                spans.append(_span(("-", gone)))
                gone = ""
            if come:
                spans.append(_span(("+", come)))
                come = ""
            equal += old
    return [*spans, *[Span(*last) for last in (("-", gone), ("+", come), ("=", equal)) if last[1]]]


def _with_moves(spans: Iterable[Span], away: Moved, here: Moved) -> Iterator[Span]:
    """The spans with what was moved told from what was left out or put in."""
    old = new = 0
    for span in spans:
        if span.op == "-":
            yield from (Span("<" if is_moved else "-", text) for is_moved, text in away.cut(old, span.text))
        elif span.op == "+":
            yield from (Span(">" if is_moved else "+", text) for is_moved, text in here.cut(new, span.text))
        else:
            yield span
        old += len(span.text) if span.op in "=-" else 0
        new += len(span.text) if span.op in "=+" else 0
