"""Two wordings side by side in cells, with what only one of them has marked."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from editor.comparing import Span, diff, figure_pieces
from editor.plan.measures import Measure
from editor.plan.numbering import format_number
from editor.writing.base.table import Cell, Stretch, stretches
from editor.writing.elements.plan_elements import measure_elements, responsibilities

LEGEND = "注：加删除线的是未保留的文字，加下划线的是新写的文字，双线的是移动了位置的文字，改动的数字加粗。"
"""What the marks mean, for the foot of a table."""
_OF_OLD, _OF_NEW = "=-<", "=+>"


class PrintedMeasure(NamedTuple):
    """A measure as the notice prints it, in three parts; lines of the wording end with \\n."""

    number: str
    wording: str
    bracket: str

    @property
    def whole(self) -> str:
        """All three."""
        return self.number + self.wording + self.bracket


def printed_measure(measure: Measure) -> PrintedMeasure:
    """Number, heading and text, and the bracket of units and deadline."""
    whole = "\n".join(each.printed for each in measure_elements(measure))
    number, bracket = format_number(measure.number, measure.level), responsibilities(measure)
    return PrintedMeasure(number, whole[len(number) : len(whole) - len(bracket)], bracket)


def marked(
    old: str, new: str, names: Collection[str] = ()
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both wordings as cells; `names` of units are compared as whole words."""
    spans = diff(old, new, names)
    return tuple(_stretches(spans, _OF_OLD)), tuple(_stretches(spans, _OF_NEW))


def marked_among(
    olds: Sequence[str], news: Sequence[str], names: Collection[str] = ()
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """A cell for each wording of both sides, where several together gave way to several."""
    sides = marked("\n".join(olds), "\n".join(news), names)
    old, new = (tuple(cell) for cell in sides)
    return tuple(_cut(old, olds)), tuple(_cut(new, news))


def joined(cells: Sequence[Cell]) -> tuple[Stretch, ...]:
    """The contents of several cells as lines of one."""
    made: list[Stretch] = []
    for place, cell in enumerate(cells):
        made += [Stretch(text="\n")] if place else []
        made += stretches(cell)
    return tuple(made)


def _stretches(spans: Sequence[Span], ops: str) -> Iterator[Stretch]:
    for op, text in spans:
        if op == "=":
            yield Stretch(text=text)
        elif op in ops and op in "<>":
            yield Stretch(text=text, op=op)
        elif op in ops:
            for piece, is_figure in figure_pieces(text):
                yield Stretch(text=piece, op=op, is_figure=is_figure)


def _cut(cell: Sequence[Stretch], texts: Sequence[str]) -> Iterator[Cell]:
    """The stretches of each of the texts that are joined in the cell by line ends."""
    left = list(reversed(cell))
    for text in texts:
        yield tuple(_taken(left, len(text)))
        list(_taken(left, 1))


def _taken(left: list[Stretch], length: int) -> Iterator[Stretch]:
    """So many characters off what is left, which is in reverse order."""
    while length > 0 and left:
        stretch = left.pop()
        if len(stretch.text) > length:
            left.append(replace(stretch, text=stretch.text[length:]))
            stretch = replace(stretch, text=stretch.text[:length])
        length -= len(stretch.text)
        yield stretch
