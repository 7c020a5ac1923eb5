"""The open document: a session, its file, its recovery copy and its lock."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from editor.drafting.commands import Command
from editor.drafting.session import Session
from editor.errors import EditorError
from editor.plan.project import Project
from editor.ui.base.text_box import finish_composing
from editor.wording import _


class Document(QObject):
    """Holds at most one session; panes ask it for the project and hand it their commands."""

    opened = Signal()
    changed = Signal(object)
    state_changed = Signal()
    problem = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._has_unsaved_origin = False
        self.path: Path | None = None
        self.is_read_only = False
        self.saved_at: datetime | None = None
        """When this window saved it last."""

    # What is shown

    @property
    def is_open(self) -> bool:
        """Whether there is a project."""
        return self._session is not None

    @property
    def session(self) -> Session:
        """The session of the open project; RuntimeError where none is open."""
        if self._session is None:
            raise RuntimeError("no project is open")
        return self._session

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self.session.project

    @property
    def is_changed(self) -> bool:
        """Whether there is work that is not saved."""
        return self._session is not None and (self._has_unsaved_origin or self._session.is_changed)

    @property
    def name(self) -> str:
        """What the title bar calls the document."""
        if self.path is not None:
            return self.path.stem
        return (self.is_open and self.project.local.title) or _("Untitled draft")

    # Steps

    def do(self, command: Command, source: object = None) -> bool:
        """Apply a command; False, and the reason announced, where it doesn't fit."""
        if self.is_read_only:
            self.problem.emit(
                _("This project is open for reading only; save it under another name to work on it.")
            )
            return False
        return self.attempt(self.session.do, command, source)

    def break_typing(self) -> None:
        """Let what is typed next be a step of its own."""
        if self._session is not None:
            self._session.break_typing()

    def undo(self) -> None:
        """Take back the last step."""
        self.session.undo()

    def redo(self) -> None:
        """Do again the step taken back last."""
        self.session.redo()

    def attempt(self, function: Callable[..., Any], *arguments: Any) -> bool:
        """Call something that can fail for the user's reasons; False, and the reason announced, where it does."""
        try:
            function(*arguments)
        except EditorError as error:
            self.problem.emit(str(error))
            return False
        return True

    # Opening and closing

    def start(
        self, project: Project, path: Path | None = None, *, is_read_only: bool = False, is_saved: bool = True
    ) -> None:
        """Show another project; `is_saved` False for new drafts and recovered work."""
        finish_composing()  # it belongs to the project shown until now
        if self._unsubscribe is not None:
            self._unsubscribe()
        self._session = Session(project)
        self._unsubscribe = self._session.listen(self.changed.emit)
        self.path, self.is_read_only = path, is_read_only
        self._has_unsaved_origin, self.saved_at = not is_saved, None
        self.opened.emit()
        self.state_changed.emit()

    def mark_saved(self, project: Project, path: Path) -> None:
        """Know that `project` lies at `path` now."""
        self.session.mark_saved(project)
        self.path, self.is_read_only = path, False
        self._has_unsaved_origin, self.saved_at = False, datetime.now()
        self.state_changed.emit()

    def forget_changes(self) -> None:
        """Take what is unsaved for given up."""
        if self._session is not None:
            self._session.mark_saved()
            self._has_unsaved_origin = False
