"""Page numbers and running heads: what stands at the edge of pages and belongs to no text."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from editor.reading.readers.layout import Row
from editor.reading.wrapping import PAGE_NUMBER

_EDGE = 0.16
"""Share of the page's height at its top and bottom in which furniture stands."""
_DEEPEST = 3
"""Rows of furniture, one below the other."""
_REPEATED_SHARE = 0.3
_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"[·•.~\s]*(\d{1,4})[·•.~\s]*|(\d{1,4})\s*/\s*\d{1,4}")


def set_furniture_aside(pages: Sequence[tuple[Row, ...]]) -> list[tuple[Row, ...]]:
    """The pages with page numbers and running heads set aside, recognised by place and repetition."""
    repeated = _repeated(pages)
    offsets = _offsets(pages)
    return [tuple(_marked(rows, repeated, offsets)) for rows in pages]


def _marked(rows: Sequence[Row], repeated: set[str], offsets: set[int]) -> list[Row]:
    """The rows in their order; from both edges inwards furniture is set aside up to the first row of text."""
    reasons: dict[int, str] = {}
    for edge in _edges(rows):
        for row in edge:
            reason = _reason(row, repeated, offsets)
            if reason is None:
                break
            reasons[id(row)] = reason
    return [replace(row, aside=reasons[id(row)]) if id(row) in reasons else row for row in rows]


def _edges(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The outermost rows at the top of a page from above, and those at its bottom from below."""
    upright = sorted(
        (row for row in rows if not row.aside and row.frame is None), key=lambda row: row.box.middle
    )
    top = [row for row in upright if row.box.middle < row.page_height * _EDGE]
    bottom = [row for row in reversed(upright) if row.box.middle > row.page_height * (1 - _EDGE)]
    return top[:_DEEPEST], bottom[:_DEEPEST]


def _reason(row: Row, repeated: set[str], offsets: set[int]) -> str | None:
    if PAGE_NUMBER.fullmatch(row.text) or _offset(row) in offsets:
        return "page_number"
    return "running_head" if _likeness(row) in repeated else None


def _likeness(row: Row) -> str:
    """What a running head has in common from page to page: its words but for numbers, and how far in it stands."""
    above, below = row.box.middle, row.page_height - row.box.middle
    place = f"top {above / row.size:.0f}" if above < below else f"bottom {below / row.size:.0f}"
    return f"{place} {_DIGITS.sub('#', row.text)}"


def _repeated(pages: Sequence[tuple[Row, ...]]) -> set[str]:
    counts = Counter(
        likeness for rows in pages for likeness in {_likeness(row) for edge in _edges(rows) for row in edge}
    )
    return {likeness for likeness, count in counts.items() if count >= max(2, len(pages) * _REPEATED_SHARE)}


def _offset(row: Row) -> int | None:
    """How far a bare number is from the number of its page; None where the row is no bare number."""
    number = _BARE.fullmatch(row.text)
    return None if number is None else int(number[1] or number[2]) - row.page


def _offsets(pages: Sequence[tuple[Row, ...]]) -> set[int]:
    """The offsets that bare numbers at the edge of pages share, which makes them page numbers."""
    counts: Counter[int] = Counter()
    for rows in pages:
        ends = [row for edge in _edges(rows) for row in edge[:1]]
        counts.update({offset for row in ends if (offset := _offset(row)) is not None})
    return {offset for offset, count in counts.items() if count >= 2 or (len(pages) == 1 and offset == 0)}
