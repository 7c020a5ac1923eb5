"""The figures of a wording, and what became of each: kept, changed into another, dropped, added."""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from editor.comparing.atoms import ATOM, NUMBER, TIME
from editor.comparing.shadow import shadow
from editor.comparing.tokens import tokenize
from editor.plan.value import Value

Change: TypeAlias = Literal["kept", "changed", "dropped", "added"]

_BOUND = re.compile("以上|以内|以下|左右|之内|内")
_COUNTED = re.compile("[一-鿿]{2,8}(?=[，。；、：！？）》”]|$)")
"""What is counted, as far as the next mark: 个 公共海外仓."""
_COUNTING = frozenset(
    [
        "个",
        "家",
        "项",
        "条",
        "款",
        "类",
        "大类",
        "种",
        "名",
        "人",
        "处",
        "所",
        "场",
        "次",
        "批",
        "件",
        "辆",
        "台",
        "套",
        "座",
        "栋",
        "幢",
        "户",
    ]
)
_TIME = re.compile(TIME)
_CLAUSE_END = re.compile("[。；，！？]")
_BEFORE_ITEM = ("", "。", "；", "：", "，", "（", "\n")
_ALIKE = 0.4
"""Two figures of a kind whose clauses share this much of their words are taken for one that changed."""
_SAME, _SAME_THING, _OTHER_UNIT = 0.5, 0.3, 0.1
"""How much the same figure, and one that counts the same thing, is liker, a time in another unit less like.

A like clause still counts for more.
"""

_NEAR = 100
"""So far around a figure its clause is looked at."""
_LOOKED_AT = 200
"""So many figures that are alike or without partner are compared; a text of mere numbers stays bounded in time."""


class FigureFate(Value, frozen=True, kw_only=True):
    """A figure of the parent, or one that the local plan added, and what it becomes.

    `place` is where it begins in the parent measure's wording, `local_place` where it or its counterpart begins
    in the local measure's.
    """

    text: str
    change: Change
    becomes: str | None = None
    parent: str | None = None
    parent_plan: str = ""
    parent_number: str | None = None
    local: str | None = None
    local_number: str | None = None
    place: int | None = None
    local_place: int | None = None


class _Figure(NamedTuple):
    """A figure with what it bounds or counts, its place, bare value and unit, and the words of its clause."""

    measure: str
    text: str
    place: int
    value: str
    unit: str
    counted: str
    words: frozenset[str]


def figures(text: str) -> tuple[str, ...]:
    """Every number with its unit, date, share and range, in order, as printed; not those in names and titles."""
    looked = shadow(text)
    return tuple(
        text[looked.places[found.start()] : looked.places[found.end()]] for found in _found(looked.text)
    )


def figure_changes(parent_text: str, local_text: str) -> tuple[FigureFate, ...]:
    """The figures that are not the same in both: changed, dropped, added, in the order of the texts."""
    return tuple(fate for fate in figure_fates(parent_text, local_text) if fate.change != "kept")


def figure_fates(parent_text: str, local_text: str) -> tuple[FigureFate, ...]:
    """What became of every figure of the parent, then the figures that were added."""
    return figure_fates_among({"": parent_text}, {"": local_text})


def figure_fates_among(
    parent_texts: Mapping[str, str], local_texts: Mapping[str, str]
) -> tuple[FigureFate, ...]:
    """The same for measures that belong together, by their ids."""
    old = [figure for id, text in parent_texts.items() for figure in _figures(id, text)]
    new = [figure for id, text in local_texts.items() for figure in _figures(id, text)]
    partners = _partners(old, new)
    fates = [
        _fate(figure, new[partners[place]] if place in partners else None) for place, figure in enumerate(old)
    ]
    taken = set(partners.values())
    added = (figure for place, figure in enumerate(new) if place not in taken)
    return (*fates, *map(_addition, added))


def _addition(figure: _Figure) -> FigureFate:
    return FigureFate(
        text=figure.text, change="added", local=figure.measure or None, local_place=figure.place
    )


def _found(compared: str) -> Iterator[re.Match[str]]:
    atoms = (atom for atom in ATOM.finditer(compared) if atom.lastgroup != "name")
    return (atom for atom in atoms if not _is_item_number(compared, atom))


def _is_item_number(compared: str, atom: re.Match[str]) -> bool:
    """Whether a bare number begins an item within the text: 1.… or （1）…"""
    before, after = compared[: atom.start()][-1:], compared[atom.end() : atom.end() + 1]
    return atom.group().isdecimal() and before in _BEFORE_ITEM and after in (".", "）", "、")


def _figures(measure: str, text: str) -> Iterator[_Figure]:
    looked = shadow(text)
    marks = [mark.start() for mark in _CLAUSE_END.finditer(looked.text)]
    for found in _found(looked.text):
        start, end = found.span()
        unit = "date" if found.lastgroup in ("date", "period") else NUMBER.sub("", found.group())
        more = _BOUND.match(looked.text, end) or (
            _COUNTED.match(looked.text, end) if unit in _COUNTING else None
        )
        place = looked.places[start]
        printed = text[place : looked.places[more.end() if more else end]]
        before, behind = bisect_left(marks, start), bisect_left(marks, end)
        first, last = (
            marks[before - 1] + 1 if before else 0,
            marks[behind] if behind < len(marks) else len(looked.text),
        )
        around = looked.text[max(first, start - _NEAR) : start] + looked.text[end : min(last, end + _NEAR)]
        words = frozenset(tokenize(around).keys)
        yield _Figure(
            measure, printed, place, _value(found.group()), unit, more.group() if more else "", words
        )


def _value(figure: str) -> str:
    """The figure in one form: 80万 is 80万元, 年年底 is 年底."""
    return re.sub("(?<=[万亿])元$|，|(?<=年)年|以(?=前)", "", figure)


def _partners(old: Sequence[_Figure], new: Sequence[_Figure]) -> dict[int, int]:
    """By place in `old` the place in `new` of what became of a figure: the likest of the same, or of its kind."""
    places = _same(old, new) if len(old) * len(new) > _LOOKED_AT**2 else {}
    taken = set(places.values())
    gone = [i for i in range(len(old)) if i not in places][:_LOOKED_AT]
    come = [j for j in range(len(new)) if j not in taken][:_LOOKED_AT]
    pairs = [
        (_likeness(old[i], new[j]), i, j)
        for i in gone
        for j in come
        if old[i].unit == new[j].unit or old[i].value == new[j].value or _are_times(old[i], new[j])
    ]
    for likeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if likeness >= _ALIKE and i not in places and j not in taken:
            places[i] = j
            taken.add(j)
    return places


def _same(old: Sequence[_Figure], new: Sequence[_Figure]) -> dict[int, int]:
    """By place in `old` the place in `new` of the same figure, each used once, in order: for texts of mere figures."""
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for j, other in enumerate(new):
        free[other.value].append(j)
    return {i: free[figure.value].popleft() for i, figure in enumerate(old) if free[figure.value]}


def _likeness(figure: _Figure, other: _Figure) -> float:
    """How like the clauses of two figures are, 0 to 1, and more for the same figure and for counting the same."""
    smaller = min(len(figure.words), len(other.words))
    shared = len(figure.words & other.words) / smaller if smaller else 1.0
    same_thing = bool(figure.counted) and figure.counted == other.counted
    other_unit = figure.unit != other.unit and _are_times(figure, other)
    return (
        shared + _SAME * (figure.value == other.value) + _SAME_THING * same_thing - _OTHER_UNIT * other_unit
    )


def _are_times(figure: _Figure, other: _Figure) -> bool:
    """Whether both are lengths of time, in whatever units: 24小时, 3天."""
    return bool(_TIME.fullmatch(figure.unit) and _TIME.fullmatch(other.unit))


def _fate(figure: _Figure, other: _Figure | None) -> FigureFate:
    fate = FigureFate(text=figure.text, change="dropped", parent=figure.measure or None, place=figure.place)
    if other is None:
        return fate
    same = other.value == figure.value
    return replace(
        fate,
        change="kept" if same else "changed",
        becomes=None if same else other.text,
        local=other.measure or None,
        local_place=other.place,
    )
