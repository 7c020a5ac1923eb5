"""Markdown: its paragraphs, headings, lists and tables as lines with the numbers they are shown with."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from editor.reading.lines import Extract, Line
from editor.reading.readers.text import decode_text

_MARKS = re.compile(
    r"^ {0,3}#{1,6}[ \t]+\S|\*\*[^*\n]{1,200}\*\*|^[ \t]{0,3}\|?[ \t]{0,9}:?-{3,}:?[ \t]{0,9}\|", re.MULTILINE
)
_BREAKS = ("softbreak", "hardbreak")


def looks_like_markdown(text: str) -> bool:
    """Whether a text has marks that plain text has not: # headings, **bold** or the rule of a table."""
    return bool(_MARKS.search(text))


def read_markdown(content: bytes, name: str) -> Extract:
    """The text without its marks, one line for each source line of a block and for each table cell."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(decode_text(content, name))
    return Extract(lines=tuple(_lines(tokens)))


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    style, prefix, row = "", "", 1
    for token in tokens:
        row = token.map[0] + 1 if token.map else row
        if token.type == "list_item_open" and token.info:
            prefix = f"{token.info}."
        elif token.type == "heading_open":
            style = f"Heading {token.tag[1:]}"
        elif token.type == "heading_close":
            style = ""
        elif token.type == "inline":
            yield from _inline_lines(token, row, style, prefix)
            prefix = ""
        elif token.type in ("code_block", "fence"):
            yield from (Line(number=row + i, text=line) for i, line in enumerate(token.content.splitlines()))


def _inline_lines(token: Token, row: int, style: str, prefix: str) -> Iterator[Line]:
    """The lines of a paragraph, heading or cell; emphasis marks are gone, a line wholly in ** is bold."""
    words, bold = [prefix], False
    for child in token.children or ():
        if child.type in _BREAKS:
            yield Line(number=row, text="".join(words), style=style, bold=bold)
            words, bold, row = [], False, row + 1
        else:
            words.append(child.content)
            bold |= child.type == "strong_open"
    yield Line(number=row, text="".join(words), style=style, bold=bold)
