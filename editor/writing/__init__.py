"""Projects become files: the notice and the tables that go with it."""

from editor.writing.base.table import Table, stretches
from editor.writing.base.written import Written
from editor.writing.elements.element import Element
from editor.writing.elements.notice_frame import letterhead
from editor.writing.elements.titles import break_title
from editor.writing.notice.extracts import write_extracts
from editor.writing.notice.notice_docx import write_notice
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.notice.pdf import printed_in, write_pdf
from editor.writing.notice.website import write_website_text
from editor.writing.redline.redline import AUTHOR, main_parent, write_redline
from editor.writing.samples.template_making import SampleFace, SampleReading, template_from_sample
from editor.writing.tables.assignment_table import write_assignment_table
from editor.writing.tables.change_list import write_changes
from editor.writing.tables.change_rows import DRAFT, changes_table
from editor.writing.tables.comparison_table import write_comparison_table
from editor.writing.tables.mark_list import marks_table, write_marks
from editor.writing.template.deviations import (
    Deviation,
    deviations,
    missing_fonts,
    requested_fonts,
    substitutes,
)
from editor.writing.template.template import notice_template

__all__ = [
    "AUTHOR",
    "DRAFT",
    "Deviation",
    "Element",
    "SampleFace",
    "SampleReading",
    "Table",
    "Written",
    "break_title",
    "changes_table",
    "deviations",
    "letterhead",
    "main_parent",
    "marks_table",
    "missing_fonts",
    "notice_elements",
    "notice_template",
    "printed_in",
    "requested_fonts",
    "stretches",
    "substitutes",
    "template_from_sample",
    "write_assignment_table",
    "write_changes",
    "write_comparison_table",
    "write_extracts",
    "write_marks",
    "write_notice",
    "write_pdf",
    "write_redline",
    "write_website_text",
]
