"""Items that go on in the line of the one before them: parted where a responsibility bracket ends."""

from collections.abc import Sequence

from editor.plan.issues import Issue
from editor.plan.repairs import SplitHere
from editor.reading.annotations import find_annotations
from editor.reading.doubts import doubt
from editor.reading.lines import Passage, is_as_printed
from editor.reading.markers import Marker, parse_marker
from editor.reading.readers.places import start_of
from editor.wording import _


def part_glued(passages: Sequence[Passage]) -> tuple[list[Passage], list[Issue]]:
    """An item that goes on in the same line after the responsibility bracket of the one before it."""
    parted: list[Passage] = []
    issues: list[Issue] = []
    for passage in passages:
        places = [] if passage.aside or is_as_printed(passage) else _glued_places(passage.text)
        first, *others = passage.cut(places) if places else [passage]
        parted += [first, *others]
        message = _("Two items stood in one line; the second begins with “{words}”.")
        issues += [
            doubt(
                "glued_item",
                "warning",
                message.format(words=other.text[:8]),
                other.lines,
                repair=_split(other),
            )
            for other in others
        ]
    return parted, issues


def _split(passage: Passage) -> SplitHere:
    """What says that an item begins where the passage does."""
    spot = start_of(passage)
    return SplitHere(line=spot.line, offset=spot.offset)


def _glued_places(text: str) -> list[int]:
    """Where items begin after a bracket of units; where these are sub-items, also where those before them begin."""
    places: list[int] = []
    for span in find_annotations(text):
        end = span.end + (text[span.end : span.end + 1] == "。")
        marker = parse_marker(text, end) if span.closed and end < len(text) else None
        if marker:
            places += [] if places else _places_before(text, marker, end)
            places.append(end)
    return places


def _places_before(text: str, marker: Marker, end: int) -> list[int]:
    """Where the sub-items with the numbers before this one stand, if every one of them is found after a sentence."""
    own = parse_marker(text)
    start = own.end if own else 0
    found = [
        place
        for place in _sentence_starts(text, start, end)
        if _is_of_level(parse_marker(text, place), marker)
    ]
    values = [m.value for place in found if (m := parse_marker(text, place))]
    is_sub_item = own is not None and own.level < marker.level
    return found if is_sub_item and values == list(range(1, marker.value)) else []


def _sentence_starts(text: str, start: int, end: int) -> list[int]:
    return [place for place in range(max(start, 1), end) if text[place - 1] in "。；："]


def _is_of_level(one: Marker | None, other: Marker) -> bool:
    return one is not None and one.level == other.level
