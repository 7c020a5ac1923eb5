"""A plan of 5,000 measures in the window: opening, typing while it is looked over, scrolling, memory.

Run as a script: `python tests/benchmarks/bench_large_plan.py`. Figures are of the window's own thread.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.drafting.commands import AdoptAll
from editor.plan.measures import Block, Measure, Section
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.storage import Recovery, load_project, save_project
from editor.ui.application import make_application
from editor.ui.base.settings import Settings
from editor.ui.main_window import MainWindow

MEASURES, PER_SECTION = 5000, 50
KEYSTROKES, SCROLLS = 60, 100
_PAGE = 4096


def large_project() -> Project:
    """A draft that has adopted every measure of a made-up province plan."""
    parent = Plan(id="parent1", title="示范省实施方案", body=tuple(_blocks()), running_levels=(3,))
    return AdoptAll("parent1").apply(
        Project(parents=(parent,), local=Plan(id="local", title="示范县实施方案"))
    )


def _blocks() -> Iterator[Block]:
    for number in range(MEASURES):
        if number % PER_SECTION == 0:
            yield Section(id=f"s{number}", level=1, number="一", heading=f"第{number}项起的任务")
        text = f"建设平台{number % 90 + 10}个，办理时限压缩到{number % 7 + 1}个工作日，2027年底前完成。各部门共享信息。"
        yield Measure(id=f"m{number}", level=3, number="1", heading=f"推进第{number}项工作", text=text)


def _typed(window: MainWindow) -> list[float]:
    """Seconds for each keystroke in a measure's text, until the window waits again."""
    box = window.bench.editors.measure.text
    box.setFocus()
    times = []
    for _stroke in range(KEYSTROKES):
        started = time.perf_counter()
        QTest.keyClick(box, Qt.Key.Key_A)
        QApplication.processEvents()
        times.append(time.perf_counter() - started)
        pause = time.perf_counter() + 0.05
        while time.perf_counter() < pause:
            QApplication.processEvents()
    return times


def _scrolled(window: MainWindow) -> list[float]:
    """Seconds for each of many places that the outline is scrolled to and painted at."""
    tree = window.bench.local.tree
    bar, times = tree.verticalScrollBar(), []
    for place in range(SCROLLS):
        started = time.perf_counter()
        bar.setValue(bar.maximum() * place // SCROLLS)
        tree.viewport().repaint()
        times.append(time.perf_counter() - started)
    return times


def _memory() -> float:
    """Megabytes that the process holds now; none where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * _PAGE / 1e6 if statm.exists() else 0.0


def rows() -> list[str]:
    """The figures, a line each."""
    application = make_application([])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / "large.chengqi"
        save_project(large_project(), path)
        window = MainWindow(Settings(folder), Recovery(folder))
        window.resize(1366, 768)
        window.show()
        application.processEvents()
        opening = time.perf_counter()
        window.document.start(load_project(path), path)
        while window.bench.is_filling:
            application.processEvents()
        opening = time.perf_counter() - opening
        window.bench.local.tree.go_to(window.document.project.local.measures[MEASURES // 2].id)
        typed = _typed(window)
        while window.bench.is_busy:
            application.processEvents()
        again, scrolled, held = _typed(window), _scrolled(window), _memory()
        window.document.forget_changes()
        window.close()
    return [
        f"{MEASURES} measures opened and shown: {opening:.2f} s (aim 2)",
        f"keystroke while the plan is looked over: median {1000 * statistics.median(typed):.1f} ms",
        f"keystroke afterwards: median {1000 * statistics.median(again):.1f} ms (aim 16)",
        f"a place scrolled to and painted: median {1000 * statistics.median(scrolled):.1f} ms (aim 16.7)",
        f"memory: {held:.0f} MB (aim 400)",
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(rows()) + "\n")
    sys.stdout.flush()
    os._exit(0)  # workers that still look the plan over are not waited for
