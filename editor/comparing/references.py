"""Measures of a parent plan that a local measure names by number: 落实上级方案第三条、第十三条, （对应省方案第5条）."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from editor.comparing.shadow import fold
from editor.plan.measures import Measure, Section
from editor.plan.numbering import parse_numeral
from editor.plan.plans import Plan

_NUMERAL = r"(?:[一二三四五六七八九十百]{1,7}|\d{1,3})"
_ITEM = f"第（?{_NUMERAL}）?[条项]?"
_REFERENCE = re.compile(
    f"(落实|对应|对照|承接|衔接|细化|分解|贯彻|执行|参?见|详见|（)([^。；，（）]{{0,40}}?)"
    f"({_ITEM}(?:(?:[、和及与至到~—-]|以及){_ITEM}|[、至到~—-]{_NUMERAL}[条项]?)*)(?<=[条项])"
)
_NUMBERS = re.compile(f"([至到~—-]?)第?（?({_NUMERAL})")
_NEEDS_PLAN = ("见", "参见", "详见", "（")
"""These alone may speak of the local plan itself; the others carry out what another plan says."""
_PLAN = re.compile(
    "上级|国家|国务院|中央|[省市县区州](?:级|里|委|政府)?|方案|措施|意见|清单|任务|通知|计划|文件"
)
_ITSELF = re.compile("[本我]|法|条例|规定|办法|细则|章程|合同|协议")
"""The local plan, or a rule that is no plan."""
_TITLE = re.compile("《([^《》]{2,60})》")
_LEVELS = ("省", "市", "县")
_MOST_AT_ONCE = 12
"""A range of more numbers is no list of counterparts."""


def named_parents(parent: Plan, local: Plan) -> dict[int, tuple[int, ...]]:
    """By place of a local measure those of the parent measures that it names; a number given twice is not guessed."""
    numbered: Mapping[int, tuple[int, ...]] | None = None
    found: dict[int, tuple[int, ...]] = {}
    for j, measure in enumerate(local.measures):
        numbers = list(_numbers(measure.wording, parent.title)) if "第" in measure.wording else []
        if numbers:
            numbered = _numbered(parent) if numbered is None else numbered
            if places := {place for number in numbers for place in numbered.get(number, ())}:
                found[j] = tuple(sorted(places))
    return found


def _numbers(wording: str, title: str) -> Iterator[int]:
    for cue, plan, items in _REFERENCE.findall(fold(wording)):
        if _is_meant(cue, plan, fold(title)):
            yield from _listed(items)


def _is_meant(cue: str, plan: str, title: str) -> bool:
    """Whether a reference that calls the other plan so can be to the one of this title."""
    if names := _TITLE.findall(plan):
        return any(name in title or (title and title in name) for name in names)
    if _ITSELF.search(plan) or (plan and not _PLAN.search(plan)):
        return False
    levels = [level for level in _LEVELS if level in plan]
    own = [level for level in _LEVELS if level in title]
    return bool(plan or cue not in _NEEDS_PLAN) and (not levels or not own or levels[0] == own[0])


def _listed(items: str) -> Iterator[int]:
    """The numbers of 第三条、第五至七条."""
    last = 0
    for joint, numeral in _NUMBERS.findall(items):
        number = parse_numeral(numeral)
        if number is None:
            continue
        is_range = joint and 0 < number - last <= _MOST_AT_ONCE
        yield from range(last + 1 if is_range else number, number + 1)
        last = number


def _numbered(plan: Plan) -> Mapping[int, tuple[int, ...]]:
    """By number the measure, else the measures of the section, that alone has it; without numbers they are counted."""
    if not any(measure.number for measure in plan.measures):
        return {place: (place - 1,) for place in range(1, len(plan.measures) + 1)}
    measures: defaultdict[int | None, list[int]] = defaultdict(list)
    sections: defaultdict[int | None, dict[str, list[int]]] = defaultdict(dict)
    for place, (around, measure) in enumerate(_nested_measures(plan)):
        measures[parse_numeral(measure.number or "")].append(place)
        for section in around:
            number = parse_numeral(section.number or "")
            sections[number].setdefault(section.id, []).append(place)
    alone = {n: tuple(*found.values()) for n, found in sections.items() if n and len(found) == 1}
    given_twice = {n for n, places in measures.items() if len(places) > 1}
    own = {n: tuple(places) for n, places in measures.items() if n and len(places) == 1}
    return {n: places for n, places in (alone | own).items() if n not in given_twice}


def _nested_measures(plan: Plan) -> Iterator[tuple[tuple[Section, ...], Measure]]:
    return ((tuple(around), block) for around, block in plan.nested() if isinstance(block, Measure))
