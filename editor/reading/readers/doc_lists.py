"""Automatic lists of an old Word document (MS-DOC 2.9.131, 2.9.147, 2.9.150)."""

from editor.reading.readers.binary import take, u8, u16, u32
from editor.reading.readers.doc_text import Header
from editor.reading.readers.docx_numbering import Level, NumberedList

_LISTS, _OVERRIDES = 73, 74
_LIST_SIZE, _LEVEL_SIZE, _OVERRIDE_SIZE = 28, 28, 16
_LEVELS = 9
_STARTS, _FORMATTED = 0x10, 0x20
_NO_RESTART = 0x08
_FORMATS = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    18: "decimalEnclosedCircle",
    22: "decimalZero",
    23: "bullet",
    28: "decimalEnclosedCircleChinese",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}
"""Number formats (MSONFC) by the names that a .docx gives them; all others write plain digits."""


def lists_of(header: Header, tables: bytes) -> dict[str, NumberedList]:
    """The lists by the number that paragraphs name them by; Damaged where they contradict themselves."""
    if not header.place(_OVERRIDES)[1] or not header.place(_LISTS)[1]:
        return {}
    abstracts = _abstracts(header, tables)
    data = header.part(tables, _OVERRIDES)
    count = u32(data, 0)
    place = 4 + _OVERRIDE_SIZE * count
    lists: dict[str, NumberedList] = {}
    for number in range(count):
        record = take(data, 4 + _OVERRIDE_SIZE * number, _OVERRIDE_SIZE)
        abstract = str(u32(record, 0))
        numbered = NumberedList(abstract=abstract, levels=dict(abstracts.get(abstract, {})))
        place = _override(numbered, data, place + 4, u8(record, 12))
        lists[str(number + 1)] = numbered
    return lists


def _abstracts(header: Header, tables: bytes) -> dict[str, dict[int, Level]]:
    """The levels of each list by its identity; they stand behind the table of the lists."""
    data = header.part(tables, _LISTS)
    place = sum(header.place(_LISTS))
    abstracts = {}
    for number in range(u16(data, 0)):
        record = take(data, 2 + _LIST_SIZE * number, _LIST_SIZE)
        levels: dict[int, Level] = {}
        for level in range(1 if u8(record, 26) & 1 else _LEVELS):
            levels[level], place = _level(tables, place)
        abstracts[str(u32(record, 0))] = levels
    return abstracts


def _level(data: bytes, place: int) -> tuple[Level, int]:
    """A level, and the place behind it."""
    head = take(data, place, _LEVEL_SIZE)
    at = place + _LEVEL_SIZE + u8(head, 24) + u8(head, 25)
    length = u16(data, at)
    text = take(data, at + 2, 2 * length).decode("utf-16-le", "replace")
    shown = "".join(f"%{ord(character) + 1}" if ord(character) < _LEVELS else character for character in text)
    level = Level(
        format=_FORMATS.get(u8(head, 4), "decimal"),
        text=shown,
        start=min(u32(head, 0), 9999),
        restart=u8(head, 26) if u8(head, 5) & _NO_RESTART else None,
    )
    return level, at + 2 + 2 * length


def _override(numbered: NumberedList, data: bytes, place: int, count: int) -> int:
    """Apply the overrides at `place` to a list; gives back the place behind them."""
    for _number in range(count):
        start, flags = u32(data, place), u32(data, place + 4)
        level = flags & 0xF
        place += 8
        if flags & _FORMATTED:
            numbered.levels[level], place = _level(data, place)
        elif flags & _STARTS:
            numbered.starts[level] = min(start, 9999)
    return place
