"""From a file to a plan with doubts: one reader per format gives lines, cleaning and recognition make the plan.

`ended_by` lets whoever waits for a file stop it, and tells of the pages done: see `child`.
What the clipboard holds is read like a file: `content, name = pasted_file(html, text)`, then `read_content(content, name)`.
"""

from editor.reading.reader import (
    extract_content,
    read_content,
    read_parents,
    read_plan,
    recognize_extract,
    repair,
)
from editor.reading.readers.child import Progress, ended_by
from editor.reading.readers.clipboard import Pasted, pasted_file
from editor.reading.readers.formats import has_pages
from editor.reading.readers.page_pictures import Picture, page_picture
from editor.reading.repairs import apply_repairs

__all__ = [
    "Pasted",
    "Picture",
    "Progress",
    "apply_repairs",
    "ended_by",
    "extract_content",
    "has_pages",
    "page_picture",
    "pasted_file",
    "read_content",
    "read_parents",
    "read_plan",
    "recognize_extract",
    "repair",
]
