"""Work that can take long, off the UI thread: it tells how far it is, and ends when it isn't wanted any more."""

from collections.abc import Callable
from threading import Event
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from editor.errors import EditorError
from editor.ui.base.threads import compute_apart, teller
from editor.wording import _


class Watch(NamedTuple):
    """What the work looks at and tells from its thread.

    `unwanted` is set once nobody waits for the answer; `progress` takes the steps done and how many there are in
    all, `say` other words for what is going on.
    """

    unwanted: Event
    progress: Callable[[int, int], None]
    say: Callable[[str], None]


class LongWork(QObject):
    """One piece of work at a time: what is begun takes the place of what is still going on.

    `failed` tells an EditorError's sentence, `stopped` that the user cancelled; after either nothing has changed.
    """

    begun = Signal(str)
    said = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()
    failed = Signal(str)
    stopped = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._id = 0
        self._words = ""
        self._unwanted: Event | None = None
        self._then: Callable[[Any], None] | None = None

    def begin(
        self, words: str, function: Callable[..., Any], *arguments: Any, then: Callable[[Any], None]
    ) -> None:
        """Have `function(watch, *arguments)` computed in a thread, and `then(answer)` called in this one."""
        self.drop()
        self._id += 1
        self._words, self._then, self._unwanted = words, then, Event()
        id, tell = self._id, teller(self._tell)
        watch = Watch(
            self._unwanted,
            progress=lambda done, steps: tell(id, "", done, steps),
            say=lambda wording: tell(id, wording, 0, 0),
        )
        self.begun.emit(words)
        compute_apart(self._receive, id, _unless_unwanted, watch, function, arguments)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._unwanted is not None

    def cancel(self) -> None:
        """End the work at the user's wish."""
        if self.is_busy:
            self.drop()
            self.stopped.emit(_("{work} Stopped; everything is as it was.").format(work=self._words))

    def drop(self) -> None:
        """End the work, if there is any, without a word; its answer is not waited for."""
        if self._unwanted is not None:
            self._unwanted.set()
            self._end()

    def _end(self) -> None:
        self._unwanted = self._then = None
        self.ended.emit()

    def _tell(self, id: int, words: str, done: int, steps: int) -> None:
        if id != self._id or not self.is_busy:
            return
        if words:
            self._words = words
            self.said.emit(words)
        self.progressed.emit(done, steps)

    def _receive(self, id: int, answer: object, problem: Exception | None) -> None:
        if id != self._id or self._then is None:
            return
        then = self._then
        self._end()
        if problem is None:
            then(answer)
        elif isinstance(problem, EditorError):
            self.failed.emit(str(problem))
        else:
            raise problem


def _unless_unwanted(watch: Watch, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """What waited for a thread so long that nobody wants it any more isn't begun."""
    return None if watch.unwanted.is_set() else function(watch, *arguments)
