"""Lines of a source and the passages made of them: what stands between a file format and recognition."""

from functools import cached_property

from editor.plan.measures import Lines
from editor.plan.value import Value


class Line(Value, frozen=True, kw_only=True):
    """One line (in a .docx: paragraph) of the source, `number` counted from 1, with what its looks tell.

    `list_level` is the depth in an automatic list, `aside` the reason why the format itself sets the line aside.
    """

    number: int
    text: str
    style: str = ""
    list_level: int | None = None
    bold: bool = False
    centred: bool = False
    page_start: bool = False
    aside: str | None = None


class Fragment(Value, frozen=True, kw_only=True):
    """A stretch of one line, which it never changes."""

    line: Line
    text: str


class Passage(Value, frozen=True, kw_only=True, dict=True):
    """A paragraph as meant: fragments of lines in reading order, or text set aside for a reason.

    Every non-blank character of a source is in exactly one passage; passages are split and joined, never rewritten.
    """

    fragments: tuple[Fragment, ...]
    aside: str | None = None

    @cached_property
    def text(self) -> str:
        """The fragments joined."""
        return "".join(fragment.text for fragment in self.fragments)

    @property
    def lines(self) -> Lines:
        """First and last line, counted from 1."""
        numbers = [fragment.line.number for fragment in self.fragments]
        return min(numbers), max(numbers)

    @property
    def first(self) -> Line:
        """The line it starts in."""
        return self.fragments[0].line

    def set_aside(self, reason: str) -> "Passage":
        """The same text, set aside for `reason`."""
        return Passage(fragments=self.fragments, aside=reason)

    def split(self, place: int) -> tuple["Passage", "Passage"]:
        """The two passages before and from `place` in the text; both must hold something."""
        left: list[Fragment] = []
        right: list[Fragment] = []
        for fragment in self.fragments:
            cut = min(max(place, 0), len(fragment.text))
            place -= len(fragment.text)
            if fragment.text[:cut]:
                left.append(Fragment(line=fragment.line, text=fragment.text[:cut]))
            if fragment.text[cut:]:
                right.append(Fragment(line=fragment.line, text=fragment.text[cut:]))
        return Passage(fragments=tuple(left)), Passage(fragments=tuple(right))


def passage_of(line: Line) -> Passage:
    """The line as a passage of its own, without the blanks around it."""
    return Passage(fragments=(Fragment(line=line, text=line.text.strip()),), aside=line.aside)


def join(first: Passage, second: Passage) -> Passage:
    """Both passages as one; where two Latin words meet, a blank parts them."""
    fragments = first.fragments
    if _is_latin(first.text[-1:]) and _is_latin(second.text[:1]):
        last = fragments[-1]
        fragments = (*fragments[:-1], Fragment(line=last.line, text=last.text + " "))
    return Passage(fragments=(*fragments, *second.fragments))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
