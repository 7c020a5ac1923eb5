"""What a list of changes says of a measure: which figures, units and deadline changed, where it was, what it was made of."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from editor.comparing import Comparison, figure_changes
from editor.plan.assignments import ROLE_LABELS
from editor.plan.measures import ROLES, Measure
from editor.plan.numbering import format_number
from editor.writing.base.characters import one_line, paragraphs

_SHOWN = 20
"""Characters of a measure without heading that name it."""
_MOST = 0.5
"""A measure of whose words this much came from another one, or went there, was split off or merged."""
_FIGURES = 6
"""So many changed figures are named; more would say less."""


def short_name(measure: Measure) -> str:
    """Number and heading, or the first words."""
    words = one_line(measure.heading) or "".join(paragraphs(measure.text))[:_SHOWN]
    return format_number(measure.number, measure.level) + words


def told_figures(old: str, new: str) -> Iterator[str]:
    """The figures that are otherwise."""
    told = []
    for fate in figure_changes(old, new):
        if fate.change == "changed":
            told.append(f"“{fate.text}”改为“{fate.becomes}”")
        else:
            told.append(f"{'删去' if fate.change == 'dropped' else '增加'}“{fate.text}”")
    yield from told[:_FIGURES]
    if len(told) > _FIGURES:
        yield f"等{len(told)}处数字"


def told_units(old: Measure, new: Measure) -> Iterator[str]:
    """Which units came, went or took another place, role by role."""
    for role in ROLES:
        yield from told_replaced(ROLE_LABELS[role], "、".join(old.units(role)), "、".join(new.units(role)))


def told_deadline(old: Measure, new: Measure) -> Iterator[str]:
    """That the deadline is otherwise."""
    before, after = (each.deadline.text if each.deadline else "" for each in (old, new))
    yield from told_replaced("完成时限", before, after)


def told_leader(old: Measure, new: Measure) -> Iterator[str]:
    """That another leader is responsible."""
    yield from told_replaced("责任领导", old.leader or "", new.leader or "")


def told_replaced(what: str, old: str, new: str) -> Iterator[str]:
    """That something gave way to something else, came or went; nothing where it is the same."""
    before, after = one_line(old), one_line(new)
    if before == after:
        return
    if before and after:
        yield f"{what}由“{before}”改为“{after}”"
    else:
        yield f"增加{what}“{after}”" if after else f"删去{what}“{before}”"


def told_place(measure: Measure, before: Sequence[Measure]) -> str:
    """Where a measure that was moved stood among the measures before."""
    place = [each.id for each in before].index(measure.id)
    return f"移动位置，原在“{short_name(before[place - 1])}”之后" if place else "移动位置，原为首条"


class Transfers:
    """Where most of the words of a measure that is gone went, and of one that is new came from."""

    def __init__(self, comparison: Comparison, old: Collection[Measure], new: Collection[Measure]) -> None:
        self._old = {measure.id: measure for measure in old}
        self._new = {measure.id: measure for measure in new}
        self._went: dict[tuple[str, str], int] = {}
        for fate in comparison.sentences:
            if fate.local and fate.local != fate.parent:
                pair = fate.parent, fate.local
                self._went[pair] = self._went.get(pair, 0) + len(fate.text)

    def told_gone(self, id: str) -> str:
        """That a measure was merged into another one, or left out."""
        into = self._most(self._old[id], {new: size for (old, new), size in self._went.items() if old == id})
        return f"删去，内容并入“{short_name(self._new[into])}”" if into else "删去"

    def told_new(self, id: str) -> str:
        """That a measure was split off another one, or is new."""
        made = self._most(self._new[id], {old: size for (old, new), size in self._went.items() if new == id})
        return f"新增，由原“{short_name(self._old[made])}”分出" if made else "新增"

    def _most(self, measure: Measure, sizes: Mapping[str, int]) -> str | None:
        best = max(sizes, key=sizes.__getitem__, default=None)
        return best if best is not None and sizes[best] >= _MOST * len(measure.wording) else None
