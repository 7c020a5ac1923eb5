"""The note of attachments that ends a text: 附件：1.……, each on a line of its own."""

import re
from collections.abc import Sequence

from editor.plan.characters import official
from editor.reading import cover
from editor.reading.lines import Passage
from editor.reading.markers import parse_marker

_LABEL = re.compile("\\s*附\\s*件\\s*\\d{0,2}\\s*[：:]?\\s*")


def attachments_start(passages: Sequence[Passage]) -> int:
    """The place of the note of attachments that ends the passages, their number where there is none."""
    for place in range(len(passages) - 1, -1, -1):
        if cover.is_attachment(passages[place].text):
            return place
        if not cover.is_title_line(passages[place].text):
            break
    return len(passages)


def attachment_names(passages: Sequence[Passage]) -> tuple[str, ...]:
    """The attachments' names in their note, without 附件： and their numbers; a numbered one may go on in the next line."""
    names: list[str] = []
    is_numbered = False
    for passage in passages:
        words = _LABEL.sub("", passage.text, count=1) if cover.is_attachment(passage.text) else passage.text
        marker = parse_marker(words)
        name = official(words[marker.end if marker and marker.level == 3 else 0 :].strip())
        if names and is_numbered and marker is None:
            names[-1] += name
        elif name:
            names.append(name)
        is_numbered |= marker is not None
    return tuple(names)
