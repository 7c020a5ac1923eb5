"""Responsibility tables: rows become measures with the units and deadlines of their columns."""

import io

from docx import Document

from editor.plan.measures import Measure, Paragraph
from editor.plan.plans import Plan
from editor.reading import read_content
from editor.reading.readers.grid import Grid

HEAD = ("序号", "工作任务", "主要内容", "牵头单位", "责任单位", "完成时限", "备注")
ROWS = (
    ("1", "完善窗口服务", "设立专窗。", "甲局", "乙局、丙局", "2025年9月底", "先行试点"),
    ("2", "压缩办理时限", "限时办结。", "乙局", "各镇", "长期坚持", ""),
)


def page(*rows: str) -> bytes:
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<html><body><p>示范县任务分工方案</p><table>{table}</table></body></html>".encode()


def cells(row: tuple[str, ...], span: str = "") -> str:
    return "".join(f"<td{span}>{words}</td>" for words in row)


def read(content: bytes) -> Plan:
    return read_content(content, "方案").plan


def assert_rows(plan: Plan) -> None:
    first, second = plan.measures
    assert (first.number, first.level, first.heading, first.text) == (
        "1",
        3,
        "完善窗口服务",
        "设立专窗。\n备注：先行试点。",
    )
    assert (first.units("lead_units"), first.units("responsible_units")) == (("甲局",), ("乙局", "丙局"))
    assert first.assignments[0].text == "牵头单位：甲局；责任单位：乙局、丙局"
    assert first.deadline is not None
    assert first.deadline.date == "2025-09-30"
    assert second.deadline is not None
    assert second.deadline.kind == "long_term"
    assert second.units("responsible_units") == ("各镇",)
    assert "table_head" in [part.reason for part in plan.set_aside]


def test_a_table_of_a_web_page() -> None:
    plan = read(page(cells(HEAD), *(cells(row) for row in ROWS)))
    assert_rows(plan)
    assert plan.title == "示范县任务分工方案"


def test_a_table_of_a_word_document() -> None:
    document = Document()
    document.add_paragraph("示范县任务分工方案")
    table = document.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *ROWS):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    buffer = io.BytesIO()
    document.save(buffer)
    assert_rows(read(buffer.getvalue()))


def test_rows_of_one_cell_and_columns_of_fields_are_sections() -> None:
    head = cells(("领域", "序号", "工作任务", "责任单位"))
    first = "<td colspan=4>一、优化服务（共2项）</td>"
    plan = read(
        page(
            head,
            first,
            "<td rowspan=2>政务服务</td>" + cells(("1", "设立专窗", "甲局")),
            cells(("2", "限时办结", "乙局")),
        )
    )
    assert [(s.level, s.number, s.heading) for s in plan.sections] == [
        (1, "一", "优化服务（共2项）"),
        (2, None, "政务服务"),
    ]
    assert [(m.number, m.heading, m.units("responsible_units")) for m in plan.measures] == [
        ("1", "设立专窗", ("甲局",)),
        ("2", "限时办结", ("乙局",)),
    ]
    assert plan.section_of(plan.measures[1].id) == plan.sections[1]


def test_units_on_lines_of_their_own_are_a_list() -> None:
    units = "甲局<br>乙镇政府<br>县人力资源和社会<br>保障局"
    plan = read(page(cells(("序号", "工作任务", "责任单位")), cells(("1", "设立专窗", units))))
    assert plan.measures[0].units("responsible_units") == (
        "甲局",
        "乙镇政府",
        "县人力资源和社会保障局",
    )


def test_a_head_repeated_on_every_page_is_set_aside() -> None:
    plan = read(page(cells(HEAD), cells(ROWS[0]), cells(HEAD), cells(ROWS[1])))
    assert [measure.number for measure in plan.measures] == ["1", "2"]
    assert [part.reason for part in plan.set_aside] == ["table_head"] * 2


def test_a_table_without_units_stays_text() -> None:
    plan = read(page(cells(("序号", "机具名称", "补贴额")), cells(("1", "插秧机", "500"))))
    assert plan.measures == ()


NOTICE = """<p>各镇人民政府：</p><p>现印发清单。</p><p>一、加强领导。各镇要抓好落实。{units}</p>
<p>示范县人民政府办公室</p><p>2025年6月30日</p><p>附件</p><p>任务清单</p><table>{rows}</table>"""


def notice(units: str) -> Plan:
    rows = "".join(f"<tr>{cells(row)}</tr>" for row in (HEAD, *ROWS))
    return read(f"<html><body>{NOTICE.format(units=units, rows=rows)}</body></html>".encode())


def test_the_table_in_an_annex_is_read_where_the_text_assigns_nothing() -> None:
    plan = notice("")
    assert [measure.number for measure in plan.measures] == ["一", "1", "2"]
    assert [(part.text, part.reason) for part in plan.set_aside][:2] == [
        ("附件", "attachment_mark"),
        ("任务清单", "annex_title"),
    ]
    assert isinstance(plan.body[0], Measure)
    assert not any(isinstance(block, Paragraph) for block in plan.body)


def test_the_table_in_an_annex_is_set_aside_where_the_text_assigns_units() -> None:
    plan = notice("（责任单位：甲局）")
    assert [measure.number for measure in plan.measures] == ["一"]
    assert {part.reason for part in plan.set_aside} >= {"annex"}


def test_cells_over_rows_and_columns_keep_their_places_free() -> None:
    grid = Grid(1)
    grid.next_row()
    assert [grid.next_cell(rows=2).column, grid.next_cell(columns=2).column] == [0, 1]
    grid.next_row()
    assert (grid.next_cell().row, grid.next_cell().column) == (1, 2)


# Cells one below the other in plain text


def stacked(*rows: tuple[str, ...]) -> str:
    return "\n".join(["示范县任务分工方案", *HEAD, *(words for row in rows for words in row)])


def test_cells_below_each_other_in_a_text_are_a_table() -> None:
    assert_rows(read(stacked(*ROWS).encode()))


def test_headings_between_stacked_rows_are_sections() -> None:
    plan = read(stacked(("一、服务",), ROWS[0], ("二、效率",), ROWS[1]).encode())
    assert [section.heading for section in plan.sections] == ["服务", "效率"]
    assert_rows(plan)


def test_the_text_below_a_stacked_table_is_none_of_its_cells() -> None:
    plan = read((stacked(*ROWS) + "\n本表自印发之日起执行。").encode())
    assert_rows(plan)
    assert plan.closing == "本表自印发之日起执行。"


def test_a_stacked_table_with_a_cell_of_two_lines_is_left_as_lines() -> None:
    broken = (*ROWS[0][:3], "甲局", "戊局", *ROWS[0][4:])
    plan = read(stacked(broken, ROWS[1]).encode())
    assert not any("乙局" in measure.units("lead_units") for measure in plan.measures)
    assert plan.characters is not None
    assert plan.characters.read == plan.characters.placed + plan.characters.set_aside
