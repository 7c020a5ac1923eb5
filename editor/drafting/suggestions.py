"""Reasons that a parent's sentence gives itself for not being adopted; they are offered, never set.

The ground is always the sentence's own words, so that whoever decides sees at once whether they bear the reason.
"""

import re
from collections.abc import Iterator

from editor.plan.project import Project
from editor.plan.superior_words import find_words
from editor.plan.value import Value

PROVINCE = "省级事权"
CITY = "市级事权"
"""Official Chinese: reasons are printed in the comparison table."""

_WORDS = {
    **dict.fromkeys(
        ("省级", "全省", "省直", "省本级", "省有关部门", "省委", "省政府", "省人民政府"), PROVINCE
    ),
    **dict.fromkeys(("各市", "各设区市", "各地市", "各市（州）", "市级"), CITY),
}
_GROUNDS = dict.fromkeys(_WORDS, "")
_LEGISLATION = re.compile(
    "(?:修订|修改|制定|出台|废止)[^，。；《》]{0,12}《[^《》]{1,40}(?:条例|规定|办法)》"
)
"""A province makes and amends its own regulations; no county does."""


class Suggestion(Value, frozen=True, kw_only=True):
    """Why a sentence may not be the county's to adopt: the customary reason, and the words that say so."""

    reason: str
    ground: str


class SentenceSuggestion(Value, frozen=True, kw_only=True):
    """A suggestion for one sentence of a parent measure; `sentence` counts those of its wording from 0."""

    plan: str
    parent: str
    sentence: int
    suggestion: Suggestion


def suggest(sentence: str) -> Suggestion | None:
    """The reason that this sentence's words suggest, the strongest first; None where they suggest none."""
    if law := _LEGISLATION.search(sentence):
        return Suggestion(reason=PROVINCE, ground=law[0])
    found = find_words(sentence, _GROUNDS)
    for reason in (PROVINCE, CITY):
        if grounds := [word for word in found if _WORDS[word] == reason]:
            return Suggestion(reason=reason, ground="、".join(grounds))
    return None


def suggestions(project: Project) -> tuple[SentenceSuggestion, ...]:
    """What the sentences of all parents suggest, decided or not, in the parents' order."""
    return tuple(_suggestions(project))


def _suggestions(project: Project) -> Iterator[SentenceSuggestion]:
    from editor.comparing import split_sentences  # loaded when needed: the window starts without it

    for plan in project.parents:
        for measure in plan.measures:
            for number, sentence in enumerate(split_sentences(measure.wording)):
                if found := suggest(sentence):
                    yield SentenceSuggestion(
                        plan=plan.id, parent=measure.id, sentence=number, suggestion=found
                    )
