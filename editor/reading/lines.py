"""Lines of a source and the passages made of them: what stands between a file format and recognition."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal, TypeAlias

from editor.plan.issues import Issue
from editor.plan.measures import Lines
from editor.plan.value import Value


class Cell(Value, frozen=True, kw_only=True):
    """A cell's place: its table, counted from 1 in the source, its row and its column, from 0."""

    table: int
    row: int
    column: int


class Line(Value, frozen=True, kw_only=True):
    """One line (in a .docx: paragraph) of the source, `number` counted from 1, with what its looks tell.

    `list_level` is the depth in an automatic list, `aside` the reason why the format itself sets the line aside.
    `cell` is its place in a table. Where a format keeps places instead of paragraphs, `continues` tells whether the line goes on with the paragraph of
    the one before, `page` counts from 1, and `box` is (left, top, right, bottom) as shares of the page as it is shown.
    """

    number: int
    text: str
    style: str = ""
    list_level: int | None = None
    bold: bool = False
    centred: bool = False
    page_start: bool = False
    aside: str | None = None
    continues: bool | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    cell: Cell | None = None
    joined: bool | None = None
    """Whether it goes on with the paragraph before it, where a repair says so."""
    numeral: str | None = None
    """The bare number of the item that begins here, where a repair says so."""
    kept: bool = False
    """Whether a repair says that the line belongs to the plan."""
    as_printed: bool = False
    """Whether a repair says that the line is meant as it stands."""
    start: int = 0
    """Where the text begins in the source's line, once a repair has cut it."""


class Extract(Value, frozen=True, kw_only=True):
    """What a reader of one format gives: the lines, and what was doubtful about the file itself."""

    lines: tuple[Line, ...]
    issues: tuple[Issue, ...] = ()


class Fragment(Value, frozen=True, kw_only=True):
    """A stretch of one line, which it never changes."""

    line: Line
    text: str


Column: TypeAlias = Literal[
    "number",
    "group",
    "heading",
    "text",
    "lead_units",
    "responsible_units",
    "supporting_units",
    "deadline",
    "leader",
    "other",
]
"""What a column of a responsibility table holds."""


class TableCell(Value, frozen=True, kw_only=True):
    """A cell of a responsibility table: what its column holds, the words at the column's head, its own words."""

    column: Column
    head: str
    text: str


class Passage(Value, frozen=True, kw_only=True, dict=True, gc=True):
    """A paragraph as meant: fragments of lines in reading order, or text set aside for a reason.

    Every non-blank character of a source is in exactly one passage; passages are split and joined, never rewritten.
    `row` holds the cells with their columns where the passage is a row of a responsibility table.
    """

    fragments: tuple[Fragment, ...]
    aside: str | None = None
    row: tuple[TableCell, ...] = ()

    @cached_property
    def text(self) -> str:
        """The fragments joined."""
        return "".join(fragment.text for fragment in self.fragments)

    @cached_property
    def lines(self) -> Lines:
        """First and last line, counted from 1."""
        if len(self.fragments) == 1:
            return self.first.number, self.first.number
        numbers = [fragment.line.number for fragment in self.fragments]
        return min(numbers), max(numbers)

    @property
    def first(self) -> Line:
        """The line it starts in."""
        return self.fragments[0].line

    def set_aside(self, reason: str) -> "Passage":
        """The same text, set aside for `reason`."""
        return Passage(fragments=self.fragments, aside=reason)

    def cut(self, places: Sequence[int]) -> list["Passage"]:
        """The passages between the places, which must rise and leave something in each."""
        parts: list[list[Fragment]] = [[]]
        cuts = [*places, len(self.text)]
        position = 0
        for fragment in self.fragments:
            start = 0
            while start < len(fragment.text):
                end = min(len(fragment.text), cuts[len(parts) - 1] - position)
                parts[-1].append(Fragment(line=fragment.line, text=fragment.text[start:end]))
                start = end
                if position + end == cuts[len(parts) - 1] and len(parts) < len(cuts):
                    parts.append([])
            position += len(fragment.text)
        return [Passage(fragments=tuple(part)) for part in parts]


def begins_its_line(passage: Passage) -> bool:
    """Whether the passage begins where its first line does."""
    return passage.first.text.lstrip().startswith(passage.fragments[0].text)


def is_as_printed(passage: Passage) -> bool:
    """Whether a repair says of any of its lines that they are meant as they stand."""
    return any(fragment.line.as_printed for fragment in passage.fragments)


def passage_of(line: Line) -> Passage:
    """The line as a passage of its own, without the blanks around it."""
    return Passage(fragments=(Fragment(line=line, text=line.text.strip()),), aside=line.aside)


def join(passages: Sequence[Passage]) -> Passage:
    """The passages as one; where two Latin words meet, a blank parts them."""
    fragments: list[Fragment] = []
    for passage in passages:
        if fragments and _is_latin(fragments[-1].text[-1:]) and _is_latin(passage.text[:1]):
            fragments[-1] = Fragment(line=fragments[-1].line, text=fragments[-1].text + " ")
        fragments += passage.fragments
    return Passage(fragments=tuple(fragments))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
