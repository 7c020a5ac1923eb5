"""The assignment matrix as a file."""

import pytest
from docx import Document
from openpyxl import load_workbook

from editor.plan.roster import Roster, Unit
from editor.writing.tables.matrix_table import write_matrix
from tests.writing.samples import PROJECT


@pytest.mark.parametrize("name", ["matrix.xlsx", "matrix.docx"])
def test_marks_and_counts_are_written_and_read_again(tmp_path, name):
    written = write_matrix(PROJECT, tmp_path / name)
    assert written.agrees
    rows = cells_of(tmp_path / name)
    heads = next(row for row in rows if row[0] == "序号")
    assert heads[2:] == ["县发展改革局", "县财政局", "县市场监管局", "各镇人民政府"]
    first = next(row for row in rows if row[0] == "1")
    assert first[2:] == ["●", "○", "○", "△"]
    assert rows[-3][2:] == ["6", "", "", ""]
    assert rows[-1][2:] == ["", "", "", "6"]


def test_a_unit_that_looks_like_a_formula_stays_text(tmp_path):
    from msgspec.structs import replace

    named = replace(PROJECT, roster=Roster(units=(Unit(name="=1+1"),)))
    measure = next(m for m in named.local.measures)
    unit = replace(measure.assignments[0], lead_units=("=1+1",))
    body = tuple(
        replace(block, assignments=(unit,)) if block is measure else block for block in named.local.body
    )
    named = replace(named, local=replace(named.local, body=body))
    write_matrix(named, tmp_path / "matrix.xlsx")
    sheet = load_workbook(tmp_path / "matrix.xlsx").active
    cell = next(cell for cell in sheet[2] if cell.value == "=1+1")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def cells_of(path):
    if path.suffix == ".docx":
        table = Document(path).tables[0]
        return [[cell.text for cell in row.cells] for row in table.rows]
    sheet = load_workbook(path).active
    return [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
