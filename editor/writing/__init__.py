"""Projects become files: the notice and the tables that go with it."""

from editor.writing.assignment_table import write_assignment_table
from editor.writing.change_list import write_changes
from editor.writing.change_rows import DRAFT, changes_table
from editor.writing.comparison_table import write_comparison_table
from editor.writing.deviations import Deviation, deviations, missing_fonts, requested_fonts, substitutes
from editor.writing.element import Element
from editor.writing.elements import notice_elements
from editor.writing.extracts import write_extracts
from editor.writing.notice_docx import write_notice
from editor.writing.notice_frame import letterhead
from editor.writing.pdf import printed_in, write_pdf
from editor.writing.redline import AUTHOR, main_parent, write_redline
from editor.writing.tables import Table, stretches
from editor.writing.template import notice_template
from editor.writing.template_making import SampleFace, SampleReading, template_from_sample
from editor.writing.titles import break_title
from editor.writing.website import write_website_text
from editor.writing.written import Written

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
    "write_notice",
    "write_pdf",
    "write_redline",
    "write_website_text",
]
