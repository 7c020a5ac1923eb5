"""Rich text cut into its tokens: control words, groups and bytes of text (RTF 1.9.1)."""

import codecs
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["word", "open", "close", "text"]
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,20})? ?|\\'([0-9a-fA-F]{2})|\\(\r\n|.)|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)",
    re.DOTALL,
)
_BINARY = b"bin"
CODE_PAGES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""Encodings by a font's \\fcharset; all others take the document's."""


class Token(NamedTuple):
    """One token; `name` is a control word or symbol, `value` its number, `data` the bytes of text."""

    kind: Kind
    name: str = ""
    value: int | None = None
    data: bytes = b""


def tokens(content: bytes) -> Iterator[Token]:
    """The tokens in order; binary data is passed over, and so is what is no rich text."""
    place = 0
    while match := _TOKEN.search(content, place):
        place = match.end()
        word, number, code, symbol, brace, text = match.groups()
        if word is not None:
            value = None if number is None else int(number)
            if word == _BINARY:
                place += max(value or 0, 0)
            yield Token("word", word.decode("ascii"), value)
        elif code is not None:
            yield Token("text", data=bytes([int(code, 16)]))
        elif symbol is not None:
            yield _symbol(symbol)
        elif brace is not None:
            yield Token("open" if brace == b"{" else "close")
        elif text is not None:
            yield Token("text", data=text)


def _symbol(symbol: bytes) -> Token:
    if symbol in (b"\\", b"{", b"}"):
        return Token("text", data=symbol)
    return Token("word", "par" if symbol in (b"\r\n", b"\r", b"\n") else symbol.decode("latin-1"))


def code_page(number: int | None) -> str:
    """The encoding of a Windows code page; that of Western Europe where there is none such."""
    if number in (936, 54936):
        return "gb18030"
    name = f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "utf-8" if number == 65001 else "cp1252"
    return name
