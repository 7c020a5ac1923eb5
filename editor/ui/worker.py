"""Long questions answered off the UI thread; of several asked in a row, only the newest answer counts."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal


class _Job(NamedTuple):
    """One question: its id, and the function with the values it is asked of."""

    id: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class Newest(QObject):
    """Asks a function in a thread and announces its answer unless something newer was asked meanwhile.

    At most one job of this object runs at a time; of those that wait only the newest is kept.
    """

    answered = Signal(object)
    failed = Signal(object)
    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._waiting: _Job | None = None
        self._running = False
        self._finished.connect(self._receive)

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
        QThreadPool.globalInstance().start(lambda: self._compute(job))

    def _compute(self, job: _Job) -> None:
        """Runs in the thread; whatever goes wrong there is reported in the UI thread."""
        answer, problem = None, None
        try:
            answer = job.function(*job.arguments)
        except Exception as error:  # noqa: BLE001
            problem = error
        try:
            self._finished.emit(job.id, answer, problem)
        except RuntimeError:  # the window, and this object with it, is gone
            return

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
