"""Characters that belong nowhere: one inside a document number, or one left over after a responsibility bracket."""

import re
from collections.abc import Sequence

from editor.plan.issues import Issue
from editor.plan.repairs import LeaveOut
from editor.reading.annotations import find_annotations
from editor.reading.doubts import doubt
from editor.reading.lines import Passage, is_as_printed, join
from editor.reading.readers.places import start_of
from editor.wording import _

_IN_NUMBER = re.compile("[一-鿿]{2,16}[〔\\[【]\\d{4}[〕\\]】](的)第?\\d{1,5}号")
_LEFT_OVER = re.compile("[一-鿿]{1,2}")


def set_strays_aside(passages: Sequence[Passage]) -> tuple[list[Passage], list[Issue]]:
    """The passages with stray characters set aside, and an issue for each."""
    parted: list[Passage] = []
    issues: list[Issue] = []
    for passage in passages:
        place = None if passage.aside or is_as_printed(passage) else _stray_place(passage.text)
        if place is None:
            parted.append(passage)
            continue
        stray, whole = _without(passage, *place)
        parted += [whole, stray]
        message = _("“{character}” stands where nothing should; it was set aside.")
        spot = start_of(stray)
        repair = LeaveOut(line=spot.line, offset=spot.offset, length=len(stray.text))
        words = message.format(character=stray.text)
        issues.append(doubt("stray_line", "warning", words, stray.lines, repair=repair))
    return parted, issues


def _stray_place(text: str) -> tuple[int, int] | None:
    """Where a stray character stands, from and up to; None where there is none."""
    number = _IN_NUMBER.fullmatch(text)
    if number:
        return number.span(1)
    spans = find_annotations(text)
    end = spans[-1].end if spans and spans[-1].closed else len(text)
    return (end, len(text)) if _LEFT_OVER.fullmatch(text, end) else None


def _without(passage: Passage, start: int, end: int) -> tuple[Passage, Passage]:
    """The stretch set aside, and what is left."""
    before, stray, *after = passage.cut([start, end] if end < len(passage.text) else [start])
    return stray.set_aside("stray_character"), join([before, *after])
