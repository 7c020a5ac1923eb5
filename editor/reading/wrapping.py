"""Text with hard line breaks, as taken from a PDF: told by its widths, its pages put in order, its lines joined."""

import re
from collections.abc import Sequence
from itertools import pairwise

from editor.plan.issues import Issue
from editor.plan.repairs import ReverseLines
from editor.reading.annotations import ends_annotation, starts_annotation
from editor.reading.doubts import doubt
from editor.reading.lines import Line, Passage, join, passage_of
from editor.reading.markers import Marker, parse_marker
from editor.wording import _

_FEWEST_LINES = 12
_WIDEST_COLUMN = 60
_NEARLY_FULL = 0.8
_WRAPPED_SHARE = 0.5
_LEAST_WRAPPED_SHARE = 0.35
"""The share of full lines that tells a column, where no line is wider than it."""
_GAP = 1.5
"""The most that a line may lack because its next character did not fit."""
_TAIL = 2000
"""Characters of a paragraph in which the bracket that ends it must have begun."""
_BRACKET_ENDS = tuple("）)〕]")
_STOPS = "。！？；：!?;:"
_FALLING_PAIRS = 2


def width(text: str) -> float:
    """The width of a text in Han characters, letters and digits counted as half of one."""
    words = text.strip()
    return len(words) - len(words.encode("ascii", "ignore")) / 2


def column_width(lines: Sequence[Line]) -> float | None:
    """The column's width where lines end because the column does, None where every line is a paragraph."""
    widths = sorted(width(line.text) for line in lines)
    if len(widths) < _FEWEST_LINES:
        return None
    column = widths[int(len(widths) * 0.9)]
    if column > _WIDEST_COLUMN:
        return None
    full = sum(
        1
        for line in lines
        if width(line.text) >= column * _NEARLY_FULL and line.text.rstrip()[-1:] not in _STOPS
    )
    share = _WRAPPED_SHARE if widths[-1] > column + _GAP else _LEAST_WRAPPED_SHARE
    return column if full / len(lines) >= share else None


def put_pages_right(lines: Sequence[Line]) -> tuple[list[Line], list[Issue]]:
    """The lines with every page that is stored backwards turned round, and an issue for each."""
    ordered: list[Line] = []
    issues: list[Issue] = []
    for page in _pages(lines):
        if _is_backwards(page):
            page.reverse()
            place = (min(line.number for line in page), max(line.number for line in page))
            message = _("The lines of this page were stored from bottom to top; they were put in order.")
            repair = ReverseLines(first=place[0], last=place[1])
            issues.append(doubt("reversed_lines", "warning", message, place, repair=repair))
        ordered += page
    return ordered, issues


def join_wrapped(lines: Sequence[Line], column: float) -> list[Passage]:
    """The lines as paragraphs: a new one begins at an item number and after a line that ends before the column does."""
    paragraphs: list[list[Line]] = []
    tail = ""
    for line in lines:
        if paragraphs and _runs_on(tail, paragraphs[-1][-1], line, column):
            paragraphs[-1].append(line)
            tail = tail[-_TAIL:] + line.text.strip()
        else:
            paragraphs.append([line])
            tail = line.text.strip()
    return [join([passage_of(line) for line in paragraph]) for paragraph in paragraphs]


def join_laid_out(lines: Sequence[Line]) -> list[Passage]:
    """The lines as paragraphs where the format, or a repair, told which line continues the one before."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and (line.continues if line.joined is None else line.joined):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [join([passage_of(line) for line in paragraph]) for paragraph in paragraphs]


def _runs_on(before: str, last: Line, line: Line, column: float) -> bool:
    if line.joined is not None:
        return line.joined
    if parse_marker(line.text):
        return False
    if starts_annotation(line.text) or begins_inside(line.text):
        return True
    return width(last.text) >= _least_full(before, column)


def begins_inside(text: str) -> bool:
    """Whether a text begins with a mark that no paragraph begins with."""
    return text.lstrip()[:1] in tuple("。，、；：！？”》）)〕】")


def _least_full(before: str, column: float) -> float:
    """How wide a paragraph's line must be to be full: wider after the end of a sentence than inside one."""
    if before.endswith(_BRACKET_ENDS) and ends_annotation(before):
        return column + 1
    return column - _GAP if before.endswith("。") else column * _NEARLY_FULL


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: list[list[Line]] = []
    for line in lines:
        if line.page_start or not pages:
            pages.append([])
        pages[-1].append(line)
    return pages


def _is_backwards(page: Sequence[Line]) -> bool:
    """Whether item numbers of one level fall from line to line, one by one, and never rise."""
    if any(line.as_printed for line in page):
        return False
    markers = [marker for line in page if (marker := parse_marker(line.text))]
    steps = [after.value - before.value for before, after in pairwise(markers) if _same_level(before, after)]
    return len(steps) >= _FALLING_PAIRS and all(step == -1 for step in steps)


def _same_level(before: Marker, after: Marker) -> bool:
    return before.level == after.level


PAGE_NUMBER = re.compile(
    r"\s*(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*"
)
BARE_PAGE_NUMBER = re.compile(r"\s*\d{1,3}\s*")
