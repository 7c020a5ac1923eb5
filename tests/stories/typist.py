"""A process that types and saves until it is killed: `python typist.py`, told on each line of its input where.

Everything is loaded once; each line (a folder and a number for chance) makes a fork that types there. What was typed,
and when, is written to the folder's `typed` after each step. One typist in ten has a plan of 5,000 measures.
"""

import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from PySide6.QtCore import QCoreApplication, QTimer

from editor.drafting.commands import SetText
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.storage import Recovery
from editor.ui.base.document import Document
from editor.ui.base.settings import Settings
from editor.ui.files.filing import Filing

INTERVAL = 15
"""Milliseconds between two keystrokes."""
LARGE, LARGE_EVERY = 5_000, 10
"""Measures of a large plan, and how many typists there are to one who has it."""


def draft(measures: int) -> Project:
    """A draft of which the first measure is empty."""
    others = (
        Measure(id=f"m{n}", level=3, number=f"{n}", heading="推进工作", text="建设平台。" * 10)
        for n in range(2, measures + 1)
    )
    body = (Measure(id="m1", level=3, number="1"), *others)
    return Project(local=Plan(id="local", title="示范县方案", body=body))


DRAFT, LARGE_DRAFT = draft(1), draft(LARGE)


class Typist:
    """Types one more sign each time, and saves now and then."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._document = Document()
        self._filing = Filing(self._document, Settings(folder), Recovery(folder))
        self._path, self._chance = folder / "draft.chengqi", random.Random(seed)
        self._log = os.open(folder / "typed", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._count = 0
        self._document.start(DRAFT if seed % LARGE_EVERY else LARGE_DRAFT, None, is_saved=False)
        self._timer = QTimer()
        self._timer.timeout.connect(self._type)
        self._timer.start(INTERVAL)

    def _type(self) -> None:
        self._count += 1
        self._document.do(SetText("m1", "字" * self._count))
        os.write(self._log, f"{self._count} {time.monotonic()}\n".encode())
        if self._chance.random() < 0.05:
            self._filing.save(self._path)


def serve() -> None:
    """Fork a typist for each line until the input ends; tell the process's number."""
    for line in sys.stdin:
        folder, seed = line.split()
        child = os.fork()
        if child == 0:
            application = QCoreApplication([])
            typist = Typist(Path(folder), int(seed))
            code = application.exec()
            del typist
            os._exit(code)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
