"""Rosters in spreadsheets: what is written is read back, and bad rows are told by their numbers."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from editor.errors import FileProblem
from editor.plan.roster import KIND_WORDS, Roster, Unit
from editor.plan.roster_table import roster_of_rows, roster_rows
from editor.reading.readers.rosters import read_roster_table
from editor.writing.tables.rosters import write_roster_table

ROSTER = Roster(
    name="名录",
    units=(
        Unit(
            name="示范县人力资源和社会保障局",
            short="人社局",
            former_names=("示范县劳动局", "示范县人事局"),
            aliases=("县人社局",),
        ),
        Unit(name="国家税务总局示范县税务局", short="税务局", kind="vertical"),
        Unit(name="示范县青石镇人民政府", short="青石镇", kind="town"),
    ),
)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_written_is_read_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"名录.{suffix}"
    write_roster_table(ROSTER, path)
    assert read_roster_table(path) == (ROSTER, ())


def test_the_same_roster_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_roster_table(ROSTER, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


_NAMES = st.text("县局办中心一二三甲乙丙丁", min_size=1, max_size=6)


@given(st.lists(_NAMES, unique=True, max_size=8), st.sampled_from(list(KIND_WORDS)))
def test_every_roster_survives_its_table(names: list[str], kind) -> None:
    roster = Roster(units=tuple(Unit(name=name, kind=kind) for name in names))
    assert roster_of_rows(roster_rows(roster)) == (roster, ())


def test_formulas_are_neutralised(tmp_path: Path) -> None:
    wicked = Roster(units=(Unit(name="=HYPERLINK(1)", short="+1", aliases=("@x",)),))
    write_roster_table(wicked, tmp_path / "a.csv")
    assert "'=HYPERLINK(1),'+1,,'@x" in (tmp_path / "a.csv").read_text("utf-8-sig")
    write_roster_table(wicked, tmp_path / "a.xlsx")
    cell = load_workbook(tmp_path / "a.xlsx").worksheets[0]["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    for suffix in ("csv", "xlsx"):
        read = read_roster_table(tmp_path / f"a.{suffix}")
        assert read.roster.units == ()
        assert "Row 2" in read.problems[0]
        assert "formula" in read.problems[0]


def test_tables_of_other_offices_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    table = (
        "示范县单位表,,,\n序号,单位名称,公文简称,单位性质\n1,示范县公安局,公安局,县直部门\n2,示范海关,,垂管\n"
    )
    path.write_bytes(table.encode("gb18030"))
    read = read_roster_table(path)
    assert [(unit.printed, unit.kind) for unit in read.roster.units] == [
        ("公安局", "department"),
        ("示范海关", "vertical"),
    ]
    assert read.problems == ()


def test_all_sheets_are_read_and_names_spread_over_a_cell_are_joined(tmp_path: Path) -> None:
    book = Workbook()
    first = book.worksheets[0]
    first.title = "部门"
    for row in (
        ["示范县单位名录"],
        ["序号", "单位名称", "简称"],
        [1, "示范县\n财政局", "财 政 局"],
        [2, "", "无名"],
    ):
        first.append(row)
    towns = book.create_sheet("乡镇")
    for row in (["单位名称", "简称"], ["青石镇人民政府", "青石镇"], ["示范县财政局", "财政所"]):
        towns.append(row)
    book.create_sheet("空")
    book.create_sheet("说明").append(["联系人"])
    book.save(tmp_path / "units.xlsx")
    read = read_roster_table(tmp_path / "units.xlsx")
    assert [(unit.name, unit.short) for unit in read.roster.units] == [
        ("示范县财政局", "财政局"),
        ("青石镇人民政府", "青石镇"),
    ]
    assert [problem.partition(":")[0] for problem in read.problems] == ["部门", "乡镇", "说明"]
    assert "another sheet" in read.problems[1]


def test_an_old_spreadsheet_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "units.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(FileProblem, match=r"old Excel .* save it as \.xlsx"):
        read_roster_table(path)


def test_bad_rows_are_told_by_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text("全称,简称,类别\n甲局,甲,部门\n,无名,部门\n乙局,甲,部门\n\n丙局,,卫星\n", "utf-8")
    read = read_roster_table(path)
    assert [unit.name for unit in read.roster.units] == ["甲局", "丙局"]
    assert read.roster.units[1].kind == "other"
    assert [problem.partition(":")[0] for problem in read.problems] == ["Row 3", "Row 4", "Row 6"]
    assert "row 2" in read.problems[1]


def test_a_table_without_heads_holds_no_roster() -> None:
    read = roster_of_rows([("甲局",), ("乙局",)])
    assert read.roster.units == ()
    assert len(read.problems) == 1


def _packed(**changed: bytes) -> bytes:
    book, plain, packed = Workbook(), io.BytesIO(), io.BytesIO()
    book.worksheets[0].append(["全称"])
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, changed.get(Path(entry).stem, old.read(entry)))
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 cut short",
        _packed(workbook=b"<workbook/>"),
        _packed(sheet1=b"no xml"),
        _packed(sheet1=b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'),
        "全称\n".encode() + b"x\n" * 5001,
        b"\x00\x01\x02\x03" * 500,
    ],
    ids=["cut", "workbook", "sheet", "entities", "long", "binary"],
)
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "units.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=r"units.*\.$"):
        read_roster_table(path)
