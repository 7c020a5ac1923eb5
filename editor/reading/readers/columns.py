"""Columns of running text, told from the cells of a table."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from editor.plan.value import Value
from editor.reading.readers.boxes import Box, around

_FEWEST_ROWS = 5
_LEAST_GUTTER = 1.2
_LEAST_COLUMN = 8.0
"""Gutter and column in the height of a row; what is narrower is a table's cell, and tables read row by row."""
_FULL_SHARE = 0.5
_NEARLY_FULL = 0.8
_ENDLESS = float("inf")
_WHOLE = ((-_ENDLESS, _ENDLESS),)


class Block(Value, frozen=True, kw_only=True):
    """Rows `start` to `end` of a page that share the same columns, each from `left` to `right`."""

    start: int
    end: int
    sides: tuple[tuple[float, float], ...] = _WHOLE


def split_columns(lines: Sequence[Sequence[Box]]) -> list[Block]:
    """The rows of a page, from top to bottom, in blocks of one or more columns.

    Rows with an empty stretch at one same place are columns where most of them fill all sides, as a table's rows don't.
    """
    between = _most_common([gutter for line in lines if (gutter := _gutter(line))])
    if between is None:
        return [Block(start=0, end=len(lines))]
    blocks: list[Block] = []
    start = 0
    for is_apart, group in groupby(lines, key=lambda line: _is_apart(line, between)):
        rows = list(group)
        sides = _sides(rows, between) if is_apart else _WHOLE
        blocks.append(Block(start=start, end=start + len(rows), sides=sides))
        start += len(rows)
    return blocks


def _sides(lines: Sequence[Sequence[Box]], between: float) -> tuple[tuple[float, float], ...]:
    """The columns that rows parted at a place stand in, each side parted again where it is in columns itself."""
    halves = [[box for box in line if box.left < between] for line in lines]
    others = [[box for box in line if box.left >= between] for line in lines]
    if not _fills(halves) or not _fills(others):
        return _WHOLE
    left, right = _parted([line for line in halves if line]), _parted([line for line in others if line])
    return (*left[:-1], (left[-1][0], between), (between, right[0][1]), *right[1:])


def _parted(lines: Sequence[Sequence[Box]]) -> tuple[tuple[float, float], ...]:
    between = _most_common([gutter for line in lines if (gutter := _gutter(line))])
    if between is None or not all(_is_apart(line, between) for line in lines):
        return _WHOLE
    return _sides(lines, between)


def _gutter(line: Sequence[Box]) -> tuple[float, float] | None:
    """The widest empty stretch inside a row, if it is wide enough to part columns."""
    boxes = sorted(line)
    widest = (0.0, _LEAST_GUTTER * median(box.height for box in boxes))
    reach = boxes[0].right
    gutter = None
    for box in boxes[1:]:
        if box.left - reach > widest[1] - widest[0]:
            gutter = widest = (reach, box.left)
        reach = max(reach, box.right)
    return gutter


def _most_common(gutters: Sequence[tuple[float, float]]) -> float | None:
    """The place that most gutters hold, None where too few agree on one."""
    edges = sorted([(left, 1) for left, _right in gutters] + [(right, -1) for _left, right in gutters])
    best = count = 0
    place = None
    for (edge, step), (following, _step) in pairwise(edges):
        count += step
        if count > best:
            best, place = count, (edge + following) / 2
    return place if best >= _FEWEST_ROWS else None


def _is_apart(line: Sequence[Box], between: float) -> bool:
    """Whether a row leaves room at this place, or stands on one side of it."""
    left = max((box.right for box in line if box.left < between), default=-_ENDLESS)
    right = min((box.left for box in line if box.left >= between), default=_ENDLESS)
    return left <= between and right - left > _LEAST_GUTTER * median(box.height for box in line)


def _fills(side: Sequence[Sequence[Box]]) -> bool:
    """Whether the rows on one side are running text: wide, and most of them full."""
    rows = [around(boxes) for boxes in side if boxes]
    if len(rows) < _FEWEST_ROWS:
        return False
    width = max(row.right for row in rows) - min(row.left for row in rows)
    full = sum(row.right - row.left >= width * _NEARLY_FULL for row in rows)
    return width >= _LEAST_COLUMN * median(row.height for row in rows) and full >= len(rows) * _FULL_SHARE
