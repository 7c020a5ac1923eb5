"""Work in threads, and what it tells the window's thread: no thread ever holds an object of a window.

Windows come and go while threads work. An object that a thread held would be destroyed in that thread, or be told of an
answer while the window's thread destroys it; either crashes Qt. A thread therefore holds a number and values only.
"""

import atexit
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from itertools import count
from queue import SimpleQueue
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

_ROOMS = ("editor.comparing", "editor.drafting", "editor.checking")
_LOADING = Lock()
_LOADED = set[str]()

Told = WeakMethod[Callable[..., None]]
"""The method of an object of the window's thread that is told something, as long as that object is there."""


class _Order(NamedTuple):
    """What a thread computes, for whom; kept by the window's thread, which also lets go of it."""

    told: Told
    id: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    is_urgent: bool


class Post(QObject):
    """Brings what threads tell into the thread it was made in, one letter at a time; lives as long as the program."""

    _arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._orders: dict[int, _Order] = {}
        self._numbers = count()
        self._letters: SimpleQueue[tuple[Told, tuple[Any, ...], int | None]] = SimpleQueue()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def order(self, order: _Order) -> None:
        """Have it computed by a thread."""
        number = next(self._numbers)
        self._orders[number] = order
        pool = urgent_threads() if order.is_urgent else QThreadPool.globalInstance()
        pool.start(partial(self._fulfil, number))

    def send(self, told: Told, *values: Any) -> None:
        """Tell an object of the window's thread something, from any thread."""
        self._put(told, values, None)

    def _put(self, told: Told, values: tuple[Any, ...], order: int | None) -> None:
        self._letters.put((told, values, order))
        self._arrived.emit()

    def _fulfil(self, number: int) -> None:
        self._put(self._orders[number].told, _computed(self._orders[number]), number)

    def _deliver(self) -> None:
        told, values, number = self._letters.get()
        if number is not None:
            del self._orders[number]
        receive = told()
        if receive is not None and isValid(receive.__self__):  # type: ignore[attr-defined]
            receive(*values)


def _computed(order: _Order) -> tuple[int, Any, Exception | None]:
    """The order's id, the answer, and what went wrong, if anything."""
    try:
        if not order.is_urgent:
            load_rooms()
        return order.id, order.function(*order.arguments), None
    except Exception as error:  # noqa: BLE001 - whatever it is, it is reported in the UI thread
        return order.id, None, error


@cache
def post() -> Post:
    """The one of the program, made in the window's thread; whoever ends the program waits for the threads first."""
    made = Post()
    atexit.register(wait_for_threads)
    return made


@cache
def urgent_threads() -> QThreadPool:
    """Threads for what must wait neither for long work nor until rooms are loaded."""
    return QThreadPool()


def compute_apart(
    receive: Callable[..., None],
    id: int,
    function: Callable[..., Any],
    *arguments: Any,
    is_urgent: bool = False,
) -> None:
    """Have `function(*arguments)` computed in a thread.

    `receive`, a method of a QObject, is handed the id, the answer, and what went wrong, if anything. What is urgent has
    loaded all that it needs.
    """
    post().order(_Order(WeakMethod(receive), id, function, arguments, is_urgent))


def teller(receive: Callable[..., None]) -> Callable[..., None]:
    """What a thread calls to have `receive`, a method of a QObject, called with these values in the window's thread."""
    return partial(post().send, WeakMethod(receive))


def wait_for_threads() -> None:
    """Wait until nothing is computed any more: at the program's end, and where a test ends."""
    urgent_threads().waitForDone()
    QThreadPool.globalInstance().waitForDone()


def load_rooms(*others: str) -> None:
    """Load the packages that every function loads its modules from, and `others`, one thread at a time.

    Two threads that load modules of one package, each another one first, would each find a module half loaded.
    """
    with _LOADING:
        for room in (*_ROOMS, *others):
            import_module(room)
            _LOADED.add(room)


def are_loaded(*rooms: str) -> bool:
    """Whether these packages were loaded with `load_rooms`."""
    return _LOADED.issuperset(rooms)


def wait_for_rooms() -> None:
    """Wait, in the window's thread, until no other one loads the packages that panes need: neither must meet them half loaded."""
    if not are_loaded(*_ROOMS):
        with _LOADING:
            pass
