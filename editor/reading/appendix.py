"""What follows a plan in the same file and is none of it: an official explanation, or another document."""

import re
from collections.abc import Sequence

from editor.plan.deadlines import parse_date
from editor.plan.issues import Issue
from editor.plan.repairs import TakeBack
from editor.reading import cover
from editor.reading.codes import Code
from editor.reading.doubts import doubt
from editor.reading.lines import Passage
from editor.reading.markers import parse_marker
from editor.wording import _

_EXPLANATION = re.compile(
    "[^。；]{0,60}(?:政策解读|文件解读|解读材料|起草说明|编制说明|解读稿|政策问答)(?:[^。；]{0,12})|《[^》]{4,60}》的?解读|解读[：:].{0,40}"
)


def part_appendix(passages: Sequence[Passage]) -> tuple[list[Passage], list[Passage], list[Issue]]:
    """The plan's passages, those of what follows it set aside, and an issue for that."""
    explanation = _explanation_start(passages)
    other = _other_document_start(passages)
    start = min(explanation, other)
    if start == len(passages):
        return list(passages), [], []
    reason = "explanation" if explanation <= other else "other_document"
    aside = [passage.set_aside(reason) for passage in passages[start:]]
    return list(passages[:start]), aside, [_doubt(explanation <= other, aside)]


def _doubt(is_explanation: bool, aside: Sequence[Passage]) -> Issue:
    lines = min(p.lines[0] for p in aside), max(p.lines[1] for p in aside)
    code: Code = "appended_explanation" if is_explanation else "several_documents"
    if is_explanation:
        message = _("An explanation of the plan is appended; it was set aside.")
    else:
        message = _("Another document follows in the same file; it was set aside.")
    return doubt(code, "warning", message, lines, repair=TakeBack(first=lines[0], last=lines[1]))


def _explanation_start(passages: Sequence[Passage]) -> int:
    for place, passage in enumerate(passages):
        if place and _is_head(passage) and _EXPLANATION.fullmatch(passage.text.strip()):
            return place
    return len(passages)


def _other_document_start(passages: Sequence[Passage]) -> int:
    """The place of the letterhead, number or title of a document that is addressed, behind the first item."""
    for place, passage in enumerate(passages):
        if not cover.is_addressees(passage.text) or passage.first.kept:
            continue
        start = place
        while start > 1 and _is_head(passages[start - 1]) and not parse_date(passages[start - 1].text):
            start -= 1
        if start < place and cover.names_a_document(cover.title_of(passages[start:place])):
            return start
    return len(passages)


def _is_head(passage: Passage) -> bool:
    """Whether a passage can be a line of a title or stand above one."""
    if passage.row or passage.first.kept or parse_marker(passage.text):
        return False
    return cover.is_title_line(passage.text) and not cover.annotation(passage.text)
