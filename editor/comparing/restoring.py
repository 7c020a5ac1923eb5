"""Where words of the parent that were dropped belong in the local wording."""

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from editor.comparing.difference import Span, diff
from editor.comparing.sentences import sentence_fates

_ENDS = "。；！？\n"
_MARKS = _ENDS + "，、："


class Insertion(NamedTuple):
    """Words to put in at a place of a wording."""

    place: int
    text: str

    def into(self, wording: str) -> str:
        """The wording with the words put in."""
        return wording[: self.place] + self.text + wording[self.place :]


def restoration(
    parent: str, local: str, start: int, end: int, names: Collection[str] = ()
) -> Insertion | None:
    """How to put the parent's words from `start` to `end` back; None where all of them are there.

    They go where the difference leaves them out, or, where it is too mixed to tell, beside the counterpart of
    the sentence before or behind them.
    """
    spans = diff(parent, local, names)
    gap = _gap(spans, start, end)
    if gap is None:
        return _beside_neighbour(parent, local, start, end)
    return gap if gap.text else None


def _gap(spans: Sequence[Span], start: int, end: int) -> Insertion | None:
    """The one place where the difference leaves the words out, empty where it leaves none out; None if not one."""
    old = new = 0
    found: list[tuple[int, Insertion]] = []
    is_mixed = False
    for number, span in enumerate(spans):
        first, last = max(start - old, 0), min(end - old, len(span.text))
        if span.op in "=-<" and first < last and any(map(str.isalnum, span.text[first:last])):
            if span.op == "-":
                found.append((number, Insertion(new, _with_mark_before(span.text, first, last))))
            else:
                is_mixed = True
        old += len(span.text) if span.op in "=-<" else 0
        new += len(span.text) if span.op in "=+>" else 0
    if not found:
        return Insertion(0, "")
    return _set_off(spans, *found[0], _text(spans, start, end)) if len(found) == 1 and not is_mixed else None


def _text(spans: Sequence[Span], start: int, end: int) -> str:
    return "".join(span.text for span in spans if span.op in "=-<")[start:end]


def _with_mark_before(text: str, first: int, last: int) -> str:
    """The words with the mark that alone stands before them in what was left out."""
    return text[0 if first == 1 and text[0] in _MARKS else first : last]


def _set_off(spans: Sequence[Span], number: int, gap: Insertion, words: str) -> Insertion:
    """The words with their own mark at the end where other new words follow, without a mark twice at the start."""
    before = "".join(span.text for span in spans[:number] if span.op in "=+>")
    text = gap.text
    if text[0] in _MARKS and (not before or before[-1] in _MARKS):
        text = text[1:]
    follows = next((span for span in spans[number + 1 :] if span.op in "=+>"), None)
    if text[-1] not in _MARKS and follows is not None and follows.text[0] not in _MARKS:
        text += words[-1] if words[-1] in _MARKS else "，"
    return Insertion(gap.place, text)


def _beside_neighbour(parent: str, local: str, start: int, end: int) -> Insertion:
    """Behind the counterpart of what stands before the words, else before that of what stands behind, else at the end."""
    fates = sentence_fates(parent, local)
    starts = list(accumulate((len(fate.text) for fate in fates), initial=0))
    words = parent[start:end]
    for fate, place in reversed(list(zip(fates, starts, strict=False))):
        if place < start and fate.local_text and (found := local.find(fate.local_text)) >= 0:
            return _closed(local, found + len(fate.local_text), words)
    for fate, place in zip(fates, starts, strict=False):
        if place >= end and fate.local_text and (found := local.find(fate.local_text)) >= 0:
            return Insertion(found, words)
    return _closed(local, len(local), words)


def _closed(local: str, place: int, words: str) -> Insertion:
    """The words as a sentence of their own."""
    if place and local[place - 1] not in _ENDS:
        words = "。" + words
    return Insertion(place, words if words[-1] in _ENDS else words.rstrip(_MARKS) + "。")
