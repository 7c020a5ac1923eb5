"""Units as responsibility brackets list them, and assignments as a notice prints them."""

import re
from collections.abc import Iterable, Iterator

from editor.plan.characters import official
from editor.plan.measures import Assignment, Measure, Role

ROLE_LABELS: dict[Role, str] = {
    "lead_units": "牵头单位",
    "responsible_units": "责任单位",
    "supporting_units": "配合单位",
}
_OPENERS = "（〔【〈《“"
_CLOSERS = "）〕】〉》”"
_AND_OTHERS = re.compile(
    "等(?:\\d+个|各|有关|相关|市直|县直|区直|省直)*(?:成员|职能)?(?:部门|单位)?(?:和单位)?$"
)
_LEVEL = re.compile("[市州县区旗盟乡镇](?:[（〔][^（）〔〕]{1,8}[）〕])?(?:党委)?(?:和)?(?:人民)?(?:政府)?")
_VERB = re.compile("(?:牵头|负责|具体工作)(?!单位|部门|科室|人)")


def parse_units(text: str) -> tuple[str, ...]:
    """The units listed in `text`, each once, in order; brackets inside a name stay, a final 等 is dropped."""
    names = (
        _AND_OTHERS.sub("", name.strip()).strip() for name in _split(_before_verb(official(text.strip())))
    )
    return tuple(dict.fromkeys(_joined(name for name in names if name)))


def format_assignment(assignment: Assignment) -> str:
    """The assignment in official wording: 牵头单位：A；责任单位：B、C. Empty where there are no units."""
    lists = ((label, getattr(assignment, role)) for role, label in ROLE_LABELS.items())
    return "；".join(f"{label}：{'、'.join(units)}" for label, units in lists if units)


def _joined(names: Iterable[str]) -> Iterator[str]:
    """The names, the governments of several levels as one: 各市、州、县人民政府."""
    group: list[str] = []
    for name in names:
        if not (group and _LEVEL.fullmatch(name)):
            yield from group
            group = []
        group.append(name)
        if not group[0].startswith("各") or (len(group) > 1 and "政府" in name):
            yield "、".join(group)
            group = []
    yield from group


def format_units(measure: Measure) -> str:
    """All assignments of a measure, as printed."""
    return "；".join(filter(None, (format_assignment(each) or each.text for each in measure.assignments)))


def _before_verb(text: str) -> str:
    """What stands before a verb, as in A局牵头做好……: a list of units has none."""
    verb = _VERB.search(text)
    return text[: verb.start()] if verb and verb.start() else text


def _split(text: str) -> list[str]:
    """The text cut at 、 ， ； and 。 outside brackets; a closing bracket without its opener counts for nothing."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(text):
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(0, depth - 1)
        elif character in "、，；。" and not depth:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]
