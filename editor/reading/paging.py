"""From pages of characters to lines: the same for every format that stores places instead of paragraphs."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from editor.errors import FileProblem
from editor.plan.issues import Issue
from editor.plan.value import Value
from editor.reading.doubts import doubt
from editor.reading.furniture import set_furniture_aside
from editor.reading.layout import Page, Row, rows_of
from editor.reading.lines import Extract, Line
from editor.reading.paragraphs import Flow
from editor.wording import _

_MOST_STRAY = 30
"""Characters on a page that is a picture, such as a scanner's mark, which don't make it a page of text."""
_MOST_UNREADABLE = 0.3
"""Share of a page's characters whose meaning the file doesn't tell, or only a private font would."""
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")
MOST_PAGES = 3000
MOST_CHARACTERS = 1_000_000
_PAGES_NAMED = 12


class Looks(Value, frozen=True, kw_only=True):
    """What a page shows beside its text: whether pictures or outlines fill it."""

    is_picture: bool = False


def paged_extract(pages: Iterable[tuple[Page, Looks]], name: str) -> Extract:
    """The lines of all pages; FileProblem where none of them holds text. `name` is the file's."""
    rows: list[tuple[Row, ...]] = []
    looks: list[Looks] = []
    for page, seen in pages:
        rows.append(rows_of(page))
        looks.append(seen)
    rows = set_furniture_aside(rows)
    unread = [number for number, page in enumerate(rows, 1) if _needs_ocr(page, looks[number - 1])]
    if unread and not any(_has_text(page) for number, page in enumerate(rows, 1) if number not in unread):
        raise FileProblem(_scan_message(unread, len(rows), name))
    flat = [
        replace(row, aside=row.aside or "no_text_layer") if row.page in set(unread) else row
        for page in rows
        for row in page
    ]
    return Extract(lines=_lines(flat), issues=_issues(unread, flat))


def _has_text(rows: Sequence[Row]) -> bool:
    return any(not row.aside for row in rows)


def _needs_ocr(rows: Sequence[Row], looks: Looks) -> bool:
    """Whether a page shows text that the file does not hold as characters."""
    text = "".join(row.text for row in rows if not row.aside)
    if len(_UNREADABLE.findall(text)) > len(text) * _MOST_UNREADABLE:
        return True
    return looks.is_picture and len(text) <= _MOST_STRAY


def _scan_message(unread: Sequence[int], count: int, name: str) -> str:
    if len(unread) == 1:
        message = _(
            "“{name}” is a scan: page {pages} of {count} holds no text; have it recognised (OCR) first."
        )
    else:
        message = _(
            "“{name}” is a scan: pages {pages} of {count} hold no text; have them recognised (OCR) first."
        )
    return message.format(name=name, pages=page_ranges(unread), count=count)


def page_ranges(pages: Sequence[int]) -> str:
    """Rising page numbers in short, such as 1–8, 11."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][-1] + 1:
            ranges[-1][1:] = [page]
        else:
            ranges.append([page])
    words = ["–".join(map(str, pair)) for pair in ranges]
    return ", ".join([*words[:_PAGES_NAMED], *(["…"] if len(words) > _PAGES_NAMED else [])])


def _issues(unread: Sequence[int], rows: Sequence[Row]) -> tuple[Issue, ...]:
    """One issue for every run of pages that need recognition, at the line they stand before."""
    runs: list[list[int]] = []
    for page in unread:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return tuple(_issue(run, rows) for run in runs)


def _issue(run: Sequence[int], rows: Sequence[Row]) -> Issue:
    before = sum(row.page < run[0] for row in rows)
    place = min(before + 1, len(rows))
    if len(run) == 1:
        message = _(
            "Page {pages} is a picture without text and was not read; have it recognised (OCR) first."
        )
    else:
        message = _(
            "Pages {pages} are pictures without text and were not read; have them recognised (OCR) first."
        )
    return doubt("no_text_layer", "error", message.format(pages=page_ranges(run)), (place, place))


def _lines(rows: Sequence[Row]) -> tuple[Line, ...]:
    flow = Flow(rows)
    return tuple(
        Line(
            number=number,
            text=row.text,
            centred=flow.is_centred(row),
            page_start=number == 1 or rows[number - 2].page != row.page,
            aside=row.aside,
            continues=None if row.aside else flow.continues(row),
            page=row.page,
            box=_share(row),
        )
        for number, row in enumerate(rows, 1)
    )


def _share(row: Row) -> tuple[float, float, float, float]:
    """The row's place as shares of the page as it is shown."""
    width, height = row.shown_size
    left, top, right, bottom = row.shown
    return round(left / width, 4), round(top / height, 4), round(right / width, 4), round(bottom / height, 4)
