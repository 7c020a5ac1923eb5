"""Sentences, and what became of each of the parent's: kept, reworded or dropped, and where its counterpart stands."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby, pairwise
from math import sqrt
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from editor.comparing.tokens import tokenize
from editor.plan.value import Value

Status: TypeAlias = Literal["kept", "reworded", "dropped"]

_ENDS = "。；！？\n"
_CLAUSE_ENDS = _ENDS + "，："
_SENTENCE = re.compile(f"[^{_ENDS}]*(?:[{_ENDS}]+[”』）】》’]*|$)")
_CLAUSE = re.compile(f"[^{_CLAUSE_ENDS}]*(?:[{_CLAUSE_ENDS}]+[”』）】》’]*|$)")
_MARKS = frozenset(_CLAUSE_ENDS + "、（）“”‘’《》〔〕·—… ")
_SHORT = 6
"""A clause of so few characters is told together with the next."""
_REWORDED = 0.37
"""A clause of which less than this share, by weight of words, stands in one place of the local text was dropped."""
_STOCK = frozenset(
    [
        "推行",
        "推动",
        "推进",
        "推广",
        "深化",
        "深入",
        "加强",
        "加快",
        "加大",
        "完善",
        "建立",
        "健全",
        "建立健全",
        "强化",
        "优化",
        "提升",
        "提高",
        "实施",
        "实行",
        "实现",
        "开展",
        "支持",
        "鼓励",
        "探索",
        "落实",
        "全面",
        "积极",
        "持续",
        "进一步",
        "切实",
        "大力",
        "依法",
        "改革",
        "“一件事”",
        "服务",
        "机制",
        "工作",
        "制度",
        "体系",
        "建设",
        "管理",
        "水平",
        "能力",
        "模式",
        "方式",
        "应用",
        "作用",
        "问题",
        "情况",
        "措施",
        "相关",
        "有关",
        "部门",
        "单位",
        "企业",
        "群众",
        "重点",
        "领域",
        "等",
        "的",
        "和",
        "与",
        "及",
        "对",
        "为",
        "在",
        "将",
        "以",
        "由",
        "并",
        "或",
        "至",
        "了",
        "中",
        "上",
        "下",
        "内",
    ]
)
"""Words that every plan is full of; they say little about whether two clauses mean the same."""
_STOCK_WEIGHT = 0.25
_EQUAL = 1e-6
"""Scores that differ by less than this differ by the order of adding only."""
_COMMON = 200
"""A word that stands in more places than this finds nothing."""


class SentenceFate(Value, frozen=True, kw_only=True):
    """A sentence of a parent measure, or the part of it that fares alike, and its counterpart in the local plan."""

    parent: str = ""
    parent_plan: str = ""
    parent_number: str | None = None
    text: str
    status: Status
    local: str | None = None
    local_text: str | None = None
    moved: bool = False
    """Whether the counterpart stands in a local measure that is no counterpart of the parent measure."""


class _Passage(NamedTuple):
    """A clause or two: as it is, as it is compared, and the words to know it by."""

    text: str
    shadow: str
    words: frozenset[str]


class _Local:
    """The local texts, by the id of their measure, as the places where a clause may have its counterpart.

    Only of the `wanted` words, those of the parent, the places are told.
    """

    def __init__(self, texts: Mapping[str, str], wanted: frozenset[str]) -> None:
        self.sentences: list[tuple[str, str]] = []
        self.heading: frozenset[str] = frozenset()
        """The words of the first sentence of all."""
        shadows: list[str] = []
        self.windows: list[int] = []
        """By place the sentence that it is in; a place is a clause, or two side by side."""
        self.counts: Counter[str] = Counter()
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for id, text in texts.items():
            for clauses in _passages(text):
                if not self.sentences:
                    self.heading = _words(clauses)
                self._add(len(self.sentences), [clause.words & wanted for clause in clauses])
                self.sentences.append((id, "".join(clause.text for clause in clauses)))
                shadows += (clause.shadow for clause in clauses)
            shadows.append("\n")
        self.shadow = "".join(shadows)

    def _add(self, sentence: int, clauses: Sequence[frozenset[str]]) -> None:
        for words in clauses:
            self.counts.update(words)
        for words in (*clauses, *(left | right for left, right in pairwise(clauses))):
            for word in words:
                self.places[word].append(len(self.windows))
            self.windows.append(sentence)

    def best(self, words: frozenset[str], weights: dict[str, float]) -> tuple[float, str | None, str | None]:
        """The largest share of the words, by weight, that stands in one place, and the measure and sentence there."""
        scores: defaultdict[int, float] = defaultdict(float)
        for word in words:
            found = self.places.get(word, ())
            for place in found if len(found) <= _COMMON else ():
                scores[place] += weights[word]
        if not scores:
            return 0.0, None, None
        most = max(scores.values())
        place = min(place for place, score in scores.items() if score > most - _EQUAL)
        return most / sum(map(weights.__getitem__, words)), *self.sentences[self.windows[place]]


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with the mark that ends it; joined they are the text."""
    return tuple(sentence for sentence in _SENTENCE.findall(text) if sentence)


def sentence_fates(parent_text: str, local_text: str) -> tuple[SentenceFate, ...]:
    """The parent's sentences, cut further where two halves fare differently; joined they are its whole text."""
    return fates_among(parent_text, {"": local_text})


def fates_among(parent_text: str, local_texts: Mapping[str, str]) -> tuple[SentenceFate, ...]:
    """The fates of the parent's sentences where several local measures, by their ids, took it up."""
    parents = list(_passages(parent_text))
    local = _Local(local_texts, _words(clause for clauses in parents for clause in clauses))
    heading, others = parents[:1], parents[1:]
    topic = _words(*heading) & local.heading
    weights = (_weights(heading, local, set()), _weights(others, local, topic))
    of_heading, of_others = (cache(partial(_fate, local=local, weights=each)) for each in weights)
    fates: list[SentenceFate] = []
    for place, clauses in enumerate(parents):
        told = list(map(of_others if place else of_heading, clauses))
        fates += [
            _joined(list(alike)) for _, alike in groupby(told, key=lambda fate: (fate.status, fate.local))
        ]
    return tuple(fates)


def _clauses(sentence: str) -> Iterator[str]:
    """The clauses of a sentence; a short one together with the next, a short last one with the one before."""
    pending = ""
    clauses = [clause for clause in _CLAUSE.findall(sentence) if clause]
    for clause in clauses[:-1]:
        pending += clause
        if len(pending) > _SHORT and (clause is not clauses[-2] or len(clauses[-1]) > _SHORT):
            yield pending
            pending = ""
    yield pending + clauses[-1]


def _passages(text: str) -> Iterator[list[_Passage]]:
    """The sentences of a text, each in its clauses; a word belongs to the clause that it begins in."""
    _, keys, bounds, shadow_places = tokenize(text)
    places = bounds if isinstance(shadow_places, range) else [shadow_places[bound] for bound in bounds]
    start = first = 0
    for sentence in split_sentences(text):
        clauses = []
        for clause in _clauses(sentence):
            start += len(clause)
            end = bisect_left(places, start, first, len(keys))
            words = frozenset(keys[first:end]).difference(_MARKS)
            clauses.append(_Passage(clause, "".join(keys[first:end]), words))
            first = end
        yield clauses


def _words(clauses: Iterable[_Passage] = ()) -> frozenset[str]:
    return frozenset[str]().union(*(clause.words for clause in clauses))


def _weights(
    sentences: Sequence[Sequence[_Passage]], local: _Local, topic: Collection[str]
) -> dict[str, float]:
    """What each word says about its clause: little where it is stock or the topic, less the more often it comes.

    A figure says little too: another one in its place is a change, not another matter.
    """
    words = _words(clause for clauses in sentences for clause in clauses)
    faint, count = _STOCK.union(topic), local.counts.get
    return {
        word: (_STOCK_WEIGHT if word in faint else 1 if word[0].isdecimal() else min(len(word), 4))
        / sqrt(count(word, 1))
        for word in words
    }


def _fate(clause: _Passage, local: _Local, weights: dict[str, float]) -> SentenceFate:
    share, measure, counterpart = local.best(clause.words, weights)
    is_kept = clause.shadow.rstrip(_CLAUSE_ENDS).strip() in local.shadow
    if not is_kept and share < _REWORDED:
        return SentenceFate(text=clause.text, status="dropped")
    status: Status = "kept" if is_kept else "reworded"
    return SentenceFate(text=clause.text, status=status, local=measure or None, local_text=counterpart)


def _joined(fates: Sequence[SentenceFate]) -> SentenceFate:
    counterparts = dict.fromkeys(fate.local_text for fate in fates if fate.local_text)
    return replace(
        fates[0], text="".join(fate.text for fate in fates), local_text="".join(counterparts) or None
    )
