"""Items whose number has no mark behind it: 1 推进……, with nothing but a blank before the words."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from editor.reading.lines import Line
from editor.reading.markers import Marker, parse_bare_marker, parse_marker
from editor.reading.wrapping import column_width

_FEWEST = 2
_ITEM_LEVEL = 3
_GOES_ON = ("，", ",", "、")


def mark_bare_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines, with the number of those that begin with a bare one, where it is safe to take these for items.

    They must go up one by one, each begin a paragraph and hold text, and no item may be numbered 1. as usual.
    """
    found = {place: marker for place, line in enumerate(lines) if (marker := _bare_marker(line))}
    if len(found) < _FEWEST or not _are_items(lines, found):
        return list(lines)
    return [
        replace(line, numeral=found[place].number) if place in found else line
        for place, line in enumerate(lines)
    ]


def _bare_marker(line: Line) -> Marker | None:
    is_free = not (line.aside or line.cell or line.continues or line.as_printed or line.numeral)
    return parse_bare_marker(line.text) if is_free else None


def _are_items(lines: Sequence[Line], found: dict[int, Marker]) -> bool:
    values = [0, *(marker.value for marker in found.values())]
    if any(after not in (1, before + 1) for before, after in pairwise(values)):
        return False
    if any((marker := parse_marker(line.text)) and marker.level == _ITEM_LEVEL for line in lines):
        return False
    if any(place and lines[place - 1].text.rstrip().endswith(_GOES_ON) for place in found):
        return False
    return all(_holds_text(lines, place, found) for place in found) and column_width(lines) is None


def _holds_text(lines: Sequence[Line], place: int, found: dict[int, Marker]) -> bool:
    """Whether a sentence, or more than the next item, follows the number; a list of names has neither."""
    return "。" in lines[place].text or (place + 1 < len(lines) and place + 1 not in found)
