"""The errors a user can meet; each is one sentence that says what is wrong and what to do next."""


class EditorError(Exception):
    """Something the user can act on; `str(error)` is the whole message."""


class FileProblem(EditorError):
    """A file that can't be read: missing, empty, encrypted, broken, too large or of an unknown kind."""


class SaveProblem(EditorError):
    """A file that can't be written: folder read-only, disk full, file open in another program."""


class ProjectProblem(EditorError):
    """A project file that can't be opened: damaged, of a newer version, or locked by somebody."""


class CommandProblem(EditorError):
    """A command that doesn't fit the project it is applied to; the project stays as it was."""
