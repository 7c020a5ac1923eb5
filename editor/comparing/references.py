"""Measures of a parent plan that a local measure names by number: 落实上级方案第三条、第十三条, （对应省方案第二部分第5条）."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.comparing.shadow import fold
from editor.plan.measures import Measure, Section
from editor.plan.numbering import parse_numeral
from editor.plan.plans import Plan

_NUMERAL = r"(?:[一二三四五六七八九十百]{1,7}|\d{1,3})"
_UNIT = "(?:部分|[大小]项|[章节条款项点])"
_JOINT = "[、和及与至到~—-]|以及"
_ITEM = f"第（?{_NUMERAL}）?{_UNIT}?"
_REFERENCE = re.compile(
    f"(落实|对应|对照|承接|衔接|细化|分解|贯彻|执行|参?见|详见|（)([^。；，（）]{{0,40}}?)"
    f"({_ITEM}(?:(?:{_JOINT})?{_ITEM}|[、至到~—-]（?{_NUMERAL}）?{_UNIT}?)*(?<=[条款项点章节分])(?:（{_NUMERAL}）)?)"
)
_PARTS = ("部分", "章", "节")
_STEP = re.compile(f"({_JOINT}|)第?（?({_NUMERAL})）?({_UNIT}?)")
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


class _Path(NamedTuple):
    """The numbers that lead to a measure, the widest part's first; whether the last one is said to be a part's."""

    numbers: tuple[int, ...]
    is_part: bool


class _Numbered(NamedTuple):
    """A section or measure that has a number: the numbers around it, and its measures by their places."""

    above: Sequence[int | None]
    is_measure: bool
    places: list[int]


def named_parents(parent: Plan, local: Plan) -> dict[int, tuple[int, ...]]:
    """By place of a local measure those of the parent measures that it names; a number given twice is not guessed."""
    numbered: Mapping[int, Sequence[_Numbered]] | None = None
    found: dict[int, tuple[int, ...]] = {}
    for j, measure in enumerate(local.measures):
        paths = list(_named(measure.wording, parent.title)) if "第" in measure.wording else []
        if paths:
            numbered = _numbered(parent) if numbered is None else numbered
            if places := {place for path in paths for place in _meant(path, parent, numbered)}:
                found[j] = tuple(sorted(places))
    return found


def _named(wording: str, title: str) -> Iterator[_Path]:
    for cue, plan, items in _REFERENCE.findall(fold(wording)):
        if _is_meant(cue, plan, fold(title)):
            yield from _paths(items)


def _is_meant(cue: str, plan: str, title: str) -> bool:
    """Whether a reference that calls the other plan so can be to the one of this title."""
    if names := _TITLE.findall(plan):
        return any(name in title or (title and title in name) for name in names)
    if _ITSELF.search(plan) or (plan and not _PLAN.search(plan)):
        return False
    levels = [level for level in _LEVELS if level in plan]
    own = [level for level in _LEVELS if level in title]
    return bool(plan or cue not in _NEEDS_PLAN) and (not levels or not own or levels[0] == own[0])


def _paths(items: str) -> Iterator[_Path]:
    """The numbers of 第二部分第三条、第五至七条: what follows a joint takes the place of the last number of its kind."""
    numbers: list[int] = []
    units: list[str] = []
    for joint, numeral, unit in _STEP.findall(items):
        number = parse_numeral(numeral)
        if number is None:
            continue
        if joint:
            yield _Path(tuple(numbers), (units[-1] or unit) in _PARTS)
            depth = units.index(unit) if unit in units else len(numbers) - 1
            if joint in "至到~—-" and 0 < number - numbers[depth] <= _MOST_AT_ONCE:
                between = range(numbers[depth] + 1, number)
                yield from (_Path((*numbers[:depth], each), unit in _PARTS) for each in between)
            del numbers[depth:], units[depth:]
        numbers.append(number)
        units.append(unit)
    yield _Path(tuple(numbers), units[-1] in _PARTS)


def _meant(path: _Path, plan: Plan, numbered: Mapping[int, Sequence[_Numbered]]) -> Sequence[int]:
    """The places of the measures that the one block with these numbers has; of two such blocks none is guessed."""
    numbers, is_part = path
    if len(numbers) == 1 and not is_part and not _has_numbers(plan):
        return [numbers[0] - 1] if 0 < numbers[0] <= len(plan.measures) else []
    found = _led_to(numbers, is_part, numbered)
    if len(found) == 1:
        return found[0].places
    whole = _led_to(numbers[:-1], False, numbered) if len(numbers) > 1 and not found else ()
    return whole[0].places if len(whole) == 1 and whole[0].is_measure else ()


def _led_to(
    numbers: Sequence[int], is_part: bool, numbered: Mapping[int, Sequence[_Numbered]]
) -> Sequence[_Numbered]:
    """The blocks that these numbers can mean: what they lead to straight before all else, measures before sections."""
    *above, last = numbers
    found = [block for block in numbered.get(last, ()) if _stand_among(above, block.above)]
    if is_part:
        found = [block for block in found if not block.is_measure]
    if above or is_part:
        found = [block for block in found if block.above == above] or found
    return [block for block in found if block.is_measure] or found


def _stand_among(numbers: Sequence[int], above: Sequence[int | None]) -> bool:
    """Whether these numbers stand among those around a block, in order."""
    rest = iter(above)
    return all(number in rest for number in numbers)


def _has_numbers(plan: Plan) -> bool:
    return any(measure.number for measure in plan.measures)


def _numbered(plan: Plan) -> Mapping[int, Sequence[_Numbered]]:
    """By number the blocks that have it; measures without numbers are counted within their section."""
    is_counted = not _has_numbers(plan)
    counts: Counter[str] = Counter()
    blocks: dict[str, _Numbered] = {}
    found: defaultdict[int, list[_Numbered]] = defaultdict(list)
    for place, (around, measure) in enumerate(_nested_measures(plan)):
        chain: tuple[Section | Measure, ...] = (*around, measure)
        numbers = [parse_numeral(block.number or "") for block in chain]
        if is_counted:
            section = around[-1].id if around else ""
            counts[section] += 1
            numbers[-1] = counts[section]
        for depth, (block, number) in enumerate(zip(chain, numbers, strict=True)):
            if block.id not in blocks:
                blocks[block.id] = _Numbered(numbers[:depth], block is measure, [])
                if number:
                    found[number].append(blocks[block.id])
            blocks[block.id].places.append(place)
    return found


def _nested_measures(plan: Plan) -> Iterator[tuple[tuple[Section, ...], Measure]]:
    return ((around, block) for around, block in plan.nested() if isinstance(block, Measure))
