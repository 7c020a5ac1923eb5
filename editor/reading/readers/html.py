"""Web pages: the visible text of their blocks and table cells; navigation and page frames are set aside."""

import codecs
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree, html

from editor.errors import FileProblem
from editor.reading.lines import Cell, Extract, Line
from editor.reading.markers import parse_marker
from editor.reading.readers.grid import Grid, span
from editor.reading.readers.html_lists import Lists
from editor.reading.readers.text import decode_text
from editor.wording import _

_UNSEEN = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "title",
    "select",
    "option",
    "button",
    "svg",
    "iframe",
    "object",
}
_PAGE_EDGES = {"header", "footer"}
"""The titles of the blocks in which LibreOffice saves what stands at the edges of a page."""
_FRAMES = {"nav", "header", "footer", "aside", "menu"}
_FRAME_NAMES = {"nav", "navbar", "menu", "footer", "breadcrumb", "crumbs", "sidebar", "share", "copyright"}
_ARTICLES = {"article", "main"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "label", "mark", "o:p", "q", "ruby",
    "s", "samp", "sdfield", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_BLANKS = re.compile("[ \t\r\n\f\u00a0]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_CENTRED = re.compile(r"text-align\s*:\s*center")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_Event: TypeAlias = tuple[str, etree._Element]


def read_html(content: bytes, name: str) -> Extract:
    """The lines of a web page: one for each block, table cell or forced line break; FileProblem where there is no page."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(_decode(content, name).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        message = _("“{name}” holds no text; choose the document itself.")
        raise FileProblem(message.format(name=name)) from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        message = _("“{name}” is a page too entangled to be read; save its text as .docx or .txt.")
        raise FileProblem(message.format(name=name))
    return Extract(lines=_Page(root).lines())


def _decode(content: bytes, name: str) -> str:
    """The page's text, in the encoding it declares where no mark in front and nothing else speaks against that."""
    declared = None if content.startswith(codecs.BOM_UTF8) else _CHARSET.search(content[:4096])
    if declared:
        encoding = declared[1].decode("ascii").lower()
        try:
            return content.decode("gb18030" if encoding in ("gb2312", "gbk") else encoding)
        except (UnicodeDecodeError, LookupError):
            return decode_text(content, name)
    return decode_text(content, name)


class _Page:
    """The visible lines of one page, gathered in document order."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._lines: list[Line] = []
        self._words: list[str] = []
        self._bold = self._centred = False
        self._around: list[etree._Element] = []
        self._tables = 0
        self._lists = Lists()
        self._number = ""
        """The number of the list item whose first line is open."""
        self._grids: list[Grid] = []
        self._cells: list[Cell | None] = [None]
        """The cell that the place is in, and those around it, innermost last."""

    def lines(self) -> tuple[Line, ...]:
        """The lines, numbered from 1."""
        for event, element in _walk(self._root):
            if event == "start":
                self._enter(element)
            elif event == "end":
                self._leave(element)
            else:
                self._add(element.tail)
        self._end_line()
        return tuple(self._lines)

    def _enter(self, element: etree._Element) -> None:
        if element.tag not in _INLINE:
            self._end_line()
        self._around.append(element)
        self._enter_table(element)
        self._number = self._lists.enter(element) or self._number
        style = element.get("style") or ""
        self._bold |= element.tag in ("b", "strong", "h1", "h2", "h3") or bool(_BOLD.search(style))
        self._centred |= (
            element.tag == "center" or element.get("align") == "center" or bool(_CENTRED.search(style))
        )
        self._add(element.text)

    def _leave(self, element: etree._Element) -> None:
        if element.tag not in _INLINE:
            self._end_line()
        self._around.pop()
        self._lists.leave(element)
        if element.tag == "table":
            self._grids.pop()
            self._cells.pop()

    def _enter_table(self, element: etree._Element) -> None:
        if element.tag == "table":
            self._tables += 1
            self._grids.append(Grid(self._tables))
            self._cells.append(None)
        elif self._grids and element.tag == "tr":
            self._grids[-1].next_row()
            self._cells[-1] = None
        elif self._grids and element.tag in ("td", "th"):
            columns, rows = span(element.get("colspan")), span(element.get("rowspan"))
            self._cells[-1] = self._grids[-1].next_cell(columns, rows)

    def _add(self, text: str | None) -> None:
        """Words of the current line; inside pre every line end counts."""
        if text and any(element.tag == "pre" for element in self._around):
            *ended, text = text.split("\n")
            for words in ended:
                self._words.append(words)
                self._end_line()
        self._words.append(text or "")

    def _end_line(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._words)).strip()
        if text:
            if self._number and not parse_marker(text):
                text = self._number + text
            self._number = ""
            self._lines.append(
                Line(
                    number=len(self._lines) + 1,
                    text=text,
                    bold=self._bold,
                    centred=self._centred,
                    aside="page_chrome" if self._is_in_frame() else None,
                    cell=self._cells[-1],
                )
            )
            self._bold = self._centred = False
        self._words.clear()

    def _is_in_frame(self) -> bool:
        """Whether the place is part of the page around the article; an article's own header is not."""
        article = any(element.tag in _ARTICLES for element in self._around)
        return not article and any(_is_frame(element) for element in self._around)


def _walk(root: etree._Element) -> Iterator[_Event]:
    """Start, end and tail of every visible element, in document order."""
    stack: list[_Event] = [("start", root)]
    while stack:
        event, element = stack.pop()
        if event == "start":
            if not isinstance(element.tag, str) or _is_unseen(element):
                continue
            stack.append(("end", element))
            for child in reversed(element):
                stack += [("tail", child), ("start", child)]
        yield event, element


def _is_unseen(element: etree._Element) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _is_frame(element: etree._Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    if element.tag in _FRAMES or (element.tag == "div" and element.get("title") in _PAGE_EDGES):
        return True
    return not _FRAME_NAMES.isdisjoint(names)
