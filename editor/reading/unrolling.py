"""A whole document in one line, as text recognition leaves it: cut where its elements and items begin."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from editor.reading import cover
from editor.reading.lines import Passage
from editor.reading.markers import Marker, parse_marker

_SHORTEST = 400
_MOST_OTHERS = 5
"""Characters from which a line may be a whole document, and the lines that may stand beside it."""
_MARKER = re.compile(
    "(?<![0-9０-９.．A-Za-z第])(?:[一二三四五六七八九十百]{1,5}、|[（(][一二三四五六七八九十百0-9]{1,5}[）)]|[0-9]{1,3}[.．、](?![0-9])|[①-⑳])"
)
_INSIDE = tuple("，,、（(《“及和与至到或")
_URGENCY = re.compile("(?:特提|特急|加急|平急|急件)[·•.]?(?:明电|密电)?")
_NUMBER = re.compile("[一-鿿]{2,16}[〔\\[【]\\d{4}[〕\\]】]的?第?\\d{1,5}号")
_TITLE = re.compile(
    "关于[^。；：:]{4,80}?的(?:通知|意见|决定|通报|函)(?=各|市|县|区|省|有关|[一-鿿]{2,12}[〔\\[【]\\d{4}[〕\\]】])"
)
_PLAN_TITLE = re.compile(
    "[^。；：:]{4,60}?(?:方案|意见|措施|办法|计划|要点|规定|细则)(?:（[^（）]{2,24}）)?(?=为[^了期]|根据|按照|近年来)"
)
_ANNOTATION = re.compile("[（(](?:此件|此文|本文|发至)[^（）()]{2,30}[）)]")
_SECTION_HEAD = re.compile(
    "(?:总体(?:要求|目标|思路)|指导思想|基本原则|(?:工作|主要|发展|行动|目标)(?:目标|任务)|(?:重点|工作)任务|(?:保障|工作)措施|组织(?:保障|实施|领导)"
    "|(?:工作|有关)要求|实施步骤|(?:时间|进度)安排)(?![。，；、的和与及])"
)
_DOCUMENT_WORD = re.compile("的(?:通知|意见|决定|通报|函)|文件")
_ADDRESSEES_END = re.compile("[：:]")
_LONGEST_ADDRESSEES = 120
_ATTACHMENT = re.compile("(?<=。)附件\\d{0,2}[：:]")
_NOTE = re.compile("附件[：:]")
_DATE = re.compile("\\d{4}年\\d{1,2}月\\d{1,2}日")
_SIGNED = re.compile("(?<=。)[^。]{4,40}?\\d{4}年\\d{1,2}月\\d{1,2}日")
_ANNEX = re.compile("附件(?![：:\\d])")


def unroll(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, a line that is a whole document cut into its elements and items."""
    if len(passages) > _MOST_OTHERS:
        return list(passages)
    cut: list[Passage] = []
    for passage in passages:
        places = sorted(set(_places(passage.text))) if _is_rolled(passage) else []
        cut += passage.cut([place for place in places if 0 < place < len(passage.text)])
    return cut


def _is_rolled(passage: Passage) -> bool:
    return not passage.aside and len(passage.text) >= _SHORTEST and len(list(_items(passage.text))) > 1


def _places(text: str) -> Iterator[int]:
    """Where elements of the head, the foot of the notice and items begin."""
    tail = _tail_start(text)
    items = [place for place in _items(text) if place < tail]
    first = items[0]
    yield from _head_places(text[:first])
    yield from _foot_places(text[:first])
    yield from items
    yield from (place for item in items if (place := _after_section_head(text, item)))
    yield tail
    yield from _items(text[tail + 1 :], tail + 1)


def _tail_start(text: str) -> int:
    """Where the note of attachments that ends a text begins, the text's end where there is none."""
    note = _NOTE.search(text, text.rfind("。"))
    return note.start() if note else len(text)


def _after_section_head(text: str, item: int) -> int | None:
    """The place after a section's customary heading where no mark parts it from the text."""
    marker = parse_marker(text, item)
    head = _SECTION_HEAD.match(text, marker.end) if marker else None
    return head.end() if head and not parse_marker(text, head.end()) else None


def _items(text: str, start: int = 0) -> Iterator[int]:
    """Where items begin: numbers in order, each the next of its level, in its section or in the text, or the first there.

    `start` is where the text itself begins.
    """
    last: dict[int, int] = {}
    ever: dict[int, int] = {}
    for match in _MARKER.finditer(text):
        marker = parse_marker(text, match.start())
        if (
            marker
            and (_is_next(marker, last) or (marker.level not in last and _is_next(marker, ever)))
            and text[max(match.start() - 1, 0) : match.start()] not in _INSIDE
        ):
            last = {level: value for level, value in last.items() if level < marker.level}
            last[marker.level] = ever[marker.level] = marker.value
            yield start + match.start()


def _is_next(marker: Marker, last: dict[int, int]) -> bool:
    return marker.value == last.get(marker.level, 0) + 1


def _head_places(head: str) -> Iterator[int]:
    """Around the document number, around the title, and after the addressees."""
    number = _NUMBER.search(head)
    if number:
        urgency = [match.end() for match in _URGENCY.finditer(head, 0, number.end())]
        title_ends = [place.end() for place in _DOCUMENT_WORD.finditer(head, number.start(), number.end())]
        yield max([number.start(), *urgency, *title_ends])
        yield number.end()
    title = _TITLE.search(head)
    if title:
        yield from title.span()
        end = _ADDRESSEES_END.search(head, title.end(), title.end() + _LONGEST_ADDRESSEES)
        if end and cover.is_addressees(head[title.end() : end.end()]):
            yield end.end()


def _foot_places(head: str) -> Iterator[int]:
    """Around the note of attachments, the issuer and the date, and around the mark and title of the annex."""
    note = _ATTACHMENT.search(head)
    sentence = head.rfind("。") + 1
    date = _DATE.search(head, note.end() if note else sentence) or _DATE.search(head, _signed_after(head))
    if not date:
        yield from _title_places(head, 0)
        return
    annotation = _ANNOTATION.match(head, date.end())
    end = annotation.end() if annotation else date.end()
    annex = _ANNEX.match(head, end)
    yield from date.span()
    yield end
    yield head.rfind("。", 0, date.start()) + 1 if not note else note.start()
    yield from _title_places(head, annex.end() if annex else end)
    if annex:
        yield annex.end()
    if note:
        yield note.start()
        yield note.end() + _shared(head[note.end() : date.start()], head[annex.end() :] if annex else "")


def _signed_after(head: str) -> int:
    """Where the last sentence before a notice's date ends: its title and opening may follow the date."""
    dates = [date.start() for date in _SIGNED.finditer(head)]
    return dates[-1] if dates else len(head)


def _title_places(head: str, start: int) -> Iterator[int]:
    """Around the plan's own title, if it stands right there."""
    title = _PLAN_TITLE.match(head, start)
    if title:
        yield from title.span()


def _shared(words: str, title: str) -> int:
    """The length of an attachment's name that is repeated as the annex's title; all of `words` where it is not."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(words, title, strict=False))
    return len(list(shared)) or len(words)
