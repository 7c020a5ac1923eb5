"""Tables told by the lines drawn around their cells, wherever on a page these cross.

Places are in points from the upper left corner of the page, as in `boxes`. A rule is a box without height or width.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.plan.value import Value
from editor.reading.readers.boxes import Box, around

_SAME = 2.0
"""Points that rules may be apart and still be one, or miss each other and still touch."""
_SHORTEST = 4.0
_MOST_RULES = 3000
_MOST_PLACES = 20_000
"""Rules on a page and cells of a table; beyond them it is a drawing."""


class RuledCell(NamedTuple):
    """A cell: the row and column it begins in, from 0, and its place."""

    row: int
    column: int
    box: Box


class RuledTable(Value, frozen=True, kw_only=True):
    """A table with its cells, row by row; `edges` are the ends of its columns, `tops` those of its rows.

    `owners` names for each place between them, row by row, the cell that it belongs to.
    """

    box: Box
    edges: tuple[float, ...]
    tops: tuple[float, ...]
    cells: tuple[RuledCell, ...]
    owners: tuple[int, ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """The place in `cells` of the cell around a point, None outside the table."""
        row, column = bisect_right(self.tops, y) - 1, bisect_right(self.edges, x) - 1
        columns = len(self.edges) - 1
        if not 0 <= row < len(self.tops) - 1 or not 0 <= column < columns:
            return None
        return self.owners[row * columns + column]


class _Rule(NamedTuple):
    """A horizontal rule at the height `at`, or a vertical one that far from the left, and where it starts and ends."""

    at: float
    start: float
    end: float


def find_tables(rules: Sequence[Box]) -> tuple[RuledTable, ...]:
    """The tables of two columns or more that the rules on a page draw, from top to bottom."""
    if len(rules) > _MOST_RULES:
        return ()
    across = _joined(_Rule(box.middle, box.left, box.right) for box in rules if _is_across(box))
    down = _joined(
        _Rule((box.left + box.right) / 2, box.top, box.bottom) for box in rules if not _is_across(box)
    )
    tables = (_table(*group) for group in _connected(across, down))
    return tuple(sorted((table for table in tables if table), key=lambda table: table.box.top))


def _is_across(box: Box) -> bool:
    return box.right - box.left >= box.height


def _joined(rules: Iterable[_Rule]) -> list[_Rule]:
    """Long enough rules, those in one line that touch or lie over each other made one."""
    levels: list[list[_Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][0].at <= _SAME:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    joined = (rule for level in levels for rule in _merged(level))
    return [rule for rule in joined if rule.end - rule.start >= _SHORTEST]


def _merged(level: Sequence[_Rule]) -> Iterator[_Rule]:
    at = level[0].at
    start = end = None
    for rule in sorted(level, key=lambda rule: rule.start):
        if start is None or end is None:
            start, end = rule.start, rule.end
        elif rule.start <= end + _SAME:
            end = max(end, rule.end)
        else:
            yield _Rule(at, start, end)
            start, end = rule.start, rule.end
    if start is not None and end is not None:
        yield _Rule(at, start, end)


def _connected(across: Sequence[_Rule], down: Sequence[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """The rules in groups that hang together; those that touch no other kind are in none."""
    group = list(range(len(across) + len(down)))
    for place, column in enumerate(down, len(across)):
        first = bisect_left(across, (column.start - _SAME,))
        last = bisect_right(across, (column.end + _SAME, float("inf")))
        for number in range(first, last):
            if across[number].start - _SAME <= column.at <= across[number].end + _SAME:
                _unite(group, number, place)
    found: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for number in range(len(group)):
        kinds = found.setdefault(_root(group, number), ([], []))
        kinds[number >= len(across)].append(_rule(across, down, number))
    return [kinds for kinds in found.values() if kinds[0] and kinds[1]]


def _rule(across: Sequence[_Rule], down: Sequence[_Rule], number: int) -> _Rule:
    return across[number] if number < len(across) else down[number - len(across)]


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _unite(group: list[int], one: int, other: int) -> None:
    group[_root(group, one)] = _root(group, other)


def _table(across: Sequence[_Rule], down: Sequence[_Rule]) -> RuledTable | None:
    """The table that connected rules draw, open sides closed; None where there are no two cells side by side."""
    tops = _edges([rule.at for rule in across] + [end for rule in down for end in (rule.start, rule.end)])
    edges = _edges([rule.at for rule in down] + [end for rule in across for end in (rule.start, rule.end)])
    rows, columns = len(tops) - 1, len(edges) - 1
    if columns < 2 or rows < 1 or rows * columns > _MOST_PLACES:
        return None
    below = _walls(across, tops, edges)
    right = _walls(down, edges, tops)
    group = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            place = row * columns + column
            if column + 1 < columns and (column + 1, row) not in right:
                _unite(group, place, place + 1)
            if row + 1 < rows and (row + 1, column) not in below:
                _unite(group, place, place + columns)
    cells, owners = _cells(group, columns, tops, edges)
    if len(cells) < 2:
        return None
    box = around([cell.box for cell in cells])
    return RuledTable(box=box, edges=tuple(edges), tops=tuple(tops), cells=cells, owners=owners)


def _edges(values: Sequence[float]) -> list[float]:
    """The distinct values, rising."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2 * _SAME:
            edges.append(value)
    return edges


def _walls(
    rules: Sequence[_Rule], levels: Sequence[float], stretches: Sequence[float]
) -> set[tuple[int, int]]:
    """Which level has a rule along which stretch between two of the other direction's edges."""
    middles = [(start + end) / 2 for start, end in pairwise(stretches)]
    walls = set()
    for rule in rules:
        level = min(range(len(levels)), key=lambda place, at=rule.at: abs(levels[place] - at))  # type: ignore[misc]
        walls |= {
            (level, place)
            for place in range(bisect_left(middles, rule.start), bisect_right(middles, rule.end))
        }
    return walls


def _cells(
    group: list[int], columns: int, tops: Sequence[float], edges: Sequence[float]
) -> tuple[tuple[RuledCell, ...], tuple[int, ...]]:
    """The cells row by row, and the owner of every place."""
    members: dict[int, list[tuple[int, int]]] = {}
    for place in range(len(group)):
        members.setdefault(_root(group, place), []).append(divmod(place, columns))
    cells, owners = [], [0] * len(group)
    for number, places in enumerate(members.values()):
        rows, sides = zip(*places, strict=True)
        box = Box(edges[min(sides)], tops[min(rows)], edges[max(sides) + 1], tops[max(rows) + 1])
        cells.append(RuledCell(min(rows), min(sides), box))
        for row, column in places:
            owners[row * columns + column] = number
    return tuple(cells), tuple(owners)
