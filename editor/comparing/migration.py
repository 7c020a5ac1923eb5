"""Sentences that went over to another measure: dropped in their own place, taken up in a measure elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from rapidfuzz import fuzz

from editor.comparing.sentences import SentenceFate, split_sentences
from editor.comparing.shadow import shadow
from editor.comparing.tokens import tokenize

_LEAST = 15
"""Only sentences of so many characters are looked for elsewhere: shorter ones are alike by chance."""
_RATIO, _SHARED = 60, 0.35
"""So much alike they must be: in characters, of 100, and in words."""
_COMMON = 10
"""A word that more sentences have finds nothing."""


class _Sentence(NamedTuple):
    measure: str
    text: str
    words: frozenset[str]


def with_moves(fates: Sequence[SentenceFate], wordings: Mapping[str, str]) -> tuple[SentenceFate, ...]:
    """The fates, those of sentences that went to another local measure told as kept or reworded there.

    `wordings` are those of all local measures by id. Only what is the counterpart of nothing else is looked at.
    """
    dropped = [
        (place, _sentence(fate.parent, fate.text))
        for place, fate in enumerate(fates)
        if fate.status == "dropped" and len(fate.text) >= _LEAST
    ]
    found = list(fates)
    for place, sentence in _best(dropped, list(_free(fates, wordings)) if dropped else []).items():
        kept = shadow(sentence.text).text == shadow(fates[place].text).text
        found[place] = replace(
            fates[place],
            status="kept" if kept else "reworded",
            local=sentence.measure,
            local_text=sentence.text,
            moved=True,
        )
    return tuple(found)


def _sentence(measure: str, text: str) -> _Sentence:
    keys = tokenize(text).keys
    return _Sentence(measure, text, frozenset(key for key in keys if key[:1].isalnum() or len(key) > 1))


def _free(fates: Sequence[SentenceFate], wordings: Mapping[str, str]) -> Iterator[_Sentence]:
    """The sentences of the local measures that no sentence of a parent is the counterpart of."""
    taken: defaultdict[str, str] = defaultdict(str)
    for fate in fates:
        if fate.local:
            taken[fate.local] += fate.local_text or ""
    for id, wording in wordings.items():
        for text in split_sentences(wording):
            if len(text) >= _LEAST and text not in taken[id]:
                yield _sentence(id, text)


def _best(dropped: Sequence[tuple[int, _Sentence]], free: Sequence[_Sentence]) -> dict[int, _Sentence]:
    """By place of a dropped sentence the free one that is its counterpart, each the other's best."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(free):
        for word in sentence.words:
            places[word].append(j)
    best_old: dict[int, tuple[float, int]] = {}
    best_new: dict[int, tuple[float, int]] = {}
    for i, old in dropped:
        rare = {j for word in old.words if len(places.get(word, ())) <= _COMMON for j in places.get(word, ())}
        for j in rare:
            if likeness := _likeness(old, free[j]):
                best_old[i] = max(best_old.get(i, (0.0, 0)), (likeness, -j))
                best_new[j] = max(best_new.get(j, (0.0, 0)), (likeness, -i))
    return {i: free[-j] for i, (_, j) in best_old.items() if best_new[-j][1] == -i}


def _likeness(old: _Sentence, new: _Sentence) -> float:
    common = len(old.words & new.words)
    if common < _SHARED * (len(old.words) + len(new.words) - common):
        return 0.0
    ratio = fuzz.ratio(old.text, new.text)
    return ratio if ratio >= _RATIO else 0.0
