"""The assignment table (任务分工表) as a file: A4 landscape, one row per measure, a merged row per section."""

from pathlib import Path

from editor.plan.project import Project
from editor.writing.base.written import Written
from editor.writing.tables.assignment_rows import assignment_table
from editor.writing.tables.table_file import write_table
from editor.writing.template.template import notice_template


def write_assignment_table(project: Project, path: Path, template: Path | None = None) -> Written:
    """The assignment table of the local plan as .xlsx or .docx; what was written is read again and compared.

    SaveProblem where it can't be written.
    """
    look = notice_template(template)
    return write_table(project, assignment_table(project.local), look.assignment_table, path, look)
