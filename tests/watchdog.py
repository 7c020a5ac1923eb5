"""Watches the window's event loop: what keeps it busy too long in one go would freeze the window under a clerk's hands."""

import time

from PySide6.QtCore import QAbstractEventDispatcher

LONGEST = 0.25
"""Seconds of the processor's time; other work on the machine does not count."""


class Watchdog:
    """Notes each stretch between the event loop's waking and its next rest that takes too long."""

    def __init__(self) -> None:
        self.blocks: list[float] = []
        self._woke: float | None = None
        self._dispatcher = QAbstractEventDispatcher.instance()

    def start(self) -> None:
        """Begin to watch the event loop, where there is one."""
        if self._dispatcher is not None:
            self._dispatcher.awake.connect(self._wake)
            self._dispatcher.aboutToBlock.connect(self._rest)

    def stop(self) -> None:
        """End it."""
        if self._dispatcher is not None:
            self._dispatcher.awake.disconnect(self._wake)
            self._dispatcher.aboutToBlock.disconnect(self._rest)

    def _wake(self) -> None:
        self._woke = time.thread_time()

    def _rest(self) -> None:
        if self._woke is not None:
            busy, self._woke = time.thread_time() - self._woke, None
            if busy > LONGEST:
                self.blocks.append(busy)
