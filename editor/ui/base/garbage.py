"""Cyclic garbage is collected in the window's thread alone: a worker that met dead widgets in it would destroy them under Qt's hands."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 200
"""Milliseconds from one look to the next."""


class GarbageCollector(QObject):
    """Takes the place of Python's own collecting, which happens in whatever thread makes the next object."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_what_is_due)
        timer.start(EVERY)


def collect_what_is_due() -> None:
    """Collect the oldest generation that is over Python's own threshold, and the younger ones with it."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(due[-1])
