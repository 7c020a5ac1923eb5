"""Compound files (OLE, MS-CFB), as Word 97 to 2003, WPS and encrypted documents are stored."""

import io
import struct

import olefile

from editor.errors import FileProblem
from editor.wording import _

_DAMAGE = (OSError, ValueError, struct.error, IndexError, KeyError, TypeError, AttributeError, RecursionError)
"""What olefile raises on damaged files."""
_FOREIGN = (
    ("Workbook", "Excel"),
    ("Book", "Excel"),
    ("PowerPoint Document", "PowerPoint"),
    ("VisioDocument", "Visio"),
    ("__properties_version1.0", "Outlook"),
    ("FileHeader", "HWP"),
    ("MatOST", "Works"),
)


def word_streams(content: bytes, name: str) -> dict[str, bytes]:
    """The streams WordDocument, 0Table, 1Table and Data of a compound file; FileProblem where it is no Word document."""
    try:
        with olefile.OleFileIO(io.BytesIO(content), raise_defects=olefile.DEFECT_INCORRECT) as file:
            _refuse_foreign(file, name)
            return {
                stream: file.openstream(stream).read()
                for stream in ("WordDocument", "0Table", "1Table", "Data")
                if file.exists(stream)
            }
    except _DAMAGE as error:
        message = _("“{name}” is damaged or cut short; ask for the file again.")
        raise FileProblem(message.format(name=name)) from error


def _refuse_foreign(file: olefile.OleFileIO, name: str) -> None:
    if file.exists("EncryptedPackage") or file.exists("EncryptionInfo"):
        raise locked(name)
    if file.exists("WordDocument"):
        return
    for stream, form in _FOREIGN:
        if file.exists(stream):
            message = _("“{name}” is in the format {format}, which can't be read; save it as .docx.")
            raise FileProblem(message.format(name=name, format=form))
    message = _("“{name}” is no Word document; choose the document itself.")
    raise FileProblem(message.format(name=name))


def locked(name: str) -> FileProblem:
    """The sentence about a document that a password protects."""
    return FileProblem(_("“{name}” is protected by a password; save it without one.").format(name=name))
