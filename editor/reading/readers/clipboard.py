"""What was copied elsewhere, as a file's content: web pages and Word documents as HTML, all else as text."""

import re
from typing import NamedTuple

from editor.errors import FileProblem
from editor.reading.readers.text import decode_text
from editor.wording import _

_HEAD = re.compile(rb"Version:[\d.]+\s")
"""How Windows' HTML Format begins: lines with the places of the page and of the part chosen, counted in bytes."""
_PLACE = re.compile(rb"(StartHTML|EndHTML|StartFragment|EndFragment):(-?\d{1,10})")
_LONGEST_HEAD = 2000
_TAG = re.compile("<[a-zA-Z!/?][^>]*>")
_UNSEEN = re.compile(r"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_BLANKS = re.compile(r"(?:\s|&nbsp;|&#160;)+")


class Pasted(NamedTuple):
    """What was copied, as it can be read and kept like any other file."""

    content: bytes
    name: str


def pasted_file(html: str | bytes = "", text: str = "") -> Pasted:
    """The clipboard's HTML (Windows' HTML Format with its head, or bare), else its text; FileProblem where neither says anything."""
    page = _page(html) if isinstance(html, bytes) else _page(html.encode("utf-8", "replace"))
    if _says_anything(page):
        whole = page if _WHOLE_PAGE.search(page) else f"<html><body>{page}</body></html>"
        return Pasted(whole.encode("utf-8-sig", "replace"), _("pasted.html"))
    if text.strip():
        return Pasted(text.encode("utf-8-sig", "replace"), _("pasted.txt"))
    raise FileProblem(_("The clipboard holds no text; copy the plan's text first."))


def _page(content: bytes) -> str:
    """The page without the head that tells where it is; the part chosen where no page is named."""
    if not content.strip():
        return ""
    if not _HEAD.match(content):
        return decode_text(content, _("pasted.html"))
    places = {name: int(value) for name, value in _PLACE.findall(content[:_LONGEST_HEAD])}
    for start, end in ((b"StartHTML", b"EndHTML"), (b"StartFragment", b"EndFragment")):
        first, last = places.get(start, -1), places.get(end, -1)
        if 0 < first < last <= len(content):
            return content[first:last].decode("utf-8", "replace")
    return content[max(content.find(b"<"), 0) :].decode("utf-8", "replace")


def _says_anything(page: str) -> bool:
    return bool(_BLANKS.sub("", _TAG.sub("", _UNSEEN.sub("", page))))
