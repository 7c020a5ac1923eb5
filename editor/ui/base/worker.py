"""Long questions answered off the UI thread; of several asked in a row, only the newest answer counts."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from threading import Lock
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

_ROOMS = ("editor.comparing", "editor.drafting", "editor.checking")
_LOADING = Lock()


class _Job(NamedTuple):
    """One question: its id, and the function with the values it is asked of."""

    id: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


def compute_apart(finished: SignalInstance, id: int, function: Callable[..., Any], *arguments: Any) -> None:
    """Have `function(*arguments)` computed in a thread; the signal brings the id, the answer, and what went wrong, if anything."""

    def compute() -> None:
        answer, problem = None, None
        try:
            load_rooms()
            answer = function(*arguments)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is reported in the UI thread
            problem = error
        announce(finished, id, answer, problem)

    QThreadPool.globalInstance().start(compute)


def load_rooms(*others: str) -> None:
    """Load the packages that every function loads its modules from, and `others`, one thread at a time.

    Two threads that load modules of one package, each another one first, would each find a module half loaded.
    """
    with _LOADING:
        for room in (*_ROOMS, *others):
            import_module(room)


def announce(signal: SignalInstance, *values: Any) -> None:
    """Emit a signal from a thread; nobody listens any more where the window, and its objects with it, is gone."""
    with suppress(RuntimeError):
        signal.emit(*values)


def raise_again(error: Exception) -> None:
    """What to do with a worker's failure that nobody expected: the window's thread reports it."""
    raise error


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
        compute_apart(self._finished, job.id, job.function, *job.arguments)

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
