"""A process that drags rows with a real mouse: `python dragging.py DRAFT`, on the display that DISPLAY names.

It prints, as JSON, the headings of the local plan and the name of the step at first and after each drag.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from editor.storage import Recovery, load_project
from editor.ui.base.settings import Settings
from editor.ui.base.tree import Tree
from editor.ui.main_window import MainWindow

STEPS = 12
"""How many times the mouse is told to go on, on its way."""


def main(draft: Path) -> None:
    """Drag the superior measure m4 between the draft's two, then the first local one behind all others."""
    application = QApplication([])
    window = MainWindow(Settings(draft.parent), Recovery(draft.parent))
    window.move(0, 0)
    window.show()
    window.document.start(load_project(draft))
    work_for(application, 0.5)
    bench = window.workbench
    tell(window)
    superior = bench.parents.trees[0]
    first, second = (measure.id for measure in window.document.project.local.measures)
    drag(application, place(superior, "m4"), place(bench.local.tree, second, upper_edge=True))
    tell(window)
    drag(application, place(bench.local.tree, first), place(bench.local.tree, second, upper_edge=False))
    tell(window)
    window.document.forget_changes()
    window.close()


def tell(window: MainWindow) -> None:
    """Write what the window shows and what undo would take back."""
    headings = [measure.heading for measure in window.document.project.local.measures]
    sys.stdout.write(json.dumps([headings, window.document.session.undo_label]) + "\n")


def place(tree: Tree, key: str, *, upper_edge: bool | None = None) -> QPoint:
    """Where on the screen a row is, or one of its edges, between it and the next."""
    row = tree.visualRect(tree.model().find(key))
    down = {None: row.center().y(), True: row.top(), False: row.bottom()}[upper_edge]
    return tree.viewport().mapToGlobal(QPoint(row.left() + 40, down))


def drag(application: QApplication, start: QPoint, end: QPoint) -> None:
    """Press, go there, let go; the window works meanwhile."""
    hand = Thread(target=move_mouse, args=(start, end))
    hand.start()
    while hand.is_alive():
        work_for(application, 0.01)
    work_for(application, 0.3)


def move_mouse(start: QPoint, end: QPoint) -> None:
    tell_mouse("mousemove", *start.toTuple())
    tell_mouse("mousedown", 1)
    for step in range(1, STEPS + 1):
        way = (end - start) * (step / STEPS)
        tell_mouse("mousemove", *(start + way).toTuple())
        time.sleep(0.03)
    tell_mouse("mouseup", 1)


def tell_mouse(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True)


def work_for(application: QApplication, seconds: float) -> None:
    """Let the window do what is to be done."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
