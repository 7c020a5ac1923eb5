"""Rules that a plan states once for all its measures."""

import re
from collections.abc import Sequence

from editor.plan.plans import Rule
from editor.reading.lines import Passage

_RULES = (
    (
        "first_listed_leads",
        re.compile("[列排]在?第一位[者的](?:单位|部门)?为牵头(?:单位|部门)[^）)。；]{0,10}"),
    ),
)


def find_rules(passages: Sequence[Passage]) -> tuple[Rule, ...]:
    """The rules stated in the passages, such as 列第一位者为牵头单位，下同."""
    return tuple(
        Rule(kind=kind, text=match[0], line=passage.lines[0])
        for passage in passages
        for kind, pattern in _RULES
        for match in pattern.finditer(passage.text)
    )
