"""Where characters stand on a page.

All places are in points from the page's upper left corner, x to the right and y down.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


class Glyph(NamedTuple):
    """One character shown; `turn` counts the quarter turns clockwise it is turned by, None where it stands askew."""

    text: str
    box: Box
    turn: int | None = 0


def around(boxes: Sequence[Box]) -> Box:
    """The smallest rectangle that holds all boxes, of which there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def turn_upright(box: Box, turn: int, width: float, height: float) -> Box:
    """The box on the page after it is turned back by `turn` quarter turns; width and height are the page's before."""
    left, top, right, bottom = box
    if turn == 1:
        return Box(top, width - right, bottom, width - left)
    if turn == 2:
        return Box(width - right, height - bottom, width - left, height - top)
    if turn == 3:
        return Box(height - bottom, left, height - top, right)
    return box
