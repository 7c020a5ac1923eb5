"""Where words stand in a source: its lines' texts by number, whole again where repairs cut them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from editor.plan.measures import Lines
from editor.reading.lines import Line, Passage

Texts: TypeAlias = Mapping[int, str]
"""The source's lines by number."""


class Spot(NamedTuple):
    """A place in the source: the number of a line, and a character counted from 0."""

    line: int
    offset: int


def texts_of(lines: Sequence[Line]) -> Texts:
    """The whole texts of the lines."""
    parts: dict[int, list[str]] = {}
    for line in lines:
        parts.setdefault(line.number, []).append(line.text)
    return {number: "".join(texts) for number, texts in parts.items()}


def start_of(passage: Passage) -> Spot:
    """Where a passage begins."""
    line = passage.first
    return Spot(line.number, line.start + max(line.text.find(passage.fragments[0].text), 0))


def find_words(words: str, within: Lines | None, texts: Texts) -> Spot | None:
    """The first place of the words inside one of the lines; None where they stand in none of them."""
    for number in range(within[0], within[1] + 1) if within else ():
        offset = texts.get(number, "").find(words)
        if offset >= 0:
            return Spot(number, offset)
    return None
