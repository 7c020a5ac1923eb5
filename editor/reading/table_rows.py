"""A row of a responsibility table as an item of a plan."""

import re

from editor.plan.characters import official
from editor.plan.numbering import parse_numeral
from editor.plan.value import Value
from editor.reading.annotations import Annotation, annotation_of
from editor.reading.lines import Column, Passage, TableCell
from editor.reading.markers import Marker, parse_marker

ITEM_LEVEL = 3
_GROUP_LEVEL = 2
_NEXT_UNIT = re.compile(
    r"(?<=[局委办府院部室会处所站厅校镇乡街道司团心行])(?<!社会)\s*\n\s*(?=[^、，,；;。）)（(])"
)
"""The end of a line where a unit's name ends and the next one begins."""
_UNITS: tuple[Column, ...] = ("lead_units", "responsible_units", "supporting_units")


class RowWords(Value, frozen=True, kw_only=True):
    """What a row says: its heading, its texts, and who does it until when."""

    heading: str
    texts: tuple[str, ...]
    annotation: Annotation


def row_marker(passage: Passage) -> Marker | None:
    """The number of a row, by its column or in front of a heading between rows."""
    number = cell(passage, "number").strip()
    marker = parse_marker(number or passage.text)
    value = parse_numeral(number) if number else None
    if marker or not value:
        return marker
    return Marker(level=ITEM_LEVEL if number.isdecimal() else 1, number=number, value=value, end=len(number))


def row_level(passage: Passage) -> int:
    """The level of a row without number."""
    return _GROUP_LEVEL if is_group(passage) else ITEM_LEVEL


def is_group(passage: Passage) -> bool:
    """Whether a row is a heading between rows."""
    return [part.column for part in passage.row] == ["group"]


def has_units(passage: Passage) -> bool:
    """Whether a row names units."""
    return any(part.column in _UNITS for part in passage.row)


def has_more(passage: Passage) -> bool:
    """Whether a row holds more than a number and a heading."""
    return any(part.column not in ("number", "group", "heading") for part in passage.row)


def cell(passage: Passage, column: Column) -> str:
    """The words of a row in the columns of one kind."""
    return "\n".join(part.text for part in passage.row if part.column == column)


def row_words(passage: Passage) -> RowWords:
    """What a row says; a column that is neither task nor units is text under its own head."""
    others = [_titled(part) for part in passage.row if part.column == "other"]
    texts = [*cell(passage, "text").split("\n"), *others]
    fields = [
        (part.column, _listed(part.text))
        for part in passage.row
        if part.column in (*_UNITS, "deadline", "leader")
    ]
    printed = "；".join(f"{part.head}：{_listed(part.text)}" for part in passage.row if part.column in _UNITS)
    return RowWords(
        heading=_one_line(cell(passage, "heading")),
        texts=tuple(official(text) for text in texts if text.strip()),
        annotation=annotation_of(_one_line(printed), [(column, _one_line(text)) for column, text in fields]),
    )


def _listed(words: str) -> str:
    """The units in a cell as one list, though each may stand on a line of its own without a mark between them."""
    return _NEXT_UNIT.sub("、", words)


def _titled(part: TableCell) -> str:
    """A cell's words as a sentence under the head of its column."""
    words = _one_line(part.text).rstrip("。")
    return f"{part.head}：{words}。" if part.head and words else words


def _one_line(words: str) -> str:
    return re.sub(r"\s*\n\s*", "", words.strip())
