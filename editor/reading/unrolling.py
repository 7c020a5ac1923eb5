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
_TITLE = re.compile("关于[^。；：:]{4,60}?的(?:通知|意见|决定|通报|函)(?=各|市|县|区|省|有关)")
_ADDRESSEES_END = re.compile("[：:]")
_LONGEST_ADDRESSEES = 120
_ATTACHMENT = re.compile("(?<=。)附件\\d{0,2}[：:]")
_DATE = re.compile("\\d{4}年\\d{1,2}月\\d{1,2}日")
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
    items = list(_items(text))
    first = items[0]
    yield from _head_places(text[:first])
    yield from _foot_places(text[:first])
    yield from items


def _items(text: str) -> Iterator[int]:
    """Where items begin: numbers in order, each the next of its level or the first below the one before."""
    last: dict[int, int] = {}
    for match in _MARKER.finditer(text):
        marker = parse_marker(text, match.start())
        if (
            marker
            and _is_next(marker, last)
            and text[max(match.start() - 1, 0) : match.start()] not in _INSIDE
        ):
            last = {level: value for level, value in last.items() if level < marker.level}
            last[marker.level] = marker.value
            yield match.start()


def _is_next(marker: Marker, last: dict[int, int]) -> bool:
    return marker.value == last.get(marker.level, 0) + 1


def _head_places(head: str) -> Iterator[int]:
    """Around the document number, around the title, and after the addressees."""
    number = _NUMBER.search(head)
    if number:
        urgency = [match.end() for match in _URGENCY.finditer(head, 0, number.end())]
        yield max([number.start(), *urgency])
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
    date = _DATE.search(head, note.end() if note else head.rfind("。") + 1)
    if not date:
        return
    annex = _ANNEX.match(head, date.end())
    yield from date.span()
    if annex:
        yield annex.end()
    if note:
        yield note.start()
        yield note.end() + _shared(head[note.end() : date.start()], head[annex.end() :] if annex else "")


def _shared(words: str, title: str) -> int:
    """The length of an attachment's name that is repeated as the annex's title; all of `words` where it is not."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(words, title, strict=False))
    return len(list(shared)) or len(words)
