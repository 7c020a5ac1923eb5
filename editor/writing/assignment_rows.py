"""The assignment table (任务分工表) as rows, before any file format."""

from collections.abc import Iterator

from editor.plan.measures import Measure, Section
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.plan.value import Value
from editor.writing.characters import one_line, paragraphs

HEADS = ("序号", "任务", "具体举措", "牵头单位", "责任单位", "配合单位", "完成时限")


class Row(Value, frozen=True, kw_only=True):
    """One row: a section's heading over all columns, or one measure with a cell for each of HEADS."""

    cells: tuple[str, ...]

    @property
    def is_section(self) -> bool:
        """Whether the row is one cell over the whole width."""
        return len(self.cells) == 1


def table_title(plan: Plan) -> str:
    """The table's title."""
    return f"{one_line(plan.title)}任务分工表"


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
    deadline = one_line(measure.deadline.text) if measure.deadline else ""
    return task, "\n".join(paragraphs(measure.text)), lead, responsible, supporting, deadline
