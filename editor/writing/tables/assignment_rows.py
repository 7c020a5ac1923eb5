"""The assignment table (任务分工表) as rows, before any file format."""

from collections.abc import Iterator

from editor.plan.measures import Measure, Section
from editor.plan.notice import ASSIGNMENT
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.plan.text_deadlines import deadline_words
from editor.writing.base.characters import one_line, paragraphs
from editor.writing.base.table import Row, Table

HEADS = ("序号", "任务", "具体举措", "牵头单位", "责任单位", "配合单位", "完成时限")


def assignment_table(plan: Plan) -> Table:
    """The whole table."""
    title = f"{one_line(plan.title)}{ASSIGNMENT}"
    return Table(name=ASSIGNMENT, title=title, heads=HEADS, rows=tuple(table_rows(plan)))


def table_rows(plan: Plan) -> Iterator[Row]:
    """The rows in the plan's order, measures counted through."""
    serial = 0
    for around, block in plan.nested():
        if isinstance(block, Section):
            yield Row(cells=(format_number(block.number, block.level) + one_line(block.heading),))
        elif isinstance(block, Measure):
            serial += 1
            yield Row(cells=(str(serial), *_cells(block, around)))


def _cells(measure: Measure, around: tuple[Section, ...]) -> tuple[str, ...]:
    task = one_line(measure.heading) or (one_line(around[-1].heading) if around else "")
    lead, responsible, supporting = (
        one_line("、".join(measure.units(role)))
        for role in ("lead_units", "responsible_units", "supporting_units")
    )
    deadline = one_line(deadline_words(measure))
    return task, "\n".join(paragraphs(measure.text)), lead, responsible, supporting, deadline
