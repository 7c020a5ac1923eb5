"""The comparison table (上级条文 / 本级条文 / 说明) as a file."""

from pathlib import Path

from editor.plan.project import Project
from editor.writing.base.written import Written
from editor.writing.tables.comparison_rows import comparison_table
from editor.writing.tables.table_file import write_table
from editor.writing.template.template import notice_template


def write_comparison_table(project: Project, path: Path, template: Path | None = None) -> Written:
    """The superior measures beside the local ones as .xlsx or .docx; what was written is read again and compared.

    SaveProblem where it can't be written.
    """
    look = notice_template(template)
    return write_table(project, comparison_table(project), look.comparison_table, path, look)
