"""The differences that matter most, worst first: figures, dates, shares, units, duties, scope, names.

Counts are a county's own: 86个 for the province's 6000个 is no weakening. Dates, shares and time limits are promises.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias, get_args

from editor.comparing.atoms import ATOM, QUOTED, TITLE
from editor.comparing.difference import diff
from editor.comparing.edits import Edit, edits
from editor.comparing.figures import FigureFate, figure_fates
from editor.comparing.shadow import fold, shadow
from editor.comparing.strength import is_weaker
from editor.plan.value import Value

ConcernKind: TypeAlias = Literal["figure", "date", "percentage", "unit", "duty", "scope", "name"]
"""Worst first."""
ConcernChange: TypeAlias = Literal["weakened", "lost", "changed", "added"]
"""Worst first."""

_KINDS: tuple[str, ...] = get_args(ConcernKind)
_CHANGES: tuple[str, ...] = get_args(ConcernChange)
_NAME = re.compile(f"{TITLE}|{QUOTED}")
_DUTIES = {
    **dict.fromkeys(("应当", "必须", "不得", "严禁", "禁止", "一律", "务必", "确保", "须"), 3),
    **dict.fromkeys(("应予", "应由", "应按", "应于", "应向", "应将"), 3),
    **dict.fromkeys(("原则上", "力争", "争取", "尽量", "尽可能"), 2),
    **dict.fromkeys(("可以", "鼓励", "支持", "引导", "倡导", "允许"), 1),
    **dict.fromkeys(("可予", "可由", "可按", "可于", "可向", "可将"), 1),
    **dict.fromkeys(("探索", "试点", "试行"), 0),
}
"""How far a word binds: 3 it must be done, 2 as a rule, 1 it may be done, 0 it is tried."""
_SCOPES = {
    **dict.fromkeys(("全部", "所有", "全面", "全覆盖", "各级", "各类", "每个"), 2),
    **dict.fromkeys(("逐步", "重点", "优先"), 1),
    **dict.fromkeys(("部分", "有条件的", "具备条件的", "符合条件的", "个别"), 0),
}
"""How much a word covers: 2 everything, 0 some. 全省 and 全县 are no matter of scope but of place."""
_FREQUENCIES = {
    **dict.fromkeys(("每日", "每天"), 5),
    "每周": 4,
    "每月": 3,
    **dict.fromkeys(("每季", "每季度"), 2),
    **dict.fromkeys(("每年", "每年度"), 1),
}
"""How often something comes again."""
_FIGURE_CHANGES: dict[str, ConcernChange] = {"dropped": "lost", "added": "added", "changed": "changed"}


class Concern(Value, frozen=True, kw_only=True):
    """One thing that matters and is otherwise; `old_place` and `new_place` tell where the words begin in both texts.

    What was lost has no `new`, what was added no `old`.
    """

    kind: ConcernKind
    change: ConcernChange
    old: str = ""
    new: str = ""
    old_place: int | None = None
    new_place: int | None = None


class _Word(NamedTuple):
    text: str
    place: int


def concerns(old: str, new: str, names: Collection[str] = ()) -> tuple[Concern, ...]:
    """What matters in the difference from a parent's wording to a local one, worst first; `names` are units."""
    changed = [edit for edit in edits(diff(old, new, names)) if not edit.is_move]
    found = (
        *_figures(old, new),
        *_units(old, new, names),
        *_ranked("figure", changed, _FREQUENCIES),
        *_ranked("duty", changed, _DUTIES),
        *_ranked("scope", changed, _SCOPES),
        *_names(changed, old, new),
    )
    return tuple(sorted(found, key=_rank))


def _rank(concern: Concern) -> tuple[int, int, int]:
    place = concern.new_place if concern.old_place is None else concern.old_place
    return _KINDS.index(concern.kind), _CHANGES.index(concern.change), place or 0


def _figures(old: str, new: str) -> Iterator[Concern]:
    for fate in figure_fates(old, new):
        if change := _FIGURE_CHANGES.get(fate.change):
            becomes = fate.becomes or ""
            if change == "changed" and is_weaker(
                old, fate.place or 0, fate.text, new, fate.local_place or 0, becomes
            ):
                change = "weakened"
            yield Concern(
                kind=_kind(fate),
                change=change,
                old="" if change == "added" else fate.text,
                new=fate.text if change == "added" else becomes,
                old_place=fate.place,
                new_place=fate.local_place,
            )


def _kind(fate: FigureFate) -> ConcernKind:
    atom = ATOM.search(shadow(fate.text).text)
    if atom and atom.lastgroup in ("date", "period"):
        return "date"
    return "percentage" if re.search("[%％‰]|百分|分之|成(?:以上|以下|左右)?$", fate.text) else "figure"


def _units(old: str, new: str, names: Collection[str]) -> Iterator[Concern]:
    """Units that are named in one text only; where both name the same ones, another one that stands first."""
    before, after = (_occurrences(text, names) for text in (old, new))
    olds, news = ({word.text for word in words} for words in (before, after))
    for word in before:
        if word.text not in news:
            yield Concern(kind="unit", change="lost", old=word.text, old_place=word.place)
    for word in after:
        if word.text not in olds:
            yield Concern(kind="unit", change="added", new=word.text, new_place=word.place)
    if before and olds == news and before[0].text != after[0].text:
        first, now = before[0], after[0]
        yield Concern(
            kind="unit",
            change="changed",
            old=first.text,
            new=now.text,
            old_place=first.place,
            new_place=now.place,
        )


def _occurrences(text: str, words: Iterable[str]) -> list[_Word]:
    """The words that stand in a text, each where it stands first, of two at one place the longer."""
    looked = fold(text)
    present = sorted((word for word in map(fold, words) if word and word in looked), key=len, reverse=True)
    if not present:
        return []
    found: dict[str, int] = {}
    for match in re.finditer("|".join(map(re.escape, present)), looked):
        found.setdefault(match[0], match.start())
    return [_Word(word, place) for word, place in found.items()]


def _ranked(kind: ConcernKind, found: Iterable[Edit], ranks: dict[str, int]) -> Iterator[Concern]:
    """The words of a kind that an edit takes out or puts in; a lower rank in the place of a higher one is weaker."""
    for edit in found:
        before, after = _occurrences(edit.old, ranks), _occurrences(edit.new, ranks)
        both = {word.text for word in before} & {word.text for word in after}
        gone = [word for word in before if word.text not in both]
        come = [word for word in after if word.text not in both]
        for place in range(max(len(gone), len(come))):
            yield _replaced(kind, edit, gone[place : place + 1], come[place : place + 1], ranks)


def _replaced(
    kind: ConcernKind, edit: Edit, gone: list[_Word], come: list[_Word], ranks: dict[str, int]
) -> Concern:
    change: ConcernChange = "changed" if gone and come else "lost" if gone else "added"
    if gone and come and ranks[come[0].text] < ranks[gone[0].text]:
        change = "weakened"
    return Concern(
        kind=kind,
        change=change,
        old=gone[0].text if gone else "",
        new=come[0].text if come else "",
        old_place=edit.old_place + gone[0].place if gone else None,
        new_place=edit.new_place + come[0].place if come else None,
    )


def _names(found: Iterable[Edit], old: str, new: str) -> Iterator[Concern]:
    """Titles and quoted names that only one text has; two in one edit are one that changed."""
    looked_old, looked_new = (frozenset(_NAME.findall(fold(text))) for text in (old, new))
    for edit in found:
        gone = [m for m in _NAME.finditer(fold(edit.old)) if m[0] not in looked_new]
        come = [m for m in _NAME.finditer(fold(edit.new)) if m[0] not in looked_old]
        for place in range(max(len(gone), len(come))):
            before, after = gone[place : place + 1], come[place : place + 1]
            yield Concern(
                kind="name",
                change="changed" if before and after else "lost" if before else "added",
                old=edit.old[before[0].start() : before[0].end()] if before else "",
                new=edit.new[after[0].start() : after[0].end()] if after else "",
                old_place=edit.old_place + before[0].start() if before else None,
                new_place=edit.new_place + after[0].start() if after else None,
            )
