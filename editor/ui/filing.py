"""Files of the window: opening, saving, the lock, the recovery journal and recent files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from editor.drafting.commands import Command
from editor.errors import EditorError
from editor.plan.project import Project, Reading
from editor.storage import SUFFIX, Lock, LockedProblem, Recovered, Recovery, save_project, take_lock
from editor.ui.document import Document
from editor.ui.opening import Plans, read_any, read_example
from editor.ui.settings import Settings
from editor.ui.worker import Newest
from editor.wording import _

KEEP_AFTER = 1500
"""Milliseconds from a change to its copy in the recovery journal: a crash costs at most two seconds."""


class Become(Command, frozen=True):
    """The step that puts another project in the place of this one, as when a plan is taken in."""

    title: str
    project: Project

    @property
    def label(self) -> str:
        """The step's name as given."""
        return self.title

    def change(self, project: Project) -> Project:
        """The other project."""
        return self.project


class Filing(QObject):
    """Brings files into the document and the document into files; nothing typed is ever lost."""

    reading = Signal(str)
    plans_read = Signal(object)
    project_read = Signal(object, object)
    locked = Signal(object, object, str)
    saved = Signal()

    def __init__(self, document: Document, settings: Settings, recovery: Recovery | None = None) -> None:
        super().__init__(document)
        self._document, self.settings = document, settings
        self.recovery = recovery or Recovery()
        self._lock: Lock | None = None
        self._path: Path | None = None
        self._reader = Newest(self)
        self._reader.answered.connect(self._take)
        self._reader.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep)
        document.changed.connect(self._start_timer)

    # Opening

    def open(self, path: Path) -> None:
        """Read a file in the background: a project is opened, a plan announced."""
        self._path = path
        self.reading.emit(_("Reading “{name}” …").format(name=path.name))
        self._reader.ask(read_any, path, self.settings.profile)

    def open_example(self) -> None:
        """Read the made-up example in the background."""
        self._path = None
        self.reading.emit(_("Reading the example …"))
        self._reader.ask(read_example)

    def _fail(self, error: Exception) -> None:
        self.reading.emit("")
        if not isinstance(error, EditorError):
            raise error
        self._document.problem.emit(str(error))

    def _take(self, found: Project | Plans) -> None:
        self.reading.emit("")
        if isinstance(found, Project):
            self.project_read.emit(found, self._path)
            return
        if self._path is not None:
            self.settings.remember(self._path)
        self.plans_read.emit(found)

    def show_project(self, project: Project, path: Path) -> None:
        """Show a project that was read from `path`; announced as locked where somebody has it open."""
        if path == self._document.path:
            self._give_lock_back()
        try:
            lock = take_lock(path)
        except LockedProblem as error:
            self.locked.emit(project, path, str(error))
            return
        except EditorError as error:
            self.show_read_only(project, path)
            self._document.problem.emit(str(error))
            return
        self._start(project, path, lock)

    def show_read_only(self, project: Project, path: Path) -> None:
        """Show a project that can't be changed."""
        self._start(project, path, None, is_read_only=True)

    def _start(
        self,
        project: Project,
        path: Path | None,
        lock: Lock | None,
        *,
        is_read_only: bool = False,
        is_saved: bool = True,
    ) -> None:
        self.release()
        self._lock = lock
        if path is not None:
            self.settings.remember(path)
        self._document.start(project, path, is_read_only=is_read_only, is_saved=is_saved)

    def start_draft(self, plans: Plans) -> None:
        """Begin a new draft from superior plans; nothing is adopted yet."""
        from editor.drafting import new_project

        project = new_project(
            plans.readings, roster=plans.roster, locality=plans.locality, adopt="none", today=date.today()
        )
        self._start(project, None, None, is_saved=False)

    def add_parent(self, reading: Reading) -> None:
        """Put one more superior plan beside those that are there."""
        project = self._document.project
        taken = {plan.id for plan in project.parents}
        id = next(name for n in range(1, len(taken) + 2) if (name := f"parent{n}") not in taken)
        added = replace(
            project,
            parents=(*project.parents, replace(reading.plan, id=id)),
            sources=(*project.sources, replace(reading.source, plan=id)),
        )
        self._document.do(Become(title=_("Add superior plan"), project=added))

    def take_in(self, reading: Reading) -> None:
        """Make a plan that exists already the local plan, aligned with the superior ones."""
        from editor.drafting import take_in

        self._document.attempt(lambda: self._become(take_in, reading))

    def _become(self, take_in: Callable[[Project, Reading], Project], reading: Reading) -> None:
        taken = take_in(self._document.project, reading)
        self._document.do(Become(title=_("Take in a local plan"), project=taken))

    # Saving

    def save(self, path: Path) -> bool:
        """Save to `path`; False, and the reason announced, where it can't be done."""
        project = self._document.project
        lock = self._lock
        try:
            if path != self._document.path or self._document.is_read_only:
                lock = take_lock(path)
            save_project(project, path)
        except EditorError as error:
            if lock is not None and lock is not self._lock:
                lock.release()
            self._document.problem.emit(str(error))
            return False
        if self._lock is not None and lock is not self._lock:
            self._lock.release()
        self._lock = lock
        self.recovery.discard()
        self.settings.remember(path)
        self._document.mark_saved(project, path)
        self.saved.emit()
        return True

    def save_named(self, path: Path) -> bool:
        """Save to a path as it was typed, the suffix added where it is missing."""
        return self.save(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def suggested_path(self) -> Path:
        """Where a draft without a file would be saved."""
        folder = self.settings.recent[0].parent if self.settings.recent else Path.home()
        name = "".join("_" if sign in '\\/:*?"<>|' else sign for sign in self._document.name)
        return folder / f"{name[:60]}{SUFFIX}"

    # Recovery

    def _start_timer(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Write unsaved work to the recovery journal."""
        if not self._document.is_open:
            return
        if self._document.is_changed:
            self._document.attempt(self.recovery.keep, self._document.project, self._document.path)
        else:
            self.recovery.discard()

    def recover(self, found: Recovered) -> None:
        """Show unsaved work that was found; it counts as not saved."""
        lock = None
        if found.path is not None:
            try:
                lock = take_lock(found.path)
            except EditorError as error:
                self._document.problem.emit(str(error))
        self._start(found.project, found.path if lock else None, lock, is_saved=False)
        self.keep()
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
