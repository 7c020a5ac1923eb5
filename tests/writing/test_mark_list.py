"""The list of reviewers' marks: what it says of each mark, and both kinds of file."""

from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from editor.drafting.commands import Adopt, MarkDifference, SetText
from editor.drafting.marks import marked
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Mark, Project, Verdict
from editor.writing.base.table import Row, Table, cell_text, stretches
from editor.writing.tables.mark_list import HEADS, marks_table, write_marks
from editor.writing.tables.marking import LEGEND
from tests.writing.effective import Document, text_of

PARENT = Plan(
    id="p",
    title="示范省方案",
    body=(
        Measure(
            id="m1", level=3, number="1", heading="简化手续", text="一般事项3个工作日内办结。材料全部共享。"
        ),
        Measure(id="m2", level=3, number="2", heading="便民服务", text="建设服务站100个，周末照常开放。"),
    ),
)


def mark(measure: str, old: str, new: str, verdict: Verdict, note: str = "") -> MarkDifference:
    return MarkDifference(Mark(measure=measure, parent="p", old=old, new=new, verdict=verdict, note=note))


@pytest.fixture
def project() -> Project:
    """Two measures, each with differences of which some are marked."""
    made = Adopt("p", ("m1", "m2")).apply(
        Project(parents=(PARENT,), local=Plan(id="local", title="示范县方案"))
    )
    first, second = (measure.id for measure in made.local.measures)
    for command in (
        SetText(first, "一般事项5个工作日内办结。材料分批共享。"),
        SetText(second, "建设服务站20个，周末照常开放。"),
        mark(first, "3个工作日", "5个工作日", "to_ask", "问省厅\n口径"),
        mark(first, "全部", "分批", "checked"),
        mark(second, "100个", "20个", "doubtful", "=能否完成"),
    ):
        made = command.apply(made)
    return made


def listed(project: Project) -> Table:
    return marks_table(project, marked(project))


def entries(table: Table) -> list[Row]:
    return [row for row in table.rows if not row.is_across]


def test_what_is_to_ask_comes_first_with_the_sentences_it_is_on(project: Project) -> None:
    table = listed(project)
    assert table.title == "示范县方案审稿标注"
    assert table.opening == "共标注3处，其中：需请示1处，存疑1处，已核1处。"
    assert [row.texts[0] for row in table.rows if row.is_across] == ["需请示", "存疑", "已核", LEGEND]
    assert [row.texts for row in entries(table)] == [
        ("1", "1.简化手续", "一般事项3个工作日内办结。", "一般事项5个工作日内办结。", "问省厅口径"),
        ("2", "2.便民服务", "建设服务站100个，周末照常开放。", "建设服务站20个，周末照常开放。", "=能否完成"),
        ("3", "1.简化手续", "材料全部共享。", "材料分批共享。", ""),
    ]
    old, new = entries(table)[0].cells[2:4]
    for cell, op, words in ((old, "-", "3个工作日"), (new, "+", "5个工作日")):
        assert [(s.text, s.is_figure) for s in stretches(cell) if s.op == op] == [(words, True)]


def test_what_no_longer_differs_says_so_and_keeps_its_words(project: Project) -> None:
    again = SetText(project.local.measures[1].id, "建设服务站100个，周末照常开放。").apply(project)
    row = next(row for row in entries(listed(again)) if "便民" in row.texts[1])
    assert row.texts[2:] == ("100个", "20个", "=能否完成；此处已无差异")


def test_words_that_only_one_side_has(project: Project) -> None:
    second = project.local.measures[1].id
    longer = SetText(second, "建设服务站100个，周末照常开放，节日延时服务。").apply(
        replace(project, marks=())
    )
    made = mark(second, "", "，节日延时服务", "checked").apply(longer)
    (row,) = entries(listed(made))
    assert row.texts[2:4] == (
        "建设服务站100个，周末照常开放。",
        "建设服务站100个，周末照常开放，节日延时服务。",
    )


def test_of_several_superior_plans_the_one_compared_with_is_named(project: Project) -> None:
    other = replace(PARENT, id="q", title="示范市方案")
    table = listed(replace(project, parents=(PARENT, other)))
    assert entries(table)[0].texts[1] == "1.简化手续（对照《示范省方案》）"


def test_nothing_is_marked() -> None:
    table = listed(Project(parents=(PARENT,)))
    assert (table.opening, table.rows) == ("没有标注。", ())


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_both_files_hold_every_row(project: Project, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"标注{suffix}"
    written = write_marks(project, marked(project), path)
    assert (written.measures, written.agrees) == (3, True), written.differences
    texts = [cell_text(cell) for row in entries(listed(project)) for cell in row.cells if cell_text(cell)]
    if suffix == ".docx":
        found = text_of(Document(path.read_bytes()).body)
        assert all(text in found for text in (*HEADS, *texts))
    else:
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert set(HEADS) < {cell.value for cell in cells}
        assert [(c.data_type, c.quotePrefix) for c in cells if str(c.value)[0] == "="] == [("s", True)]
