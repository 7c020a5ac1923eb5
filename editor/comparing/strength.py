"""Whether one figure promises less than another: a later date, a smaller share, a longer time limit."""

import re

from editor.comparing.atoms import NUMBER
from editor.comparing.shadow import fold
from editor.plan.deadlines import parse_deadline
from editor.plan.numbering import parse_numeral

_NEAR = 8
"""So many characters before a figure may tell whether it is a limit or a target."""
_AT_MOST = re.compile("不超过|不高于|不多于|低于|少于|控制在|压缩|缩短|缩减|降至|降到|减至|减少到|限")
_AT_LEAST = re.compile("不少于|不低于|不小于|不短于|至少|达到|达|超过|高于|提高到|提升至|提高至|以上")
_WITHIN = re.compile("(?:以内|之内|内|以下)$")
_DUE = re.compile("[前底末止内]$|季度|半年")
"""A date by which something is due; others are those of laws, of documents, of days from which something holds."""
_SHARE = re.compile("%|‰|百分之|个百分点|成(?=以|左|$)")
_TIME = re.compile("工作日|自然日|小时|分钟|秒钟|个月|天|日|周")


def is_weaker(old: str, old_place: int, figure: str, new: str, new_place: int, becomes: str) -> bool:
    """Whether `becomes` at a place of the new wording promises less than `figure` at a place of the old one.

    False where that can't be told, as of counts, which differ from place to place, and of figures of other units.
    """
    before, after = parse_deadline(figure).date, parse_deadline(becomes).date
    if before and after:
        return after > before and bool(_DUE.search(figure) and _DUE.search(becomes))
    first, second = _measured(figure), _measured(becomes)
    if first is None or second is None or first[1] != second[1] or first[0] == second[0]:
        return False
    wanted = _wants_more(old, old_place, figure), _wants_more(new, new_place, becomes)
    if wanted[0] is None or wanted[0] != wanted[1]:
        return False
    return (second[0] < first[0]) == wanted[0]


def _measured(figure: str) -> tuple[float, str] | None:
    """The number and the unit of a share or a length of time, None for everything else."""
    text = fold(figure)
    unit = _SHARE.search(text) or _TIME.search(text)
    number = NUMBER.search(text.replace("百分之", ""))
    if not unit or not number:
        return None
    value = _value(number[0])
    return None if value is None else (value, unit[0].replace("百分之", "%").replace("天", "日"))


def _value(number: str) -> float | None:
    digits = number.replace("，", "")
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else parse_numeral(number)


def _wants_more(text: str, place: int, figure: str) -> bool | None:
    """Whether more is better: of shares unless a limit is set, of times only where a least one is; None if untold."""
    near = re.split("[。；，]", text[max(0, place - _NEAR) : place])[-1]
    not_less, limit = list(_AT_LEAST.finditer(near)), list(_AT_MOST.finditer(near))
    if _WITHIN.search(figure):
        return False
    if not_less and (not limit or not_less[-1].end() >= limit[-1].end()):
        return True
    if limit:
        return False
    return True if _SHARE.search(fold(figure)) else None
