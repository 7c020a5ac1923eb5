"""The assignment matrix on paper and as a file."""

import html
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from editor.plan.matrix import matrix
from editor.plan.project import Project
from editor.ui.assigning.matrix_model import upright
from editor.ui.base.document import Document
from editor.ui.base.save_place import ask_place, table_kinds
from editor.wording import _
from editor.writing.base.table import Table
from editor.writing.tables.matrix_table import matrix_table, write_matrix

_MARGIN = 12.0
"""Millimetres."""
_SIZE = 8
"""Points."""


def export_matrix(document: Document, parent: QWidget) -> Path | None:
    """Ask for a place, then write the matrix there; None where none was chosen. SaveProblem where it can't be written."""
    name = _("{name} matrix.xlsx").format(name=document.name)
    path = ask_place(document, parent, _("Export the matrix"), name, table_kinds()[::-1])
    if path is not None:
        write_matrix(document.project, path)
    return path


def print_matrix(project: Project, parent: QWidget) -> None:
    """Ask for a printer, then print the matrix across A4."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    if QPrintDialog(printer, parent).exec():
        paint_matrix(project, printer)


def paint_matrix(project: Project, printer: QPrinter) -> None:
    """The matrix on as many sheets as it takes, its heads on each."""
    shown = matrix(project.local.measures, project.roster, only_used=True)
    text = QTextDocument()
    text.setHtml(matrix_html(matrix_table(project, shown)))
    text.setPageSize(QSizeF(printer.pageRect(QPrinter.Unit.Point).size()))
    text.print_(printer)


def matrix_html(table: Table) -> str:
    """The table for Qt's own layout: narrow columns have their heads written from top to bottom."""
    heads = [*map(html.escape, table.heads[:2]), *(_broken(upright(unit)) for unit in table.heads[2:])]
    rows = "".join(_row(row.texts, len(heads)) for row in table.rows)
    head = "".join(f"<th>{each}</th>" for each in heads)
    return (
        f'<h3 align="center">{html.escape(table.title)}</h3>'
        f'<table border="1" cellspacing="0" cellpadding="2" width="100%" style="font-size:{_SIZE}pt">'
        f"<thead><tr>{head}</tr></thead>{rows}</table>"
    )


def _broken(name: str) -> str:
    return html.escape(name).replace("\n", "<br>")


def _row(cells: tuple[str, ...], columns: int) -> str:
    if len(cells) == 1:
        return f'<tr><td colspan="{columns}"><b>{html.escape(cells[0])}</b></td></tr>'
    serial, task, *marks = map(html.escape, cells)
    centred = "".join(f'<td align="center">{mark}</td>' for mark in marks)
    return f'<tr><td align="center">{serial}</td><td>{task}</td>{centred}</tr>'
