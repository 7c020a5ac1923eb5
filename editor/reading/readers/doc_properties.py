"""What an old Word document says of its paragraphs and characters (MS-DOC 2.6, 2.8.5, 2.8.6, 2.9)."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from editor.reading.readers.binary import Damaged, table, take, u8, u16, u32
from editor.reading.readers.doc_text import Header

_STYLES, _CHARACTER_PAGES, _PARAGRAPH_PAGES = 1, 12, 13
_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of an operand by the kind that its code names; kind 6 says its own length."""
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615
_DELETED, _LEVEL, _LIST = 0x0800, 0x260A, 0x460B
_IN_TABLE, _ENDS_ROW = 0x2416, 0x2417
_ALIGNED, _ALIGNED_97 = 0x2461, 0x2403
_ELSEWHERE = 0x6646
_CENTRE = 1
_NO_STYLE = 0xFFF
_DEEPEST = 20
_Run: TypeAlias = tuple[int, int, bytes]
"""Where a run starts and ends in the main stream, and its record."""
_Records: TypeAlias = Callable[[bytes], list[_Run]]


@dataclass(frozen=True)
class Paragraph:
    """What a paragraph, or a style, says of itself; None where it leaves that to its style."""

    style: int = _NO_STYLE
    name: str = ""
    level: int | None = None
    list: int | None = None
    centred: bool | None = None
    in_table: bool = False
    ends_row: bool = False


class Properties:
    """Paragraphs and deletions by their offset in the main stream."""

    def __init__(self, stream: bytes, header: Header, tables: bytes, data: bytes = b"") -> None:
        self._styles = _styles(header.part(tables, _STYLES))
        paragraphs = sorted(_runs(stream, header.part(tables, _PARAGRAPH_PAGES), _paragraph_records))
        self._starts = [start for start, _end, _record in paragraphs]
        self._paragraphs = [(end, _paragraph(record, data)) for _start, end, record in paragraphs]
        characters = _runs(stream, header.part(tables, _CHARACTER_PAGES), _character_records)
        self._deleted = sorted((start, end) for start, end, record in characters if _is_deleted(record))

    def paragraph(self, offset: int) -> Paragraph:
        """What holds for the paragraph whose mark is at this offset, its styles included."""
        place = bisect_right(self._starts, offset) - 1
        own = Paragraph()
        if place >= 0 and offset < self._paragraphs[place][0]:
            own = self._paragraphs[place][1]
        name = self._styles[own.style].name if own.style in self._styles else ""
        chain = [own, *self._based_on(own.style)]
        return Paragraph(
            style=own.style,
            name=name,
            level=next((one.level for one in chain if one.level is not None), None),
            list=next((one.list for one in chain if one.list is not None), None),
            centred=next((one.centred for one in chain if one.centred is not None), None),
            in_table=own.in_table,
            ends_row=own.ends_row,
        )

    def is_deleted(self, offset: int) -> bool:
        """Whether the character at this offset is a tracked deletion."""
        place = bisect_right(self._deleted, (offset, 1 << 32)) - 1
        return place >= 0 and offset < self._deleted[place][1]

    def _based_on(self, style: int) -> Iterator[Paragraph]:
        for _step in range(_DEEPEST):
            if style not in self._styles:
                return
            yield self._styles[style]
            style = self._styles[style].style


def _runs(stream: bytes, pages: bytes, records: _Records) -> list[_Run]:
    """The runs in the formatted pages that a table names."""
    runs: list[_Run] = []
    if not pages:
        return runs
    seen: set[int] = set()
    for record in table(pages, 4)[1]:
        number = u32(record, 0) & _PAGE_NUMBER
        if number not in seen:
            seen.add(number)
            runs += records(take(stream, number * _PAGE, _PAGE))
    return runs


def _character_records(page: bytes) -> list[_Run]:
    count = page[-1]
    runs = []
    for place in range(count):
        at = 2 * u8(page, 4 * (count + 1) + place)
        record = take(page, at + 1, page[at]) if at else b""
        runs.append((u32(page, 4 * place), u32(page, 4 * place + 4), record))
    return runs


def _paragraph_records(page: bytes) -> list[_Run]:
    count = page[-1]
    runs = []
    for place in range(count):
        at = 2 * u8(page, 4 * (count + 1) + 13 * place)
        record = b""
        if at:
            words = page[at]
            record = take(page, at + 1, 2 * words - 1) if words else take(page, at + 2, 2 * u8(page, at + 1))
        runs.append((u32(page, 4 * place), u32(page, 4 * place + 4), record))
    return runs


def modifiers(data: bytes) -> Iterator[tuple[int, int]]:
    """Code and operand (its first four bytes as a number) of the property modifiers in `data` (MS-DOC 2.2.5.2)."""
    place = 0
    while place + 2 <= len(data):
        code = u16(data, place)
        place += 2
        size = _SIZES.get(code >> 13)
        if size is None:
            size, place = _own_size(data, code, place)
        yield code, int.from_bytes(data[place : place + min(size, 4)], "little")
        place += size


def _own_size(data: bytes, code: int, place: int) -> tuple[int, int]:
    """The length of an operand that says its own, and where it begins."""
    if code == _TABLE_DEFINITION:
        return max(u16(data, place) - 1, 0), place + 2
    size = u8(data, place)
    if code == _TABS and size == 255:
        deleted = u8(data, place + 1)
        added = u8(data, place + 2 + 4 * deleted)
        size = 2 + 4 * deleted + 3 * added
    return size, place + 1


def _paragraph(record: bytes, data: bytes) -> Paragraph:
    """A paragraph's own properties: its style, then modifiers; those behind damage are left out.

    Many of them, as at the end of a wide table's row, stand in the data stream (MS-DOC 2.6.2, sprmPHugePapx).
    """
    if len(record) < 2:
        return Paragraph(style=0)
    modified = record[2:]
    try:
        if len(modified) == 6 and u16(modified, 0) == _ELSEWHERE:
            place = u32(modified, 2)
            modified = take(data, place + 2, u16(data, place))
    except Damaged:
        modified = b""
    return _modified(u16(record, 0), "", modified)


def _modified(style: int, name: str, data: bytes) -> Paragraph:
    values: dict[int, int] = {}
    try:
        values.update(modifiers(data))
    except Damaged:
        values.clear()
    aligned = values.get(_ALIGNED, values.get(_ALIGNED_97))
    return Paragraph(
        style=style,
        name=name,
        level=values.get(_LEVEL),
        list=values.get(_LIST),
        centred=None if aligned is None else aligned == _CENTRE,
        in_table=values.get(_IN_TABLE) == 1,
        ends_row=values.get(_ENDS_ROW) == 1,
    )


def _is_deleted(record: bytes) -> bool:
    try:
        return any(code == _DELETED and value == 1 for code, value in modifiers(record))
    except Damaged:
        return False


def _styles(sheet: bytes) -> dict[int, Paragraph]:
    """The paragraph styles by number; `style` of each is what it is based on."""
    styles: dict[int, Paragraph] = {}
    if not sheet:
        return styles
    place = 2 + u16(sheet, 0)
    base = u16(sheet, 4)
    for number in range(min(u16(sheet, 2), _NO_STYLE)):
        size = u16(sheet, place)
        if size:
            styles[number] = _style(take(sheet, place + 2, size), base)
        place += 2 + size
    return styles


def _style(record: bytes, base: int) -> Paragraph:
    kind, based_on = u16(record, 2) & 0xF, u16(record, 2) >> 4
    length = u16(record, base)
    name = take(record, base + 2, 2 * length).decode("utf-16-le", "replace")
    place = base + 2 + 2 * length + 2
    if kind != 1 or place + 4 > len(record):
        return Paragraph(style=based_on, name=name)
    return _modified(based_on, name, take(record, place + 2, u16(record, place))[2:])
