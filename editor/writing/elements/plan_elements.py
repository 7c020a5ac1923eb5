"""A plan as a sequence of typed elements."""

import re
from collections.abc import Collection, Iterator

from editor.plan.assignments import format_assignment
from editor.plan.measures import Assignment, Block, Measure, Paragraph, Section
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.writing.base.characters import one_line, paragraphs
from editor.writing.elements.element import Element, Kind
from editor.writing.elements.notice_frame import attachment_note, text_elements, title_element

_SENTENCE_ENDS = "。！？：；…"


def plan_elements(plan: Plan, longest_line: int = 20) -> Iterator[Element]:
    """All elements of a plan alone."""
    yield from title_element("plan_title", plan.title, longest_line)
    yield from text_elements(plan.opening)
    shared = _shared_below(plan)
    for block in plan.body:
        yield from _block(block, shared.get(block.id, ()))
    yield from text_elements(plan.closing)
    yield from attachment_note(plan.attachment_note)


def _shared_below(plan: Plan) -> dict[str, tuple[Assignment, ...]]:
    """Per measure the assignments that stand for it at a section around it or at a later measure there, and aren't printed twice."""
    shared: dict[str, tuple[Assignment, ...]] = {}
    printed: dict[str | None, set[str]] = {}
    for around, block in reversed(list(plan.nested())):
        if isinstance(block, Measure):
            below = printed.setdefault(around[-1].id if around else None, set())
            inherited = (each for each in block.assignments if each.inherited)
            above = {format_assignment(each) for section in around for each in section.assignments}
            shared[block.id] = tuple(each for each in inherited if format_assignment(each) in below | above)
            below |= {format_assignment(each) for each in block.assignments if not each.inherited}
    return shared


def _block(block: Block, shared: Collection[Assignment]) -> Iterator[Element]:
    if isinstance(block, Paragraph):
        return text_elements(block.text, block.id)
    return _section(block) if isinstance(block, Section) else measure_elements(block, shared)


def _section(section: Section) -> Iterator[Element]:
    lead = format_number(section.number, section.level) + one_line(section.heading)
    yield Element(kind="heading", lead=lead, level=section.level, block=section.id)
    if bracket := responsibilities(section):
        yield Element(kind="text", text=bracket, block=section.id)


def measure_elements(measure: Measure, shared: Collection[Assignment] = ()) -> Iterator[Element]:
    """The paragraphs of one measure: number, heading and text, then the bracket of units and deadline."""
    number, heading = format_number(measure.number, measure.level), one_line(measure.heading)
    lines = paragraphs(measure.text)
    tail = responsibilities(measure, shared)
    lead = number + heading if heading else ""
    if lead and (lines or tail) and lead[-1] not in _SENTENCE_ENDS:
        lead += "。"
    first, *others = lines or ("",)
    texts = ["" if lead else number, *others]
    texts[0] += first
    texts[-1] += tail
    for place, text in enumerate(texts):
        run_in = {"lead": lead, "level": measure.level} if place == 0 else {}
        kind: Kind = "measure" if place == 0 else "text"
        yield Element(kind=kind, text=text, block=measure.id, **run_in)  # type: ignore[arg-type]


def responsibilities(block: Section | Measure, shared: Collection[Assignment] = ()) -> str:
    """The bracket that closes a measure: leader, units and deadline; empty where there is none of them.

    `shared` are assignments printed elsewhere.
    """
    parts = [_labelled("责任领导", block.leader or "")]
    parts += [format_assignment(each) or each.text for each in block.assignments if each not in shared]
    deadline = block.deadline if isinstance(block, Measure) else None
    parts.append(_labelled("完成时限", deadline.text) if deadline else "")
    stripped = [_bare(one_line(part)) for part in parts]
    inside = "；".join(part for part in stripped if part)
    return f"（{inside}）" if inside else ""


def _labelled(label: str, text: str) -> str:
    return text if not text or re.match(r"[\u4e00-\u9fff]{2,8}[：:]", text) else f"{label}：{text}"


def _bare(part: str) -> str:
    """The part without brackets around all of it and without closing marks."""
    part = part.strip("；;。")
    whole = part[:1] in "（(〔" and part[-1:] in "）)〕" and len(part) > 1
    return part[1:-1].strip("；;。") if whole else part
