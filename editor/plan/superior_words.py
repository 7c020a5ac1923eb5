"""Words of the upper level that are left over when its wording is adapted: finding and replacing them."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from editor.plan.locality import Locality
from editor.plan.quotations import unquoted

DEFAULT_WORDS = (
    *("我省", "全省", "本省", "各省", "省级", "省委", "省政府", "省人民政府", "省直", "省有关部门"),
    *("各市", "各设区市", "各地市", "各县（市、区）", "各市（州）"),
)
"""Looked for in every locality; 我市 and 全市 are not among them, since county-level cities say so themselves."""
_OTHER_WORDS_BEHIND = ("市场", "市民", "市容", "市值", "市集", "委托", "省略", "省时", "省力", "省心", "省事")
_OTHER_WORDS_BEFORE = ("健全", "安全", "完全", "齐全", "周全", "保全", "自我", "样本", "基本", "成本", "根本")


_NAME = "(?:(?!推进|推动|加强|开展|支持|指导|实施|建设|建立|完善|组织|统筹|落实|督促|协调|配合|会同)[一-鿿](?<![的和与在把将对由等向为从有并或各可请让被于要]))"
_ORGAN_BEHIND = re.compile(
    f"{_NAME}{{0,10}}?(?:办公厅|办公室|委员会|厅|局|委(?![托派员])|法院|检察院|总工会|联合会|总队|集团|公司|(?:组织|宣传|统战|人武)部)"
)
"""What makes a place's or an office's word the beginning of an organ's name, as 省财政 in 省财政厅."""
_NEVER_NAMES = ("全", "各")
_DOCUMENT_NUMBER = re.compile(r"[一-鿿]{2,12}[〔\[（(]\d{4}[〕\]）)]\s*\d+号")


_COMPARED_BEFORE = re.compile("(?:走在|位居|位列|居于|领跑|领先|跻身|争创|进入|高于|低于|不低于|达到|超过)$")
_COMPARED_BEHIND = re.compile("第[一二三]|前[列茅]|平均|率先|领先|先进|排名|首[位个创批]|[^，。；]{1,12}前列")
_HIGHER_BEFORE = re.compile("(?:党中央|国务院|中央)[^，。；]{0,6}$")
_OF_ORGANS = ("委", "政府")


def words_of(locality: Locality) -> Mapping[str, str]:
    """Every word to look for, with what the county says instead; empty where that must be decided each time."""
    known = {**dict.fromkeys(DEFAULT_WORDS, ""), **dict(locality.superior_words)}
    return {word: instead for word, instead in known.items() if word}


def find_words(text: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """The words that occur outside titles and quotations, each once, in order; of two at one place the longer."""
    return tuple(dict.fromkeys(match[0] for match in _matches(text, words)))


def replace_word(text: str, word: str, words: Mapping[str, str]) -> str:
    """The text with one of the words replaced wherever `find_words` would find it."""
    pieces, start = [], 0
    for match in _matches(text, words):
        if match[0] == word:
            pieces += [text[start : match.start()], words[word]]
            start = match.end()
    return "".join((*pieces, text[start:]))


def find_places(text: str, words: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Where the words could be replaced: as `find_words`, but not where they begin an organ's name or stand in a document's number."""
    numbers = [match.span() for match in _DOCUMENT_NUMBER.finditer(text)]
    for match in _matches(text, words):
        start, end = match.span()
        is_organ = not match[0].startswith(_NEVER_NAMES) and _ORGAN_BEHIND.match(text, end)
        if not is_organ and not any(first < end and start < last for first, last in numbers):
            yield start, end


def may_be_meant(text: str, start: int, end: int) -> bool:
    """Whether the upper level itself seems to be meant there: 走在全省前列, 党中央、国务院和省委、省政府."""
    before, behind = text[:start], text[end:]
    if text[start:end].endswith(_OF_ORGANS):
        return _HIGHER_BEFORE.search(before) is not None
    return bool(_COMPARED_BEFORE.search(before) or _COMPARED_BEHIND.match(behind))


@lru_cache(8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, of two that begin alike the longer."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def _matches(text: str, words: Mapping[str, str]) -> Iterator[re.Match[str]]:
    """Where the words occur, unless as parts of others, as 全市 in 健全市场 does."""
    if not words:
        return
    for match in _pattern(tuple(words)).finditer(unquoted(text)):
        behind = text[match.end() - 1 : match.end() + 1]
        before = text[max(match.start() - 1, 0) : match.start() + 1]
        if behind not in _OTHER_WORDS_BEHIND and before not in _OTHER_WORDS_BEFORE:
            yield match
