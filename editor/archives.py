"""Zip archives opened with care: files are hostile (bombs, path traversal, damage)."""

import io
import lzma
import zipfile
import zlib
from pathlib import PurePosixPath

from editor.errors import FileProblem
from editor.wording import _

LARGEST_CONTENT = 512 * 2**20
LARGEST_RATIO = 200
MOST_ENTRIES = 10_000
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


def open_archive(content: bytes, name: str) -> zipfile.ZipFile:
    """The zip archive in `content`; FileProblem where it is damaged, encrypted, far too large unpacked, or unsafe."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        message = _("“{name}” is damaged or cut short; ask for the file again.")
        raise FileProblem(message.format(name=name)) from error
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileProblem(_("“{name}” is protected by a password; save it without one.").format(name=name))
    if any(_is_unsafe(entry.filename) for entry in entries):
        raise FileProblem(_("“{name}” holds paths outside itself and is not opened.").format(name=name))
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > min(
        LARGEST_CONTENT, max(len(content), 2**16) * LARGEST_RATIO
    ):
        raise FileProblem(_("“{name}” unpacks to an absurd size and is not opened.").format(name=name))
    return archive


def read_entry(archive: zipfile.ZipFile, entry: str, name: str) -> bytes:
    """The bytes of one entry; FileProblem where it is missing or damaged. `name` is the file's, for the message."""
    try:
        return archive.read(entry)
    except KeyError as error:
        message = _("“{name}” lacks its part “{entry}”; ask for the file again.")
        raise FileProblem(message.format(name=name, entry=entry)) from error
    except _DAMAGE as error:
        message = _("“{name}” is damaged or cut short; ask for the file again.")
        raise FileProblem(message.format(name=name)) from error


def _is_unsafe(filename: str) -> bool:
    path = PurePosixPath(filename.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in filename
