"""Editing a project: commands, the session with its history, coverage, suspect links."""

from editor.drafting.coverage import Coverage, MeasureCoverage, SentenceCoverage, coverage
from editor.drafting.fixes import command_for
from editor.drafting.origins import suspects
from editor.drafting.session import Change, Session
from editor.drafting.starting import new_project
from editor.drafting.taking_in import take_in

__all__ = [
    "Change",
    "Coverage",
    "MeasureCoverage",
    "SentenceCoverage",
    "Session",
    "command_for",
    "coverage",
    "new_project",
    "suspects",
    "take_in",
]
