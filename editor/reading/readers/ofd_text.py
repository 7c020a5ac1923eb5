"""Text objects of OFD pages: every character with its place (GB/T 33190, text objects)."""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

from editor.reading.readers.boxes import Box, Glyph
from editor.reading.readers.ofd_objects import Drawn, Matrix, numbers

_ABOVE, _BELOW = 0.88, 0.12
"""A character's height above and below its base line, in its size."""
_USUAL_SIZE = 3.7
_ASKEW = 0.1
"""Share of a right angle that a character may stand off the nearest one."""


def glyphs_of(text: Drawn) -> Iterator[Glyph]:
    """The characters of a text object."""
    item, matrix = text.item, text.matrix
    size = _first(item.get("Size"), _USUAL_SIZE)
    stretch = _first(item.get("HScale"), 1.0)
    turn = _turn(matrix, _first(item.get("CharDirection"), 0.0))
    x = y = 0.0
    for code in item.iterfind("{*}TextCode"):
        x, y = _first(code.get("X"), x), _first(code.get("Y"), y)
        words = code.text or ""
        usual = [size * stretch * _width(character) for character in words]
        rights = _steps(code.get("DeltaX"), usual if code.get("DeltaY") is None else [0.0] * len(words))
        downs = _steps(code.get("DeltaY"), [0.0] * len(words))
        for character, left, base, width in zip(
            words, _places(x, rights), _places(y, downs), usual, strict=False
        ):
            if character.strip():
                flat = Box(left, base - size * _ABOVE, left + width, base + size * _BELOW)
                yield Glyph(character, matrix.box(flat), turn)


def _first(text: str | None, default: float) -> float:
    found = numbers(text)
    return found[0] if found else default


def _turn(matrix: Matrix, direction: float) -> int | None:
    """Quarter turns clockwise, None askew; y runs down, so that positive angles turn clockwise."""
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2) + direction / 90
    return round(quarters) % 4 if abs(quarters - round(quarters)) <= _ASKEW else None


def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def _steps(text: str | None, usual: Sequence[float]) -> list[float]:
    """The steps from character to character: `g n v` stands for n times v, and the last goes on where some are missing."""
    if text is None:
        return list(usual)
    steps: list[float] = []
    words = iter(text.split())
    for word in words:
        if len(steps) >= len(usual):
            break
        if word == "g":
            count, value = _first(next(words, None), 0.0), _first(next(words, None), 0.0)
            steps += [value] * min(int(max(count, 0.0)), len(usual))
        else:
            steps.append(_first(word, 0.0))
    return steps + [steps[-1] if steps else 0.0] * (len(usual) - len(steps))


def _places(start: float, steps: Sequence[float]) -> Iterator[float]:
    return accumulate(steps, initial=start)
