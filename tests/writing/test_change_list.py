"""The list of changes between two versions of the draft: what it says of each change, and both kinds of file."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.demo import draft_example
from editor.drafting.commands import (
    AddMeasure,
    Command,
    Merge,
    Move,
    Remove,
    SetDeadline,
    SetDetail,
    SetHeading,
    SetNotice,
    SetSectionHeading,
    SetText,
    SetUnits,
    Split,
    TakeSnapshot,
)
from editor.plan.project import Project, Snapshot
from editor.writing.base.table import Row, Table, stretches
from editor.writing.tables.change_list import write_changes
from editor.writing.tables.change_rows import DRAFT, HEADS, changes_table
from editor.writing.tables.marking import LEGEND
from tests.writing.effective import Document, W, text_of

FIRST = TakeSnapshot("征求意见稿", "2026-03-20").apply(draft_example(date(2026, 3, 20)))
MEASURES = FIRST.local.measures


def after(*commands: Command) -> Project:
    project = FIRST
    for command in commands:
        project = command.apply(project)
    return project


def versions(project: Project) -> tuple[Snapshot, Snapshot]:
    now = Snapshot(name=DRAFT, date="2026-04-02", plan=project.local, notice=project.notice)
    return project.snapshots[0], now


def listed(*commands: Command) -> Table:
    project = after(*commands)
    return changes_table(*versions(project), project.roster.unit_names)


def entries(*commands: Command) -> list[Row]:
    return [row for row in listed(*commands).rows if not row.is_across]


def entry(*commands: Command) -> tuple[str, ...]:
    (row,) = entries(*commands)
    return row.texts[1:]


def test_nothing_changed() -> None:
    table = listed()
    assert table.opening == "与征求意见稿（2026年3月20日）相比，现稿（2026年4月2日）没有改动。"
    assert table.rows == ()


def test_the_summary_counts_what_changed() -> None:
    table = listed(
        SetText(MEASURES[2].id, MEASURES[2].text + "每季度通报一次。"),
        Move((MEASURES[7].id,), MEASURES[3].id),
        Remove((MEASURES[16].id,)),
        AddMeasure(MEASURES[18].id, MEASURES[18].level, "开展夜间服务", "每周三延时服务。"),
        SetUnits(MEASURES[20].id, "lead_units", ("医保局",)),
        SetDeadline(MEASURES[21].id, "2026年12月底"),
        SetDetail("opening", "另写的引言。"),
    )
    assert table.opening.endswith(
        "共改动7处，其中：新增举措1条，删去举措1条，移动位置1条，修改文字1条，调整责任单位1条，调整完成时限1条，其他改动1处。"
    )
    assert [row.texts[0] for row in table.rows if not row.is_across] == [str(n) for n in range(1, 8)]
    assert table.rows[-1] == Row(cells=(LEGEND,), is_remark=True)


def test_a_reworded_measure_shows_both_wordings_with_what_changed_marked() -> None:
    measure = next(m for m in MEASURES if "3个工作日" in m.text)
    (row,) = entries(SetText(measure.id, measure.text.replace("3个工作日", "2个工作日", 1)))
    assert row.texts[4] == "修改文字；“3个工作日内”改为“2个工作日内”"
    assert [s.text for s in stretches(row.cells[2]) if s.op != "="] == ["3个工作日"]
    assert [s.text for s in stretches(row.cells[3]) if s.op != "="] == ["2个工作日"]


def test_only_what_changed_of_a_measure_is_shown() -> None:
    measure = MEASURES[21]
    assert measure.deadline
    name, old, new, said = entry(SetDeadline(measure.id, "2026年12月底"))
    assert measure.heading in name
    assert (old[0], new[0]) == ("（", "（")
    assert said == f"完成时限由“{measure.deadline.text}”改为“2026年12月底”"
    _name, _old, _new, said = entry(SetUnits(measure.id, "lead_units", ()))
    assert said.startswith("删去牵头单位“")


def test_added_and_removed_measures_stand_where_they_stood() -> None:
    _name, old, new, said = entry(AddMeasure(MEASURES[18].id, 3, "开展夜间服务", "每周三延时服务。"))
    assert (old, said) == ("", "新增")
    assert new.endswith("开展夜间服务。每周三延时服务。")
    rows = entries(
        Remove((MEASURES[5].id,)),
        SetText(MEASURES[4].id, "甲地先办。"),
        SetText(MEASURES[6].id, "乙地后办。"),
    )
    assert [row.texts[4].split("；")[0] for row in rows] == ["修改文字", "删去", "修改文字"]
    assert rows[1].texts[3] == ""


def test_merged_and_split_measures_say_where_they_went_and_came_from() -> None:
    one, other = MEASURES[10], MEASURES[11]
    rows = entries(Merge((one.id, other.id)))
    assert f"删去，内容并入“{one.number}.{one.heading}”" in [row.texts[4] for row in rows]
    whole = MEASURES[14]
    rows = entries(Split(whole.id, whole.text.index("。") + 1))
    assert rows[1].texts[4] == f"新增，由原“{whole.number}.{whole.heading}”分出"


def test_what_was_moved_tells_where_it_was() -> None:
    said = entry(Move((MEASURES[7].id,), MEASURES[3].id))
    before = MEASURES[6]
    assert said[1:] == ("文字未改", "文字未改", f"移动位置，原在“{before.number}.{before.heading}”之后")


def test_frame_headings_and_notice_are_listed_too() -> None:
    section = FIRST.local.sections[0]
    rows = entries(
        SetDetail("title", "另起的标题"),
        SetSectionHeading(section.id, "另起的章名"),
        SetNotice("addressees", ("各镇人民政府",)),
        SetHeading(MEASURES[0].id, "另起的条名"),
    )
    names = [row.texts[1] for row in rows]
    assert {"方案标题", "章节标题", "主送机关"} <= set(names)
    assert any("另起的条名" in name for name in names)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_both_files_hold_every_row(tmp_path: Path, suffix: str) -> None:
    project = after(
        SetText(MEASURES[2].id, "=SUM(A1)全改了。"), Remove((MEASURES[4].id,)), SetDetail("closing", "完。")
    )
    path = tmp_path / f"改动说明{suffix}"
    done = write_changes(project, *versions(project), path)
    assert done.agrees, done.differences
    assert done.measures == 3
    if suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        assert tuple(cell.value for cell in sheet[3]) == HEADS
        assert str(sheet["A2"].value).startswith("与征求意见稿")
        assert sheet.freeze_panes == "A4"
    else:
        texts = [text_of(each) for each in Document(path.read_bytes()).body.iter(f"{W}p")]
        assert set(HEADS) <= set(texts)
        assert any(text.startswith("与征求意见稿（2026年3月20日）相比") for text in texts)


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_any_changes_are_all_listed_and_the_file_agrees(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    texts = st.text(alphabet="示范县办结，。；2030%“”（）\n =+\x01", max_size=40)
    changed = data.draw(st.lists(st.sampled_from(MEASURES), unique=True, max_size=4))
    project = after(*(SetText(measure.id, data.draw(texts)) for measure in changed))
    if data.draw(st.booleans()):
        project = Move((MEASURES[-1].id,), MEASURES[0].id).apply(project)
    done = write_changes(project, *versions(project), tmp_path_factory.getbasetemp() / "any.docx")
    assert done.agrees, done.differences
