"""Start here: `chengqi [FILE]` opens the window, `chengqi VERB` is the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from editor.wording import preferred_language, use_language

VERBS = (
    "changes",
    "check",
    "compare",
    "coverage",
    "demo",
    "draft",
    "export",
    "info",
    "marks",
    "outline",
    "rebase",
)
"""The words of the command line, known here so that the window opens without loading what they need."""


def main() -> int:
    """Run the program with the words it was called with; gives back the exit code."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # the frozen program starts itself to read a PDF apart
    return run(sys.argv[1:])


def run(words: Sequence[str]) -> int:
    """Open the window where the words are none or one file, else do what the verb says; gives back the exit code."""
    if not words or (len(words) == 1 and words[0] not in VERBS and not words[0].startswith("-")):
        return open_window(Path(words[0]) if words else None)
    use_language(preferred_language())
    from editor.cli import command_line  # loads every room, half a second that the window needn't wait for

    return command_line(words)


def open_window(file: Path | None) -> int:
    """Open the window on a project, on a plan as a new draft's parent, or empty."""
    from editor.ui import run_window  # Qt is loaded for the window alone

    return run_window(file)


if __name__ == "__main__":
    sys.exit(main())
