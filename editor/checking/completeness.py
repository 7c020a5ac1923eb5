"""Rules about what is missing from, or too much in, the plan as a whole."""

from collections.abc import Iterator

from editor.checking.case import Case, Finding
from editor.plan.characters import count_characters
from editor.plan.issues import Place
from editor.plan.measures import Measure, Paragraph, Section
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.wording import _

LONGEST_PLAN = 5000
"""Characters of a plan of comprehensive work; special tasks get 4000, which no program can tell apart."""


def undecided_parents(case: Case) -> Iterator[Finding]:
    """Parent measures that are neither adopted nor refused."""
    for plan, measure in case.project.undecided if case.project else ():
        number = format_number(measure.number, measure.level)
        message = _("Superior measure {number}{heading} is undecided: adopt it, or say why not.")
        heading = measure.heading or measure.text[:12]
        yield Finding(message.format(number=number, heading=heading), Place(plan=plan, block=measure.id))


def empty_measures(case: Case) -> Iterator[Finding]:
    """Measures without a word."""
    for measure in case.plan.measures:
        if not measure.wording.strip():
            yield Finding(_("This measure is empty."), case.place(measure.id, "text"))


def empty_sections(case: Case) -> Iterator[Finding]:
    """Headings with nothing below them."""
    body = case.plan.body
    for place, block in enumerate(body):
        if isinstance(block, Section):
            below = body[place + 1] if place + 1 < len(body) else None
            if below is None or (not isinstance(below, Paragraph) and below.level <= block.level):
                message = _("Nothing stands below the heading “{heading}”.")
                yield Finding(message.format(heading=block.heading), case.place(block.id, "heading"))


def long_text(case: Case) -> Iterator[Finding]:
    """The plan itself where it is longer than LONGEST_PLAN."""
    count = plan_length(case.plan)
    if count > LONGEST_PLAN:
        message = _("The plan has {count} characters; plans should not exceed {limit}.")
        yield Finding(message.format(count=count, limit=LONGEST_PLAN), case.place())


def plan_length(plan: Plan) -> int:
    """Characters of title, opening, headings, wording and closing, without blanks, numbers and units."""
    texts = [plan.title, plan.opening, plan.closing]
    for block in plan.body:
        texts.append(block.wording if isinstance(block, Measure) else _own_text(block))
    return sum(map(count_characters, texts))


def _own_text(block: Section | Paragraph) -> str:
    return block.heading if isinstance(block, Section) else block.text
