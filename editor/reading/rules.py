"""Rules that a plan states once for all its measures: finding them, and applying them to what they govern."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from editor.plan.assignments import parse_units
from editor.plan.deadlines import parse_deadline
from editor.plan.measures import Assignment, Block, Deadline, Measure, Section
from editor.plan.plans import Plan, Rule
from editor.plan.text_deadlines import deadlines_in
from editor.reading.lines import Passage

_LEADS = re.compile(
    "(?:[列排]在?(?:名)?(?:第一|首)位?|首位|第一个)[者的]?(?:责任)?(?:单位|部门)?为牵头(?:单位|部门)[^）)〕\\]】。；]{0,10}"
)
_NOT_LISTED = "(?:(?:以)?下同|(?:以下)?不再[^，。；）)]{0,8}(?:列出|列入|列明|标注|重复))"
_UNITS = "(?:[^，。；（）()]|[（(][^（）()]{1,8}[）)]){1,30}?"
_EVERYWHERE = re.compile(
    f"(?:以下|下列|上述|以上)[^，。；（）()]{{0,10}}?均[需须由](?P<units>{_UNITS})(?:负责)?(?:抓好)?(?:落实)?[，,]?{_NOT_LISTED}"
    f"|(?:^|(?<=[，。；（(]))(?P<listed>{_UNITS})(?:均|都)(?:为|是)(?:责任|配合|落实|实施)(?:单位|部门)[，,]{_NOT_LISTED}"
)
_DEADLINE = re.compile(
    "(?:(?:以上|上述|各项|所有)(?:各项)?(?:重点)?(?:工作|任务|措施|事项|改革|举措)"
    "|(?:未|没有)(?:明确|注明|标明|列明|规定)[^，。；]{0,6}(?:时限|期限|时间)的?(?:各项)?(?:工作|任务|措施|事项|举措)?)"
    "(?:[，,]?除[^，。；]{2,24}外)?[，,]?(?:原则上)?(?:均|都|应|须|要|全部|一律){0,3}[于在]?(?P<words>[^，。；]{0,8}(?:\\d{4}年|之日起|年底|月底)[^，。；]{0,10}?)"
    "[，,]?(?:全部|全面|基本)?(?:完成|落实到位|办结)"
)
_KINDS = (
    ("first_listed_leads", ("为牵头",), _LEADS),
    ("carried_out_everywhere", ("下同", "不再"), _EVERYWHERE),
    ("default_deadline", ("以上", "上述", "各项", "所有", "未", "没有"), _DEADLINE),
)
"""Every kind with words of which one occurs in each rule of it, and its pattern."""
_FEWEST_GROUPS = 2
"""Sections with several items, from which on a habit shows."""
_BEFORE = ("以上", "上述")
"""Words that turn a rule on what stands before it."""


def find_rules(passages: Sequence[Passage]) -> tuple[Rule, ...]:
    """The rules stated in the passages, such as 列第一位者为牵头单位，下同."""
    return tuple(
        Rule(kind=kind, text=match[0], line=passage.lines[0])
        for passage in passages
        for kind, words, pattern in _KINDS
        if any(word in passage.text for word in words)
        for match in pattern.finditer(passage.text)
    )


def without_rules(text: str) -> str:
    """What a bracket says beside the rules in it."""
    for _kind, words, pattern in _KINDS:
        if any(word in text for word in words):
            text = pattern.sub("", text)
    return text


def apply_rules(plan: Plan) -> Plan:
    """The plan with what is stated once given to every measure it governs, marked as inherited.

    The units printed after the last of several sub-items are those of all of them, those at a section's heading those of
    its items that name none; then come the plan's rules; relative deadlines and deadlines without a year count from the
    plan's own date, else from the year in its title.
    """
    given = {**dict(_from_sections(plan)), **dict(_shared(plan))}
    body: tuple[Block, ...] = tuple(given.get(block.id, block) for block in plan.body)
    for rule in plan.rules:
        body = tuple(
            _APPLY[rule.kind](block, rule) if isinstance(block, Measure) else block for block in body
        )
    return replace(plan, body=tuple(_dated(block, plan.year, plan.date) for block in body))


def _shared(plan: Plan) -> Iterator[tuple[str, Measure]]:
    """The sub-items whose units are printed after the last one: where items beside theirs carry units themselves, or
    where every section of the plan prints them so.
    """
    annotated = {m.level for m in plan.measures if m.number is not None and m.assignments}
    groups = [(section, items) for section, items in _items_below(plan) if any(i.assignments for i in items)]
    everywhere = sum(len(items) > 1 for _section, items in groups) >= _FEWEST_GROUPS
    everywhere = everywhere and all(_names_units_last(items) for _section, items in groups)
    for section, items in groups:
        *others, last = items
        if (
            others
            and not section.assignments
            and _names_units_last(items)
            and (everywhere or section.level in annotated)
        ):
            inherited = tuple(replace(assignment, inherited=True) for assignment in last.assignments)
            deadline = replace(last.deadline, inherited=True) if last.deadline else None
            for item in others:
                yield item.id, replace(item, assignments=inherited, deadline=item.deadline or deadline)


def _names_units_last(items: Sequence[Measure]) -> bool:
    """Whether the last of the items carries units and no other does."""
    return bool(items[-1].assignments) and not any(item.assignments for item in items[:-1])


def _from_sections(plan: Plan) -> Iterator[tuple[str, Measure]]:
    """The measures that name nobody, with the units at the heading of the innermost section that does."""
    if not any(section.assignments for section in plan.sections):
        return
    for around, block in plan.nested():
        section = next((section for section in reversed(around) if section.assignments), None)
        if section and isinstance(block, Measure) and not block.assignments:
            units = tuple(replace(assignment, inherited=True) for assignment in section.assignments)
            yield block.id, replace(block, assignments=units)


def _items_below(plan: Plan) -> Iterator[tuple[Section, list[Measure]]]:
    """Every section that holds measures directly, with these."""
    items: dict[str, tuple[Section, list[Measure]]] = {}
    for around, block in plan.nested():
        if around and isinstance(block, Measure):
            items.setdefault(around[-1].id, (around[-1], []))[1].append(block)
    yield from items.values()


def _lead_first(measure: Measure, rule: Rule) -> Measure:
    if not _is_after(measure, rule):
        return measure
    return replace(measure, assignments=tuple(map(_led, measure.assignments)))


def _led(assignment: Assignment) -> Assignment:
    if assignment.lead_units or not assignment.responsible_units:
        return assignment
    first, *others = assignment.responsible_units
    return replace(assignment, lead_units=(first,), responsible_units=tuple(others))


def _carry_out(measure: Measure, rule: Rule) -> Measure:
    """The measure with the units that the rule names, unless it is not among those governed or names nobody itself."""
    match = _EVERYWHERE.search(rule.text)
    if match is None or not measure.assignments or _is_after(measure, rule) == rule.text.startswith(_BEFORE):
        return measure
    units = parse_units(match["units"] or match["listed"])
    said = Assignment(text=rule.text, responsible_units=units, inherited=True)
    return replace(measure, assignments=(*measure.assignments, said))


def _set_deadline(measure: Measure, rule: Rule) -> Measure:
    """The measure with the deadline of those that name none."""
    match = _DEADLINE.search(rule.text)
    if match is None or measure.deadline or not measure.assignments or deadlines_in(measure.text):
        return measure
    return replace(measure, deadline=replace(parse_deadline(match["words"]), inherited=True))


_APPLY: dict[str, Callable[[Measure, Rule], Measure]] = {
    "first_listed_leads": _lead_first,
    "carried_out_everywhere": _carry_out,
    "default_deadline": _set_deadline,
}


def _is_after(measure: Measure, rule: Rule) -> bool:
    """Whether a measure stands where the rule is stated, or behind."""
    return measure.lines is not None and measure.lines[1] >= (rule.line or 0)


def _dated(block: Block, year: int | None, issued: str | None) -> Block:
    if not isinstance(block, Measure) or not block.deadline or block.deadline.date or not year:
        return block
    found: Deadline = parse_deadline(block.deadline.text, year, issued)
    return replace(block, deadline=replace(found, inherited=block.deadline.inherited))
