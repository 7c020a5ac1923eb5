"""A .docx as .pdf, printed by an installed LibreOffice."""

import ctypes
from pathlib import Path
from typing import Any

from editor import libreoffice
from editor.errors import SaveProblem
from editor.files import read_file, replace_file
from editor.wording import _

_LONGEST_NAME = 200
"""Bytes of a font's name."""
_PATIENCE = 180
"""Seconds; the first start with a new profile is slow on a busy machine."""


def write_pdf(document: Path, path: Path) -> str:
    """Print the .docx at `document` to `path`; gives back name and version of the program that did it.

    SaveProblem where there is no LibreOffice, where it fails, or where the file can't be written.
    """
    if libreoffice.find_libreoffice() is None:
        message = _(
            "No LibreOffice is installed, so “{name}” was not made; print the .docx from Word or WPS."
        )
        raise SaveProblem(message.format(name=path.name))
    printed = libreoffice.convert(read_file(document), "docx", "pdf", _PATIENCE)
    if printed is None:
        message = _("LibreOffice could not make “{name}”; print the .docx from Word or WPS.")
        raise SaveProblem(message.format(name=path.name))
    replace_file(path, printed)
    return libreoffice.version()


def printed_in(path: Path) -> str:
    """A sentence that names the fonts in a .pdf: where those that the notice asks for are missing, others stand there."""
    from pypdfium2 import PdfDocument, raw  # only for who prints

    document = PdfDocument(path)
    try:
        texts = (text for page in document for text in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]))
        names = {_family(raw.FPDFTextObj_GetFont(text)) for text in texts}
    finally:
        document.close()
    return _("Printed in the fonts {fonts}.").format(fonts=", ".join(sorted(filter(None, names))))


def _family(font: Any) -> str:
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFFont_GetFamilyName(font, name, _LONGEST_NAME)
    return name.value.decode("utf-8", "replace")
