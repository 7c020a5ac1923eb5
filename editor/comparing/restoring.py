"""Where words of the parent that were dropped belong in the local wording."""

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from editor.comparing.difference import Span, diff
from editor.comparing.sentences import sentence_fates
from editor.comparing.shadow import shadow

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
    words = parent[start:end]
    if _has(local, words):
        return None
    gap = _gap(diff(parent, local, names), start, end, words)
    return gap if gap and _has(gap.into(local), words) else _beside_neighbour(parent, local, start, end)


def _has(wording: str, words: str) -> bool:
    """Whether the words stand in a wording as they are, widths and marks at their end aside."""
    return shadow(words).text.rstrip(_MARKS) in shadow(wording).text


def _gap(spans: Sequence[Span], start: int, end: int, words: str) -> Insertion | None:
    """The one place where the difference leaves words from `start` to `end` out; None where it is not one."""
    old = new = 0
    found: list[tuple[int, Insertion]] = []
    for number, span in enumerate(spans):
        first, last = max(start - old, 0), min(end - old, len(span.text))
        if span.op == "-" and first < last and any(map(str.isalnum, span.text[first:last])):
            found.append((number, Insertion(new, _with_mark_before(span.text, first, last))))
        old += len(span.text) if span.op in "=-<" else 0
        new += len(span.text) if span.op in "=+>" else 0
    return _set_off(spans, *found[0], words) if len(found) == 1 else None


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
