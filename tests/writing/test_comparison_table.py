"""The comparison table as rows and as both kinds of file, and the assignment table as a .docx."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from editor.errors import SaveProblem
from editor.plan.measures import Deadline, Measure, Origin, Section
from editor.plan.plans import Plan
from editor.plan.project import Decision, Project
from editor.writing.base.table import cell_text, stretches
from editor.writing.tables.assignment_table import write_assignment_table
from editor.writing.tables.comparison_rows import HEADS, comparison_table
from editor.writing.tables.comparison_table import write_comparison_table
from editor.writing.tables.marking import LEGEND, marked_among
from tests.writing.effective import Document, W, text_of
from tests.writing.samples import PROJECT

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def parent_measure(number: str, heading: str, text: str, deadline: str = "") -> Measure:
    return Measure(
        id=f"m{number}",
        level=3,
        number=number,
        heading=heading,
        text=text,
        deadline=Deadline(text=deadline) if deadline else None,
    )


def local_measure(number: str, heading: str, text: str, *parents: str, deadline: str = "") -> Measure:
    origin = Origin(parent="parent1", measures=parents, fingerprint="", text="")
    measure = parent_measure(number, heading, text, deadline)
    return replace(measure, id=f"l{number}", origins=(origin,) if parents else ())


PARENT = Plan(
    id="parent1",
    title="示范省优化政务服务实施方案",
    body=(
        Section(id="s1", level=1, number="一", heading="重点任务"),
        parent_measure("1", "压缩办理时限", "一般事项5个工作日内办结。推行预约办理。", "2026年底"),
        parent_measure("2", "设立专窗", "县级大厅设立专窗。"),
        parent_measure("3", "开展帮办", "配备帮办人员。"),
        parent_measure("4", "建设省级平台", "建设全省统一平台。"),
        parent_measure("5", "加强宣传", "加强政策宣传。"),
        parent_measure("6", "定期调度", "每季度调度一次。"),
    ),
)
SAMPLE = Project(
    parents=(PARENT,),
    local=Plan(
        id="local",
        title="示范县优化政务服务实施方案",
        body=(
            local_measure("1", "压缩办理时限", "一般事项3个工作日内办结。", "m1", deadline="2026年10月底"),
            local_measure("2", "设立专窗", "县级大厅设立专窗，配备帮办人员。", "m2", "m3"),
            local_measure("3", "定期调度", "每季度调度一次。", "m6"),
            local_measure("4", "开展夜间服务", "每周三延时服务。"),
        ),
    ),
    decisions=(
        Decision(parent="parent1", measure="m4", reason="属省级事权"),
        Decision(parent="parent1", measure="m1", sentence=2, reason="已另行部署"),
    ),
)


def rows() -> dict[str, tuple[str, ...]]:
    return {row.texts[0]: row.texts[1:] for row in comparison_table(SAMPLE).rows}


def marked(number: str, column: int, ops: str) -> list[str]:
    """What is marked with these signs in a cell."""
    row = next(row for row in comparison_table(SAMPLE).rows if row.texts[0] == number)
    return [stretch.text for stretch in stretches(row.cells[column]) if stretch.op in ops]


def test_every_superior_measure_has_its_row_and_what_is_added_comes_last() -> None:
    shown = rows()
    assert list(shown) == ["一、重点任务", "1", "2", "3", "4", "5", "6", "本级新增", "7", LEGEND]
    assert shown["7"] == ("", "4.开展夜间服务。每周三延时服务。", "本级新增")
    assert shown["6"] == ("6.定期调度。每季度调度一次。", "3.定期调度。每季度调度一次。", "原文采用")


def test_what_is_refused_or_undecided_says_so() -> None:
    assert rows()["4"][1:] == ("", "未采用：属省级事权")
    assert rows()["5"][1:] == ("", "尚未决定")


def test_changed_figures_deadlines_and_refused_sentences_are_told() -> None:
    explained = rows()["1"][2]
    assert explained.startswith("结合本地实际修改；")
    assert "“5个工作日内”改为“3个工作日内”" in explained
    assert "未采用“推行预约办理。”：已另行部署" in explained
    assert "时限“2026年底”改为“2026年10月底”" in explained
    assert "未保留上级语句" not in explained


def test_what_was_merged_is_printed_once_and_referred_to() -> None:
    shown = rows()
    assert shown["2"][1] == "2.设立专窗。县级大厅设立专窗，配备帮办人员。"
    assert shown["3"][1] == "见上“2.设立专窗”"
    assert "与上级“3.开展帮办”合并" in shown["2"][2]


def test_what_differs_is_marked_on_either_side_and_nothing_else() -> None:
    gone = marked("1", 1, "-")
    assert gone[0] == "5个工作日"
    assert "推行预约办理" in gone[-1]
    assert marked("1", 2, "+")[0] == "3个工作日"
    merged = "".join(marked("3", 1, "-<"))
    assert "开展帮办" in merged, "compared with all that went into the same local measure"
    assert "配备帮办人员" not in merged
    assert marked("6", 1, "+-<>") == marked("4", 1, "+-<>") == marked("7", 2, "+-<>") == []


@given(st.lists(st.text(alphabet="示范县。，30个\n", max_size=12), min_size=1, max_size=3), st.data())
def test_marked_cells_are_the_wordings(olds: list[str], data: st.DataObject) -> None:
    news = data.draw(st.lists(st.text(alphabet="示范县。，30个\n", max_size=12), min_size=1, max_size=3))
    above, below = marked_among(olds, news)
    assert list(map(cell_text, above)) == olds
    assert list(map(cell_text, below)) == news


def test_marks_are_lines_in_the_document_and_in_the_spreadsheet(tmp_path: Path) -> None:
    write_comparison_table(SAMPLE, tmp_path / "a.docx")
    runs = list(Document((tmp_path / "a.docx").read_bytes()).body.iter(f"{W}r"))
    faces = {
        text_of(run): {etree.QName(each).localname for each in run.iterfind(f"{W}rPr/*")} for run in runs
    }
    assert faces["5个工作日"] == {"b", "strike"}
    assert faces["3个工作日"] == {"b", "u"}
    assert {"strike"} in faces.values()
    write_comparison_table(SAMPLE, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx", rich_text=True).worksheets[0]
    blocks = {
        block.text: block.font for block in sheet["B4"].value + sheet["C4"].value if hasattr(block, "font")
    }
    assert (blocks["5个工作日"].b, blocks["5个工作日"].strike) == (True, True)
    assert (blocks["3个工作日"].b, blocks["3个工作日"].u) == (True, "single")


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_both_files_hold_every_row(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"对照表{suffix}"
    done = write_comparison_table(SAMPLE, path)
    assert done.agrees, done.differences
    if suffix == ".xlsx":
        texts = [str(cell) for row in openpyxl.load_workbook(path).worksheets[0].values for cell in row]
    else:
        texts = [text_of(cell) for cell in Document(path.read_bytes()).body.iter(f"{W}tc")]
    assert "未采用：属省级事权" in texts
    assert set(HEADS) <= set(texts)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveProblem, match=r"对照表\.pdf.* neither \.xlsx nor \.docx"):
        write_comparison_table(SAMPLE, tmp_path / "对照表.pdf")


def test_the_document_is_landscape_with_repeated_heads_and_a_turned_page_number(tmp_path: Path) -> None:
    path = tmp_path / "分工表.docx"
    assert write_assignment_table(PROJECT, path).agrees
    document = Document(path.read_bytes())
    size = document.section.find(f"{W}pgSz")
    assert [size.get(f"{W}{name}") for name in ("w", "h", "orient")] == ["16838", "11906", "landscape"]
    heads = [row for row in document.body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert ["".join(map(text_of, heads))] == ["序号任务具体举措牵头单位责任单位配合单位完成时限"]
    turned = [part for name, part in document.parts.items() if "header" in name and b'vert="vert"' in part]
    assert len(turned) == 2
    assert all(b" PAGE " in part for part in turned)
    relationships = {
        each.get("Id"): each.get("Target") for each in document.part("word/_rels/document.xml.rels")
    }
    footers = [relationships[each.get(R_ID)] for each in document.section.findall(f"{W}footerReference")]
    assert len(footers) == 2
    assert not any(b"PAGE" in document.parts[f"word/{name}"] for name in footers)


@given(st.text(max_size=60))
def test_any_text_agrees(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.docx"
    body = (local_measure("1", text, text, "m1"), local_measure("2", "", text))
    project = replace(SAMPLE, local=replace(SAMPLE.local, title=text, body=body))
    assert write_comparison_table(project, path).differences == ()


def test_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write_comparison_table(SAMPLE, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
