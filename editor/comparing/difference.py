"""The difference of two wordings as spans that, joined, are both wordings, character for character.

Texts are compared by their shadows (widths folded) but shown as they are: where only a width or a blank differs, the
span still is a pair of - and +, so that the law holds for both originals. `fold` tells such a pair from a real one.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from editor.comparing.matching import Run, match
from editor.comparing.moving import Moved, find_moves, moved
from editor.comparing.tidying import slid, without_fragments
from editor.comparing.tokens import Tokens, tokenize

Op: TypeAlias = Literal["=", "-", "+", ">", "<"]


class Span(NamedTuple):
    """A piece of a difference: = in both, - only in the old wording, + only in the new, < moved away, > moved here."""

    op: Op
    text: str


def diff(old: str, new: str, names: Collection[str] = ()) -> tuple[Span, ...]:
    """The spans from `old` to `new`: "=", "-" and "<" joined are `old`, "=", "+" and ">" joined are `new`.

    `names` (units, platforms) are words of their own. Figures, dates, titles and quoted names change as a whole.
    """
    if old == new:
        return (Span("=", old),) if old else ()
    olds, news = tokenize(old, names), tokenize(new, names)
    runs = slid(without_fragments(match(olds.keys, news.keys), olds, news), olds, news)
    spans = tuple(_spans(_pieces(old, new, olds, news, runs)))
    moves = find_moves(runs, olds, news)
    if not moves:
        return spans
    return tuple(_with_moves(spans, moved(moves, olds.places, 0), moved(moves, news.places, 1)))


def _pieces(old: str, new: str, olds: Tokens, news: Tokens, runs: list[Run]) -> Iterator[tuple[str, str]]:
    """What stands in both originals, piece by piece: alike in the runs, mostly not alike between them."""
    old_end = new_end = 0
    for run in runs:
        old_start, new_start = olds.places[run.old], news.places[run.new]
        yield old[old_end:old_start], new[new_end:new_start]
        old_end, new_end = olds.places[run.old + run.length], news.places[run.new + run.length]
        if old[old_start:old_end] == new[new_start:new_end]:
            yield old[old_start:old_end], new[new_start:new_end]
        else:
            yield from _token_pieces(old, new, olds, news, run)
    yield old[old_end:], new[new_end:]


def _token_pieces(old: str, new: str, olds: Tokens, news: Tokens, run: Run) -> Iterator[tuple[str, str]]:
    for i, j in zip(range(run.old, run.old + run.length), range(run.new, run.new + run.length), strict=True):
        yield old[olds.places[i] : olds.places[i + 1]], new[news.places[j] : news.places[j + 1]]


def _spans(pieces: Iterator[tuple[str, str]]) -> Iterator[Span]:
    """The pieces as spans, neighbours of a kind in one, what went before what came."""
    equal = gone = come = ""
    for old, new in pieces:
        if old != new:
            if equal:
                yield Span("=", equal)
                equal = ""
            gone, come = gone + old, come + new
        elif old:
            yield from _edit(gone, come)
            gone = come = ""
            equal += old
    yield from _edit(gone, come)
    if equal:
        yield Span("=", equal)


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


def _edit(gone: str, come: str) -> Iterator[Span]:
    if gone:
        yield Span("-", gone)
    if come:
        yield Span("+", come)
