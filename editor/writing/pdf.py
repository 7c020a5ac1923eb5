"""A .docx as .pdf by an installed LibreOffice: its own profile, no network of ours, a limit in time."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from editor.errors import SaveProblem
from editor.files import read_file, replace_file
from editor.wording import _

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PATIENCE = 180
"""Seconds; the first start with a new profile is slow on a busy machine."""
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0


def write_pdf(document: Path, path: Path) -> str:
    """Print the .docx at `document` to `path`; gives back name and version of the program that did it.

    SaveProblem where there is no LibreOffice, where it fails, or where the file can't be written.
    """
    program = find_printer()
    if program is None:
        message = _(
            "No LibreOffice is installed, so “{name}” was not made; print the .docx from Word or WPS."
        )
        raise SaveProblem(message.format(name=path.name))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        source = work / "document.docx"
        source.write_bytes(read_file(document))
        options = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder]
        done = _run([program, _profile(work), *options, str(source)], path)
        printed = work / "document.pdf"
        if done.returncode or not printed.is_file():
            raise _failure(path)
        replace_file(path, read_file(printed))
        return _run([program, _profile(work), "--version"], path).stdout.strip() or "LibreOffice"


def find_printer() -> str | None:
    """The LibreOffice of this machine, None where there is none."""
    found = (shutil.which(name) for name in _PROGRAMS)
    return next((place for place in found if place), None) or next(
        (place for place in _USUAL_PLACES if Path(place).is_file()), None
    )


def _profile(work: Path) -> str:
    return f"-env:UserInstallation={(work / 'profile').as_uri()}"


def _run(command: list[str], path: Path) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failure(path) from error


def _failure(path: Path) -> SaveProblem:
    message = _("LibreOffice could not make “{name}”; print the .docx from Word or WPS.")
    return SaveProblem(message.format(name=path.name))
