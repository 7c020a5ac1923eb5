"""Which row of a page goes on with the paragraph of the row before: told by margins, indents and gaps."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from editor.reading.markers import parse_marker
from editor.reading.readers.layout import Row

_INDENT = 0.9
_ROOM = 1.6
_ROOM_AFTER_SENTENCE = 0.7
"""Empty space, in heights of the row, that a full row may leave: a character that did not fit, or a stretched end."""
_CENTRED_MARGIN = 2.0
_CENTRED_SLACK = 1.5
_CLOSE = 1.35
"""The widest step from row to row inside a paragraph, in usual steps."""
_SIZES = 1.25
_EDGE_SHARE = 0.04
_FEWEST_ROWS = 12
"""Rows that show where a column ends; fewer may all be short."""
_SENTENCE_ENDS = tuple("。！？；")
_Flow: TypeAlias = tuple[int, int, int, int]
"""Rows with the same margins: those of odd or even pages of one size, and of one column."""


class Flow:
    """The rows of a document in reading order, and the margins they keep."""

    def __init__(self, rows: Sequence[Row]) -> None:
        flowing = [row for row in rows if not row.aside]
        text = [row for row in flowing if not row.frame]
        flows: dict[_Flow, list[Row]] = {}
        for row in text:
            flows.setdefault(_flow(row), []).append(row)
        self._margins = {flow: _margins(members) for flow, members in flows.items()}
        self._before = {id(row): before for before, row in pairwise(flowing)}
        self._step = _usual_step(text)

    def is_centred(self, row: Row) -> bool:
        """Whether a row leaves the same room on both sides."""
        left, right = self._room(row)
        return not row.frame and min(left, right) > _CENTRED_MARGIN and abs(left - right) < _CENTRED_SLACK

    def continues(self, row: Row) -> bool:
        """Whether the row goes on with the paragraph of the row before."""
        before = self._before.get(id(row))
        if before is None or before.frame or row.frame:
            return False
        if self._room(row)[0] > _INDENT or not self._is_full(before):
            return False
        if parse_marker(row.text) and self._room(before)[1] > _ROOM_AFTER_SENTENCE:
            return False
        if max(row.size, before.size) > _SIZES * min(row.size, before.size):
            return False
        return not self._is_far(before, row)

    def _room(self, row: Row) -> tuple[float, float]:
        """The empty space left and right of a row, in its height."""
        left, right = self._margins.get(_flow(row), (row.box.left, row.box.right))
        return (row.box.left - left) / row.size, (right - row.box.right) / row.size

    def _is_full(self, row: Row) -> bool:
        left, right = self._room(row)
        if self.is_centred(row) and left > 2 * _CENTRED_MARGIN:
            return False
        return right <= (_ROOM_AFTER_SENTENCE if row.text.endswith(_SENTENCE_ENDS) else _ROOM)

    def _is_far(self, before: Row, row: Row) -> bool:
        """Whether more room than usual parts two rows of one column."""
        step = row.box.middle - before.box.middle
        same = (before.page, before.column) == (row.page, row.column)
        return same and self._step is not None and step > _CLOSE * self._step


def _flow(row: Row) -> _Flow:
    return row.page % 2, round(row.page_width), round(row.page_height), row.column


def _margins(rows: Sequence[Row]) -> tuple[float, float]:
    """The left and right edge that enough rows keep to be the column's own; few rows have a page's even margins."""
    slack = median(row.size for row in rows)
    left = _edge(sorted(row.box.left for row in rows), slack * _INDENT)
    right = -_edge(sorted(-row.box.right for row in rows), slack * _ROOM)
    if len(rows) < _FEWEST_ROWS and rows[0].column == 0:
        right = max(right, rows[0].page_width - left)
    return left, right


def _edge(values: Sequence[float], slack: float) -> float:
    """The first of the rising values that enough others are close to."""
    enough = max(2, len(values) * _EDGE_SHARE)
    end = 0
    for place, value in enumerate(values):
        while end < len(values) and values[end] <= value + slack:
            end += 1
        if end - place >= enough:
            return value
    return values[0]


def _usual_step(rows: Sequence[Row]) -> float | None:
    """The usual distance from row to row, None where no two rows follow each other on a page."""
    steps = [
        after.box.middle - before.box.middle
        for before, after in pairwise(rows)
        if (before.page, before.column) == (after.page, after.column) and after.box.middle > before.box.middle
    ]
    return median(steps) if steps else None
