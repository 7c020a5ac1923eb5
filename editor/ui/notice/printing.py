"""The page preview on paper and as PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.files import replace_file
from editor.plan.project import Project
from editor.ui.base.fonts import Fonts
from editor.ui.notice.page_painting import UNITS_PER_MM, paint_page
from editor.ui.notice.page_view import Preview, preview
from editor.wording import _
from editor.writing.pages.pictures import PagePicture

_RESOLUTION = 720
_INCHES_PER_MM = 1 / 25.4


def print_notice(project: Project, parent: QWidget) -> None:
    """Ask for a printer, then print the notice; EditorError where the template doesn't fit."""
    shown = preview(project)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFromTo(1, len(shown.pages))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    if dialog.exec():
        first, last = printer.fromPage() or 1, printer.toPage() or len(shown.pages)
        paint_pages(printer, shown.pages[first - 1 : last], Fonts(shown.fonts, printer))


def save_as_pdf(project: Project, suggestion: Path, parent: QWidget) -> Path | None:
    """Ask for a place, then write the notice's pages there; None where none was chosen."""
    name, _kind = QFileDialog.getSaveFileName(
        parent, _("Save the preview as PDF"), str(suggestion.with_suffix(".pdf")), _("PDF (*.pdf)")
    )
    if not name:
        return None
    path = Path(name)
    path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
    replace_file(path, pdf_bytes(preview(project)))
    return path


def pdf_bytes(shown: Preview) -> bytes:
    """The pages as a PDF whose properties name nobody and nothing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setCreator("")
    writer.setTitle("")
    paint_pages(writer, shown.pages, Fonts(shown.fonts, writer))
    return bytes(buffer.data().data())


def paint_pages(device: QPdfWriter | QPrinter, pages: tuple[PagePicture, ...], fonts: Fonts) -> None:
    """Paint each page on a sheet of its size."""
    painter = QPainter()
    for place, page in enumerate(pages):
        device.setPageLayout(_page_layout(page))
        if place:
            device.newPage()
        else:
            painter.begin(device)
        if isinstance(device, QPrinter):
            device.setFullPage(True)
        painter.save()
        per_mm = device.logicalDpiX() * _INCHES_PER_MM
        painter.scale(per_mm / UNITS_PER_MM, per_mm / UNITS_PER_MM)
        paint_page(painter, page, fonts)
        painter.restore()
    painter.end()


def _page_layout(page: PagePicture) -> QPageLayout:
    sides = sorted((page.width, page.height))
    size = QPageSize(QSizeF(*sides), QPageSize.Unit.Millimeter)
    upright = QPageLayout.Orientation.Portrait
    orientation = QPageLayout.Orientation.Landscape if page.width > page.height else upright
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))
