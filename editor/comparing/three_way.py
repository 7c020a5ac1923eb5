"""Carrying the change from one wording to another over to a third that was made from the first."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.comparing.difference import Span, diff

_LOOKED_FOR = 100
"""After so many conflicts no more contexts are looked for: the wordings have too little in common."""
_MARKS = "。；，、"


class Edit(NamedTuple):
    """`old`, which stands from `start` of a text, gives way to `new`; one of them may be empty."""

    start: int
    old: str
    new: str

    @property
    def end(self) -> int:
        """Where `old` ends."""
        return self.start + len(self.old)


class Merged(NamedTuple):
    """My wording with the change in it; `edits` are what was done to it, `conflicts` what fits nowhere for sure.

    The places of the conflicts are those in the base.
    """

    text: str
    edits: tuple[Edit, ...]
    conflicts: tuple[Edit, ...]


class _Placed(NamedTuple):
    """An edit with its place in my wording, and as it stands in the base."""

    mine: Edit
    base: Edit


class _Kept(NamedTuple):
    """A run of characters of the base that stands in my wording too."""

    start: int
    mine: int
    length: int


def merge(base: str, theirs: str, mine: str, names: Collection[str] = ()) -> Merged:
    """My wording with what changed from `base` to `theirs`, as far as it is certain where that belongs.

    An edit goes where the alignment of base and mine has its words and the characters beside them unchanged, else
    where its context stands exactly and once. Everything else is a conflict: nothing is guessed.
    """
    if mine == base:
        return Merged(theirs, (Edit(0, mine, theirs),) if theirs != mine else (), ())
    if mine == theirs:
        return Merged(mine, (), ())
    own = diff(base, mine, names)
    done, kept = set(edits_of(own)), list(_kept(own))
    left_out = sorted(edit for edit in done if not edit.new)
    placed: list[_Placed] = []
    conflicts: list[Edit] = []
    for edit in edits_of(diff(base, theirs, names)):
        if edit in done or _is_gone(edit, left_out):
            continue
        start = _aligned(edit, kept, len(base), len(mine))
        if start is None and len(conflicts) < _LOOKED_FOR:
            start = _in_context(edit, base, mine)
        if start is None:
            conflicts.append(edit)
        else:
            placed.append(_Placed(edit._replace(start=start), edit))
    return _merged(mine, sorted(placed), conflicts)


def edits_of(spans: Sequence[Span]) -> Iterator[Edit]:
    """The edits of a difference, with their places in the old wording."""
    place = 0
    gone = come = ""
    for span in (*spans, Span("=", "")):
        if span.op == "=":
            if gone or come:
                yield Edit(place, gone, come)
            place += len(gone) + len(span.text)
            gone = come = ""
        elif span.op in "-<":
            gone += span.text
        else:
            come += span.text


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with these edits, which are in order and don't overlap, done to it."""
    ends = [0, *(edit.end for edit in edits)]
    starts = [*(edit.start for edit in edits), len(text)]
    kept = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return "".join(piece for pair in zip(kept, (*(e.new for e in edits), ""), strict=True) for piece in pair)


def _kept(spans: Sequence[Span]) -> Iterator[_Kept]:
    base = mine = 0
    for span in spans:
        if span.op == "=":
            yield _Kept(base, mine, len(span.text))
        base += len(span.text) if span.op in "=-<" else 0
        mine += len(span.text) if span.op in "=+>" else 0


def _is_gone(edit: Edit, left_out: Sequence[Edit]) -> bool:
    """Whether a deletion concerns words that my wording left out already."""
    number = bisect_right(left_out, edit.start, key=lambda own: own.start) - 1
    return not edit.new and number >= 0 and edit.end <= left_out[number].end


def _aligned(edit: Edit, kept: Sequence[_Kept], base_length: int, mine_length: int) -> int | None:
    """Where the edit's words stand in my wording, if they and a character on either side are kept."""
    number = bisect_left(kept, edit.start, key=lambda run: run.start) - (1 if edit.start else 0)
    if not 0 <= number < len(kept):
        return None
    run = kept[number]
    end, mine_end = run.start + run.length, run.mine + run.length
    begins = run.start < edit.start or edit.start == run.start == run.mine == 0
    ends = edit.end < end or (edit.end == end == base_length and mine_end == mine_length)
    return run.mine + edit.start - run.start if begins and ends else None


def _in_context(edit: Edit, base: str, mine: str) -> int | None:
    """Where the edit's words stand in my wording amid the context that tells their place in the base."""
    from diff_match_patch import diff_match_patch  # loaded when needed: only here

    engine = diff_match_patch()
    pieces = [(0, base[: edit.start]), (-1, edit.old), (1, edit.new), (0, base[edit.end :])]
    patch = engine.patch_make(base, [piece for piece in pieces if piece[1]])[0]
    context: str = engine.diff_text1(patch.diffs)
    if base.count(context) != 1 or mine.count(context) != 1:
        return None
    return mine.index(context) + edit.start - base.index(context)


def _merged(mine: str, placed: Sequence[_Placed], conflicts: list[Edit]) -> Merged:
    """My wording with the edits placed in it, except those that meet another, and halves of a move."""
    meeting = {edit for pair in pairwise(placed) if pair[0].mine.end >= pair[1].mine.start for edit in pair}
    conflicts = [*conflicts, *(edit.base for edit in meeting)]
    left = [edit for edit in placed if edit not in meeting]
    for edit in [edit for edit in left if any(_is_move(edit.base, other) for other in conflicts)]:
        left.remove(edit)
        conflicts.append(edit.base)
    edits = tuple(edit.mine for edit in left)
    return Merged(apply(mine, edits), edits, tuple(sorted(conflicts)))


def _is_move(edit: Edit, other: Edit) -> bool:
    """Whether the one puts in what the other takes out, wherever the mark between two sentences was counted."""
    pairs = ((edit.new, other.old), (edit.old, other.new))
    return any(come.strip(_MARKS) == gone.strip(_MARKS) != "" for come, gone in pairs)
