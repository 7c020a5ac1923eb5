"""Whether one figure promises less than another: a later date, a smaller share, a longer time limit."""

import re
from typing import NamedTuple

from editor.comparing.atoms import NUMBER
from editor.comparing.shadow import fold
from editor.plan.deadlines import parse_deadline
from editor.plan.numbering import parse_numeral

_NEAR = 8
"""So many characters before a figure may tell whether it is a limit or a target."""
_AT_MOST = re.compile("不超过|不高于|不多于|低于|少于|控制在|压缩|缩短|缩减|降至|降到|减至|减少到|限")
_AT_LEAST = re.compile(
    "不少于|不低于|不小于|不短于|至少|达到|达|(?<!不)超过|(?<!不)高于|提高到|提升至|提高至|以上"
)
_LESS_BY = re.compile("(?:压缩|压减|缩短|缩减|减少|降低|下降)(?:了|约|近|超过|不少于)?$")
"""By so much something becomes less: the more, the better."""
_WITHIN = re.compile("(?:以内|之内|内|以下)$")
_DUE = re.compile("[前底末止内]$|季度|半年")
"""A date by which something is due; others are those of laws, of documents, of days from which something holds."""
_SHARE = re.compile("%|‰|百分之|个百分点|成(?=以|左|$)")
_TIME = re.compile("个?工作日|个?自然日|小时|分钟|秒钟|个月|周年|天|日|周|年")
_LENGTHS: dict[str, tuple[float, float]] = {
    "秒钟": (1 / 3600, 1 / 3600),
    "分钟": (1 / 60, 1 / 60),
    "小时": (1, 1),
    "工作日": (24, 24 * 7 / 5),
    "自然日": (24, 24),
    "天": (24, 24),
    "日": (24, 24),
    "周": (24 * 7, 24 * 7),
    "个月": (24 * 28, 24 * 31),
    "周年": (24 * 365, 24 * 366),
    "年": (24 * 365, 24 * 366),
}
"""The hours of a time limit's unit, at least and at most: five working days are a week."""
_OFTEN = re.compile("(?<=[0-9一二两三四五六七八九十])次")
"""How often something is done at least is a promise; other counts differ from place to place."""
_LONGEST = 60
"""Figures of more characters promise nothing."""
_ANY_YEAR = 2028
"""Stands in where two dates of one year name none: 6月底前, 9月底前."""


class _Measured(NamedTuple):
    """A share, a length of time or a number of times, with the hours that a time is at least and at most."""

    value: float
    unit: str
    hours: tuple[float, float] | None = None


def is_weaker(old: str, old_place: int, figure: str, new: str, new_place: int, becomes: str) -> bool:
    """Whether `becomes` at a place of the new wording promises less than `figure` at a place of the old one.

    False where that can't be told, as of counts, which differ from place to place, and of figures of other units.
    """
    if max(len(figure), len(becomes)) > _LONGEST:
        return False
    before, after = _dates(figure, becomes)
    if before and after:
        return after > before and bool(_DUE.search(figure) and _DUE.search(becomes))
    first, second = _measured(figure), _measured(becomes)
    if first is None or second is None:
        return False
    wanted = _wants_more(old, old_place, figure), _wants_more(new, new_place, becomes)
    if wanted[0] is None or wanted[0] != wanted[1]:
        return False
    return _is_less(second, first) if wanted[0] else _is_less(first, second)


def _is_less(one: _Measured, other: _Measured) -> bool:
    """Whether one is surely less than the other."""
    if one.unit == other.unit:
        return one.value < other.value
    return one.hours is not None and other.hours is not None and one.hours[1] < other.hours[0]


def _dates(figure: str, becomes: str) -> tuple[str | None, str | None]:
    """The days that both mean, ISO 8601; where neither names its year, they are of the same one."""
    before, after = parse_deadline(figure).date, parse_deadline(becomes).date
    if before or after:
        return before, after
    return parse_deadline(figure, _ANY_YEAR).date, parse_deadline(becomes, _ANY_YEAR).date


def _measured(figure: str) -> _Measured | None:
    """The figure as one that can be more or less, lengths of time in hours; None for everything else."""
    text = fold(figure)
    number = NUMBER.search(text.replace("百分之", ""))
    value = _value(number[0]) if number else 0.5 if text.startswith("半") else None
    if value is None:
        return None
    if unit := _SHARE.search(text):
        return _Measured(value, unit[0].replace("百分之", "%"))
    if found := _TIME.search(text):
        name = found[0] if found[0] == "个月" else found[0].removeprefix("个")
        least, most = _LENGTHS[name]
        return _Measured(value, name, (value * least, value * most))
    return _Measured(value, "次") if _OFTEN.search(text) else None


def _value(number: str) -> float | None:
    digits = number.replace("，", "")
    return (
        float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else parse_numeral(number.replace("两", "二"))
    )


def _wants_more(text: str, place: int, figure: str) -> bool | None:
    """Whether more is better: of shares unless a limit is set, of times only where a least one is; None if untold."""
    near = re.split("[。；，]", text[max(0, place - _NEAR) : place])[-1]
    not_less, limit = list(_AT_LEAST.finditer(near)), list(_AT_MOST.finditer(near))
    if _LESS_BY.search(near):
        return True
    if _WITHIN.search(figure):
        return False
    if not_less and (not limit or not_less[-1].end() >= limit[-1].end()):
        return True
    if limit:
        return False
    return True if _SHARE.search(fold(figure)) else None
