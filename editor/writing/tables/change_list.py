"""The list of changes from one version of the draft to a later one as a file."""

from pathlib import Path

from msgspec.structs import replace

from editor.plan.project import Project, Snapshot
from editor.writing.base.written import Written
from editor.writing.tables.change_rows import changes_table
from editor.writing.tables.table_file import write_table
from editor.writing.template.template import notice_template


def write_changes(
    project: Project, old: Snapshot, new: Snapshot, path: Path, template: Path | None = None
) -> Written:
    """What changed between two versions as .docx or .xlsx; what was written is read again and compared.

    Its `measures` are the changes listed. SaveProblem where it can't be written.
    """
    look = notice_template(template)
    table = changes_table(old, new, project.roster.unit_names)
    written = write_table(project, table, look.changes_table, path, look)
    changes = sum(not row.is_across for row in table.rows)
    return replace(written, measures=changes, against=old.name)
