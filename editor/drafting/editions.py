"""A parent plan's new edition with the ids of the old one, so that everything linked to the plan stays linked."""

import re
from collections.abc import Hashable, Iterable, Mapping
from itertools import count

from msgspec.structs import replace

from editor.plan.measures import Measure, Paragraph, Section
from editor.plan.plans import Plan

_PREFIX: dict[type, str] = {Section: "s", Measure: "m", Paragraph: "p"}
_NUMBER = re.compile(r"\d+$")


def with_former_ids(old: Plan, new: Plan, used: Iterable[str] = ()) -> Plan:
    """The new edition under the old one's id, what it has in common with that one under the ids it had there.

    New blocks get ids that neither the old edition nor `used` knows, so that no link leads to them by mistake.
    """
    former = {**_measures(old, new), **_sections(old, new), **_paragraphs(old, new)}
    taken = [*used, *(block.id for block in old.body)]
    highest = max((int(found[0]) for id in taken if (found := _NUMBER.search(id))), default=0)
    numbers = count(highest + 1)
    body = (
        replace(block, id=former.get(block.id) or f"{_PREFIX[type(block)]}{next(numbers)}")
        for block in new.body
    )
    return replace(new, id=old.id, body=tuple(body))


def _measures(old: Plan, new: Plan) -> dict[str, str]:
    """By new measure the old one that it is the new wording of: each old one once, the likest first."""
    from editor.comparing import align  # loaded when needed: the window starts without it

    pairs = [pair for pair in align([old], new) if pair.parents and not pair.is_offer]
    wordings = {measure.id: measure.wording for measure in old.measures}
    texts = {measure.id: measure.wording for measure in new.measures}
    candidates = [(pair, id) for pair in pairs for id in pair.parents]
    candidates.sort(key=lambda c: (texts[c[0].local] != wordings[c[1]], -c[0].similarity))
    former: dict[str, str] = {}
    taken: set[str] = set()
    for pair, id in candidates:
        if pair.local not in former and id not in taken:
            former[pair.local] = id
            taken.add(id)
    return former


def _sections(old: Plan, new: Plan) -> dict[str, str]:
    """By new section the old one with the same heading, else with the same number in the same place."""

    def keys(plan: Plan) -> dict[str, tuple[Hashable, ...]]:
        return {
            block.id: ((block.level, block.heading), (*_numbers(around), block.level, block.number))
            for around, block in plan.nested()
            if isinstance(block, Section)
        }

    return _by_keys(keys(old), keys(new))


def _paragraphs(old: Plan, new: Plan) -> dict[str, str]:
    """By new paragraph the old one with the same text, else one below the same numbers."""

    def keys(plan: Plan) -> dict[str, tuple[Hashable, ...]]:
        return {
            block.id: (block.text, _numbers(around))
            for around, block in plan.nested()
            if isinstance(block, Paragraph)
        }

    return _by_keys(keys(old), keys(new))


def _numbers(around: tuple[Section, ...]) -> tuple[Hashable, ...]:
    return tuple((section.level, section.number) for section in around)


def _by_keys(
    old: Mapping[str, tuple[Hashable, ...]], new: Mapping[str, tuple[Hashable, ...]]
) -> dict[str, str]:
    """By new id an old one: those alike in their first key, then, of the rest, those alike in their second."""
    former: dict[str, str] = {}
    for place in (0, 1):
        free: dict[Hashable, list[str]] = {}
        taken = set(former.values())
        for id, keys in old.items():
            if id not in taken:
                free.setdefault(keys[place], []).append(id)
        for id, keys in new.items():
            if id not in former and free.get(keys[place]):
                former[id] = free[keys[place]].pop(0)
    return former
