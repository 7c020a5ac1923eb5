"""Text objects of OFD pages: every character with its place (GB/T 33190, text objects)."""

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import TypeAlias

from lxml import etree

from editor.reading.boxes import Box, Glyph, around

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?")
_FARTHEST = 1e6
_ABOVE, _BELOW = 0.88, 0.12
"""A character's height above and below its base line, in its size."""
_USUAL_SIZE = 3.7
_ASKEW = 0.1
"""Share of a right angle that a character may stand off the nearest one."""
_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def numbers(text: str | None) -> list[float]:
    """The numbers in a list such as a Boundary; empty where something else stands in it."""
    words = (text or "").split()
    if not all(_NUMBER.fullmatch(word) for word in words):
        return []
    return [max(-_FARTHEST, min(_FARTHEST, float(word))) for word in words]


def glyphs_of(page: etree._Element, limit: int) -> Iterator[Glyph]:
    """The characters of all visible text objects in a page or template, at most `limit` of them."""
    visible = (item for item in page.iter("{*}TextObject") if item.get("Visible") != "false")
    return islice((glyph for item in visible for glyph in _glyphs(item)), limit)


def _glyphs(item: etree._Element) -> Iterator[Glyph]:
    boundary = numbers(item.get("Boundary"))
    origin = (boundary[0], boundary[1]) if len(boundary) == 4 else (0.0, 0.0)
    matrix = _matrix(item.get("CTM"))
    size = _first(item.get("Size"), _USUAL_SIZE)
    stretch = _first(item.get("HScale"), 1.0)
    turn = _turn(matrix, _first(item.get("CharDirection"), 0.0))
    x = y = 0.0
    for code in item.iterfind("{*}TextCode"):
        x, y = _first(code.get("X"), x), _first(code.get("Y"), y)
        text = code.text or ""
        usual = [size * stretch * _width(character) for character in text]
        rights = _steps(code.get("DeltaX"), usual if code.get("DeltaY") is None else [0.0] * len(text))
        downs = _steps(code.get("DeltaY"), [0.0] * len(text))
        for character, left, base, width in zip(
            text, _places(x, rights), _places(y, downs), usual, strict=False
        ):
            if character.strip():
                flat = Box(left, base - size * _ABOVE, left + width, base + size * _BELOW)
                yield Glyph(character, _placed(flat, matrix, origin), turn)


def _first(text: str | None, default: float) -> float:
    found = numbers(text)
    return found[0] if found else default


def _matrix(text: str | None) -> _Matrix:
    values = numbers(text)
    if len(values) != 6 or abs(values[0] * values[3] - values[1] * values[2]) < 1e-9:
        return _IDENTITY
    return values[0], values[1], values[2], values[3], values[4], values[5]


def _turn(matrix: _Matrix, direction: float) -> int | None:
    """Quarter turns clockwise, None askew; y runs down, so that positive angles turn clockwise."""
    quarters = math.atan2(matrix[1], matrix[0]) / (math.pi / 2) + direction / 90
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


def _placed(box: Box, matrix: _Matrix, origin: tuple[float, float]) -> Box:
    """The box on the page: turned and stretched by the object's matrix, moved to where the object stands."""
    a, b, c, d, e, f = matrix
    corners = [(x * a + y * c + e + origin[0], x * b + y * d + f + origin[1])
               for x in (box.left, box.right) for y in (box.top, box.bottom)]  # fmt: skip
    return around([Box(x, y, x, y) for x, y in corners])
