"""A difference clause by clause: what became of each of the parent's, its counterpart, and what was added where; without Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from editor.ui.difference.passages import ENDS, Passage, Side, side

if TYPE_CHECKING:  # loads libraries that the first window does not need
    from editor.comparing import SentenceFate
    from editor.comparing.edits import Edit

_MARKS = ENDS + "，：、"
_LEAST = 0.3
"""A clause of which less than this is equal in the difference has its counterpart by its words, not by its place."""
_OLD, _NEW = "=-<", "=+>"


class Clause(NamedTuple):
    """A sentence of the parent, or part of one, what became of it and its counterpart; or one that was added.

    `place` is where it begins in the parent's wording, `local_place` its counterpart in ours, -1 where it has none.
    `old` and `new` are both as passages; `edits` are the numbers of the edits in them.
    """

    text: str
    status: str
    local_text: str
    place: int
    local_place: int = -1
    old: tuple[Passage, ...] = ()
    new: tuple[Passage, ...] = ()
    edits: tuple[int, ...] = ()
    is_moved: bool = False


class _Run(NamedTuple):
    """A stretch that both wordings have, by its places."""

    old: int
    new: int
    length: int
    is_moved: bool


_old = attrgetter("old")
"""Where a run begins in the parent's wording; runs are in this order."""


class _Row:
    """A clause in the making: its place in the parent's wording and the stretch of ours that is its counterpart."""

    def __init__(
        self, fate: "SentenceFate", start: int, found: tuple[int, int] | None, is_moved: bool
    ) -> None:
        self.fate, self.start, self.end = fate, start, start + len(fate.text)
        self.found, self.is_moved = found, is_moved


def clauses(
    fates: "Sequence[SentenceFate]",
    passages: Sequence[Passage],
    found: "Sequence[Edit]",
    partners: dict[int, int],
    wording: str,
) -> tuple[Clause, ...]:
    """The parent's clauses in order, what was added between those that it stands between in ours."""
    runs = list(_runs(passages, found, partners))
    rows = list(_rows(fates, runs, wording))
    added = list(_added(rows, found, wording))
    ends = _ends(rows)
    old, new = side(passages, _OLD), side(passages, _NEW)
    keyed = [((number, 0, 0), _clause(row, old, new, wording)) for number, row in enumerate(rows)]
    for start, end in added:
        number = _before(rows, ends, start)
        place = rows[number].end if number >= 0 else 0
        keyed.append(((number, 1, start), _addition(new, wording, place, start, end)))
    return tuple(clause for _key, clause in sorted(keyed, key=lambda item: item[0]))


def _runs(passages: Sequence[Passage], found: "Sequence[Edit]", partners: dict[int, int]) -> Iterator[_Run]:
    """What both wordings have, in place or moved."""
    old = new = 0
    for passage in passages:
        length = len(passage.text)
        if passage.op == "=":
            yield _Run(old, new, length, False)
        elif passage.op == "<" and passage.edit in partners:
            other = found[partners[passage.edit]]
            yield _Run(old, other.new_place, min(length, len(other.new)), True)
        old += length if passage.op in _OLD else 0
        new += length if passage.op in _NEW else 0


def _rows(fates: "Sequence[SentenceFate]", runs: Sequence[_Run], wording: str) -> Iterator[_Row]:
    start = 0
    for fate in fates:
        end = start + len(fate.text)
        found, is_moved = _counterpart(runs, start, end) if fate.status != "dropped" else (None, False)
        if found is None and fate.local_text and (place := wording.find(fate.local_text)) >= 0:
            found = place, place + len(fate.local_text)
        yield _Row(fate, start, found, is_moved)
        start = end


def _counterpart(runs: Sequence[_Run], start: int, end: int) -> tuple[tuple[int, int] | None, bool]:
    """From where to where our wording has what stands from `start` to `end` of the parent's, and whether it was moved."""
    begin = max(bisect_right(runs, start, key=_old) - 1, 0)
    inside = [
        (run, first, last)
        for run in runs[begin : bisect_left(runs, end, key=_old)]
        if (first := max(start, run.old)) < (last := min(end, run.old + run.length))
    ]
    sizes = [sum(last - first for run, first, last in inside if run.is_moved == way) for way in (False, True)]
    is_moved = sizes[1] > sizes[0]
    if max(sizes) < _LEAST * (end - start):
        return None, False
    places = [
        (run.new + first - run.old, run.new + last - run.old)
        for run, first, last in inside
        if run.is_moved == is_moved
    ]
    return (min(first for first, _ in places), max(last for _, last in places)), is_moved


def _added(rows: Sequence[_Row], found: "Sequence[Edit]", wording: str) -> Iterator[tuple[int, int]]:
    """The stretches of our wording that are no clause's counterpart; what belongs to one of them is given to it."""
    for start, end in _gaps(rows, len(wording)):
        owner = _owner(rows, found, wording, start, end)
        if owner is not None and owner.found is not None:
            owner.found = min(owner.found[0], start), max(owner.found[1], end)
        else:
            yield from _sentences(wording, start, end)


def _gaps(rows: Sequence[_Row], length: int) -> Iterator[tuple[int, int]]:
    end = 0
    for first, last in sorted(row.found for row in rows if row.found):
        if end < first:
            yield end, first
        end = max(end, last)
    if end < length:
        yield end, length


def _owner(rows: Sequence[_Row], found: "Sequence[Edit]", wording: str, start: int, end: int) -> _Row | None:
    """The clause that words beside its counterpart belong to: they replace its own, or are no clause themselves."""
    before = next((row for row in rows if row.found and row.found[1] == start), None)
    behind = next((row for row in rows if row.found and row.found[0] == end), None)
    text = wording[start:end]
    if not any(map(str.isalnum, text)):
        return before or behind
    for edit in found:
        if edit.old and edit.new_place < end and start < edit.new_place + len(edit.new):
            for row in filter(None, (before, behind)):
                if row.start < edit.old_place + len(edit.old) and edit.old_place < row.end:
                    return row
    is_clause = text[-1] in _MARKS or text[0] in _MARKS
    return None if is_clause else behind or before


def _sentences(wording: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    from editor.comparing import split_sentences

    for sentence in split_sentences(wording[start:end]):
        yield start, start + len(sentence)
        start += len(sentence)


def _ends(rows: Sequence[_Row]) -> list[tuple[int, int]]:
    """Where the counterparts of the clauses in order end, each with the clause's number, sorted."""
    return sorted((row.found[1], number) for number, row in enumerate(rows) if row.found and not row.is_moved)


def _before(rows: Sequence[_Row], ends: Sequence[tuple[int, int]], place: int) -> int:
    """The number of the clause behind which words added at a place are shown, -1 where they come first.

    It is the last one of those in order whose counterpart ends before, or one dropped just behind it.
    """
    last = bisect_right(ends, (place, len(rows))) - 1
    number = ends[last][1] if last >= 0 else -1
    while number + 1 < len(rows) and rows[number + 1].found is None:
        number += 1
    return number


def _clause(row: _Row, above: Side, ours: Side, wording: str) -> Clause:
    first, last = row.found or (0, 0)
    old, new = tuple(above.cut(row.start, row.end)), tuple(ours.cut(first, last))
    if row.fate.status == "dropped":
        old = tuple(passage._replace(op="-") for passage in old)
    return Clause(
        row.fate.text,
        row.fate.status,
        wording[first:last],
        row.start,
        first if row.found else -1,
        old,
        new,
        _edits(old, new),
        row.is_moved,
    )


def _addition(ours: Side, wording: str, place: int, start: int, end: int) -> Clause:
    """An added clause; its place in the parent's wording is behind the clause that it stands behind."""
    new = tuple(ours.cut(start, end))
    return Clause("", "added", wording[start:end], place, start, (), new, _edits(new))


def _edits(*sides: Sequence[Passage]) -> tuple[int, ...]:
    return tuple(sorted({passage.edit for side in sides for passage in side if passage.edit >= 0}))
