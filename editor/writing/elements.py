"""The notice as a sequence of typed elements, between a project and a .docx, a page view or a check.

Element names and their order follow GB/T 9704—2012 clause 7.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Literal, TypeAlias

from msgspec.structs import replace

from editor.plan.assignments import format_assignment
from editor.plan.measures import Assignment, Block, Measure, Paragraph, Section
from editor.plan.notice import Notice
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.value import Value
from editor.writing.characters import one_line, paragraphs
from editor.writing.titles import break_title

Kind: TypeAlias = Literal[
    "issuer_mark",
    "document_number",
    "title",
    "addressees",
    "text",
    "signature",
    "date",
    "annotation",
    "plan_title",
    "heading",
    "measure",
    "attachment_note",
    "copied_to",
    "printed",
]
"""title and plan_title: of the notice and of the plan it issues; the plan begins on a page of its own."""
IMPRINT: tuple[Kind, ...] = ("copied_to", "printed")
_SENTENCE_ENDS = "。！？：；…"


class Element(Value, frozen=True, kw_only=True):
    """One paragraph of the notice; `lead` + `text` is what is printed.

    `lead` is the part in the heading's face (number and heading), `level` 1 to 5 for headings and measures, `lines`
    a title's lines or both ends of the printing line, `block` the id of the plan's block it comes from,
    `new_page` whether it begins a page.
    """

    kind: Kind
    text: str = ""
    lead: str = ""
    level: int = 0
    lines: tuple[str, ...] = ()
    block: str | None = None
    new_page: bool = False

    @property
    def printed(self) -> str:
        """The whole wording of the element."""
        return self.lead + (self.text or "".join(self.lines))


def notice_elements(project: Project, longest_line: int = 20) -> tuple[Element, ...]:
    """All elements of the notice and the plan it issues, in printed order; empty details give no element.

    `longest_line` is the width of a title's line in 字.
    """
    notice = project.notice
    front = (*_letterhead(notice, longest_line), *_texts(notice.text), *_sign_off(notice))
    first, *others = (*plan_elements(project.local, longest_line), *_imprint(notice)) or (None,)
    if first is None:
        return front
    starts_page = bool(front) and first.kind not in IMPRINT
    return (*front, replace(first, new_page=starts_page), *others)


def format_date(iso: str) -> str:
    """2026-03-05 as 2026年3月5日 (GB/T 9704—2012 7.3.5.4); what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return one_line(iso)
    return f"{day.year}年{day.month}月{day.day}日"


def _some(kind: Kind, text: str) -> Iterator[Element]:
    if line := one_line(text):
        yield Element(kind=kind, text=line)


def _title(kind: Kind, title: str, longest_line: int) -> Iterator[Element]:
    if line := one_line(title):
        yield Element(kind=kind, lines=break_title(line, longest_line))


def _letterhead(notice: Notice, longest_line: int) -> Iterator[Element]:
    yield from _some("issuer_mark", notice.issuer_mark)
    yield from _some("document_number", notice.document_number)
    yield from _title("title", notice.title, longest_line)
    if groups := [group for raw in notice.addressees if (group := one_line(raw).rstrip("，,：:"))]:
        yield Element(kind="addressees", text="，".join(groups) + "：")


def _texts(text: str, block: str | None = None) -> Iterator[Element]:
    for line in paragraphs(text):
        yield Element(kind="text", text=line, block=block)


def _sign_off(notice: Notice) -> Iterator[Element]:
    for issuer in notice.issuers:
        yield from _some("signature", issuer)
    yield from _some("date", format_date(notice.date))
    if annotation := one_line(notice.annotation).strip("（）()"):
        yield Element(kind="annotation", text=f"（{annotation}）")


def plan_elements(plan: Plan, longest_line: int = 20) -> Iterator[Element]:
    """All elements of a plan alone."""
    yield from _title("plan_title", plan.title, longest_line)
    yield from _texts(plan.opening)
    shared = _shared_below(plan)
    for block in plan.body:
        yield from _block(block, shared.get(block.id, ()))
    yield from _texts(plan.closing)
    yield from _attachment_note(plan.attachment_note)


def _shared_below(plan: Plan) -> dict[str, tuple[Assignment, ...]]:
    """Per measure the assignments that stand for it at a later measure of its section and aren't printed twice."""
    shared: dict[str, tuple[Assignment, ...]] = {}
    printed: dict[str | None, set[str]] = {}
    for around, block in reversed(list(plan.nested())):
        if isinstance(block, Measure):
            below = printed.setdefault(around[-1].id if around else None, set())
            inherited = (each for each in block.assignments if each.inherited)
            shared[block.id] = tuple(each for each in inherited if format_assignment(each) in below)
            below |= {format_assignment(each) for each in block.assignments if not each.inherited}
    return shared


def _block(block: Block, shared: Collection[Assignment]) -> Iterator[Element]:
    if isinstance(block, Paragraph):
        return _texts(block.text, block.id)
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


def _attachment_note(names: tuple[str, ...]) -> Iterator[Element]:
    lines = [line for name in names if (line := one_line(name))]
    for place, line in enumerate(lines):
        number = f"{place + 1}." if len(lines) > 1 and not re.match(r"\d", line) else ""
        label = "附件：" if place == 0 else ""
        yield Element(kind="attachment_note", lead=label, text=number + line)


def _imprint(notice: Notice) -> Iterator[Element]:
    if copied_to := one_line(notice.copied_to).removeprefix("抄送：").rstrip("。"):
        yield Element(kind="copied_to", lead="抄送：", text=copied_to + "。")
    printed_on = format_date(notice.printed_on)
    if notice.printed_by or printed_on:
        ends = (one_line(notice.printed_by), printed_on and printed_on.removesuffix("印发") + "印发")
        yield Element(kind="printed", lines=ends)
