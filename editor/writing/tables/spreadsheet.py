"""A table as a spreadsheet: A4 landscape, a merged row per section, rows as high as their text."""

import io
from collections.abc import Sequence
from math import ceil
from typing import Literal

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from editor.writing.base.characters import width
from editor.writing.base.packing import anonymous
from editor.writing.base.table import Cell, Row, Stretch, Table, Texts, cell_text
from editor.writing.template.template import TableLook

_FORMULA_STARTS = tuple("=+-@\t\r")
_CENTIMETRES_PER_INCH = 2.54
_A4 = 9
_POINTS_PER_COLUMN_UNIT = 5.25
_LINE_SPACING = 1.3
_HIGHEST_ROW = 409
"""Points; spreadsheets know no higher row."""
_IN_FONTS = ("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color")
Font.__elements__ = (*_IN_FONTS, "name", "family", "charset", "scheme")
InlineFont.__elements__ = (*_IN_FONTS, "rFont", "family", "charset", "scheme")
"""The order of CT_Font and CT_RPrElt (ECMA-376 18.8.22 and 18.4.7), which openpyxl alone doesn't keep."""
_UNDERLINES: dict[str, Literal["single", "double"]] = {"+": "single", ">": "double"}


def spreadsheet(table: Table, look: TableLook) -> bytes:
    """The .xlsx of the table; the same table and look give the same bytes."""
    packed = io.BytesIO()
    _workbook(table, look).save(packed)
    return anonymous(packed.getvalue())


def clipped_rows(table: Table, look: TableLook) -> int:
    """How many rows have more text than the highest row of a spreadsheet shows on paper; their cells hold all of it."""
    rows = (row for row in table.rows if len(row.cells) == len(look.widths))
    return sum(_height(_lines(row, look), look.size) > _HIGHEST_ROW for row in rows)


def sheet_texts(content: bytes) -> Texts:
    """The texts of every row of the .xlsx."""
    sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
    return [tuple(str(cell) for cell in cells if cell) for cells in sheet.iter_rows(values_only=True)]


def _workbook(table: Table, look: TableLook) -> Workbook:
    workbook = Workbook()
    for style in _styles(look):
        workbook.add_named_style(style)
    sheet = workbook.worksheets[0]
    sheet.title = table.name
    _write_across(sheet, 1, table.title, "title", look, look.title_size)
    if table.opening:
        _write_across(sheet, 2, table.opening, "remark", look, look.size)
    heads = 3 if table.opening else 2
    _set_page(sheet, look, heads)
    for column, head in enumerate(table.heads, start=1):
        _put(sheet, heads, column, head, "head", look)
    for place, row in enumerate(table.rows, start=heads + 1):
        _write_row(sheet, place, row, look)
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
        NamedStyle("remark", font=text, border=edges, alignment=left),
        NamedStyle("text", font=text, border=edges, alignment=left),
        NamedStyle("centred", font=text, border=edges, alignment=middle),
    )


def _set_page(sheet: Worksheet, look: TableLook, heads: int) -> None:
    """Columns, margins and footer; the row of heads is on every page and always in sight."""
    for column, wide in enumerate(look.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = wide
    setup, margins = sheet.page_setup, sheet.page_margins
    setup.orientation, setup.paperSize = "landscape", _A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins.top, margins.right, margins.bottom, margins.left = (
        value / _CENTIMETRES_PER_INCH for value in look.margins
    )
    sheet.print_title_rows = f"{heads}:{heads}"
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = "— &P —"
    sheet.HeaderFooter.oddFooter = footer
    sheet.freeze_panes = f"A{heads + 1}"


def _characters(column: float, size: float) -> float:
    """How many 字 of `size` points a column so many characters wide holds: 5.25 pt each, less the cell's margins."""
    return column * _POINTS_PER_COLUMN_UNIT / size - 0.5


def _height(lines: int, size: float) -> float:
    return lines * size * _LINE_SPACING + size / 2


def _lines(row: Row, look: TableLook) -> int:
    """How many lines the highest cell of the row needs; programs other than Excel don't find it out themselves."""
    return max(
        sum(ceil(width(line) / _characters(column, look.size)) for line in text.split("\n"))
        for text, column in zip(row.texts, look.widths, strict=True)
    )


def _write_row(sheet: Worksheet, place: int, row: Row, look: TableLook) -> None:
    if row.is_across:
        _write_across(sheet, place, row.texts[0], "remark" if row.is_remark else "section", look, look.size)
        return
    for column, cell in enumerate(row.cells, start=1):
        _put(sheet, place, column, cell, "text" if column in look.read_from_left else "centred", look)
    sheet.row_dimensions[place].height = min(_height(_lines(row, look), look.size), _HIGHEST_ROW)


def _write_across(sheet: Worksheet, place: int, text: str, style: str, look: TableLook, size: float) -> None:
    """One cell over all columns, as high as its text of `size` points."""
    _put(sheet, place, 1, text, style, look)
    for column in range(2, len(look.widths) + 1):
        sheet.cell(place, column).style = style
    sheet.merged_cells.add(f"A{place}:{get_column_letter(len(look.widths))}{place}")
    lines = ceil(width(text) / _characters(sum(look.widths), size))
    sheet.row_dimensions[place].height = min(_height(lines, size), _HIGHEST_ROW)


def _put(sheet: Worksheet, place: int, column: int, content: Cell, style: str, look: TableLook) -> None:
    """The text as text: what begins like a formula is kept from being one, also when it is edited later."""
    cell = sheet.cell(place, column, content if isinstance(content, str) else _marked(content, look))
    cell.data_type = "s"
    cell.style = style
    if cell_text(content).startswith(_FORMULA_STARTS):
        cell.quotePrefix = True


def _marked(cell: Sequence[Stretch], look: TableLook) -> CellRichText:
    """Stretches told apart by lines, a changed figure bold; plain ones in the cell's own face."""
    marked = CellRichText()
    for stretch in cell:
        text = stretch.text
        marked.append(text if stretch.op == "=" else TextBlock(_face(stretch, look), text))
    return marked


def _face(stretch: Stretch, look: TableLook) -> InlineFont:
    return InlineFont(
        rFont=look.font,
        sz=look.size,
        b=stretch.is_figure or None,
        strike=stretch.op in "-<" or None,
        u=_UNDERLINES.get(stretch.op),
    )
