"""The README's picture of the notice: `page_shot.py FOLDER` prints the example's notice and draws its first page."""

import sys
import tempfile
from datetime import date
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage

from editor.demo import demonstrate
from tests.rendering import render

PIXELS_PER_POINT = 1.5


def draw_page(pdf: Path, number: int) -> QImage:
    """One page of a PDF, counted from 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[number - 1].render(scale=PIXELS_PER_POINT)
        size = bitmap.width, bitmap.height, bitmap.stride
        return QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_BGR888).copy()


def main(folder: Path) -> None:
    """Write the picture into `folder`."""
    with tempfile.TemporaryDirectory() as place:
        demonstrate(Path(place), today=date(2026, 3, 2))
        (printed,) = render(Path(place), *Path(place).glob("*.docx"))
        draw_page(printed.pdf, 1).save(str(folder / "notice-page1.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
