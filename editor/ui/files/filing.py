"""Files of the window: opening, saving, the lock, the recovery journal and recent files."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from editor.errors import EditorError
from editor.plan.project import Project
from editor.storage import (
    SUFFIX,
    Lock,
    LockedProblem,
    Outside,
    Recovered,
    Recovery,
    Stamp,
    is_writable,
    look_outside,
    save_project,
    stamp_of,
    take_lock,
)
from editor.ui.base.document import Document
from editor.ui.base.file_endings import in_half_width_ending
from editor.ui.base.settings import Settings
from editor.ui.base.worker import Newest
from editor.ui.files.opening import Plans
from editor.wording import _

KEEP_AFTER = 500
"""Milliseconds from a change until it is copied into the recovery journal.

A crash costs two seconds at most, so that a slow disk has one and a half for the copy.
"""


class Found(NamedTuple):
    """What has become of a file since it had this stamp."""

    stamp: Stamp
    outside: Outside


class Filing(QObject):
    """Brings files into the document and the document into files; nothing typed is ever lost."""

    saved = Signal()
    found_outside = Signal(str)
    """Another program has "changed" the file that is open, or it is "gone"; told once."""

    def __init__(self, document: Document, settings: Settings, recovery: Recovery | None = None) -> None:
        super().__init__(document)
        self._document, self.settings = document, settings
        self.recovery = recovery or Recovery()
        self._lock: Lock | None = None
        self._stamp: Stamp | None = None
        self._told: Outside | None = None
        self._looker = Newest(self)
        self._looker.answered.connect(self._tell_outside)
        self._keeper = Newest(self, is_urgent=True)
        self._keeper.failed.connect(self._tell_not_kept)
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._timer.timeout.connect(self._keep_soon)
        document.changed.connect(self._start_timer)

    # Opening

    def show_project(
        self, project: Project, path: Path, stamp: Stamp | None = None, *, takes_over: bool = False
    ) -> str | None:
        """Show a project that was read from `path`; the sentence that says by whom, where somebody has it open.

        With `takes_over` the lock is taken from whoever has it.
        """
        if path == self._document.path:
            self._give_lock_back()
        if not is_writable(path):
            self.show_read_only(project, path)
            message = _("“{name}” is write-protected and open for reading only; save it under another name.")
            self._document.problem.emit(message.format(name=path.name))
            return None
        try:
            self._start(project, path, take_lock(path, takes_over), stamp)
        except LockedProblem as error:
            return str(error)
        except EditorError as error:
            self.show_read_only(project, path)
            self._document.problem.emit(str(error))
        return None

    def show_read_only(self, project: Project, path: Path) -> None:
        """Show a project that can't be changed."""
        self._start(project, path, None, is_read_only=True)

    def _start(
        self,
        project: Project,
        path: Path | None,
        lock: Lock | None,
        stamp: Stamp | None = None,
        *,
        is_read_only: bool = False,
        is_saved: bool = True,
    ) -> None:
        self.release()
        self._lock, self._stamp, self._told = lock, stamp, None
        if path is not None:
            self.settings.remember(path)
        self._document.start(project, path, is_read_only=is_read_only, is_saved=is_saved)

    def start_draft(self, plans: Plans) -> None:
        """Begin a new draft from superior plans; nothing is adopted yet."""
        from editor.drafting import new_project

        project = new_project(
            plans.readings, roster=plans.roster, locality=plans.locality, adopt="none", today=date.today()
        )
        look = self.settings.look
        notice = replace(project.notice, template=look.template, layout=look.layout)
        self._start(replace(project, notice=notice), None, None, is_saved=False)

    # Saving

    def save(self, path: Path) -> bool:
        """Save to `path`; False, and the reason announced, where it can't be done."""
        project = self._document.project
        lock = self._lock
        try:
            if path != self._document.path or self._document.is_read_only:
                lock = take_lock(path)
            stamp = save_project(project, path)
        except EditorError as error:
            if lock is not None and lock is not self._lock:
                lock.release()
            self._document.problem.emit(str(error))
            return False
        if self._lock is not None and lock is not self._lock:
            self._lock.release()
        self._lock, self._stamp, self._told = lock, stamp, None
        self.recovery.discard()
        self.settings.remember(path)
        self._document.mark_saved(project, path)
        self.saved.emit()
        return True

    def full_name(self, path: Path) -> Path:
        """A path as it was typed, the suffix added where it is missing."""
        path = path.with_name(in_half_width_ending(path.name))
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def suggested_path(self) -> Path:
        """Where a draft without a file would be saved."""
        folder = self.settings.recent[0].parent if self.settings.recent else Path.home()
        name = "".join("_" if sign in '\\/:*?"<>|' else sign for sign in self._document.name)
        return folder / f"{name[:60]}{SUFFIX}"

    # What other programs do

    @property
    def outside(self) -> Outside:
        """What has become of the file that is open since it was read or saved; looks at once."""
        path, stamp = self._document.path, self._stamp
        return look_outside(path, stamp) if path and stamp and not self._document.is_read_only else "same"

    @property
    def is_looking(self) -> bool:
        """Whether it is still being looked."""
        return self._looker.is_busy

    def look_outside(self) -> None:
        """Look in the background whether another program has changed the file, and tell if so."""
        path, stamp = self._document.path, self._stamp
        if path and stamp and not self._document.is_read_only:
            self._looker.ask(_look, path, stamp)

    def _tell_outside(self, found: Found) -> None:
        if found.stamp is self._stamp and found.outside not in ("same", self._told):
            self._told = found.outside
            self.found_outside.emit(found.outside)

    # Recovery

    def _start_timer(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep_soon(self) -> None:
        """Have a thread write unsaved work to the recovery journal."""
        if self._document.is_open:
            self._want_kept()
            self._keeper.ask(self.recovery.write)

    @property
    def is_keeping(self) -> bool:
        """Whether a thread writes the recovery journal."""
        return self._keeper.is_busy

    def keep(self) -> bool:
        """Write unsaved work to the recovery journal at once; False, and the reason announced, where that can't be done."""
        if not self._document.is_open:
            return True
        self._want_kept()
        return self._document.attempt(self.recovery.write)

    def _want_kept(self) -> None:
        if self._document.is_changed:
            self.recovery.want(self._document.project, self._document.path)
        else:
            self.recovery.want_nothing()

    def _tell_not_kept(self, error: Exception) -> None:
        if not isinstance(error, EditorError):
            raise error
        self._document.problem.emit(str(error))

    def recover(self, found: Recovered) -> None:
        """Show unsaved work that was found; it counts as not saved."""
        lock = stamp = None
        if found.path is not None:
            try:
                lock, stamp = take_lock(found.path), stamp_of(found.path)
            except EditorError as error:
                self._document.problem.emit(str(error))
        self._start(found.project, found.path if lock else None, lock, stamp, is_saved=False)
        if self.keep():
            self.recovery.discard(found)

    def release(self) -> None:
        """Give up the document shown: its lock, and its journal."""
        self._timer.stop()
        self.recovery.discard()
        self._give_lock_back()

    def _give_lock_back(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def close(self) -> None:
        """The window closes."""
        self.release()
        self.recovery.close()


def _look(path: Path, stamp: Stamp) -> Found:
    return Found(stamp, look_outside(path, stamp))
