"""What an OFD page draws, wherever it is placed: text, lines and pictures (GB/T 33190, page objects).

A page counts in millimetres; everything here is given in points, as in `boxes`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from lxml import etree

from editor.reading.readers.boxes import Box, around

POINTS = 72 / 25.4
"""Points in a millimetre."""
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?")
_FARTHEST = 1e6
_DEEPEST = 5
"""Composite objects inside each other."""
_KINDS = ("{*}TextObject", "{*}PathObject", "{*}ImageObject", "{*}CompositeObject")
_MOST_OBJECTS = 100_000
_MOST_WORDS = 5_000
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many numbers follow a letter in the data of a path; the last two are the point reached."""
_THIN = 3.0
_SLANT = 0.5
"""Points, as for the lines of a PDF: filled shapes so thin are lines, and lines may be so far from level or upright."""
Units: TypeAlias = Mapping[str, etree._Element]
"""Composite objects by the number that pages name them by."""


class Matrix(NamedTuple):
    """A point's place x, y becomes x·a + y·c + e, x·b + y·d + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return x * self.a + y * self.c + self.e, x * self.b + y * self.d + self.f

    def then(self, after: "Matrix") -> "Matrix":
        """This matrix, and after it another one."""
        a, b = self.a * after.a + self.b * after.c, self.a * after.b + self.b * after.d
        c, d = self.c * after.a + self.d * after.c, self.c * after.b + self.d * after.d
        return Matrix(a, b, c, d, *after.place(self.e, self.f))

    def box(self, box: Box) -> Box:
        """The smallest upright box around a box where it comes to lie."""
        corners = [self.place(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        return around([Box(x, y, x, y) for x, y in corners])


PAGE = Matrix(a=POINTS, d=POINTS)
"""A page in points."""


class Drawn(NamedTuple):
    """An object and the matrix that brings it to its place on the page."""

    kind: str
    item: etree._Element
    matrix: Matrix


def numbers(text: str | None) -> list[float]:
    """The numbers in a list such as a Boundary; empty where something else stands in it."""
    words = (text or "").split()
    if not all(_NUMBER.fullmatch(word) for word in words):
        return []
    return [max(-_FARTHEST, min(_FARTHEST, float(word))) for word in words]


def drawn(content: etree._Element, units: Units, matrix: Matrix = PAGE) -> Iterator[Drawn]:
    """The visible objects of a page or template, those inside of composite ones included, as far as they can be counted."""
    yield from _drawn(content, units, matrix, 0, iter(range(_MOST_OBJECTS)))


def _drawn(
    content: etree._Element, units: Units, matrix: Matrix, depth: int, budget: Iterator[int]
) -> Iterator[Drawn]:
    for item in content.iter(*_KINDS):
        if next(budget, None) is None:
            return
        if item.get("Visible") == "false":
            continue
        placed = _own(item).then(matrix)
        kind = etree.QName(item).localname
        if kind != "CompositeObject":
            yield Drawn(kind, item, placed)
        elif depth < _DEEPEST and (unit := units.get(item.get("ResourceID") or "")) is not None:
            yield from _drawn(unit, units, placed, depth + 1, budget)


def _own(item: etree._Element) -> Matrix:
    """An object's own turn and stretch, and the place of its upper left corner."""
    values, boundary = numbers(item.get("CTM")), numbers(item.get("Boundary"))
    matrix = Matrix(*values) if len(values) == 6 else Matrix()
    if abs(matrix.a * matrix.d - matrix.b * matrix.c) < 1e-9:
        matrix = Matrix()
    left, top = boundary[:2] if len(boundary) == 4 else (0.0, 0.0)
    return matrix._replace(e=matrix.e + left, f=matrix.f + top)


def strokes_of(path: Drawn) -> Iterator[Box]:
    """The level and upright lines of a path that is drawn as lines, or filled and as thin as one."""
    pieces = list(pieces_of(path))
    ends = [points[-1] for _letter, points in pieces]
    if not ends or not _is_line(path.item, around([Box(x, y, x, y) for x, y in ends])):
        return
    for (x, y), (right, bottom), (letter, _points) in zip(ends, ends[1:], pieces[1:], strict=False):
        across, down = abs(right - x), abs(bottom - y)
        if letter in "LC" and min(across, down) <= _SLANT < max(across, down):
            yield Box(min(x, right), min(y, bottom), max(x, right), max(y, bottom))


def _is_line(item: etree._Element, box: Box) -> bool:
    if item.get("Stroke") != "false":
        return True
    return item.get("Fill") == "true" and min(box.right - box.left, box.height) <= _THIN


def pieces_of(path: Drawn) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """The pieces of a path: the letter of each (M moves, L draws a line, B a curve, C back to the start) and its points."""
    words = (path.item.findtext("{*}AbbreviatedData") or "").split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
    start = path.matrix.place(0.0, 0.0)
    place = 0
    while place < len(words) and words[place] in _OPERANDS:
        letter = words[place]
        values = numbers(" ".join(words[place + 1 : place + 1 + _OPERANDS[letter]]))
        place += 1 + _OPERANDS[letter]
        if len(values) != _OPERANDS[letter]:
            return
        values = values[-2:] if letter == "A" else values
        points = [path.matrix.place(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
        start = points[-1] if letter in "SM" else start
        yield "M" if letter == "S" else letter, points or [start]
