"""What kind of file it is, told by its content, and its lines."""

import re
from zipfile import ZipFile

from editor.archives import open_archive
from editor.errors import FileProblem
from editor.reading.doc import doc_extract
from editor.reading.docx import docx_extract
from editor.reading.html import html_lines
from editor.reading.lines import Extract
from editor.reading.markdown import looks_like_markdown, markdown_lines
from editor.reading.ofd import ofd_extract
from editor.reading.pdf import pdf_extract
from editor.reading.rtf import rtf_extract
from editor.reading.text import decode_text, text_lines
from editor.wording import _

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


def extract(content: bytes, name: str) -> Extract:
    """The lines of a file in whatever format it is; FileProblem says in one sentence why there are none."""
    if content.startswith(_ZIP):
        return _extract_archive(open_archive(content, name), name)
    if content.startswith(_OLE):
        return doc_extract(content, name)
    if is_pdf(content):
        return pdf_extract(content, name)
    if content.startswith(_RICH_TEXT):
        return rtf_extract(content, name)
    _refuse_foreign(content, name)
    text = decode_text(content, name)
    if _HTML.match(text):
        return Extract(lines=html_lines(content, name))
    return Extract(lines=markdown_lines(text) if looks_like_markdown(text) else text_lines(text))


def is_pdf(content: bytes) -> bool:
    """Whether a file is read as a PDF, whose marker need not stand at its very beginning."""
    return not content.startswith((*_ZIP, _OLE)) and b"%PDF-" in content[:_HEAD]


def _extract_archive(archive: ZipFile, name: str) -> Extract:
    entries = set(archive.namelist())
    if "project.json" in entries:
        message = _("“{name}” is a project, not a plan; open it instead.")
        raise FileProblem(message.format(name=name))
    if "OFD.xml" in entries:
        return ofd_extract(archive, name)
    for entry, form in _FOREIGN_ENTRIES:
        if entry in entries:
            raise _not_yet(name, form)
    if "_rels/.rels" not in entries or "[Content_Types].xml" not in entries:
        message = _("“{name}” is no Word document; choose the document itself.")
        raise FileProblem(message.format(name=name))
    return docx_extract(archive, name)


def _refuse_foreign(content: bytes, name: str) -> None:
    if content.startswith(_PICTURES):
        message = _("“{name}” is a picture; choose a file that holds the text.")
        raise FileProblem(message.format(name=name))


def _not_yet(name: str, form: str) -> FileProblem:
    message = _("“{name}” is in the format {format}, which can't be read yet; save it as .docx.")
    return FileProblem(message.format(name=name, format=form))
