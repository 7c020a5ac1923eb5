"""The bridge between Python's characters and Qt's UTF-16 units: rare characters count once here and twice there."""

from typing import NamedTuple

_LAST_SINGLE_UNIT = "\uffff"


class Replacement(NamedTuple):
    """The one span in which two texts differ, in characters of the old text, and what stands there now."""

    start: int
    end: int
    text: str


def to_qt(text: str, position: int) -> int:
    """The place in UTF-16 units of the character at `position`."""
    return position + sum(character > _LAST_SINGLE_UNIT for character in text[:position])


def from_qt(text: str, position: int) -> int:
    """The character at the place `position` of UTF-16 units; inside a pair, the character the pair stands for."""
    units = 0
    for place, character in enumerate(text):
        units += 1 + (character > _LAST_SINGLE_UNIT)
        if units > position:
            return place
    return len(text)


def replacement(old: str, new: str) -> Replacement:
    """The smallest span of `old` to replace so that it becomes `new`."""
    start = _common_length(old, new)
    room = min(len(old), len(new)) - start
    tail = _common_length(old[::-1][:room], new[::-1][:room])
    return Replacement(start, len(old) - tail, new[start : len(new) - tail])


def merged(old: str, typed: str, other: str) -> str:
    """What two changes of a text make of it: the span typed, put to its place in what the other made of the text."""
    mine, theirs = replacement(old, typed), replacement(old, other)

    def place(position: int) -> int:
        if position <= theirs.start:
            return position
        return max(position, theirs.end) + len(other) - len(old)

    start = place(mine.start)
    return other[:start] + mine.text + other[max(start, place(mine.end)) :]


def _common_length(first: str, second: str) -> int:
    """How many characters two texts have in common from their start."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(first), len(second)))
