"""The speed of writing, beside python-docx's own ways in one run: `python tests/benchmarks/bench_writing.py`."""

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx

from editor.plan.measures import Assignment, Measure
from editor.plan.notice import Notice
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.writing import write_assignment_table, write_notice
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.tables.assignment_rows import HEADS, table_rows

TEXT = "梳理企业开办、变更、注销各环节，推行“一表申请、一窗受理”，材料精简30%以上，时限压到0.5个工作日。" * 3
UNITS = Assignment(lead_units=("县发展改革局",), responsible_units=("县财政局", "县市场监管局"))
SIZES = (35, 70, 1_000, 5_000)
COMPARED = 70
"""Measures up to which python-docx is asked for each cell by table.cell: it goes through the whole table every time,
so its time grows with the square of the rows, and 5,000 of them would take it hours.
"""


def project(count: int) -> Project:
    """A notice that issues a plan of so many measures."""
    body = tuple(
        Measure(id=f"m{n}", level=3, number=str(n), heading=f"任务{n}", text=TEXT, assignments=(UNITS,))
        for n in range(1, count + 1)
    )
    notice = Notice(issuer_mark="示范县人民政府办公室文件", title="关于印发实施方案的通知", text=TEXT)
    return Project(local=Plan(id="local", title="示范县实施方案", body=body), notice=notice)


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes once."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def by_python_docx(source: Project) -> None:
    """The same paragraphs and the same table through add_paragraph, add_run and table.cell."""
    document, rows = _paragraphs(source), list(table_rows(source.local))
    table = document.add_table(len(rows), len(HEADS))
    for place, row in enumerate(rows):
        for column, text in enumerate(row.cells):
            table.cell(place, column).text = text
    document.save(io.BytesIO())


def row_by_row(source: Project) -> None:
    """The same without table.cell, as somebody writes it who knows how slow that is; nothing is read again."""
    document, rows = _paragraphs(source), list(table_rows(source.local))
    table = document.add_table(len(rows), len(HEADS))
    for made, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(made.cells, row.cells, strict=False):
            cell.text = text
    document.save(io.BytesIO())


def _paragraphs(source: Project) -> Any:
    document = docx.Document()
    for each in notice_elements(source):
        paragraph = document.add_paragraph()
        paragraph.add_run(each.lead)
        paragraph.add_run(each.text)
    return document


def ours(source: Project, folder: Path) -> None:
    """Notice and assignment table as documents, read again and compared."""
    write_notice(source, folder / "notice.docx")
    write_assignment_table(source, folder / "table.docx")


def run() -> list[tuple[str, str]]:
    """Every figure with its name."""
    figures, times, others = [], {}, {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_notice(project(1), folder / "warm.docx")
        for count in SIZES:
            source = project(count)
            notice = seconds(lambda source=source: write_notice(source, folder / "notice.docx"))  # type: ignore[misc]
            times[count] = seconds(lambda source=source: ours(source, folder))  # type: ignore[misc]
            figures.append((f"{count} measures, notice", f"{notice:.2f} s"))
            figures.append((f"{count} measures, notice and table", f"{times[count]:.2f} s"))
            if count <= COMPARED:
                others[count] = seconds(lambda source=source: by_python_docx(source))  # type: ignore[misc]
                ratio = f"{others[count]:.1f} s, {others[count] / times[count]:.0f} times ours"
                figures.append((f"{count} measures, the same through python-docx", ratio))
        clever = seconds(lambda: row_by_row(project(SIZES[-1])))
    return [*figures, *_compared(times, others, clever)]


def _compared(times: dict[int, float], others: dict[int, float], clever: float) -> list[tuple[str, str]]:
    """How times grow, and what python-docx would take at the most measures at least."""
    many, most, last = SIZES[-2], SIZES[-1], max(others)
    least = others[last] / last * most
    return [
        (
            "growth of ours",
            f"{most // many} times the measures take {times[most] / times[many]:.1f} times as long",
        ),
        (
            f"{most} measures through python-docx, were it linear",
            f"{least:.0f} s from {last} measures on, at least {least / times[most]:.0f} times ours",
        ),
        (
            f"{most} measures through python-docx without table.cell",
            f"{clever:.1f} s, {clever / times[most]:.1f} times",
        ),
    ]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name}: {figure}\n" for name, figure in run()))
