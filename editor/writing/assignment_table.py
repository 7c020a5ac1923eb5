"""The assignment table (任务分工表) as a spreadsheet: A4 landscape, one row per measure, a merged row per section."""

import io
from collections.abc import Sequence
from itertools import zip_longest
from math import ceil
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from editor.files import replace_file
from editor.plan.project import Project
from editor.wording import _
from editor.writing.assignment_rows import HEADS, Row, table_rows, table_title
from editor.writing.characters import visible, width
from editor.writing.packing import anonymous
from editor.writing.template import TableLook, notice_template
from editor.writing.written import Written, left_out, units_of

_FORMULA_STARTS = tuple("=+-@\t\r")
_CENTIMETRES_PER_INCH = 2.54
_A4 = 9
_READ_FROM_LEFT = (2, 3)
"""Columns of tasks and measures; the others are centred."""
_HEAD_ROWS = 2
_POINTS_PER_COLUMN_UNIT = 5.25
_LINE_SPACING = 1.3
_HIGHEST_ROW = 409
"""Points; spreadsheets know no higher row."""


def write_assignment_table(project: Project, path: Path, template: Path | None = None) -> Written:
    """The assignment table of the local plan as .xlsx at `path`; what was written is read again and compared.

    SaveProblem where it can't be written.
    """
    rows = tuple(table_rows(project.local))
    look = notice_template(template).assignment_table
    content = _bytes(_workbook(table_title(project.local), rows, look))
    written = _cells_read(content)
    replace_file(path, content)
    return Written(
        path=str(path),
        measures=len(project.local.measures),
        characters=sum(len(visible(text)) for cells in written for text in cells),
        units=len(units_of(project)),
        left_out=left_out(project),
        differences=_differences(rows, written[_HEAD_ROWS:]),
    )


def _workbook(title: str, rows: Sequence[Row], look: TableLook) -> Workbook:
    workbook = Workbook()
    for style in _styles(look):
        workbook.add_named_style(style)
    sheet = workbook.worksheets[0]
    sheet.title = "任务分工表"
    _set_page(sheet, look)
    _write_across(sheet, 1, title, "title")
    lines = ceil(width(title) / _characters(sum(look.widths), look.title_size))
    sheet.row_dimensions[1].height = _height(lines, look.title_size)
    for column, head in enumerate(HEADS, start=1):
        _put(sheet, _HEAD_ROWS, column, head, "head")
    for place, row in enumerate(rows, start=_HEAD_ROWS + 1):
        _write_row(sheet, place, row)
        sheet.row_dimensions[place].height = min(_height(_lines(row, look), look.size), _HIGHEST_ROW)
    return workbook


def _styles(look: TableLook) -> tuple[NamedStyle, ...]:
    side = Side(style="thin")
    edges = Border(left=side, right=side, top=side, bottom=side)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    left = Alignment(horizontal="left", vertical="center", wrap_text=True)
    head = Font(name=look.head_font, size=look.size)
    text = Font(name=look.font, size=look.size)
    return (
        NamedStyle("title", font=Font(name=look.title_font, size=look.title_size), alignment=middle),
        NamedStyle("head", font=head, border=edges, alignment=middle),
        NamedStyle("section", font=head, border=edges, alignment=left),
        NamedStyle("text", font=text, border=edges, alignment=left),
        NamedStyle("centred", font=text, border=edges, alignment=middle),
    )


def _set_page(sheet: Worksheet, look: TableLook) -> None:
    for column, wide in enumerate(look.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = wide
    setup, margins = sheet.page_setup, sheet.page_margins
    setup.orientation, setup.paperSize = "landscape", _A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins.top, margins.right, margins.bottom, margins.left = (
        value / _CENTIMETRES_PER_INCH for value in look.margins
    )
    sheet.print_title_rows = f"{_HEAD_ROWS}:{_HEAD_ROWS}"
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = "— &P —"
    sheet.HeaderFooter.oddFooter = footer
    sheet.freeze_panes = f"A{_HEAD_ROWS + 1}"


def _characters(column: float, size: float) -> float:
    """How many 字 of `size` points a column so many characters wide holds: 5.25 pt each, less the cell's margins."""
    return column * _POINTS_PER_COLUMN_UNIT / size - 0.5


def _height(lines: int, size: float) -> float:
    return lines * size * _LINE_SPACING + size / 2


def _lines(row: Row, look: TableLook) -> int:
    """How many lines the highest cell of the row needs; programs other than Excel don't find it out themselves."""
    if row.is_section:
        return ceil(width(row.cells[0]) / _characters(sum(look.widths), look.size))
    return max(
        sum(ceil(width(line) / _characters(column, look.size)) for line in text.split("\n"))
        for text, column in zip(row.cells, look.widths, strict=True)
    )


def _write_row(sheet: Worksheet, place: int, row: Row) -> None:
    if row.is_section:
        _write_across(sheet, place, row.cells[0], "section")
        return
    for column, text in enumerate(row.cells, start=1):
        _put(sheet, place, column, text, "text" if column in _READ_FROM_LEFT else "centred")


def _write_across(sheet: Worksheet, place: int, text: str, style: str) -> None:
    _put(sheet, place, 1, text, style)
    for column in range(2, len(HEADS) + 1):
        sheet.cell(place, column).style = style
    sheet.merged_cells.add(f"A{place}:{get_column_letter(len(HEADS))}{place}")


def _put(sheet: Worksheet, place: int, column: int, text: str, style: str) -> None:
    """The text as text: what begins like a formula is kept from being one, also when it is edited later."""
    cell = sheet.cell(place, column, text)
    cell.data_type = "s"
    cell.style = style
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True


def _bytes(workbook: Workbook) -> bytes:
    packed = io.BytesIO()
    workbook.save(packed)
    return anonymous(packed.getvalue())


def _cells_read(content: bytes) -> list[tuple[str, ...]]:
    """The texts of every row of the file, without the cells that hold nothing."""
    sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
    return [tuple(str(cell) for cell in cells if cell) for cells in sheet.iter_rows(values_only=True)]


def _differences(rows: Sequence[Row], written: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    meant = [tuple(cell for cell in row.cells if cell) for row in rows]
    wrong = sum(pair[0] != pair[1] for pair in zip_longest(meant, written))
    if not wrong:
        return ()
    return (_("{count} rows of the table differ from the project.").format(count=wrong),)
