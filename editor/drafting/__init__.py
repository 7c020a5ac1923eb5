"""Editing a project: commands, the session with its history, coverage, suspect links."""

from editor.drafting.fixes import command_for
from editor.drafting.origins import suspects
from editor.drafting.session import Change, Session

__all__ = ["Change", "Session", "command_for", "suspects"]
