"""A difference as stretches that views show: cut at figures, numbered by edit, in rows of two sides; without Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # loads libraries that the first window does not need
    from editor.comparing import Span
    from editor.comparing.edits import Edit

ENDS = "。；！？\n"


class Passage(NamedTuple):
    """A stretch of a diff: = kept, - only the parent's, + only ours, < moved away, > moved here.

    `is_figure` is said of what is otherwise only; `edit` is the number of the edit that it belongs to, -1 for what
    is kept.
    """

    op: str
    text: str
    is_figure: bool = False
    edit: int = -1


def passages(spans: "Sequence[Span]", found: "Sequence[Edit]") -> Iterator[Passage]:
    """The spans with the numbers of their edits, what was put in or taken out cut at its figures."""
    from editor.comparing import figure_pieces

    numbers = {place: number for number, edit in enumerate(found) for place in edit.spans}
    for place, span in enumerate(spans):
        number = numbers.get(place, -1)
        pieces = figure_pieces(span.text) if span.op in "+-" else ((span.text, False),)
        for text, is_figure in pieces:
            yield Passage(span.op, text, is_figure, number)


def visible(passages: Sequence[Passage], hidden: frozenset[int]) -> Iterator[Passage]:
    """The passages with the hidden edits shown as if they were none: our words, unmarked."""
    for passage in passages:
        if passage.edit not in hidden:
            yield passage
        elif passage.op == "+":
            yield passage._replace(op="=", edit=-1)


class Side(NamedTuple):
    """The passages that make up one of the two wordings, with the places where they begin in it."""

    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    def cut(self, start: int, end: int) -> Iterator[Passage]:
        """What the side has from `start` to `end`."""
        for number in range(max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end)):
            passage, place = self.passages[number], self.starts[number]
            first, last = max(start - place, 0), min(end - place, len(passage.text))
            if first < last:
                yield passage._replace(text=passage.text[first:last])


def side(passages: Sequence[Passage], ops: str) -> Side:
    """The side that passages of these kinds make up, joined."""
    members = tuple(passage for passage in passages if passage.op in ops)
    return Side(members, tuple(accumulate((len(each.text) for each in members[:-1]), initial=0)))


def side_by_side(passages: Sequence[Passage]) -> tuple[tuple[tuple[Passage, ...], tuple[Passage, ...]], ...]:
    """The passages in rows of two sides, cut wherever both sides are between sentences; a replacement stays in one."""
    rows: list[tuple[list[Passage], list[Passage]]] = [([], [])]
    former = ""
    for passage in passages:
        for piece in _sentences(passage) if passage.op == "=" else [passage]:
            is_new = piece.op in "=<>" or former == "="
            if is_new and _ends(rows[-1][0]) and _ends(rows[-1][1]):
                rows.append(([], []))
            rows[-1][0].extend([piece] if piece.op in "=-<" else [])
            rows[-1][1].extend([piece] if piece.op in "=+>" else [])
            former = piece.op
    return tuple((tuple(left), tuple(right)) for left, right in rows if left or right)


def _ends(side: list[Passage]) -> bool:
    """Whether a side of a row is at the end of a sentence, or empty."""
    return not side or side[-1].text[-1] in ENDS


def _sentences(passage: Passage) -> Iterator[Passage]:
    start = 0
    for place, character in enumerate(passage.text, 1):
        if character in ENDS or place == len(passage.text):
            yield passage._replace(text=passage.text[start:place])
            start = place
