"""Lists of products and the like, numbered by codes (1. / 1.1 / 1.1.1): they are text, no items of a plan."""

import re
from collections.abc import Sequence

from editor.reading.annotations import find_annotations
from editor.reading.lines import Passage
from editor.reading.markers import parse_marker

_CODE = re.compile(r"\s*\d{1,3}(?:[.．]\d{1,3}){1,4}[.．]?\s*[^\s\d%.]")
_SENTENCE = re.compile("[。；！？]")
_LONGEST = 40
_FEWEST_CODES = 2


def coded_lists(passages: Sequence[Passage]) -> frozenset[int]:
    """The places of the entries of such lists: runs of short lines with numbers or codes, several codes among them."""
    places: set[int] = set()
    run: list[int] = []
    for place, passage in enumerate(passages):
        if _is_entry(passage):
            run.append(place)
            continue
        places.update(_entries(run, passages))
        run = []
    places.update(_entries(run, passages))
    return frozenset(places)


def _entries(run: Sequence[int], passages: Sequence[Passage]) -> Sequence[int]:
    codes = sum(_CODE.match(passages[place].text) is not None for place in run)
    return run if codes >= _FEWEST_CODES else ()


def _is_entry(passage: Passage) -> bool:
    text = passage.text
    if (
        passage.aside
        or passage.row
        or passage.first.numeral
        or len(text) > _LONGEST
        or _SENTENCE.search(text)
    ):
        return False
    marker = parse_marker(text)
    is_numbered = marker is not None and marker.level == 3
    return (is_numbered or _CODE.match(text) is not None) and not find_annotations(text)
