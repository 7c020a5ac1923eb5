"""Paragraphs broken into lines: no mark where GB/T 15834 forbids it, no number, word, dash or ellipsis cut.

Widths come from the template: a Chinese character is as wide as its size, Latin ones are as wide as it says.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from msgspec.structs import replace

from editor.plan.value import Value
from editor.writing.pages.flow import LINE_BREAK, TAB, Paragraph, Shape
from editor.writing.pages.pictures import Face
from editor.writing.template.template import LatinWidths

NOT_FIRST = frozenset("!%),.:;?]}¨·ˇˉ―‖’”…‰℃∶、。〃々〉》」』】〕〗！＂％＇），．：；？］｀｜｝～")
"""Marks that must not begin a line (GB/T 15834—2011 5.1)."""
NOT_LAST = frozenset("$([{£¥‘“〈《「『【〔〖＄（［｛￥")
"""Marks that must not end a line."""
_WORD = re.compile(r"[\n\t]| +|—+|…+|[!-~]+|.", re.DOTALL)
_TWIPS_PER_POINT = 20
_DEFAULT_TAB = 2
"""字 between tab stops where a paragraph sets none."""


class Placed(Value, frozen=True, kw_only=True):
    """Characters of one span and one script on a line: from where, and the twips after each of them."""

    text: str
    face: Face
    is_latin: bool
    x: float
    spacing: float


class BrokenLine(Value, frozen=True, kw_only=True):
    """One line: its pieces with places in twips from the type area's left edge, and how wide it is."""

    pieces: tuple[Placed, ...]
    width: float

    @property
    def text(self) -> str:
        """The characters on the line."""
        return "".join(piece.text for piece in self.pieces)


class _Character(Value, frozen=True):
    """One character, its width in twips, whether it is Latin, and the gap that follows it but not at a line's end."""

    text: str
    face: Face
    width: float
    is_latin: bool
    gap: float = 0.0


_Word = tuple[_Character, ...]


def is_latin(character: str) -> bool:
    """Whether a character is set in the Latin face: printable ASCII is, all others are taken for Chinese."""
    return character <= "~"


@lru_cache(maxsize=4096)
def break_paragraph(paragraph: Paragraph, wide: int, latin: LatinWidths) -> tuple[BrokenLine, ...]:
    """The lines of a paragraph in a type area `wide` twips wide; an empty one has one empty line."""
    shape, widths = paragraph.shape, dict(_latin_table(latin))
    characters = [
        _Character(each, span.face, _width(each, span.face, widths, latin.usual), is_latin(each))
        for span in paragraph.spans
        for each in span.text
    ]
    characters = _spaced(characters, latin)
    lines: list[BrokenLine] = []
    for segment in _segments(characters):
        lines += _filled(segment, shape, wide, is_first=not lines)
    return tuple(lines)


@lru_cache(maxsize=8)
def _latin_table(latin: LatinWidths) -> tuple[tuple[str, float], ...]:
    return tuple((each, share) for group, share in latin.widths for each in group)


def _width(character: str, face: Face, widths: dict[str, float], usual: float) -> float:
    """Twips that a character takes; Latin ones are half as wide as Chinese ones in a Chinese face."""
    return (_share(character, face, widths, usual) * face.size + face.spacing) * _TWIPS_PER_POINT


def _share(character: str, face: Face, widths: dict[str, float], usual: float) -> float:
    if is_latin(character):
        return usual if face.latin == face.family else widths.get(character, usual)
    if _is_mark_above(character):
        return 0.0
    return 0.5 if unicodedata.east_asian_width(character) in ("N", "Na", "H") else 1.0


def _spaced(characters: list[_Character], latin: LatinWidths) -> list[_Character]:
    """The characters with what a change of script or face adds."""
    if not (latin.gap or latin.seam) or len(characters) < 2:
        return characters
    spaced = [replace(each, gap=_gap(each, after, latin)) for each, after in pairwise(characters)]
    return [*spaced, characters[-1]]


def _gap(each: _Character, after: _Character, latin: LatinWidths) -> float:
    if not _differ(each, after):
        return 0.0
    meets = each.is_latin != after.is_latin and each.text.isalnum() and after.text.isalnum()
    return (latin.seam + (latin.gap * each.face.size if meets else 0.0)) * _TWIPS_PER_POINT


def _segments(characters: Sequence[_Character]) -> Iterator[list[_Character]]:
    """The characters between line breaks."""
    segment: list[_Character] = []
    for each in characters:
        if each.text == LINE_BREAK:
            yield segment
            segment = []
        else:
            segment.append(each)
    yield segment


def _words(segment: list[_Character]) -> Iterator[_Word]:
    """What must not be divided: words and numbers, dashes, and marks with what they stand at."""
    text = "".join(each.text for each in segment)
    start = 0
    for match in _WORD.finditer(text):
        place = match.start()
        if place and not _is_glued(text[place - 1], text[place]):
            yield tuple(segment[start:place])
            start = place
    if segment:
        yield tuple(segment[start:])


def _is_glued(before: str, after: str) -> bool:
    """Whether no line may end between two characters."""
    return after == " " or after in NOT_FIRST or before in NOT_LAST or _is_mark_above(after)


def _is_mark_above(character: str) -> bool:
    """Whether a character takes no room of its own: accents, joiners."""
    return not is_latin(character) and (
        unicodedata.combining(character) > 0 or unicodedata.category(character) in ("Cf", "Mn", "Me")
    )


def _filled(segment: list[_Character], shape: Shape, wide: int, *, is_first: bool) -> Iterator[BrokenLine]:
    """Lines filled word by word."""
    start, room = _start(shape, is_first), wide - shape.right
    line: list[_Character] = []
    x = float(start)
    for word in _fitting(segment, room - max(shape.left, shape.left + shape.first)):
        if TAB in word[0].text:
            word = (_tab(word[0], x, segment, shape, wide), *word[1:])
        if line and x + _ink_width(word) > room:
            yield _placed(line, start, shape, room, is_last=False)
            line, start = [], shape.left
            x = float(start)
        line += word
        x += sum(each.width + each.gap for each in word)
    yield _placed(line, start, shape, room, is_last=True)


def _start(shape: Shape, is_first: bool) -> int:
    return shape.left + (shape.first if is_first else 0)


def _fitting(segment: list[_Character], room: float) -> Iterator[_Word]:
    """The words; those that no line can hold character by character."""
    for word in _words(segment):
        if _ink_width(word) <= room:
            yield word
        else:
            yield from ((each,) for each in word)


def _ink_width(word: Sequence[_Character]) -> float:
    """The width without blanks at the end, and without the gap after it."""
    inked = _inked(word)
    return sum(each.width + each.gap for each in inked) - (inked[-1].gap if inked else 0.0)


def _inked(line: Sequence[_Character]) -> Sequence[_Character]:
    """The characters without blanks at their end."""
    end = len(line)
    while end and line[end - 1].text == " ":
        end -= 1
    return line[:end]


def _tab(tab: _Character, x: float, segment: list[_Character], shape: Shape, wide: int) -> _Character:
    """The tab as wide as it takes to reach the next stop, or to let what follows end or have its middle there."""
    place, kind = next(
        ((place, kind) for place, kind in shape.tabs if place > x), (_next_default(tab, x), "left")
    )
    if share := {"right": 1.0, "center": 0.5}.get(kind):
        start = next(n for n, each in enumerate(segment, 1) if each is tab)
        follows = list(takewhile(lambda each: each.text != TAB, segment[start:]))
        place = max(place - _ink_width(follows) * share, x)
    return _Character(TAB, tab.face, place - x, True)


def _next_default(tab: _Character, x: float) -> float:
    step = (tab.face.size + tab.face.spacing) * _TWIPS_PER_POINT * _DEFAULT_TAB
    return (x // step + 1) * step


def _placed(line: list[_Character], start: int, shape: Shape, room: int, *, is_last: bool) -> BrokenLine:
    """The line's characters as pieces in their places: spread, centred or moved to the right as the shape says."""
    inked = _inked(line)
    width = _ink_width(line)
    slack = max(0.0, room - start - width)
    is_spread = shape.justify == "distribute" or (shape.justify == "both" and not is_last)
    gaps = _gaps(inked) if is_spread else 0
    x = start + slack * {"center": 0.5, "right": 1.0}.get(shape.justify, 0.0)
    extra = slack / gaps if gaps else 0.0
    return BrokenLine(pieces=tuple(_pieces(line, x, extra)), width=width + slack if gaps else width)


def _gaps(line: Sequence[_Character]) -> int:
    """Between how many neighbours a spread line may be opened: not inside words and numbers."""
    return sum(_opens(before, after) for before, after in pairwise(line))


def _opens(before: _Character, after: _Character) -> bool:
    return not (before.is_latin and after.is_latin)


def _pieces(line: list[_Character], x: float, extra: float) -> Iterator[Placed]:
    place, start = x, 0
    for end in range(1, len(line) + 1):
        first, last = line[start], line[end - 1]
        following = line[end] if end < len(line) else None
        place += last.width + last.gap + (extra if following is not None and _opens(last, following) else 0.0)
        if following is None or _differ(last, following):
            text = "".join(each.text for each in line[start:end])
            own = first.face.spacing * _TWIPS_PER_POINT + (0.0 if first.is_latin else extra)
            yield Placed(text=text, face=first.face, is_latin=first.is_latin, x=x, spacing=own)
            x, start = place, end


def _differ(before: _Character, after: _Character) -> bool:
    """Whether two neighbours are set in different faces, or one of them is a tab."""
    return before.face != after.face or before.is_latin != after.is_latin or TAB in (before.text, after.text)
