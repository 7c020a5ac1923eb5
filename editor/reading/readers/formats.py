"""What kind of file it is, told by its content, and its lines."""

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias
from zipfile import ZipFile

from editor.archives import open_archive
from editor.errors import FileProblem
from editor.reading.lines import Extract
from editor.reading.readers import child
from editor.reading.readers.doc import old_word_extract
from editor.reading.readers.docx import read_docx
from editor.reading.readers.html import read_html
from editor.reading.readers.markdown import looks_like_markdown, read_markdown
from editor.reading.readers.ofd import read_ofd
from editor.reading.readers.pdf import read_pdf
from editor.reading.readers.rtf import read_rtf
from editor.reading.readers.text import decode_text, read_text
from editor.wording import _

Kind: TypeAlias = Literal["docx", "doc", "rtf", "pdf", "ofd", "html", "md", "txt"]
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|meta|title|body|div|p|table|span|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN_ENTRIES = (
    ("content.xml", "OpenDocument"),
    ("xl/workbook.xml", "Excel"),
    ("ppt/presentation.xml", "PowerPoint"),
)
_HEAD = 1024
_READERS: Mapping[Kind, child.Reader[Extract]] = {
    "docx": read_docx,
    "rtf": read_rtf,
    "pdf": read_pdf,
    "ofd": read_ofd,
    "html": read_html,
    "md": read_markdown,
    "txt": read_text,
}
_APART: tuple[Kind, ...] = ("rtf", "pdf", "ofd")
"""Kinds always read in a process of their own, as old Word documents are."""
_MOST_HERE = 4 * 2**20
"""Bytes, of an archive those unpacked, up to which the other kinds are read in this process."""


def extract(content: bytes, name: str) -> Extract:
    """The lines of a file in whatever format it is; FileProblem says in one sentence why there are none."""
    kind = kind_of(content, name)
    if kind == "doc":
        return old_word_extract(content, name)
    reader = _READERS[kind]
    if kind in _APART or _weight(content, name) > _MOST_HERE:
        return child.read_apart(reader, content, name)
    return reader(content, name)


def kind_of(content: bytes, name: str) -> Kind:
    """The kind of a file; FileProblem where it is of none that can be read."""
    if content.startswith(_ZIP):
        return _kind_of_archive(open_archive(content, name), name)
    if content.startswith(_OLE):
        return "doc"
    if is_pdf(content):
        return "pdf"
    if content.startswith(_RICH_TEXT):
        return "rtf"
    if content.startswith(_PICTURES):
        message = _("“{name}” is a picture; choose a file that holds the text.")
        raise FileProblem(message.format(name=name))
    text = decode_text(content, name)
    if _HTML.match(text):
        return "html"
    return "md" if looks_like_markdown(text) else "txt"


def is_pdf(content: bytes) -> bool:
    """Whether a file is read as a PDF, whose marker need not stand at its very beginning."""
    return not content.startswith((*_ZIP, _OLE)) and b"%PDF-" in content[:_HEAD]


def has_pages(content: bytes) -> bool:
    """Whether a file's pages can be shown as pictures: those of a PDF or an OFD."""
    try:
        return kind_of(content, "") in ("pdf", "ofd")
    except FileProblem:
        return False


def _kind_of_archive(archive: ZipFile, name: str) -> Kind:
    entries = set(archive.namelist())
    if "project.json" in entries:
        message = _("“{name}” is a project, not a plan; open it instead.")
        raise FileProblem(message.format(name=name))
    if "OFD.xml" in entries:
        return "ofd"
    for entry, form in _FOREIGN_ENTRIES:
        if entry in entries:
            message = _("“{name}” is in the format {format}, which can't be read yet; save it as .docx.")
            raise FileProblem(message.format(name=name, format=form))
    if "_rels/.rels" not in entries or "[Content_Types].xml" not in entries:
        message = _("“{name}” is no Word document; choose the document itself.")
        raise FileProblem(message.format(name=name))
    return "docx"


def _weight(content: bytes, name: str) -> int:
    """How many bytes a reader is going to parse."""
    if not content.startswith(_ZIP):
        return len(content)
    return sum(entry.file_size for entry in open_archive(content, name).infolist())
