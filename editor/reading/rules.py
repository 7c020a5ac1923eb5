"""Rules that a plan states once for all its measures: finding them, and applying them to what they govern."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from editor.plan.assignments import parse_units
from editor.plan.deadlines import parse_deadline
from editor.plan.measures import Assignment, Block, Deadline, Measure, Section
from editor.plan.plans import Plan, Rule
from editor.reading.lines import Passage

_LEADS = re.compile("[列排]在?第一位[者的](?:单位|部门)?为牵头(?:单位|部门)[^）)。；]{0,10}")
_EVERYWHERE = re.compile(
    "(?:以下|下列|上述|以上)[^，。；（）()]{0,10}?均[需须由](?P<units>[^，。；（）()]{1,30}?)(?:负责)?(?:抓好)?落实[，,]?(?:下同|不再[^，。；）)]{0,6}列出)"
)
_DEADLINE = re.compile(
    "(?:(?:以上|上述|各项|所有)(?:各项)?(?:重点)?(?:工作|任务|措施|事项|改革|举措)"
    "|(?:未|没有)(?:明确|注明|标明|列明|规定)[^，。；]{0,6}(?:时限|期限|时间)的?(?:各项)?(?:工作|任务|措施|事项|举措)?)"
    "[，,]?(?:原则上)?(?:均|都|应|须|要|全部|一律){0,3}[于在]?(?P<words>[^，。；]{0,8}(?:\\d{4}年|之日起|年底|月底)[^，。；]{0,10}?)"
    "[，,]?(?:全部|全面|基本)?(?:完成|落实到位|办结)"
)
_KINDS = (
    ("first_listed_leads", _LEADS),
    ("carried_out_everywhere", _EVERYWHERE),
    ("default_deadline", _DEADLINE),
)
_BEFORE = ("以上", "上述")
"""Words that turn a rule on what stands before it."""


def find_rules(passages: Sequence[Passage]) -> tuple[Rule, ...]:
    """The rules stated in the passages, such as 列第一位者为牵头单位，下同."""
    return tuple(
        Rule(kind=kind, text=match[0], line=passage.lines[0])
        for passage in passages
        for kind, pattern in _KINDS
        for match in pattern.finditer(passage.text)
    )


def without_rules(text: str) -> str:
    """What a bracket says beside the rules in it."""
    for _kind, pattern in _KINDS:
        text = pattern.sub("", text)
    return text


def apply_rules(plan: Plan) -> Plan:
    """The plan with what is stated once given to every measure it governs, marked as inherited.

    The units printed after the last of several sub-items are those of all of them; then come the plan's rules; relative
    deadlines and deadlines without a year count from the plan's own date.
    """
    shared = dict(_shared(plan))
    body: tuple[Block, ...] = tuple(shared.get(block.id, block) for block in plan.body)
    for rule in plan.rules:
        body = tuple(
            _APPLY[rule.kind](block, rule) if isinstance(block, Measure) else block for block in body
        )
    return replace(plan, body=tuple(_dated(block, plan.date) for block in body))


def _shared(plan: Plan) -> Iterator[tuple[str, Measure]]:
    """The sub-items whose units are printed after the last one, where items beside theirs carry units themselves."""
    annotated = {m.level for m in plan.measures if m.number is not None and m.assignments}
    for section, items in _items_below(plan):
        *others, last = items
        bare = others and not section.assignments and not any(item.assignments for item in others)
        if bare and last.assignments and section.level in annotated:
            inherited = tuple(replace(assignment, inherited=True) for assignment in last.assignments)
            deadline = replace(last.deadline, inherited=True) if last.deadline else None
            for item in others:
                yield item.id, replace(item, assignments=inherited, deadline=item.deadline or deadline)


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
    units = parse_units(match["units"])
    said = Assignment(text=rule.text, responsible_units=units, inherited=True)
    return replace(measure, assignments=(*measure.assignments, said))


def _set_deadline(measure: Measure, rule: Rule) -> Measure:
    """The measure with the deadline of those that name none."""
    match = _DEADLINE.search(rule.text)
    if match is None or measure.deadline or not measure.assignments:
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


def _dated(block: Block, issued: str | None) -> Block:
    if not isinstance(block, Measure) or not block.deadline or block.deadline.date or not issued:
        return block
    found: Deadline = parse_deadline(block.deadline.text, int(issued[:4]), issued)
    return replace(block, deadline=replace(found, inherited=block.deadline.inherited))
