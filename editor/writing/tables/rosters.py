"""Rosters as spreadsheets for others to read and fill in: .xlsx and .csv."""

import csv
import io
from pathlib import Path

from editor.files import replace_file
from editor.plan.roster import Roster
from editor.plan.roster_table import FORMULA_STARTS, roster_rows
from editor.writing.base.packing import anonymous

_WIDTHS = (36, 18, 30, 44, 14)
_SHEET = "单位名录"


def write_roster_table(roster: Roster, path: Path) -> None:
    """Write the roster as .csv, or as .xlsx whatever else the name ends in; SaveProblem where it can't be written.

    What begins like a formula is kept from being one in either.
    """
    is_text = path.suffix.lower() == ".csv"
    replace_file(path, _comma_separated(roster) if is_text else _workbook(roster))


def _comma_separated(roster: Roster) -> bytes:
    """With a byte order mark, by which spreadsheet programs know the encoding."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(map(_neutral, roster_rows(roster)))
    return text.getvalue().encode("utf-8-sig")


def _neutral(cells: tuple[str, ...]) -> list[str]:
    return [f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell for cell in cells]


def _workbook(roster: Roster) -> bytes:
    from openpyxl import Workbook  # takes a while to load
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET
    for number, cells in enumerate(roster_rows(roster), 1):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(number, column, text)
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(FORMULA_STARTS)
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    packed = io.BytesIO()
    book.save(packed)
    return anonymous(packed.getvalue())
