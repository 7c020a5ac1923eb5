"""A table becomes a file, .xlsx or .docx by its name; what was written is read again and compared."""

from pathlib import Path

from editor.files import replace_file
from editor.plan.project import Project
from editor.wording import ngettext
from editor.writing.base.characters import visible
from editor.writing.base.table import Table, differences, is_spreadsheet
from editor.writing.base.written import Written, left_out, units_of
from editor.writing.tables.spreadsheet import clipped_rows, sheet_texts, spreadsheet
from editor.writing.tables.table_docx import document_texts, table_document
from editor.writing.template.template import TableLook, Template


def write_table(project: Project, table: Table, look: TableLook, path: Path, template: Template) -> Written:
    """Write the table and tell what the file holds; SaveProblem where it can't be written."""
    notes = left_out(project)
    if is_spreadsheet(path):
        content = spreadsheet(table, look)
        written = sheet_texts(content)
        notes = (*notes, *_clipped(clipped_rows(table, look)))
    else:
        content = table_document(table, look, template)
        written = document_texts(content)
    replace_file(path, content)
    return Written(
        path=str(path),
        measures=len(project.local.measures),
        characters=sum(len(visible(text)) for cells in written for text in cells),
        units=len(units_of(project)),
        left_out=notes,
        differences=differences(table, written),
    )


def _clipped(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    message = ngettext(
        "{count} row is higher than a spreadsheet prints; print the .docx instead, which divides it.",
        "{count} rows are higher than a spreadsheet prints; print the .docx instead, which divides them.",
        count,
    )
    return (message.format(count=count),)
