"""A .docx as .pdf, printed by an installed LibreOffice."""

from pathlib import Path

from editor import libreoffice
from editor.errors import SaveProblem
from editor.files import read_file, replace_file
from editor.wording import _

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
