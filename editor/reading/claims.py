"""What a plan says about itself: how many tasks it has, which items and attachments it refers to."""

import re
from collections.abc import Iterator, Mapping

from editor.plan.issues import Issue
from editor.plan.measures import Block, Measure, Paragraph, Section
from editor.plan.numbering import parse_numeral
from editor.plan.plans import Plan
from editor.plan.quotations import unquoted
from editor.reading.doubts import doubt
from editor.wording import _

_IN_HEADING = re.compile("[（(]?共\\s{0,2}(\\d{1,3})\\s{0,2}[项条个]\\w{0,4}[）)]?$")
_IN_TEXT = re.compile(
    "(?<![\\d.])(\\d{1,3})\\s{0,2}[项条](?:改革|重点|具体|工作|政策){1,3}(?:任务|措施|举措|事项)"
)
_ITEM = re.compile("(?<![》条章节])第[（(]([一二三四五六七八九十]{1,4})[）)][条项]")
_MAY_REFER = re.compile("第[（(]|附[件表]")
_ATTACHMENT = re.compile("(?:详?见|按照?|填写|参照)[^，。；]{0,4}附[件表](\\d{0,2})")


def doubts_of_claims(plan: Plan, has_annex: bool) -> tuple[Issue, ...]:
    """Counts that the text claims and that were not found, and references to what isn't there."""
    return (*_counts_of_sections(plan), *_counts_in_text(plan), *_references(plan, has_annex))


def _counts_of_sections(plan: Plan) -> Iterator[Issue]:
    below: dict[str, list[Block]] = {}
    for around, block in plan.nested():
        for section in around:
            below.setdefault(section.id, []).append(block)
    for section in plan.sections:
        claim = _IN_HEADING.search(section.heading)
        if claim:
            yield from _unfound(section, int(claim[1]), _counted(below.get(section.id, [])))


def _counts_in_text(plan: Plan) -> Iterator[Issue]:
    """Claims in the paragraphs and unassigned measures, where a plan speaks of itself."""
    found = _counted(list(plan.body)) | {sum(bool(m.assignments) for m in plan.measures)}
    for block in plan.body:
        if isinstance(block, Paragraph) or (isinstance(block, Measure) and not block.assignments):
            for claim in _IN_TEXT.finditer(block.text):
                yield from _unfound(block, int(claim[1]), found)


def _counted(blocks: list[Block]) -> set[int]:
    """How many measures there are, and how many items of each level."""
    items = [block for block in blocks if not isinstance(block, Paragraph)]
    levels = {sum(item.level == level for item in items) for level in {item.level for item in items}}
    return {*levels, sum(isinstance(block, Measure) for block in items)}


def _unfound(block: Block, claimed: int, found: set[int]) -> Iterator[Issue]:
    if claimed not in found:
        message = _("The text speaks of {claimed}; {found} were found.")
        counts = "/".join(map(str, sorted(found)))
        yield doubt(
            "count_claim",
            "hint",
            message.format(claimed=claimed, found=counts),
            block.lines or (0, 0),
            block.id,
        )


def _references(plan: Plan, has_annex: bool) -> Iterator[Issue]:
    numbers = _numbers(plan)
    attachments = has_annex or bool(plan.attachment_note) or bool(plan.cover and plan.cover.attachments)
    for block in plan.body:
        words = block.heading if isinstance(block, Section) else block.text
        if not _MAY_REFER.search(words):
            continue
        words = unquoted(words)
        missing = [match for match in _ITEM.finditer(words) if parse_numeral(match[1]) not in numbers[2]]
        if not attachments:
            missing += _ATTACHMENT.finditer(words)
        for match in missing:
            message = _("“{words}” refers to something that is not here.").format(words=match[0])
            yield doubt(
                "dangling_reference", "hint", message, block.lines or (0, 0), block.id, subject=match[0]
            )


def _numbers(plan: Plan) -> Mapping[int, set[int | None]]:
    """The values of the numbers on each level."""
    numbers: dict[int, set[int | None]] = {level: set() for level in range(1, 6)}
    for block in plan.body:
        if not isinstance(block, Paragraph) and block.number:
            numbers[block.level].add(parse_numeral(block.number))
    return numbers
