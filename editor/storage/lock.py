"""The lock beside an open project file, so that two drafters don't overwrite each other.

It is a small file, not a system lock, because projects lie on network shares and everybody must be told by name.
"""

import contextlib
import getpass
import os
import platform
from datetime import datetime
from pathlib import Path

import msgspec

from editor.errors import ProjectProblem
from editor.plan.value import Value
from editor.storage.processes import is_running
from editor.wording import _


class Holder(Value, frozen=True, kw_only=True):
    """Who has a project file open; `since` is local time in ISO 8601."""

    name: str
    host: str
    pid: int
    since: str


class LockedProblem(ProjectProblem):
    """The project is open elsewhere; `holder` tells by whom, None where the lock can't be read."""

    def __init__(self, name: str, holder: Holder | None) -> None:
        self.holder = holder
        message = _("“{name}” is open elsewhere; open it read-only or try again later.")
        if holder:
            message = _("“{name}” has been open with {who} on {host} since {since}; open it read-only.")
        who = holder and {"who": holder.name, "host": holder.host, "since": holder.since.replace("T", " ")}
        super().__init__(message.format(name=name, **(who or {})))


class Lock:
    """A lock that this program holds; give it back with `release`."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path, self._content = path, content

    def release(self) -> None:
        """Give the lock back; a lock that somebody else has taken over meanwhile is left alone."""
        with contextlib.suppress(OSError):  # gone or out of reach: nothing is held any more
            if self._path.read_bytes() == self._content:
                self._path.unlink()


def lock_path(path: Path) -> Path:
    """Where the lock of a project file lies."""
    return path.with_name(f".{path.name}.lock")


def take_lock(path: Path, force: bool = False) -> Lock:
    """The lock of a project file; LockedProblem where another drafter has it, unless `force` takes it over.

    A lock is stale, and taken over, when its process on this computer has ended. ProjectProblem where the
    folder can't be written: then the project can be read only.
    """
    place = lock_path(path)
    content = msgspec.json.encode(_me())
    if not _create(place, content):
        holder = _holder(place)
        if not (force or (holder and _is_stale(holder))):
            raise LockedProblem(path.name, holder)
        place.unlink(missing_ok=True)
        if not _create(place, content):
            raise LockedProblem(path.name, _holder(place))
    return Lock(place, content)


def _create(place: Path, content: bytes) -> bool:
    """Whether the lock could be made; the system lets only one of two do it."""
    try:
        with place.open("xb") as file:
            file.write(content)
    except FileExistsError:
        return False
    except OSError as error:
        message = _("“{folder}” can't be written to ({reason}); open the project read-only.")
        reason = error.strerror or str(error)
        raise ProjectProblem(message.format(folder=place.parent.name, reason=reason)) from error
    return True


def _holder(place: Path) -> Holder | None:
    try:
        return msgspec.json.decode(place.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        return None


def _is_stale(holder: Holder) -> bool:
    """Whether the holder was this program itself, or a process on this computer that has ended."""
    return holder.host == platform.node() and (holder.pid == os.getpid() or not is_running(holder.pid))


def _me() -> Holder:
    since = datetime.now().isoformat(timespec="seconds")
    return Holder(name=_user(), host=platform.node(), pid=os.getpid(), since=since)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
