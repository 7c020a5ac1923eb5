"""Files read whole within a limit and replaced whole or not at all."""

import contextlib
import os
import secrets
import shutil
import time
from pathlib import Path

from editor.errors import FileProblem, SaveProblem
from editor.wording import _

LARGEST_FILE = 64 * 2**20
"""Bytes; official plans are far below one tenth of this."""

_SHARING = (5, 32, 33)
"""What Windows answers where another program has the file open: ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION."""
_PAUSES = (0.02, 0.05, 0.1, 0.2)
"""Seconds to wait before each further try."""


def read_file(path: Path, limit: int = LARGEST_FILE) -> bytes:
    """The bytes of a file; FileProblem where it is missing, unreadable, empty or larger than `limit` bytes."""
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except IsADirectoryError as error:
        raise FileProblem(_("“{name}” is a folder; choose a file in it.").format(name=path.name)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileProblem(
            _("“{name}” can't be read: {reason}.").format(name=path.name, reason=reason)
        ) from error
    if not content:
        raise FileProblem(_("“{name}” is empty; ask for the file again.").format(name=path.name))
    if len(content) > limit:
        message = _("“{name}” is larger than {limit} MB; choose the document itself, without pictures.")
        raise FileProblem(message.format(name=path.name, limit=limit // 2**20))
    return content


def replace_file(path: Path, content: bytes) -> None:
    """Make `content` the file at `path`, whole or not at all; SaveProblem says why it could not be done.

    A file that was there keeps its permissions, a new one gets the usual ones.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        _rename(beside, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise SaveProblem(_save_message(path, error)) from error
    _keep_names(path.parent)


def _rename(beside: Path, path: Path) -> None:
    """Give a new file its name; again where Windows refuses it for a moment, as while a virus scanner reads the old one."""
    for pause in _PAUSES:
        try:
            os.replace(beside, path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING:
                raise
            time.sleep(pause)
        else:
            return
    os.replace(beside, path)


def _keep_names(folder: Path) -> None:
    """Have the disk keep the folder's names, so that a power cut doesn't bring a former file back; where that can be asked for."""
    with contextlib.suppress(OSError):
        file = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(file)
        finally:
            os.close(file)


def is_open_elsewhere(path: Path) -> bool:
    """Whether Word, WPS or LibreOffice has a document open, as the file tells that they put beside it meanwhile."""
    name = path.name
    beside = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#", f".~{name}")
    return path.is_file() and any(path.with_name(each).exists() for each in beside)


def free_name(path: Path) -> Path:
    """The path with the least number behind its name, from 2, that nothing is called yet."""
    count = 2
    while (other := path.with_name(f"{path.stem}-{count}{path.suffix}")).exists():
        count += 1
    return other


def require_closed(*paths: Path | None) -> None:
    """Nothing where none of the files is open in another program, else SaveProblem, which offers another name."""
    taken = next((path for path in paths if path and is_open_elsewhere(path)), None)
    if taken:
        message = _("“{name}” is open in another program; close it there, or write “{other}”.")
        raise SaveProblem(message.format(name=taken.name, other=free_name(taken).name))


def make_folder(path: Path) -> None:
    """Make a folder and those above it where they are missing; SaveProblem where they can't be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("The folder “{name}” can't be made ({reason}); choose another one.")
        raise SaveProblem(message.format(name=path.name, reason=error.strerror or str(error))) from error


def _save_message(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        message = _(
            "“{name}” can't be written: it is open in another program or its folder is read-only; save under another name."
        )
    else:
        message = _("“{name}” can't be written ({reason}); nothing was changed, save in another place.")
    return message.format(name=path.name, reason=error.strerror or str(error))
