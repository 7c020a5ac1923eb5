"""From pages of characters to lines: the same for every format that stores places instead of paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from editor.errors import FileProblem
from editor.plan.issues import Issue
from editor.plan.value import Value
from editor.reading.codes import Code
from editor.reading.doubts import doubt
from editor.reading.lines import Extract, Line
from editor.reading.paragraphs import Flow
from editor.reading.readers.furniture import set_furniture_aside
from editor.reading.readers.layout import Page, Row, rows_of
from editor.reading.readers.table_flow import continued_in_cells, number_tables
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
    """What a page shows beside its text: whether pictures or outlines fill it, and whether it is damaged."""

    is_picture: bool = False
    is_damaged: bool = False


def paged_extract(pages: Iterable[tuple[Page, Looks]], name: str) -> Extract:
    """The lines of all pages; FileProblem where none of them holds text. `name` is the file's."""
    rows: list[tuple[Row, ...]] = []
    looks: list[Looks] = []
    for page, seen in pages:
        rows.append(rows_of(page))
        looks.append(seen)
    rows = number_tables(set_furniture_aside(rows))
    damaged = [number for number, seen in enumerate(looks, 1) if seen.is_damaged]
    unread = [number for number, page in enumerate(rows, 1) if _needs_ocr(page, looks[number - 1])]
    hidden = set(unread)
    flat = [
        replace(row, aside=row.aside or "no_text_layer") if row.page in hidden else row
        for page in rows
        for row in page
    ]
    if all(row.aside for row in flat):
        _refuse_textless(damaged, unread, len(rows), name)
    return Extract(lines=_lines(flat), issues=_issues(damaged, unread, flat))


def _refuse_textless(damaged: Sequence[int], unread: Sequence[int], count: int, name: str) -> None:
    """Say why no page holds text, where something is known about it."""
    if unread:
        raise FileProblem(_scan_message(unread, count, name))
    if damaged:
        raise FileProblem(_("“{name}” is damaged or cut short; ask for the file again.").format(name=name))


def refuse_too_long(pages: int, characters: int, name: str) -> None:
    """FileProblem where there are more pages, or characters so far, than any plan has."""
    if pages > MOST_PAGES:
        message = _("“{name}” has more than {limit} pages; choose the plan itself.")
        raise FileProblem(message.format(name=name, limit=MOST_PAGES))
    if characters > MOST_CHARACTERS:
        message = _("“{name}” holds more than {limit} characters; choose the plan itself.")
        raise FileProblem(message.format(name=name, limit=MOST_CHARACTERS))


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
    words = ["–".join(map(str, dict.fromkeys((run[0], run[-1])))) for run in _runs(pages)]
    return ", ".join([*words[:_PAGES_NAMED], *(["…"] if len(words) > _PAGES_NAMED else [])])


def _issues(damaged: Sequence[int], unread: Sequence[int], rows: Sequence[Row]) -> tuple[Issue, ...]:
    """One issue for every damaged page and every run of pages that need recognition, at the line they stand before."""
    damage = _("Page {pages} is damaged and was not read, or not whole; compare it with the original.")
    return (
        *(_issue("damaged_page", damage, [page], rows) for page in damaged),
        *(_issue("no_text_layer", _unread_message(run), run, rows) for run in _runs(unread)),
        *_turned(rows),
    )


def _turned(rows: Sequence[Row]) -> Iterator[Issue]:
    """One hint for every page with more turned text than a page number or a mark."""
    message = _("Text turned sideways on this page was set aside; take back what belongs to the plan.")
    places: dict[int, list[int]] = {}
    counts: Counter[int] = Counter()
    for number, row in enumerate(rows, 1):
        if row.aside == "turned_text":
            places.setdefault(row.page, []).append(number)
            counts[row.page] += len(row.text)
    for page, lines in places.items():
        if counts[page] > _MOST_STRAY:
            yield doubt("turned_text", "hint", message, (lines[0], lines[-1]))


def _runs(pages: Sequence[int]) -> list[list[int]]:
    """Rising page numbers in runs without gaps."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return runs


def _unread_message(run: Sequence[int]) -> str:
    if len(run) == 1:
        return _("Page {pages} is a picture without text and was not read; have it recognised (OCR) first.")
    return _("Pages {pages} are pictures without text and were not read; have them recognised (OCR) first.")


def _issue(code: Code, message: str, run: Sequence[int], rows: Sequence[Row]) -> Issue:
    before = sum(row.page < run[0] for row in rows)
    place = min(before + 1, len(rows))
    return doubt(code, "error", message.format(pages=page_ranges(run)), (place, place))


def _lines(rows: Sequence[Row]) -> tuple[Line, ...]:
    flow = Flow(rows)
    in_cells = continued_in_cells(rows)
    return tuple(
        Line(
            number=number,
            text=row.text,
            centred=flow.is_centred(row),
            page_start=number == 1 or rows[number - 2].page != row.page,
            aside=row.aside,
            continues=None if row.aside else id(row) in in_cells or flow.continues(row),
            cell=row.frame.cell if row.frame else None,
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
