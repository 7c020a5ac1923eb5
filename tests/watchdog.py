"""Watches the window's thread: what keeps it busy too long in one go would freeze the window under a clerk's hands."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from importlib import import_module
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from editor.ui.base.document import Document
from editor.ui.base.threads import load_rooms
from editor.ui.main_window import MainWindow
from editor.ui.preparing import FILES, PANES

LONGEST = 0.1
"""Seconds of the processor's time, at the usual pace."""
USUAL_PACE = 0.006
"""Seconds that `_pace` takes where the limit was set; a machine that is slower, or shared, has more time."""

STROKES: tuple[tuple[type, str], ...] = (
    *((QTest, name) for name in ("keyClick", "keyPress", "keyRelease", "keySequence")),
    *((QTest, name) for name in ("mouseClick", "mouseDClick", "mouseMove", "mousePress", "mouseRelease")),
    (QCoreApplication, "processEvents"),
    (MainWindow, "_act"),
    *((Document, name) for name in ("start", "do", "undo", "redo")),
)
"""What a test calls itself and the event loop does for a clerk: a key, a click, an action, a step, pending events."""


def load_panes() -> None:
    """Load what the program loads while nobody waits for it yet (editor/ui/preparing.py)."""
    load_rooms(*FILES)
    for name in PANES:
        import_module(name)


class Watchdog:
    """Notes each turn of the event loop and each stroke that takes too long."""

    def __init__(self, longest: float = LONGEST) -> None:
        self.blocks: list[float] = []
        self._longest = longest
        self._since: float | None = None
        self._strokes = 0

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch the event loop and all strokes, once the windows of other tests are gone."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        with ExitStack() as kept:
            kept.enter_context(self._watching_turns())
            for owner, name in STROKES:
                kept.enter_context(_in_place_of(owner, name, self._timed(getattr(owner, name))))
            kept.enter_context(_in_place_of(QTest, "keyClicks", _one_by_one))
            yield

    @contextmanager
    def _watching_turns(self) -> Iterator[None]:
        """GLib's event loop tells when it begins to wait for events, and when it has dealt with those that came."""
        dispatcher = QAbstractEventDispatcher.instance()
        if "Glib" not in dispatcher.metaObject().className():
            yield  # others tell it at other places, where tests do their own work
            return
        dispatcher.aboutToBlock.connect(self._begin)
        dispatcher.awake.connect(self._end)
        yield
        dispatcher.aboutToBlock.disconnect(self._begin)
        dispatcher.awake.disconnect(self._end)

    def _timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function as a stretch of its own; event loops within it make several stretches of it."""

        @wraps(function)
        def stroke(*arguments: Any, **named: Any) -> Any:
            self._begin()
            self._strokes += 1
            try:
                return function(*arguments, **named)
            finally:
                self._strokes -= 1
                self._end()

        return stroke

    def _begin(self) -> None:
        """A stretch begins; that of the stroke that it is a part of ends."""
        if self._strokes:
            self._end()
        self._since = time.thread_time()

    def _end(self) -> None:
        """It ends; what a test does by itself until the next one isn't looked at."""
        if self._since is not None:
            busy = time.thread_time() - self._since
            self._since = time.thread_time() if self._strokes else None
            if busy > self._longest and busy * USUAL_PACE > self._longest * _pace():
                self.blocks.append(busy)


def _pace() -> float:
    """Seconds that a piece of work takes the processor now, where it is slowest of several; the usual at least."""
    return max(USUAL_PACE, *(_piece_of_work() for _again in range(5)))


def _piece_of_work() -> float:
    started = time.thread_time()
    sum(number * number for number in range(100_000))
    return time.thread_time() - started


@contextmanager
def _in_place_of(owner: type, name: str, function: Callable[..., Any]) -> Iterator[None]:
    """Have the class's function, a static one or a method, be another one for a while."""
    own = owner.__dict__[name]
    setattr(owner, name, staticmethod(function) if isinstance(own, staticmethod) else function)
    yield
    setattr(owner, name, own)


def _one_by_one(widget: QWidget, text: str, *rest: Any) -> None:
    """Each key of several is a stroke of its own."""
    for sign in text:
        QTest.keyClick(widget, sign, *rest)
