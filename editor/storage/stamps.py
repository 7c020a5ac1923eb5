"""What a project file was like when it was read or written, to notice that another program has changed it since."""

import os
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from editor.errors import FileProblem
from editor.files import read_file
from editor.plan.value import Value

Outside: TypeAlias = Literal["same", "changed", "gone"]
"""What has become of a file meanwhile."""


class Stamp(Value, frozen=True, kw_only=True):
    """A file's size in bytes, when it was changed last in nanoseconds, and the sha256 of its content."""

    size: int
    modified: int
    sha256: str


def stamp_of(path: Path, content: bytes | None = None) -> Stamp | None:
    """The stamp of a file, read unless its content is given; None where there is none, or it can't be read."""
    try:
        status = path.stat()
        content = read_file(path, status.st_size + 1) if content is None else content
    except (OSError, FileProblem):
        return None
    return Stamp(size=status.st_size, modified=status.st_mtime_ns, sha256=sha256(content).hexdigest())


def look_outside(path: Path, stamp: Stamp) -> Outside:
    """Whether a file is still what the stamp says; one that can't be reached for now counts as the same."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return "gone"
    except OSError:
        return "same"
    if (status.st_size, status.st_mtime_ns) == (stamp.size, stamp.modified):
        return "same"
    now = stamp_of(path)
    return "same" if now is None or now.sha256 == stamp.sha256 else "changed"


def is_writable(path: Path) -> bool:
    """Whether the file, if there is one, may be written to."""
    return os.access(path, os.W_OK) or not path.exists()
