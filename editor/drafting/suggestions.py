"""Reasons suggested for what the county did not take up, each with the words it rests on; never set by themselves."""

import re
from collections.abc import Iterable

from editor.drafting.coverage import Coverage
from editor.plan.superior_words import DEFAULT_WORDS, find_words
from editor.plan.value import Value

PROVINCIAL = "省级事权"
_WORDS = dict.fromkeys((*DEFAULT_WORDS, "省财政", "省内", "市级", "设区的市"), "")
_LAWMAKING = re.compile(
    "(?:制定|修订|修改|出台|推动[^，。；]{0,4}制定|推动修订)《[^《》]{2,40}(?:条例|规定|办法|规章)》"
)


class Suggestion(Value, frozen=True, kw_only=True):
    """A reason that may hold for one sentence of a parent measure, and the parent's words that speak for it."""

    plan: str
    parent: str
    sentence: int
    reason: str
    ground: str


def ground_for(text: str) -> str | None:
    """The words of a parent's sentence that make it the superior level's own business; None where there are none."""
    law = _LAWMAKING.search(text)
    if law:
        return law[0]
    words = find_words(text, _WORDS)
    return "、".join(words) if words else None


def suggestions(covered: Coverage) -> tuple[Suggestion, ...]:
    """A suggestion for every dropped sentence that has no reason yet and grounds for one, in the parents' order."""
    return tuple(_suggestions(covered))


def _suggestions(covered: Coverage) -> Iterable[Suggestion]:
    for sentence in covered.sentences:
        if sentence.status == "dropped" and sentence.reason is None and (ground := ground_for(sentence.text)):
            yield Suggestion(
                plan=sentence.plan,
                parent=sentence.parent,
                sentence=sentence.sentence,
                reason=PROVINCIAL,
                ground=ground,
            )
