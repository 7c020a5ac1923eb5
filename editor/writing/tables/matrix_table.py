"""The assignment matrix (分工矩阵) as a file: a row per measure, a narrow column per unit, counts below."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from editor.plan.matrix import Matrix, matrix
from editor.plan.measures import ROLES, Measure, Role, Section
from editor.plan.numbering import format_number
from editor.plan.project import Project
from editor.writing.base.characters import one_line
from editor.writing.base.table import Row, Table
from editor.writing.base.written import Written
from editor.writing.tables.table_file import write_table
from editor.writing.template.template import TableLook, notice_template

MARKS: dict[Role, str] = {"lead_units": "●", "responsible_units": "○", "supporting_units": "△"}
_COUNTS = {"lead_units": "牵头（●）", "responsible_units": "责任（○）", "supporting_units": "配合（△）"}
_NAME = "分工矩阵"
_FIRST_WIDTHS = (6.0, 36.0)
_UNIT_WIDTH = 5.0
_TASK_COLUMN = 2


def write_matrix(project: Project, path: Path, template: Path | None = None) -> Written:
    """The matrix of the units named and the measures as .xlsx or .docx; SaveProblem where it can't be written."""
    shown = matrix(project.local.measures, project.roster, only_used=True)
    look = notice_template(template)
    return write_table(
        project, matrix_table(project, shown), _look(look.assignment_table, len(shown.units)), path, look
    )


def matrix_table(project: Project, shown: Matrix) -> Table:
    """The whole table, in the plan's order."""
    title = f"{one_line(project.local.title)}{_NAME}"
    heads = ("序号", "任务", *shown.units)
    return Table(name=_NAME, title=title, heads=heads, rows=(*_rows(project, shown), *_counts(shown)))


def _rows(project: Project, shown: Matrix) -> Iterator[Row]:
    roles = iter(shown.roles)
    serial = 0
    for block in project.local.body:
        if isinstance(block, Section):
            yield Row(cells=(format_number(block.number, block.level) + one_line(block.heading),))
        elif isinstance(block, Measure):
            serial += 1
            given = next(roles)
            marks = (MARKS[given[unit]] if unit in given else "" for unit in shown.units)
            yield Row(cells=(str(serial), one_line(block.heading or block.text), *marks))


def _counts(shown: Matrix) -> Iterator[Row]:
    for role in ROLES:
        counts = (shown.times(unit, role) for unit in shown.units)
        yield Row(cells=("", _COUNTS[role], *(str(count or "") for count in counts)))


def _look(look: TableLook, units: int) -> TableLook:
    """The assignment table's look with narrow columns for the units."""
    widths = (*_FIRST_WIDTHS, *(_UNIT_WIDTH for _unit in range(units)))
    return replace(look, widths=widths, read_from_left=(_TASK_COLUMN,))
