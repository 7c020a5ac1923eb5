"""What the pages are filled with: rows of lines and rules, in twips from a row's upper left corner."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from editor.plan.value import Value
from editor.writing.pages.breaking import BrokenLine


class Stroke(Value, frozen=True, kw_only=True):
    """A rule from one point to another; a thickness in twips."""

    left: float
    top: float
    right: float
    bottom: float
    thick: float
    colour: str = "000000"


class TextLine(Value, frozen=True, kw_only=True):
    """A line in its row: where its box is, where its base line, and what it belongs to."""

    line: BrokenLine
    left: float
    top: float
    bottom: float
    baseline: float
    kind: str = ""
    block: str | None = None


class Row(Value, frozen=True, kw_only=True):
    """What is never divided between pages.

    `keep` puts it on the page of the row after it, which is one of its paragraph where it `is_inside`; `new_page`
    begins a page; `at_foot`: it stands at the type area's
    foot; `is_fixed`: it stands where its lines say, whatever comes before; `heads` are what its table repeats.
    """

    height: float
    lines: tuple[TextLine, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    keep: bool = False
    is_inside: bool = False
    new_page: bool = False
    at_foot: bool = False
    is_fixed: bool = False
    is_head: bool = False
    heads: "tuple[Row, ...]" = ()


def stacked(rows: Sequence[Row], left: float, top: float) -> Iterator[Row]:
    """The rows one below the other, from this place on."""
    for row in rows:
        yield moved(row, left, top)
        top += row.height


def moved(row: Row, left: float, top: float) -> Row:
    """The row somewhere else."""
    lines = tuple(
        replace(
            each,
            left=each.left + left,
            top=each.top + top,
            bottom=each.bottom + top,
            baseline=each.baseline + top,
        )
        for each in row.lines
    )
    strokes = tuple(
        replace(
            each,
            left=each.left + left,
            right=each.right + left,
            top=each.top + top,
            bottom=each.bottom + top,
        )
        for each in row.strokes
    )
    return replace(row, lines=lines, strokes=strokes)
