"""Editing a project: commands, the session with its history, coverage, suspect links."""
