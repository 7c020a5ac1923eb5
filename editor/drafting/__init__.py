"""Editing a project: commands, the session with its history, coverage, suspect links."""

from editor.drafting.coverage import Coverage, MeasureCoverage, SentenceCoverage, coverage
from editor.drafting.fixes import command_for
from editor.drafting.origins import suspects
from editor.drafting.rebase import ParentMeasure, Rebased, find_edition, last_edition, rebase
from editor.drafting.retaking import Retaken, retake
from editor.drafting.revisions import Conflict, Revision, revisions
from editor.drafting.session import Change, Session
from editor.drafting.starting import new_project, proposed_notice
from editor.drafting.taking_in import take_in

__all__ = [
    "Change",
    "Conflict",
    "Coverage",
    "MeasureCoverage",
    "ParentMeasure",
    "Rebased",
    "Retaken",
    "Revision",
    "SentenceCoverage",
    "Session",
    "command_for",
    "coverage",
    "find_edition",
    "last_edition",
    "new_project",
    "proposed_notice",
    "rebase",
    "retake",
    "revisions",
    "suspects",
    "take_in",
]
