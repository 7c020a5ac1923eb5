"""Doubts about a plan read, as issues with their places."""

import re
from collections.abc import Iterator

from editor.plan.issues import Issue, Place, Severity
from editor.plan.measures import Block, Lines, Measure
from editor.plan.plans import Plan
from editor.reading.codes import Code
from editor.wording import _

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_OPENERS = "（(〔[【"
_CLOSERS = "）)〕]】"
_ENDS = "。！？…”’）》"


def doubt(code: Code, severity: Severity, message: str, lines: Lines, block: str | None = None) -> Issue:
    """One issue of reading at the given lines of the source."""
    return Issue(code=code, severity=severity, message=message, place=Place(lines=lines, block=block))


def doubts_of(plan: Plan) -> tuple[Issue, ...]:
    """Brackets left open, sentences left off, headings printed twice and private characters in a plan read."""
    return tuple(issue for block in plan.body for issue in _doubts_of_block(block))


def _doubts_of_block(block: Block) -> Iterator[Issue]:
    lines = block.lines or (0, 0)
    if _has_open_bracket(block.original):
        yield doubt(
            "unclosed_bracket",
            "warning",
            _("A bracket is opened and not closed, or closed and not opened."),
            lines,
            block.id,
        )
    if _PRIVATE.search(block.original):
        message = _("A character of a private font stands here; look at the original what it means.")
        yield doubt("private_use_character", "warning", message, lines, block.id)
    if "\ufffd" in block.original:
        message = _("A character could not be read and was replaced by \ufffd; look at the original.")
        yield doubt("damaged_character", "warning", message, lines, block.id)
    if isinstance(block, Measure):
        yield from _doubts_of_measure(block, lines)


def _doubts_of_measure(measure: Measure, lines: Lines) -> Iterator[Issue]:
    if measure.heading and measure.text.startswith(f"{measure.heading}。"):
        yield doubt("repeated_title", "warning", _("The heading is printed twice."), lines, measure.id)
    if measure.text and measure.text[-1] not in _ENDS:
        yield doubt("unfinished_sentence", "hint", _("The last sentence has no end."), lines, measure.id)


def _has_open_bracket(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in _OPENERS) - (character in _CLOSERS)
        if depth < 0:
            return True
    return depth != 0
