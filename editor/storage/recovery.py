"""The recovery journal: unsaved work, kept in the user's state folder until it is saved or given up.

Each window has one journal, written whole every time, by a thread where the window must not wait. The sources, which
never change, lie beside the journals and are written once. A system lock shows whether a journal's window is still there.
"""

import contextlib
import os
import re
import uuid
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import msgspec
from platformdirs import user_state_path

from editor.archives import LARGEST_CONTENT, open_archive, read_entry
from editor.errors import EditorError, SaveProblem
from editor.files import read_file, replace_file
from editor.plan.project import Project
from editor.plan.value import Value
from editor.storage.processes import hold
from editor.storage.project_file import decode_project, pack_project, with_sources
from editor.wording import _

_ABOUT = "recovery.json"
_JOURNAL, _ALIVE = ".journal", ".alive"


class _About(Value, frozen=True, kw_only=True):
    kept: str
    path: str | None = None


class _Unsaved(NamedTuple):
    """Work that is not saved, and the file it belongs to."""

    project: Project
    path: Path | None


class Recovered(Value, frozen=True, kw_only=True):
    """Unsaved work that was found: the project, the file it belongs to (None: never saved), when it was kept (ISO 8601)."""

    project: Project
    path: Path | None
    kept: str
    journal: Path


def state_folder() -> Path:
    """The folder for this user's journals: CHENGQI_STATE if set, else the system's place for such things."""
    named = os.environ.get("CHENGQI_STATE")
    return Path(named) if named else user_state_path("chengqi", appauthor=False)


class Recovery:
    """One window's journal, and the journals that ended windows left behind."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = (folder or state_folder()) / "recovery"
        self._journal = self._folder / f"{uuid.uuid4().hex}{_JOURNAL}"
        self._alive: int | None = None
        self._wanted: _Unsaved | None = None
        self._kept: _Unsaved | None = None
        self._at_work = Lock()

    def want(self, project: Project, path: Path | None) -> None:
        """Say what the journal is to hold; `write` puts it there."""
        self._wanted = _Unsaved(project, path)

    def want_nothing(self) -> None:
        """Say that the work is saved or given up; `write` removes the journal."""
        self._wanted = None

    def write(self) -> None:
        """Make the journal what was wanted last, in whatever thread; SaveProblem if that can't be done."""
        with self._at_work:
            wanted = self._wanted
            if wanted is None:
                self._remove(self._journal)
            elif not (self._kept and self._kept.project is wanted.project and self._kept.path == wanted.path):
                self._write(wanted)
            self._kept = wanted

    def keep(self, project: Project, path: Path | None) -> None:
        """Write the unsaved project to the journal, nothing where it is there already; SaveProblem if it can't be."""
        self.want(project, path)
        self.write()

    def found(self) -> tuple[Recovered, ...]:
        """The unsaved work of windows that have ended without saving it, newest first; what is unreadable is passed over."""
        if not self._folder.is_dir():
            return ()
        abandoned = [p for p in self._folder.glob(f"*{_JOURNAL}") if p != self._journal and _is_abandoned(p)]
        found = [recovered for journal in abandoned if (recovered := self._read(journal))]
        return tuple(sorted(found, key=lambda recovered: recovered.kept, reverse=True))

    def discard(self, recovered: Recovered | None = None) -> None:
        """Remove what was found, or this window's own journal once its work is saved or given up."""
        if recovered is None:
            self.want_nothing()
            self.write()
        else:
            self._remove(recovered.journal, recovered.journal.with_suffix(_ALIVE))

    def close(self) -> None:
        """Let go of the journal: what is still in it will be found by the next window."""
        with self._at_work:
            if self._alive is not None:
                os.close(self._alive)
                self._alive = None
                if not self._journal.exists():
                    self._journal.with_suffix(_ALIVE).unlink(missing_ok=True)

    def _write(self, unsaved: _Unsaved) -> None:
        self._prepare(unsaved.project)
        path = str(unsaved.path.absolute()) if unsaved.path else None
        about = _About(kept=datetime.now().isoformat(timespec="seconds"), path=path)
        extras = {_ABOUT: msgspec.json.encode(about)}
        replace_file(self._journal, pack_project(unsaved.project, sources=False, extras=extras))

    def _remove(self, *files: Path) -> None:
        with contextlib.suppress(OSError):  # what can't be removed is offered once more, nothing worse
            for file in files:
                file.unlink(missing_ok=True)
            self._remove_unused_sources()

    def _prepare(self, project: Project) -> None:
        """Make the folder, hold the journal as living, and put the sources beside it."""
        try:
            (self._folder / "sources").mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._alive is None:
                self._alive = hold(self._journal.with_suffix(_ALIVE))
        except OSError as error:
            message = _("Unsaved work can't be kept for recovery ({reason}); save often.")
            raise SaveProblem(message.format(reason=error.strerror or str(error))) from error
        for source in project.sources:
            place = self._source(source.sha256)
            if not place.exists():
                replace_file(place, source.content)

    def _source(self, mark: str) -> Path:
        if not re.fullmatch("[0-9a-f]{64}", mark):
            mark = sha256(mark.encode()).hexdigest()
        return self._folder / "sources" / mark

    def _read(self, journal: Path) -> Recovered | None:
        try:
            archive = open_archive(read_file(journal, LARGEST_CONTENT), journal.name)
            about = msgspec.json.decode(read_entry(archive, _ABOUT, journal.name), type=_About)
            project = decode_project(read_entry(archive, "project.json", journal.name), journal.name)
            contents = {s.sha256: self._source(s.sha256).read_bytes() for s in project.sources}
            whole = with_sources(project, contents, journal.name)
        except (EditorError, OSError, msgspec.DecodeError):
            return None
        path = Path(about.path) if about.path else None
        return Recovered(project=whole, path=path, kept=about.kept, journal=journal)

    def _remove_unused_sources(self) -> None:
        """Remove sources once no journal is left; while there are some, any source may be theirs."""
        if any(self._folder.glob(f"*{_JOURNAL}")):
            return
        for source in (self._folder / "sources").glob("*"):
            source.unlink(missing_ok=True)


def _is_abandoned(journal: Path) -> bool:
    """Whether no living window holds the journal."""
    try:
        held = hold(journal.with_suffix(_ALIVE))
    except OSError:
        return False
    if held is None:
        return False
    os.close(held)
    return True
