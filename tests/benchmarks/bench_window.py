"""The window's speed: start to first usable window, and keystroke to refreshed difference.

Run as a script: `python tests/benchmarks/bench_window.py`. Every start is a fresh process; the empty QMainWindow that
the ratio refers to is started in turn with ours, so that both meet the same machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent.parent
RUNS = 7
KEYSTROKES = 40
MEASURE_LENGTH = 800

_EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
"""
_OURS = """
from editor.ui.application import make_application
application = make_application([])
from editor.ui.main_window import MainWindow
window = MainWindow()
window.show()
application.processEvents()
"""
_AS_STARTED = """
import sys
from PySide6.QtWidgets import QApplication
def shown():
    QApplication.processEvents()
    print("shown", flush=True)
    os._exit(0)
import os
QApplication.exec = staticmethod(shown)
from editor.__main__ import main
sys.argv = ["chengqi"]
main()
"""
_WITH_PROJECT = (
    _OURS
    + """
import sys
from pathlib import Path
window.open_path(Path(sys.argv[1]))
while not window.document.is_open:
    application.processEvents()
application.processEvents()
"""
)


def seconds_to_start(script: str, folder: Path, *arguments: str) -> float:
    """Seconds a fresh interpreter takes to run the script, its start included, its end not."""
    environment = os.environ | {"CHENGQI_STATE": str(folder), "XDG_CONFIG_HOME": str(folder)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    ending = "\nimport os; print('shown', flush=True); os._exit(0)"
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", script + ending, *arguments],
        cwd=CHECKOUT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        assert process.stdout is not None
        if process.stdout.readline() != b"shown\n":
            raise RuntimeError("the window was not shown")
        return time.perf_counter() - started


def start_times() -> dict[str, float]:
    """Median seconds to an empty QMainWindow, to our first window, to it by `chengqi`, and to a project of 35 measures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        project = folder / "example.chengqi"
        _save_example(project)
        scripts = {
            "empty": (_EMPTY,),
            "ours": (_OURS,),
            "command": (_AS_STARTED,),
            "project": (_WITH_PROJECT, str(project)),
        }
        times: dict[str, list[float]] = {name: [] for name in scripts}
        for _run in range(RUNS):
            for name, (script, *arguments) in scripts.items():
                times[name].append(seconds_to_start(script, folder, *arguments))
        return {name: statistics.median(values) for name, values in times.items()}


def _example() -> object:
    from datetime import date

    from editor.drafting import new_project
    from editor.paths import resources
    from editor.reading import read_parents
    from editor.storage import example_locality, load_profile

    locality, roster = load_profile(example_locality())
    readings = read_parents([resources() / "examples" / "province.txt"])
    return new_project(readings, roster=roster, locality=locality, adopt="all", today=date(2026, 1, 1))


def _save_example(path: Path) -> None:
    from editor.storage import save_project

    save_project(_example(), path)  # type: ignore[arg-type]


def keystroke_times() -> list[float]:
    """Milliseconds from each key press until the difference on the screen shows it, on one long measure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtTest import QTest

    from editor.drafting.commands import SetText
    from editor.storage import Recovery
    from editor.ui.application import make_application
    from editor.ui.base.settings import Settings
    from editor.ui.main_window import MainWindow

    application = make_application([])
    with tempfile.TemporaryDirectory() as place:
        window = MainWindow(Settings(Path(place)), Recovery(Path(place)))
        window.show()
        window.document.start(_long_example())
        bench = window.bench
        measure = window.document.project.local.measures[0]
        bench.local.tree.go_to(measure.id)
        window.document.do(SetText(measure.id, measure.text.replace("，", "，切实", 9)))
        box = bench.editors.measure.text
        times = []
        for stroke in range(KEYSTROKES):
            cursor = box.textCursor()
            cursor.setPosition((stroke * 37) % MEASURE_LENGTH)
            box.setTextCursor(cursor)
            while bench.is_busy:
                application.processEvents()
            pressed = time.perf_counter()
            QTest.keyClick(box, "x")
            wording = window.document.project.local.measure(measure.id).wording
            while bench.difference.difference is None or bench.difference.difference.wording != wording:
                application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            bench.difference.view.viewport().repaint()
            times.append((time.perf_counter() - pressed) * 1000)
        window.document.forget_changes()
        window.close()
    return times


def _long_example() -> object:
    """The example with a first measure of 800 characters in the parent and, adopted, in the local plan."""
    from msgspec.structs import replace

    from editor.drafting.commands import AdoptAll
    from editor.plan.plans import Plan

    project = _example()
    parent = project.parents[0]
    text = "".join(measure.text for measure in parent.measures)[:MEASURE_LENGTH]
    place = parent.index(parent.measures[0].id)
    body = (*parent.body[:place], replace(parent.measures[0], text=text), *parent.body[place + 1 :])
    bare = replace(project, parents=(replace(parent, body=body),), local=Plan(id="local"))
    return AdoptAll(parent.id).apply(bare)


def pane_times() -> dict[str, list[float]]:
    """Milliseconds of processor time that a keystroke on one long measure takes, by step: difference, writing, painting."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from editor.drafting.commands import SetText
    from editor.ui.application import make_application
    from editor.ui.difference.diff_pane import DiffPane
    from editor.ui.difference.differing import difference

    application = make_application([])
    pane = DiffPane()
    pane.resize(400, 700)
    pane.show()
    project = _long_example()
    id = project.local.measures[0].id  # type: ignore[attr-defined]
    text = project.local.measures[0].text.replace("，", "，切实", 9)  # type: ignore[attr-defined]
    times: dict[str, list[float]] = {"difference": [], "writing": [], "painting": []}
    for stroke in range(KEYSTROKES):
        place = (stroke * 37) % MEASURE_LENGTH
        text = f"{text[:place]}x{text[place:]}"
        project = SetText(id, text).apply(project)  # type: ignore[arg-type]
        begun = time.thread_time()
        found = difference(project, id)
        told = time.thread_time()
        pane.show_difference(found)
        application.processEvents()
        written = time.thread_time()
        pane.view.viewport().repaint()
        ends = (told - begun, written - told, time.thread_time() - written)
        for step, seconds in zip(times.values(), ends, strict=True):
            step.append(seconds * 1000)
    return times


def rows() -> list[str]:
    """The measurements, a line each."""
    started = start_times()
    empty, ours, command, project = started.values()
    strokes = sorted(keystroke_times())
    parts = ", ".join(f"{name} {statistics.median(each):.1f}" for name, each in pane_times().items())
    median, slow = statistics.median(strokes), strokes[int(len(strokes) * 0.95)]
    return [
        f"empty QMainWindow        {empty * 1000:6.0f} ms",
        f"first usable window      {ours * 1000:6.0f} ms  ratio {ours / empty:.2f} (aim <= 2)",
        f"the same by `chengqi`    {command * 1000:6.0f} ms  ratio {command / empty:.2f}",
        f"35 measures opened       {project * 1000:6.0f} ms  ratio {project / empty:.2f}",
        f"keystroke to difference  {median:6.1f} ms  95 % within {slow:.1f} ms, {MEASURE_LENGTH} characters (aim <= 30)",
        f"processor time of these  {parts} ms",
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(rows()) + "\n")
