"""Who leads, who is responsible and who helps, where verbs say it: A牵头，B、C等部门按职责分工负责."""

import re

from editor.plan.assignments import parse_units
from editor.plan.characters import official
from editor.plan.measures import Role

_TASK = "(?:组织|落实|实施|推进)?"
_VERB = re.compile(
    f"(?:共同|联合)?(?:(?P<lead_units>牵头(?:负责)?{_TASK})"
    f"|(?P<supporting_units>(?:配合|协助|协同|参与|参加|支持){_TASK}|协办)"
    f"|(?P<responsible_units>(?:按照?(?:各自)?职责|依职责)?(?:分工)?(?:共同|具体|分别)?(?:负责{_TASK}|组织实施|抓好落实|(?<![进彻好实])落实)))"
    "(?=\\s*(?:[，,；;。、]|$))"
)
_BRACKETED = re.compile("[（(](牵头|主办|配合|协办|参与)(?:单位|部门)?[）)]")
_MARKS = "，,；;。、 　"
_LEVEL = re.compile("[省市县区州](?!场|政(?!府)|容|民|域|直|级|各|内|属|有)(?=[一-鿿]{2})")
_SHORT = re.compile("[^省市县区州各驻国有相（]{2,12}(?:厅|局|委|办|委员会|办公室|院|中心)(?<!分局)")
_ALL = re.compile("管委会?|政府|街道(?:办事处)?|镇(?:政府)?")


def parse_roles(words: str, role: Role) -> dict[Role, tuple[str, ...]]:
    """The units in each role, with their full names; `role` is that of units without a verb."""
    units: dict[Role, tuple[str, ...]] = {}
    words = _BRACKETED.sub(r"\1，", words)
    place = 0
    for verb in _VERB.finditer(words):
        found: Role = next(name for name in _ROLES if verb[name])
        units[found] = (*units.get(found, ()), *parse_units(words[place : verb.start()].strip(_MARKS)))
        place = verb.end()
    rest = words[place:].strip(_MARKS)
    if rest:
        default: Role = "responsible_units" if place else role
        units[default] = (*units.get(default, ()), *parse_units(rest))
    return units


_ROLES: tuple[Role, ...] = ("lead_units", "supporting_units", "responsible_units")


def full_names(units: dict[Role, list[str]]) -> dict[Role, list[str]]:
    """The units with 省 or 市 before every one where it is printed before the first one only, and 各 likewise."""
    printed = [name for names in units.values() for name in names]
    level = _LEVEL.match(printed[0]) if printed else None
    others = printed[1:]
    alone = level is not None and not any(name.startswith(level[0]) for name in others)
    prefix = level[0] if level and alone else ""
    return {role: [_full(name, prefix, printed) for name in names] for role, names in units.items()}


def _full(name: str, prefix: str, printed: list[str]) -> str:
    if prefix and _SHORT.fullmatch(official(name)):
        return prefix + name
    before = printed[: printed.index(name)]
    return f"各{name}" if _ALL.fullmatch(name) and any(other.startswith("各") for other in before) else name
