"""Long questions answered off the UI thread; of several asked in a row, only the newest answer counts."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from editor.ui.base.threads import compute_apart

MANY = 1000
"""So many measures take longer to list, or to change, than the window may stand still."""


class _Job(NamedTuple):
    """One question: its id, and the function with the values it is asked of."""

    id: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


def raise_again(error: Exception) -> None:
    """What to do with a worker's failure that nobody expected: the window's thread reports it."""
    raise error


class Newest(QObject):
    """Asks a function in a thread and announces its answer unless something newer was asked meanwhile.

    At most one job of this object runs at a time; of those that wait only the newest is kept. Urgent jobs don't wait for
    other objects' long ones.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, is_urgent: bool = False) -> None:
        super().__init__(parent)
        self._is_urgent = is_urgent
        self._newest = 0
        self._waiting: _Job | None = None
        self._running = False

    def ask(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Have `function(*arguments)` computed; the arguments are immutable values."""
        self._newest += 1
        job = _Job(self._newest, function, arguments)
        if self._running:
            self._waiting = job
        else:
            self._start(job)

    def forget(self) -> None:
        """Let no answer to anything asked so far be announced."""
        self._newest += 1
        self._waiting = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running

    def _start(self, job: _Job) -> None:
        self._running = True
        compute_apart(self._receive, job.id, job.function, *job.arguments, is_urgent=self._is_urgent)

    def _receive(self, id: int, answer: object, problem: object) -> None:
        self._running = False
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._start(waiting)
        if id != self._newest:
            return
        if problem is not None:
            self.failed.emit(problem)
        else:
            self.answered.emit(answer)
