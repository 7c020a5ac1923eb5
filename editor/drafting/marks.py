"""Reviewers' marks and the differences they are on: what a mark knows a difference by, and how marks follow measures."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from editor.drafting.origins import compared_wording
from editor.plan.measures import Measure
from editor.plan.project import Mark, Marked, Project

if TYPE_CHECKING:  # loads libraries that the first window does not need
    from editor.comparing.edits import Edit


_ENDS = "。；！？\n"
_SHOWN = 30
"""So many characters of a sentence are shown on either side of the words marked."""


_CONTEXT = 12
"""Characters of the parent's wording on either side that tell a difference from others of the same words."""
_LIKE = 0.5
"""Of its context a difference must have so much to be the one that was marked."""


class Words(NamedTuple):
    """What a mark knows its difference by: old words, new words, how many such there are before it, the parent's around it."""

    old: str
    new: str
    occurrence: int
    before: str = ""
    behind: str = ""


def words_of(found: "Sequence[Edit]", number: int, parent: str = "") -> Words:
    """What the edit of this number, of a difference from the `parent` wording, is known by."""
    edit = found[number]
    same = sum((other.old, other.new) == (edit.old, edit.new) for other in found[:number])
    start, end = edit.old_place, edit.old_place + len(edit.old)
    before, behind = parent[max(0, start - _CONTEXT) : start], parent[end : end + _CONTEXT]
    return Words(edit.old, edit.new, same, before, behind)


def marked_edit(found: "Sequence[Edit]", mark: Mark, parent: str) -> int | None:
    """The number of the edit, of a difference from the `parent` wording, that a mark is on; None where it is there no more."""
    alike = [number for number, edit in enumerate(found) if (edit.old, edit.new) == (mark.old, mark.new)]
    fits = [_fit(mark, found[number], parent, place) for place, number in enumerate(alike)]
    best = max(fits, default=0.0)
    if best < _LIKE:
        return None
    likest = (place for place, fit in enumerate(fits) if fit == best)
    return alike[min(likest, key=lambda place: abs(place - mark.occurrence))]


def _fit(mark: Mark, edit: "Edit", parent: str, occurrence: int) -> float:
    """How much of what stood around a mark's difference stands around this one; by their order where nothing did."""
    from rapidfuzz.distance import Postfix, Prefix  # loaded when needed: the window starts without it

    whole = len(mark.before) + len(mark.behind)
    if not whole:
        return float(occurrence == mark.occurrence)
    end = edit.old_place + len(edit.old)
    common = Postfix.similarity(mark.before, parent[: edit.old_place])
    return (common + Prefix.similarity(mark.behind, parent[end:])) / whole


def marked(project: Project) -> tuple[Marked, ...]:
    """The marks on measures that are in the draft, in document order."""
    measures = {measure.id: (place, measure) for place, measure in enumerate(project.local.measures)}
    shown = sorted((m for m in project.marks if m.measure in measures), key=lambda m: measures[m.measure][0])
    found = {
        (id, plan): differences(project, measures[id][1], plan)
        for id, plan in {(mark.measure, mark.parent) for mark in shown}
    }
    return tuple(
        _marked(project, measures[mark.measure][1], found[mark.measure, mark.parent], mark) for mark in shown
    )


def _marked(project: Project, measure: Measure, found: "Sequence[Edit]", mark: Mark) -> Marked:
    parent = compared_wording(project, measure, mark.parent).text
    number = marked_edit(found, mark, parent)
    if number is None:
        return Marked(mark, False)
    edit = found[number]
    old = _around(parent, edit.old_place, edit.old_place + len(edit.old))
    return Marked(mark, True, old, _around(measure.wording, edit.new_place, edit.new_place + len(edit.new)))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What of its sentence stands before the words from `start` to `end` of a text, and behind them."""
    first = max(text.rfind(mark, 0, start) + 1 for mark in _ENDS)
    ends = [place + 1 for mark in _ENDS if (place := text.find(mark, end)) >= 0]
    last = end if text[start:end][-1:] in tuple(_ENDS) else min(ends, default=len(text))
    before, behind = text[first:start], text[end:last].rstrip("\n")
    return (
        before if len(before) <= _SHOWN else f"…{before[-_SHOWN:]}",
        behind if len(behind) <= _SHOWN else f"{behind[:_SHOWN]}…",
    )


def merged_marks(project: Project, measures: Sequence[Measure]) -> tuple[Mark, ...]:
    """The project's marks, those on measures that become one now on the first of them."""
    places = {measure.id: place for place, measure in enumerate(measures)}
    return tuple(
        _moved(project, mark, measures[: places[mark.measure]]) if places.get(mark.measure) else mark
        for mark in project.marks
    )


def _moved(project: Project, mark: Mark, before: Sequence[Measure]) -> Mark:
    """The mark on the first of the measures before its own, behind the like differences that they have."""
    edits = (edit for measure in before for edit in differences(project, measure, mark.parent))
    same = sum((edit.old, edit.new) == (mark.old, mark.new) for edit in edits)
    return replace(mark, measure=before[0].id, occurrence=mark.occurrence + same)


def split_marks(project: Project, measure: Measure, cut: int, second: str) -> tuple[Mark, ...]:
    """The project's marks, those on differences behind `cut` in the measure's wording now on its `second` part."""
    return tuple(
        _behind(project, measure, mark, cut, second) if mark.measure == measure.id else mark
        for mark in project.marks
    )


def _behind(project: Project, measure: Measure, mark: Mark, cut: int, second: str) -> Mark:
    found = differences(project, measure, mark.parent)
    number = marked_edit(found, mark, compared_wording(project, measure, mark.parent).text)
    if number is None or found[number].new_place < cut:
        return mark
    stay = sum(edit.new_place < cut and (edit.old, edit.new) == (mark.old, mark.new) for edit in found)
    return replace(mark, measure=second, occurrence=mark.occurrence - stay)


def differences(project: Project, measure: Measure, plan: str) -> "Sequence[Edit]":
    """The edits from a measure's wording in one parent plan to its own."""
    from editor.comparing import diff  # loaded when needed: the window starts without it
    from editor.comparing.edits import edits

    parent = compared_wording(project, measure, plan).text
    return edits(diff(parent, measure.wording, project.roster.unit_names))


def without(marks: Iterable[Mark], gone: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks but for those on the differences that these are on, whatever they say."""
    keys = {_key(mark) for mark in gone}
    return tuple(mark for mark in marks if _key(mark) not in keys)


def is_same_difference(mark: Mark, other: Mark) -> bool:
    """Whether two marks are on the same difference."""
    return _key(mark) == _key(other)


def _key(mark: Mark) -> tuple[str, ...]:
    return mark.measure, mark.parent, mark.old, mark.new, mark.before, mark.behind, str(mark.occurrence)
