"""The page preview on paper and as PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from editor.files import replace_file
from editor.plan.project import Project
from editor.ui.base.fonts import Fonts
from editor.ui.base.long_work import Watch
from editor.ui.notice.page_painting import UNITS_PER_MM, paint_page
from editor.ui.notice.page_view import Preview, preview
from editor.writing.pages.pictures import PagePicture

_RESOLUTION = 720
_INCHES_PER_MM = 1 / 25.4


def ask_printer(pages: int, parent: QWidget) -> QPrinter | None:
    """The printer chosen for some or all of so many pages; None where none was."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFromTo(1, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    return printer if dialog.exec() else None


def print_pages(watch: Watch, shown: Preview, printer: QPrinter) -> None:
    """Print those of the pages that the printer is to print; no further ones once nobody wants them any more."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(shown.pages)
    paint_pages(printer, shown.pages[first - 1 : last], Fonts(shown.fonts, printer), watch)


def write_pages(watch: Watch, project: Project, path: Path) -> tuple[Path, int]:
    """Write the notice's pages as a PDF unless it isn't wanted any more; the place and how many they are.

    FileProblem where the template doesn't fit, SaveProblem where it can't be written.
    """
    shown = preview(project)
    content = pdf_bytes(shown, watch)
    if not watch.unwanted.is_set():
        replace_file(path, content)
    return path, len(shown.pages)


def pdf_bytes(shown: Preview, watch: Watch | None = None) -> bytes:
    """The pages as a PDF whose properties name nobody and nothing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setCreator("")
    writer.setTitle("")
    paint_pages(writer, shown.pages, Fonts(shown.fonts, writer), watch)
    return bytes(buffer.data().data())


def paint_pages(
    device: QPdfWriter | QPrinter, pages: tuple[PagePicture, ...], fonts: Fonts, watch: Watch | None = None
) -> None:
    """Paint each page on a sheet of its size, until the watch says that nobody wants them any more."""
    painter = QPainter()
    for place, page in enumerate(pages):
        if watch is not None and _is_ended(watch, device):
            break
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
        if watch is not None:
            watch.progress(place + 1, len(pages))
    if painter.isActive():
        painter.end()


def _is_ended(watch: Watch, device: QPdfWriter | QPrinter) -> bool:
    """Whether nobody wants the pages any more; a printer that can throws away those that it has."""
    if not watch.unwanted.is_set():
        return False
    if isinstance(device, QPrinter):
        device.abort()
    return True


def _page_layout(page: PagePicture) -> QPageLayout:
    sides = sorted((page.width, page.height))
    size = QPageSize(QSizeF(*sides), QPageSize.Unit.Millimeter)
    upright = QPageLayout.Orientation.Portrait
    orientation = QPageLayout.Orientation.Landscape if page.width > page.height else upright
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))
