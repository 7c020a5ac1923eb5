"""Pieces of work that only the window's thread can do, each in a turn of the event loop of its own."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal


class Turns(QObject):
    """Does pieces one by one: what the user does meanwhile comes between them; `done` tells that none is left."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_next)

    @property
    def is_busy(self) -> bool:
        """Whether a piece is left to be done."""
        return bool(self._left)

    def begin(self, pieces: Iterable[Callable[[], object]]) -> None:
        """Do these pieces, in place of those that are left of others."""
        self._left = deque(pieces)
        self._timer.start(0)

    def finish(self) -> None:
        """Do at once what is left."""
        while self._left:
            self._left.popleft()()

    def _do_next(self) -> None:
        """Do one piece; where it fails, which is reported, those after it are done nevertheless."""
        if self._left:
            self._left.popleft()()
        if not self._left:
            self._timer.stop()
            self.done.emit()
