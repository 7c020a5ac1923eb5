"""Brackets without labels that say who is in charge: （A、B等负责）, （A牵头，B、C按职责分工负责，6月底前完成）, （A、B）."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from editor.plan.deadlines import parse_deadline
from editor.reading.brackets import ANY_OPENING, closing_place
from editor.reading.roles import parse_roles
from editor.reading.rules import without_rules

Fields: TypeAlias = tuple[tuple[str | None, str], ...]
"""Label and value of each field; words without a label name a deadline."""
LONGEST_DEADLINE = 25
_LONGEST_IN_CHARGE = 400
_LONGEST_UNIT = 30
_SAID = re.compile("[^：:]{2,300}?(?:负责|牵头|配合|落实|参与|协助|协办|组织实施)")
_SAME_BELOW = re.compile("[，,；;]?(?:以下同|下同)$")
_ORGAN = re.compile(
    "(?:各[^的]{1,16}|[^的]{1,24}(?:[局厅委办部署]|政府|院|中心|办公室|管委会|公司|集团|[分支]行|银行|[支大总]队|海关"
    "|[妇残文科]联|工商联|联社|总工会|部门|单位|街道|乡镇|镇街))(?:（.{1,20}）)?"
)
_DATE = re.compile(r"\d年|\d月|年底|年内|之日")
_COMPLETED = re.compile("(?:完成|完毕|办结)$")
_SENTENCE_ENDS = tuple("。.；！？”）)〕]")
_BLANKS = " 　，,。"
_MARKS = _BLANKS + "；;"


def find_charges(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and content of every such bracket after a sentence or at the end; lists of names only there."""
    end_of_text = len(text.rstrip(" 　。"))
    for bracket in ANY_OPENING.finditer(text):
        start = bracket.start()
        length = closing_place(text[start : start + _LONGEST_IN_CHARGE], 0)
        if not length:
            continue
        end = start + length
        follows = text[max(start - 1, 0) : start] in _SENTENCE_ENDS
        is_last = end >= end_of_text
        content = text[start + 1 : end - 1]
        may_be_list = follows and (is_last or _NEXT_ITEM.match(text, end) is not None)
        may_be_list = may_be_list or (
            end == len(text) and "。" not in text and _OFFICES.match(content) is not None
        )
        if (is_last or follows) and charge_fields(content, may_be_list):
            yield start, end, content


_OFFICES = re.compile("[一-鿿]{1,12}[局厅委办]\\s*(?:[、，,；;]|$)")
"""Offices first in a bracket, by which a short line that is no sentence is known to name its units."""
_NEXT_ITEM = re.compile("[。；]?\\s*(?:[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[0-9]{1,2}[.．、])")


@lru_cache(maxsize=1024)  # a plan repeats its brackets, and cleaning asks before recognition does
def charge_fields(content: str, may_be_list: bool = True) -> Fields:
    """What the bracket's parts say; nothing where one of them names neither units nor a deadline, or none names units."""
    words = _SAME_BELOW.sub("", without_rules(content).strip(_MARKS))
    fields: list[tuple[str | None, str]] = []
    for part in (part.strip(_BLANKS) for part in re.split("[；;。]", words)):
        said = _fields(part, may_be_list) if part else ()
        if part and not said:
            return ()
        fields += said
    return tuple(fields) if any(label for label, _value in fields) else ()


def is_deadline(words: str) -> bool:
    """Whether the words name a time or a manner of time, such as 长期坚持, or say that something is to be completed."""
    return parse_deadline(words.strip()).kind != "none" or _COMPLETED.search(words) is not None


def _fields(part: str, may_be_list: bool) -> Fields:
    units, deadline = part, ""
    if not _names_units(part, may_be_list):
        units, _comma, deadline = part.rpartition("，") if "，" in part else part.rpartition(",")
    if deadline and not (len(deadline) <= LONGEST_DEADLINE and is_deadline(deadline)):
        return ()
    if units and not _names_units(units, may_be_list):
        return ()
    named: Fields = (("responsible_units", units),) if units else ()
    return (*named, (None, deadline)) if deadline else named


def _names_units(words: str, may_be_list: bool) -> bool:
    """Whether words say by verbs which units do what, or list nothing but organs."""
    said = _SAID.fullmatch(words) is not None
    if not said and not (may_be_list and not re.search("[：:]", words)):
        return False
    names = [name for found in parse_roles(words, "responsible_units").values() for name in found]
    return bool(names) and all(_is_unit(name) if said else _ORGAN.fullmatch(name) for name in names)


def _is_unit(name: str) -> bool:
    """Whether a name can be a unit's: words of a sentence are longer or say 的, those of a deadline name a date."""
    if len(name) > _LONGEST_UNIT or "的" in name or name.startswith(("由", "其")):
        return False
    return not _DATE.search(name)
