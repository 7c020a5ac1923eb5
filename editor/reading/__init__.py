"""From a file to a plan with doubts: one reader per format gives lines, cleaning and recognition make the plan."""

from editor.reading.reader import extract_content, read_content, read_plan, recognize_extract, repair
from editor.reading.repairs import apply_repairs

__all__ = [
    "apply_repairs",
    "extract_content",
    "read_content",
    "read_plan",
    "recognize_extract",
    "repair",
]
