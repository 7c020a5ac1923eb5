"""The window: shows a session with Qt and turns gestures into commands. The only package that imports PySide6."""

from pathlib import Path


def run_window(path: Path | None) -> int:
    """Show the window, on a file where one is given, until it is closed; gives back the exit code."""
    from editor.ui.application import run  # Qt is loaded for the window alone

    return run(path)
