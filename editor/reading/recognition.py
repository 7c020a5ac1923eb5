"""From lines to a plan: cleaned, cut into front matter, body and back matter, each character accounted for."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from editor.plan.characters import count_characters
from editor.plan.issues import Issue
from editor.plan.measures import Block, Measure, Paragraph
from editor.plan.plans import Characters, Plan, SetAside
from editor.plan.repairs import TakeBack
from editor.plan.value import Value
from editor.reading import cover
from editor.reading.annotations import find_annotations
from editor.reading.appendix import part_appendix
from editor.reading.back import Back, read_back
from editor.reading.blocks import build_blocks
from editor.reading.claims import doubts_of_claims
from editor.reading.cleaning import clean
from editor.reading.doubts import doubt, doubts_of
from editor.reading.drafts import gather
from editor.reading.front import Front, read_front
from editor.reading.lines import Line, Passage
from editor.reading.markers import parse_marker
from editor.reading.numbers import doubts_of_numbers, running_levels
from editor.reading.readers.places import Texts, texts_of
from editor.reading.rules import apply_rules, find_rules
from editor.reading.unit_doubts import doubts_of_units
from editor.reading.unit_names import rename_units
from editor.wording import _


class Recognized(Value, frozen=True, kw_only=True):
    """A plan and what is doubtful about it."""

    plan: Plan
    issues: tuple[Issue, ...]


def recognize(
    lines: Sequence[Line], plan_id: str = "plan", same_units: Mapping[str, str] = MappingProxyType({})
) -> Recognized:
    """The plan that the lines hold; whatever they hold, a plan comes of it.

    `same_units` are names of units with the names that are meant by them.
    """
    cleaned = clean(lines)
    content = [passage for passage in cleaned.passages if not passage.aside]
    first = _body_start(content)
    front = read_front(content[:first])
    body_passages, appendix, appended = part_appendix(content[first:])
    back = read_back(body_passages, signed=front.date is not None)
    aside = [*(p for p in cleaned.passages if p.aside), *front.aside, *back.aside, *appendix]
    aside, passages = _taken_back(aside, back.body)
    blocks, table = build_blocks([gather(passages), gather(back.table)])
    body, closing = _without_closing(blocks)
    plan = _assemble(plan_id, front, back, (*body, *table))
    plan = replace(plan, closing=closing, rules=find_rules(passages))
    plan = rename_units(apply_rules(plan), same_units)
    plan = replace(plan, set_aside=_set_aside(aside), characters=_characters(lines, aside))
    plan = replace(plan, running_levels=running_levels(plan))
    texts = texts_of(lines)
    issues = [
        *cleaned.issues,
        *appended,
        *_doubts_of_annex(aside),
        *_doubts_of_numbers(plan, [body, table], texts),
        *doubts_of(plan, texts),
        *doubts_of_units(plan),
        *doubts_of_claims(plan, has_annex=any(passage.aside == "annex" for passage in aside)),
    ]
    return Recognized(plan=plan, issues=_by_place(issues))


def _taken_back(aside: Sequence[Passage], body: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """What stays set aside, and the body with what a repair takes back, after the passage that stands before it."""
    passages = list(body)
    for passage in sorted((p for p in aside if p.first.kept), key=lambda p: p.lines[0]):
        before = (place for place, other in enumerate(passages, 1) if other.lines[0] <= passage.lines[0])
        passages.insert(max(before, default=0), replace(passage, aside=None))
    return [passage for passage in aside if not passage.first.kept], passages


def _doubts_of_annex(aside: Sequence[Passage]) -> list[Issue]:
    """An annex with items of its own, if they are sentences, may be what the reader is looking for."""
    items = [passage for passage in aside if passage.aside == "annex" and parse_marker(passage.text)]
    items = items if any("。" in passage.text for passage in items) else []
    if not items:
        return []
    lines = items[0].lines[0], items[-1].lines[1]
    message = _("After the text comes an annex with items of its own; it was set aside.")
    repair = TakeBack(first=lines[0], last=lines[1])
    return [doubt("several_documents", "warning", message, lines, repair=repair)]


def _doubts_of_numbers(plan: Plan, parts: Sequence[tuple[Block, ...]], texts: Texts) -> list[Issue]:
    """Doubts about the numbers of each part, which begin again in an annex."""
    return [issue for part in parts for issue in doubts_of_numbers(replace(plan, body=part), texts)]


def _body_start(content: Sequence[Passage]) -> int:
    """The place of the first item, or of the first text with units; a notice may list its attachments before it."""
    listed = 0
    for place, passage in enumerate(content):
        marker = parse_marker(passage.text)
        if listed and marker and marker.value == listed + 1 and cover.is_title_line(passage.text):
            listed += 1
        elif _begins_body(passage):
            return place
        elif not (listed and cover.is_title_line(passage.text)):
            listed = cover.first_attachment(passage.text)
    return len(content)


def _begins_body(passage: Passage) -> bool:
    is_item = passage.row or passage.first.numeral or parse_marker(passage.text)
    return bool(is_item or find_annotations(passage.text))


def _assemble(plan_id: str, front: Front, back: Back, body: tuple[Block, ...]) -> Plan:
    return Plan(
        id=plan_id,
        title=front.title,
        document_number=front.document_number,
        issuers=front.issuers or back.issuers,
        date=front.date or back.date,
        addressees=front.addressees,
        annotation=front.annotation or back.annotation,
        cover=front.cover,
        opening=front.opening,
        body=body,
        attachment_note=back.attachment_note,
    )


def _without_closing(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str]:
    """The blocks without the loose paragraphs after the last item, and those as the closing."""
    end = len(blocks)
    while end and isinstance(blocks[end - 1], Paragraph):
        end -= 1
    if not end or not isinstance(blocks[end - 1], Measure):
        return blocks, ""
    return blocks[:end], "\n".join(block.text for block in blocks[end:] if isinstance(block, Paragraph))


def _set_aside(passages: Sequence[Passage]) -> tuple[SetAside, ...]:
    ordered = sorted(passages, key=lambda passage: passage.lines)
    return tuple(SetAside(text=p.text, reason=p.aside or "", lines=p.lines) for p in ordered if p.text)


def _characters(lines: Sequence[Line], aside: Sequence[Passage]) -> Characters:
    read = sum(count_characters(line.text) for line in lines)
    set_aside = sum(count_characters(passage.text) for passage in aside)
    return Characters(read=read, placed=read - set_aside, set_aside=set_aside)


def _by_place(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda issue: issue.place.lines or (0, 0)))
