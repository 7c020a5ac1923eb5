"""Doubts about a plan read, as issues with their places."""

import re
from collections.abc import Iterator

from editor.plan.characters import official_widths
from editor.plan.issues import Issue, Place, Severity
from editor.plan.measures import Block, Lines, Measure, Paragraph, Section
from editor.plan.plans import Plan
from editor.plan.repairs import JoinToLineBefore, LeaveOut, NotANumber, Repair, SetAside
from editor.reading.brackets import ANY_BRACKET, CLOSERS, OPENERS
from editor.reading.codes import Code
from editor.reading.readers.places import Texts, find_words
from editor.wording import _

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_BULLET = re.compile("\\s*[\uf000-\uf0ff]")
"""A sign of a symbol font in front of a paragraph."""
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


def doubts_of(plan: Plan, texts: Texts) -> Iterator[Issue]:
    """Stray lines, open brackets, unended sentences, empty items, repeated headings and private characters in a plan read.

    `texts` tell where in the source's lines the words stand that a repair is about.
    """
    following = (*plan.body[1:], None)
    for block, after in zip(plan.body, following, strict=False):
        yield from _doubts_of_block(block, texts)
        if isinstance(block, Measure):
            yield from _doubts_of_measure(block, after, texts)
        elif isinstance(block, Section) and _is_empty(block, after):
            message = _("The heading has nothing below it.")
            yield doubt("empty_item", "hint", message, block.lines or (0, 0), block.id)


def _doubts_of_block(block: Block, texts: Texts) -> Iterator[Issue]:
    lines = block.lines or (0, 0)
    if isinstance(block, Paragraph) and _is_stray(block):
        message = _("This line belongs to no sentence around it; look at the original where it stands.")
        yield doubt("stray_line", "warning", message, lines, block.id, repair=JoinToLineBefore(line=lines[0]))
    elif bracket := _lone_bracket(block.original):
        message = _("A bracket is opened and not closed, or closed and not opened.")
        repair = _without_bracket(bracket, block, texts)
        yield doubt("unclosed_bracket", "warning", message, lines, block.id, repair=repair)
    if found := _PRIVATE.search(block.original):
        message = _("A character of a private font stands here; look at the original what it means.")
        repair = _left_out(found[0], block, texts) if _BULLET.match(block.original) else None
        yield doubt("private_use_character", "warning", message, lines, block.id, repair=repair)
    if "\ufffd" in block.original:
        message = _("A character could not be read and was replaced by \ufffd; look at the original.")
        yield doubt("damaged_character", "warning", message, lines, block.id)


def _doubts_of_measure(measure: Measure, after: Block | None, texts: Texts) -> Iterator[Issue]:
    lines = measure.lines or (0, 0)
    if not measure.heading and not measure.text:
        message = _("The item is empty.")
        repair = NotANumber(line=lines[0]) if measure.assignments else SetAside(first=lines[0], last=lines[1])
        yield doubt("empty_item", "warning", message, lines, measure.id, repair=repair)
    if measure.heading and measure.text.startswith(f"{measure.heading}。"):
        repeated = _repetition(measure, texts)
        message = _("The heading is printed twice.")
        yield doubt("repeated_title", "warning", message, lines, measure.id, repair=repeated)
    if measure.text and measure.text[-1] not in _ENDS:
        yield from _unfinished(measure, after)


def _is_empty(section: Section, after: Block | None) -> bool:
    """Whether nothing stands below a heading: no text, no item of a lower level."""
    if after is None or section.number is None:
        return after is None
    return isinstance(after, Section) and after.number is not None and after.level <= section.level


def _left_out(words: str, block: Block, texts: Texts) -> LeaveOut | None:
    """What leaves the words out, where they are found."""
    spot = find_words(words, block.lines, texts)
    return LeaveOut(line=spot.line, offset=spot.offset, length=len(words)) if spot else None


def _repetition(measure: Measure, texts: Texts) -> LeaveOut | None:
    """What leaves a heading out where it stands a second time."""
    twice = re.compile(f"(?<={re.escape(measure.heading)}[。.])\\s*{re.escape(measure.heading)}[。.]")
    for number in range(measure.lines[0], measure.lines[1] + 1) if measure.lines else ():
        if found := twice.search(official_widths(texts.get(number, ""))):
            return LeaveOut(line=number, offset=found.start(), length=len(found[0]))
    return None


def _unfinished(measure: Measure, after: Block | None) -> Iterator[Issue]:
    """A sentence without an end; a paragraph right after it may be its rest, unless a list goes on there."""
    lines = measure.lines or (0, 0)
    goes_on = isinstance(after, Paragraph) and after.lines is not None and after.lines[0] > lines[1]
    is_next = isinstance(after, Measure) and after.level == measure.level
    if (goes_on and measure.text[-1] in _LIST_ENDS) or (is_next and measure.text[-1] == "；"):
        return
    repair = JoinToLineBefore(line=after.lines[0]) if goes_on and after and after.lines else None
    message = _("The last sentence has no end.")
    yield doubt("unfinished_sentence", "hint", message, lines, measure.id, repair=repair)


def _is_stray(paragraph: Paragraph) -> bool:
    """Whether a short line closes a bracket that it doesn't open."""
    text = paragraph.original
    return len(text) <= _LONGEST_STRAY and sum(map(text.count, CLOSERS)) > sum(map(text.count, OPENERS))


def _lone_bracket(text: str) -> int | None:
    """Which bracket of a text, counted from 1, is closed and not opened, or opened and not closed; None where none is."""
    open_ones: list[int] = []
    for count, bracket in enumerate(ANY_BRACKET.findall(text), 1):
        if bracket in OPENERS:
            open_ones.append(count)
        elif not open_ones:
            return count
        else:
            open_ones.pop()
    return open_ones[-1] if open_ones else None


def _without_bracket(count: int, block: Block, texts: Texts) -> LeaveOut | None:
    """What leaves out the bracket of this count, where the block's lines hold its own brackets only."""
    first, last = block.lines or (1, 0)
    places = [
        (n, found.start()) for n in range(first, last + 1) for found in ANY_BRACKET.finditer(texts.get(n, ""))
    ]
    if len(places) != len(ANY_BRACKET.findall(block.original)):
        return None
    line, offset = places[count - 1]
    return LeaveOut(line=line, offset=offset, length=1)
