"""The speed of the page preview: `python tests/benchmarks/bench_layout.py`.

A notice of 30 pages: laid out from nothing, laid out again after one edit, and a page painted as large as on paper.
Every figure is the median of several runs.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from editor.drafting import new_project
from editor.drafting.commands import SetText
from editor.paths import resources
from editor.plan.project import Project
from editor.reading import read_parents
from editor.storage import example_locality, load_profile
from editor.ui.base.fonts import Fonts
from editor.ui.notice.page_painting import UNITS_PER_MM, paint_page
from editor.ui.notice.page_view import preview
from editor.writing.pages.breaking import break_paragraph

PAGES = 30
RUNS = 9
_PIXELS_PER_MM = 96 / 25.4


def long_project() -> Project:
    """The example, its measures repeated until the notice has 30 pages."""
    locality, roster = load_profile(example_locality())
    readings = read_parents([resources() / "examples" / "province.txt"])
    project = new_project(readings, roster=roster, locality=locality, adopt="all", today=date(2026, 1, 1))
    body = project.local.body
    while len(preview(project).pages) < PAGES:
        again = [replace(each, id=f"{each.id}-{len(project.local.body)}") for each in body]
        project = replace(project, local=replace(project.local, body=(*project.local.body, *again)))
    return project


def milliseconds(work: Callable[[], object]) -> float:
    """The median time of several runs."""
    times = []
    for _run in range(RUNS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def from_nothing(project: Project) -> None:
    """The pages without anything remembered."""
    break_paragraph.cache_clear()
    preview(project)


def paint(project: Project) -> Callable[[], None]:
    """What paints one full page."""
    shown = preview(project)
    fonts, page = Fonts(shown.fonts), shown.pages[len(shown.pages) // 2]
    sheet = QImage(
        round(page.width * _PIXELS_PER_MM), round(page.height * _PIXELS_PER_MM), QImage.Format.Format_RGB32
    )

    def work() -> None:
        painter = QPainter(sheet)
        painter.scale(_PIXELS_PER_MM / UNITS_PER_MM, _PIXELS_PER_MM / UNITS_PER_MM)
        paint_page(painter, page, fonts)
        painter.end()

    return work


def rows() -> list[str]:
    """The measurements, a line each."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    project = long_project()
    measure = project.local.measures[7]
    edited = SetText(measure.id, measure.text + "改").apply(project)
    count = len(preview(project).pages)
    whole, again, painted = (
        milliseconds(lambda: from_nothing(project)),
        milliseconds(lambda: preview(edited)),
        milliseconds(paint(project)),
    )
    return [
        f"{count} pages laid out       {whole:6.1f} ms",
        f"laid out after an edit   {again:6.1f} ms",
        f"a page painted           {painted:6.1f} ms",
        f"edit to picture          {again + 2 * painted:6.1f} ms, two pages in sight (aim <= 500)",
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(rows()) + "\n")
