import io
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from editor.errors import SaveProblem
from editor.plan.deadlines import parse_deadline
from editor.plan.project import Project
from editor.writing.tables.assignment_rows import HEADS, table_rows
from editor.writing.tables.assignment_table import write_assignment_table
from editor.writing.template.template import notice_template
from tests.writing.samples import BODY, PROJECT, WORDS, measure, with_plan


def sheet_of(project: Project, folder: Path) -> Worksheet:
    write_assignment_table(project, folder / "分工表.xlsx")
    return openpyxl.load_workbook(folder / "分工表.xlsx").worksheets[0]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Worksheet:
    return sheet_of(PROJECT, tmp_path_factory.mktemp("table"))


def test_one_row_per_measure_and_merged_rows_for_sections(sheet: Worksheet) -> None:
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["示范县深化营商环境改革创新实施方案任务分工表"]
    assert rows[1] == list(HEADS)
    assert rows[2:6] == [
        ["一、工作目标"],
        ["二、重点任务"],
        ["（一）优化政务服务"],
        [
            "1",
            "企业开办一次办",
            WORDS,
            "县发展改革局",
            "县财政局、县市场监管局",
            "各镇人民政府",
            "2026年12月底",
        ],
    ]
    assert [row[0] for row in rows[2:] if len(row) > 1] == ["1", "2", "3", "4", "5", "6"]
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A1:G1", "A3:G3", "A4:G4", "A5:G5", "A8:G8"}


def test_a_measure_without_heading_goes_by_its_section(sheet: Worksheet) -> None:
    tasks = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert tasks["4"] == "涉企执法规范办"


def test_it_prints_on_landscape_a4_with_its_head_on_every_page(sheet: Worksheet) -> None:
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_look_comes_from_the_template(sheet: Worksheet) -> None:
    look = notice_template().assignment_table
    assert (sheet["A1"].font.name, sheet["A1"].font.size) == (look.title_font, look.title_size)
    assert (sheet["A2"].font.name, sheet["C6"].font.name, sheet["C6"].font.size) == (
        look.head_font,
        look.font,
        look.size,
    )
    assert [sheet.column_dimensions[column].width for column in "ABCDEFG"] == list(look.widths)
    assert sheet["C6"].alignment.wrap_text


def test_rows_are_high_enough_for_their_text(tmp_path: Path) -> None:
    sheet = sheet_of(
        with_plan(body=(measure("a", 1, "一", "短", "短。"), measure("b", 1, "二", "长", "长" * 300))),
        tmp_path,
    )
    size, column = notice_template().assignment_table.size, notice_template().assignment_table.widths[2]
    lines = 300 / (column * 5.25 / size)
    assert lines * size < sheet.row_dimensions[4].height <= 409
    assert sheet.row_dimensions[3].height < sheet.row_dimensions[4].height


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(“x”)"])
def test_what_begins_like_a_formula_stays_text(tmp_path: Path, start: str) -> None:
    sheet = sheet_of(with_plan(title=start, body=(measure("a", 1, "一", start, start),)), tmp_path)
    for cell in (sheet["B3"], sheet["C3"]):
        assert (cell.value, cell.data_type) == (start, "s")
        assert cell.quotePrefix
    assert sheet["A1"].data_type == "s"


def test_same_project_gives_the_same_bytes_without_names_or_hours(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_assignment_table(PROJECT, tmp_path / name)
    first, second = ((tmp_path / name).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert first == second
    with ZipFile(io.BytesIO(first)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "20" not in core.partition("metadata/core-properties")[2]


def test_counts_and_agreement(tmp_path: Path) -> None:
    done = write_assignment_table(PROJECT, tmp_path / "分工表.xlsx")
    assert done.agrees
    assert (done.measures, done.units) == (6, 4)


def test_a_text_too_long_for_a_cell_is_reported(tmp_path: Path) -> None:
    project = with_plan(body=(measure("a", 1, "一", "长", "长" * 40_000), *BODY))
    done = write_assignment_table(project, tmp_path / "分工表.xlsx")
    assert done.differences == ("1 rows of the table differ from the project.",)


@given(st.text(max_size=60))
def test_any_text_agrees(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    project = with_plan(title=text, body=(measure("a", 1, "一", text, text), *BODY[:3]))
    assert write_assignment_table(project, path).differences == ()


def test_rows_need_no_title_no_sections_no_units() -> None:
    bare = replace(measure("a", 1, None, "", "正文。"), assignments=(), deadline=None)
    (row,) = table_rows(with_plan(body=(bare,)).local)
    assert row.cells == ("1", "", "正文。", "", "", "", "")


def test_a_deadline_told_in_the_text_stands_in_its_column() -> None:
    told = replace(measure("a", 1, "一", "任务", "2026年6月底前建成，9月底前验收。"), deadline=None)
    (row,) = table_rows(with_plan(body=(told,)).local)
    assert row.cells[-1] == "2026年6月底前、9月底前"
    own = replace(told, deadline=parse_deadline("2026年10月底"))
    (row,) = table_rows(with_plan(body=(own,)).local)
    assert row.cells[-1] == "2026年10月底"


def test_a_folder_that_cannot_be_written_to_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SaveProblem, match="can't be written"):
        write_assignment_table(PROJECT, tmp_path / "missing" / "分工表.xlsx")


def test_rows_that_no_spreadsheet_shows_whole_are_told(tmp_path: Path) -> None:
    project = with_plan(body=(measure("m1", 3, "1", "很长", WORDS * 60), measure("m2", 3, "2", "不长")))
    done = write_assignment_table(project, tmp_path / "分工.xlsx")
    assert done.agrees, done.differences
    assert any("1 row is higher than a spreadsheet prints" in each for each in done.left_out)
    assert not write_assignment_table(project, tmp_path / "分工.docx").left_out
    assert not write_assignment_table(PROJECT, tmp_path / "短.xlsx").left_out
