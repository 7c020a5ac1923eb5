"""The current project, its one history, and who is told when it changes."""

from collections import deque
from collections.abc import Callable
from typing import TypeAlias

from editor.drafting.commands.base import Command
from editor.plan.project import Project
from editor.plan.value import Value

LONGEST_HISTORY = 2000
"""Steps that can be undone; projects share all they have in common, so a step costs little."""


class Change(Value, frozen=True, kw_only=True):
    """What listeners are told: the project before and after, who asked (any mark a caller chose), the step's name."""

    before: Project
    after: Project
    source: object = None
    label: str = ""


class _Step(Value, frozen=True, kw_only=True):
    """A project that can be gone back to, and the command that led on from it."""

    project: Project
    command: Command


Listener: TypeAlias = Callable[[Change], None]


class Session:
    """One project being drafted: commands go in, the next project comes out, every step can be undone."""

    def __init__(self, project: Project) -> None:
        self._project = self._saved = project
        self._past: deque[_Step] = deque(maxlen=LONGEST_HISTORY)
        self._future: list[_Step] = []
        self._typing = False
        self._listeners: dict[object, Listener] = {}
        self._untold: deque[Change] = deque()
        self._telling = False

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._project

    @property
    def is_changed(self) -> bool:
        """Whether the project differs from the one last saved."""
        return self._project is not self._saved and self._project != self._saved

    @property
    def undo_label(self) -> str | None:
        """The name of the step that `undo` takes back, None where there is none."""
        return self._past[-1].command.label if self._past else None

    @property
    def redo_label(self) -> str | None:
        """The name of the step that `redo` does again, None where there is none."""
        return self._future[-1].command.label if self._future else None

    def do(self, command: Command, source: object = None) -> None:
        """Do one step; CommandProblem where it doesn't fit, and then nothing has happened."""
        before, after = self._project, command.apply(self._project)
        if after == before:
            return
        if not self._goes_on_typing(command):
            self._past.append(_Step(project=before, command=command))
        self._future.clear()
        self._typing = True
        self._become(after, source, command.label)

    def undo(self, source: object = None) -> None:
        """Go back one step; nothing where there is none."""
        if self._past:
            step = self._past.pop()
            self._future.append(_Step(project=self._project, command=step.command))
            self._typing = False
            self._become(step.project, source, step.command.label)

    def redo(self, source: object = None) -> None:
        """Do again the step last undone; nothing where there is none."""
        if self._future:
            step = self._future.pop()
            self._past.append(_Step(project=self._project, command=step.command))
            self._typing = False
            self._become(step.project, source, step.command.label)

    def break_typing(self) -> None:
        """Let the next keystroke begin a step of its own, as when a field was left or a pause was made."""
        self._typing = False

    def mark_saved(self, project: Project | None = None) -> None:
        """Take `project`, else the present one, for the saved one; typing goes on in a new step."""
        self._saved = self._project if project is None else project
        self._typing = False

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on, until the function given back is called."""
        key = object()
        self._listeners[key] = listener

        def stop() -> None:
            self._listeners.pop(key, None)

        return stop

    def _goes_on_typing(self, command: Command) -> bool:
        return self._typing and bool(self._past) and command.continues(self._past[-1].command)

    def _become(self, project: Project, source: object, label: str) -> None:
        change = Change(before=self._project, after=project, source=source, label=label)
        self._project = project
        self._untold.append(change)
        if not self._telling:
            self._tell()

    def _tell(self) -> None:
        """Tell everybody of every change in order, also of those that listeners make meanwhile.

        One listener's failure keeps nobody else from being told; it is raised when all have been.
        """
        failures: list[Exception] = []
        self._telling = True
        while self._untold:
            change = self._untold.popleft()
            for listener in tuple(self._listeners.values()):
                try:
                    listener(change)
                except Exception as error:  # noqa: BLE001 - whatever it is, the others must still be told
                    failures.append(error)
        self._telling = False
        if failures:
            raise ExceptionGroup("listeners failed", failures)
