"""A process that holds the clipboard of its display: `python clipboard.py`, told on each line of its input what to hold.

What it is told is JSON. It answers `held` and the line's number once others can have the text, `given` and the number
when one has fetched it.
"""

import json
import sys
from itertools import count
from typing import Any

from PySide6.QtCore import QMetaType, QMimeData, QSocketNotifier
from PySide6.QtGui import QGuiApplication

_PLAIN = "text/plain"


class Held(QMimeData):
    """A text that says when it is fetched."""

    def __init__(self, text: str, number: int) -> None:
        super().__init__()
        self._text, self._number = text, number

    def formats(self) -> list[str]:
        return [_PLAIN]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype == _PLAIN

    def retrieveData(self, mimetype: str, _preferred: QMetaType) -> Any:
        _answer("given", self._number)
        return self._text


def _answer(state: str, number: int) -> None:
    sys.stdout.write(f"{state} {number}\n")
    sys.stdout.flush()


def serve() -> int:
    """Hold one text after the other until the input ends."""
    application = QGuiApplication([])
    numbers = count(1)

    def hold() -> None:
        if line := sys.stdin.readline():
            number = next(numbers)
            application.clipboard().setMimeData(Held(json.loads(line), number))
            _answer("held", number)
        else:
            application.quit()

    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.activated.connect(hold)
    return application.exec()


if __name__ == "__main__":
    sys.exit(serve())
