"""Rows put on pages: from the top, kept together where they ask for it, the imprint at the last page's foot."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec.structs import replace

from editor.writing.pages.rows import Row, moved


def paginate(rows: Iterable[Row], high: float, *, keeps_whole: bool) -> list[list[Row]]:
    """The rows of each page, moved to their places in a type area `high` twips high; always one page at least.

    `keeps_whole` as a template's Program has it.
    """
    return [list(_placed(page, high)) for page in pages_of(rows, high, keeps_whole)]


def pages_of(rows: Iterable[Row], high: float, keeps_whole: bool) -> list[list[Row]]:
    """The rows of each page, not yet in their places."""
    pages = _Pages(high, keeps_whole)
    for row in rows:
        for part in _parts(row, high):
            pages.add(part)
    return pages.pages


class _Pages:
    """Pages as they fill; each keeps its rows in order, not yet in their places."""

    def __init__(self, high: float, keeps_whole: bool) -> None:
        self._high = high
        self._keeps_whole = keeps_whole
        self.pages: list[list[Row]] = [[]]

    def add(self, row: Row) -> None:
        page = self.pages[-1]
        if page and (row.new_page or sum(each.height for each in page) + row.height > self._high):
            self.pages.append(self._carried(row))
        self.pages[-1].append(row)

    def _carried(self, row: Row) -> list[Row]:
        """What goes on the new page before the row: rows kept with it, the heads of the table it goes on with."""
        page = self.pages[-1]
        count = 0 if row.new_page else _kept(page, row, self._keeps_whole)
        carried = page[len(page) - count :] if count < len(page) else []
        del page[len(page) - len(carried) :]
        first = (*carried, row)[0]
        return [*([] if first.is_head else first.heads), *carried]


def _placed(rows: list[Row], high: float) -> Iterator[Row]:
    y = 0.0
    for row in rows:
        yield row if row.is_fixed else moved(row, 0, high - row.height if row.at_foot else y)
        y += row.height


def _kept(page: list[Row], row: Row, whole: bool) -> int:
    """How many rows at a page's end must stay with the row that comes."""
    ends = takewhile(lambda each: each.keep and (whole or not each.is_inside), reversed(page))
    return sum(1 for _row in ends)


def _parts(row: Row, high: float) -> Iterator[Row]:
    """The row, or where no page can hold it, the parts it is divided in."""
    while row.height > high and len(row.lines) > 1:
        above = tuple(line for line in row.lines if line.bottom <= high)
        rest = tuple(line for line in row.lines if line.bottom > high)
        if not above or not rest:
            break
        cut = min(line.top for line in rest)
        frame = tuple(each for each in row.strokes if each.left == each.right)
        yield replace(row, lines=above, height=high, strokes=tuple(replace(s, bottom=high) for s in frame))
        row = moved(replace(row, lines=rest, new_page=False, strokes=()), 0, -cut)
        height = row.height - cut
        sides = (replace(each, top=0, bottom=height) for each in frame)
        row = replace(row, height=height, strokes=tuple(sides))
    yield row
