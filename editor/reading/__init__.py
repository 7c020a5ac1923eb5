"""From a file to a plan with doubts: one reader per format gives lines, cleaning and recognition make the plan."""

from editor.reading.reader import read_content, read_plan

__all__ = ["read_content", "read_plan"]
