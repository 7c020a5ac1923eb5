"""The text of an old Word document: its header (FIB) and its pieces (MS-DOC 2.4.1, 2.5, 2.8.35)."""

from array import array
from functools import cached_property

from editor.reading.readers.binary import Damaged, table, take, u8, u16, u32

_MAGIC = 0xA5EC
_WORD_97 = 0xC1
_ENCRYPTED, _OTHER_TABLE = 0x0100, 0x0200
_LENGTHS = 76
"""Where the lengths of main text, footnotes, headers, macros, comments, endnotes and text boxes stand."""
_STORIES = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "text_boxes", "header_boxes")
_PAIRS = 154
_CLX = 33
_COMPRESSED = 0x40000000
_WINDOWS = [ord(bytes([code]).decode("cp1252", "replace")) for code in range(256)]


class Unsupported(ValueError):
    """An old Word document of another kind than Word 97 to 2003 writes."""


class Locked(ValueError):
    """A document protected by a password."""


class Header:
    """The header of a document: where its tables and texts are. Damaged, Unsupported or Locked where it can't be used."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        if u16(stream, 0) != _MAGIC or u16(stream, 2) < _WORD_97:
            raise Unsupported("not of Word 97 to 2003")
        flags = u16(stream, 10)
        if flags & _ENCRYPTED:
            raise Locked("encrypted")
        self.table_name = "1Table" if flags & _OTHER_TABLE else "0Table"

    def part(self, tables: bytes, index: int) -> bytes:
        """The part of the table stream that pair `index` of the header points to; empty where there is none."""
        offset, length = self.place(index)
        return take(tables, offset, length) if length else b""

    def place(self, index: int) -> tuple[int, int]:
        """Offset and length in the table stream that pair `index` holds."""
        return u32(self._stream, _PAIRS + 8 * index), u32(self._stream, _PAIRS + 8 * index + 4)

    @cached_property
    def stories(self) -> dict[str, range]:
        """The positions of each story's characters."""
        stories, start = {}, 0
        for place, name in enumerate(_STORIES):
            length = u32(self._stream, _LENGTHS + 4 * place)
            stories[name] = range(start, start + length)
            start += length
        return stories


class Text:
    """All characters as 16-bit units, each with its offset in the main stream."""

    def __init__(self, stream: bytes, header: Header, tables: bytes) -> None:
        self.units = array("H")
        self.offsets = array("L")
        for start, length, compressed in _pieces(header.part(tables, _CLX)):
            if len(self.units) + length > len(stream):
                raise Damaged("more text than the file can hold")
            self._add(stream, start, length, compressed)

    def _add(self, stream: bytes, start: int, length: int, compressed: bool) -> None:
        step = 1 if compressed else 2
        data = take(stream, start, length * step)
        if compressed:
            self.units.extend(_WINDOWS[code] for code in data)
        else:
            self.units.extend(u16(data, 2 * place) for place in range(length))
        self.offsets.extend(range(start, start + length * step, step))


def _pieces(clx: bytes) -> list[tuple[int, int, bool]]:
    """Offset, number of characters and whether they take one byte each, of all pieces in order."""
    place = 0
    while u8(clx, place) == 1:
        place += 3 + u16(clx, place + 1)
    if u8(clx, place) != 2:
        raise Damaged("no table of pieces")
    positions, records = table(take(clx, place + 5, u32(clx, place + 1)), 8)
    pieces = []
    for number, record in enumerate(records):
        length = positions[number + 1] - positions[number]
        if length < 0:
            raise Damaged("pieces out of order")
        offset = u32(record, 2)
        compressed = bool(offset & _COMPRESSED)
        offset &= _COMPRESSED - 1
        pieces.append((offset // 2 if compressed else offset, length, compressed))
    return pieces
