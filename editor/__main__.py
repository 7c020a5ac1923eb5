"""Start here: `chengqi` opens the window, `chengqi VERB` is the command line."""

import sys

from editor.cli import command_line


def main() -> int:
    """Run the program with the words it was called with; gives back the exit code."""
    return command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
