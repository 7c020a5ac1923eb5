"""Doubts about a plan read, as issues with their places."""

import re
from collections.abc import Iterator

from editor.plan.issues import Issue, Place, Severity
from editor.plan.measures import Block, Lines, Measure, Paragraph
from editor.plan.plans import Plan
from editor.plan.repairs import JoinToLineBefore, NotANumber, Repair
from editor.reading.brackets import ANY_BRACKET, CLOSERS, OPENERS
from editor.reading.codes import Code
from editor.wording import _

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_LONGEST_STRAY = 40
_LIST_ENDS = "；："
_ENDS = "。！？…”’）》"


def doubt(
    code: Code,
    severity: Severity,
    message: str,
    lines: Lines,
    block: str | None = None,
    subject: str | None = None,
    repair: Repair | None = None,
) -> Issue:
    """One issue of reading at the given lines of the source, with the repair that would settle it."""
    return Issue(
        code=code,
        severity=severity,
        message=message,
        place=Place(lines=lines, block=block),
        fix=repair is not None,
        subject=subject,
        repair=repair,
    )


def doubts_of(plan: Plan) -> tuple[Issue, ...]:
    """Stray lines, open brackets, unended sentences, empty items, repeated headings and private characters in a plan read."""
    following = (*plan.body[1:], None)
    return tuple(
        issue
        for block, after in zip(plan.body, following, strict=False)
        for issue in (*_doubts_of_block(block), *_doubts_of_measure(block, after))
    )


def _doubts_of_block(block: Block) -> Iterator[Issue]:
    lines = block.lines or (0, 0)
    if isinstance(block, Paragraph) and _is_stray(block):
        message = _("This line belongs to no sentence around it; look at the original where it stands.")
        yield doubt("stray_line", "warning", message, lines, block.id, repair=JoinToLineBefore(line=lines[0]))
    elif _has_open_bracket(block.original):
        message = _("A bracket is opened and not closed, or closed and not opened.")
        yield doubt("unclosed_bracket", "warning", message, lines, block.id)
    if _PRIVATE.search(block.original):
        message = _("A character of a private font stands here; look at the original what it means.")
        yield doubt("private_use_character", "warning", message, lines, block.id)
    if "\ufffd" in block.original:
        message = _("A character could not be read and was replaced by \ufffd; look at the original.")
        yield doubt("damaged_character", "warning", message, lines, block.id)


def _doubts_of_measure(measure: Block, after: Block | None) -> Iterator[Issue]:
    if not isinstance(measure, Measure):
        return
    lines = measure.lines or (0, 0)
    if not measure.heading and not measure.text:
        message = _("The item is empty.")
        repair = NotANumber(line=lines[0]) if measure.assignments else None
        yield doubt("empty_item", "warning", message, lines, measure.id, repair=repair)
    if measure.heading and measure.text.startswith(f"{measure.heading}。"):
        yield doubt("repeated_title", "warning", _("The heading is printed twice."), lines, measure.id)
    if measure.text and measure.text[-1] not in _ENDS:
        yield from _unfinished(measure, after)


def _unfinished(measure: Measure, after: Block | None) -> Iterator[Issue]:
    """A sentence without an end; a paragraph right after it may be its rest, unless a list goes on there."""
    lines = measure.lines or (0, 0)
    goes_on = isinstance(after, Paragraph) and after.lines is not None and after.lines[0] > lines[1]
    if goes_on and measure.text[-1] in _LIST_ENDS:
        return
    repair = JoinToLineBefore(line=after.lines[0]) if goes_on and after and after.lines else None
    message = _("The last sentence has no end.")
    yield doubt("unfinished_sentence", "hint", message, lines, measure.id, repair=repair)


def _is_stray(paragraph: Paragraph) -> bool:
    """Whether a short line closes a bracket that it doesn't open."""
    text = paragraph.original
    return len(text) <= _LONGEST_STRAY and sum(map(text.count, CLOSERS)) > sum(map(text.count, OPENERS))


def _has_open_bracket(text: str) -> bool:
    depth = 0
    for bracket in ANY_BRACKET.findall(text):
        depth += 1 if bracket in OPENERS else -1
        if depth < 0:
            return True
    return depth != 0
