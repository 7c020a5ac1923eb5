"""The rules around the cells of a table, as its document has them."""

from collections.abc import Iterator, Mapping

from docx.oxml.ns import qn

from editor.writing.ooxml.wordml import Xml
from editor.writing.pages.rows import Stroke

_TWIPS_PER_EIGHTH = 2.5


class Borders:
    """The thickness of the rules around a table's cells, in twips; a cell's own count before the table's."""

    def __init__(self, table: Xml) -> None:
        self._table = table

    def of(self, cell: Xml, first: bool, last: bool) -> dict[str, float]:
        """How thick each side's rule is, of a cell in the first or the last row or neither."""
        own = cell.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")
        inner = {"top": not first, "bottom": not last, "left": False, "right": False}
        return {
            side: _thickness(own, side) or self._general(side, is_inner) for side, is_inner in inner.items()
        }

    def closing(self, height: float, wide: float, *, is_last: bool) -> Iterator[Stroke]:
        """The rule below a row that isn't the last one: the next row's upper rule, and the table's end on this page."""
        if (thick := _thickness(self._table, "insideH")) and not is_last:
            middle = height + thick / 2
            yield Stroke(left=0, right=wide, top=middle, bottom=middle, thick=thick)

    def _general(self, side: str, is_inner: bool) -> float:
        if is_inner and side == "bottom":
            return 0.0  # drawn as the next row's upper rule
        return _thickness(self._table, "insideH" if is_inner else side)


def _thickness(borders: Xml, side: str) -> float:
    found = None if borders is None else borders.find(qn(f"w:{side}"))
    if found is None or found.get(qn("w:val")) in ("nil", "none"):
        return 0.0
    return float(found.get(qn("w:sz"))) * _TWIPS_PER_EIGHTH


def frame(rule: Mapping[str, float], left: float, right: float, height: float) -> Iterator[Stroke]:
    """The rules around a cell between these edges of a row so high, from how thick each side's is."""
    top, bottom = rule["top"] / 2, height - rule["bottom"] / 2
    if rule["top"]:
        yield Stroke(left=left, right=right, top=top, bottom=top, thick=rule["top"])
    if rule["bottom"]:
        yield Stroke(left=left, right=right, top=bottom, bottom=bottom, thick=rule["bottom"])
    for side, x in (("left", left), ("right", right)):
        if rule[side]:
            yield Stroke(left=x, right=x, top=0, bottom=height, thick=rule[side])
