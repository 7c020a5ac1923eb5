"""Rosters in spreadsheets: .xlsx and .csv as Excel and WPS write them."""

import csv
import io
import re
from itertools import islice
from pathlib import Path
from typing import Any

from editor.archives import open_archive, read_entry
from editor.errors import FileProblem
from editor.files import read_file
from editor.plan.roster_table import MOST_ROWS, RosterTable, join_rosters, roster_of_rows
from editor.reading.readers.text import decode_text
from editor.wording import _

_LARGEST = 8 * 2**20
"""Bytes; a roster of a county takes some ten thousand."""
_MOST_COLUMNS = 50
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_Rows = list[tuple[str, ...]]


def read_roster_table(path: Path) -> RosterTable:
    """The roster in a .xlsx file, of all its sheets, or in a .csv, told by its content; FileProblem where there is no table."""
    content = read_file(path, _LARGEST)
    if content.startswith(_OLD_EXCEL):
        message = _("“{name}” was written by an old Excel (.xls); save it as .xlsx and choose that.")
        raise FileProblem(message.format(name=path.name))
    if not content.startswith(b"PK"):
        return roster_of_rows(_text_rows(content, path.name), path.stem)
    sheets = _sheets(content, path.name)
    return join_rosters({title: roster_of_rows(rows) for title, rows in sheets.items()}, path.stem)


def _text_rows(content: bytes, name: str) -> _Rows:
    text = decode_text(content, name)
    head = text.partition("\n")[0]
    separator = max(",\t;", key=head.count)
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), MOST_ROWS + 1))
    except csv.Error as error:
        message = _("“{name}” is not a table ({reason}); save it as .csv or .xlsx again.")
        raise FileProblem(message.format(name=name, reason=error)) from error
    return _limited([tuple(row[:_MOST_COLUMNS]) for row in rows], name)


def _sheets(content: bytes, name: str) -> dict[str, _Rows]:
    """The texts of each sheet that holds any, by its title; formulas count by the values they had when the file was saved."""
    from openpyxl import load_workbook  # takes a while to load

    _require_plain(content, name)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = {sheet.title: _limited(_texts(sheet), name) for sheet in book.worksheets}
        if not sheets:
            raise ValueError("no sheet")
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError) as error:
        message = _("“{name}” is not a spreadsheet that can be read; save it as .xlsx again.")
        raise FileProblem(message.format(name=name)) from error
    return {title: rows for title, rows in sheets.items() if any(map(any, rows))} or sheets


def _texts(sheet: Any) -> _Rows:
    cells = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=_MOST_COLUMNS, values_only=True)
    return [tuple("" if cell is None else str(cell) for cell in row) for row in cells]


def _require_plain(content: bytes, name: str) -> None:
    """Nothing for a sound archive; FileProblem where it is none, or where its XML defines entities."""
    with open_archive(content, name) as archive:
        for entry in archive.namelist():
            if _FORBIDDEN.search(read_entry(archive, entry, name)):
                message = _("“{name}” holds definitions that no spreadsheet needs and is not opened.")
                raise FileProblem(message.format(name=name))


def _limited(rows: _Rows, name: str) -> _Rows:
    if len(rows) > MOST_ROWS:
        message = _("“{name}” has more than {limit} rows; choose the table of units itself.")
        raise FileProblem(message.format(name=name, limit=MOST_ROWS))
    return rows
