"""Deadlines as official documents word them, and the last day each one means."""

import calendar
import datetime
import re

from editor.plan.characters import official
from editor.plan.deadline_words import in_figures, with_years
from editor.plan.measures import Deadline, DeadlineKind
from editor.plan.numbering import parse_numeral

_DATE = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$")
_MOMENT = re.compile(
    r"(?:(?P<year>\d{4})年)?\s*(?:"
    r"(?P<month>\d{1,2})月(?:份)?(?:(?P<day>\d{1,2})日|(?P<part>底|末|上旬|中旬|下旬|前))?"
    r"|前?第?(?P<quarter>[一二三四1-4])季度"
    r"|(?P<half>[上下])半年"
    r"|(?P<end>(?:(?<![0-9一二三四五六七八九十两几半个])年)?度?[底末内终]|全年|年)"
    r")"
)
_BARE_YEAR = re.compile(r"(?P<year>\d{4})年")
_NO_DAY_NAMED = re.compile(
    "春节|元宵|清明|端午|五一|七一|八一|中秋|国庆|元旦|两节|汛期|供暖|[春夏秋冬]季|三夏|三秋"
)
"""Times of a year that no calendar of ours knows: 2026年春节前 is not the end of 2026."""
_FURTHEST_AHEAD = 2
"""Years from the one in which 后年 was written."""
_LEAP_YEAR = 2028
"""A year that has every day there can be."""
RELATIVE = re.compile(
    r"(?:(?:印发|发布|公布|下发|施行|实施|发文|通过)之?日(?:起|后)|(?:印发|发布|公布|下发)后)[^，。；]{0,4}?(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(?P<unit>工作日|日|天|周|星期|月|年)"
)
_LONGEST_DATE_LINE = 60
"""With the blanks that set a date to the right; asked of every paragraph, most are told by their length."""
_DAYS = {"上旬": 10, "中旬": 20}
_RECURRING = re.compile("每(?:学?年度?|半年|个?季度?|个?月)[^，。；]*")
"""每年12月20日前 comes again every year: no one day is meant."""
_PERIOD = "(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(?:工作日|日|天|周|星期|月|年)(?:之|以)?内"
"""两年内 counts from a day that the words don't name."""
_KINDS: tuple[tuple[str, DeadlineKind], ...] = (
    ("长期", "long_term"),
    (f"持续|常态|不断|动态|{_RECURRING.pattern}", "ongoing"),
    ("按照|根据|按.{0,12}(?:部署|要求|安排|进度|节点|计划)|另行(?:通知|安排|部署)", "as_arranged"),
    (_PERIOD, "as_arranged"),
    ("已.{0,6}(?:完成|完毕|办结)|^(?:全部|基本)?(?:完成|完毕|办结)$", "done"),
)


def parse_deadline(words: str, year: int | None = None, issued: str | None = None) -> Deadline:
    """The deadline that `words` name; `year` stands in where they name none, and without it no date is guessed.

    Words such as 自印发之日起一个月内 are dated where it is known when the plan was `issued` (ISO 8601), else as_arranged.
    """
    text = official(words.strip())
    relative = RELATIVE.search(text)
    if relative:
        date = _after(issued, relative["count"], relative["unit"]) if issued else None
        return Deadline(text=text, date=date, kind="dated" if date else "as_arranged")
    moments = _moments(with_years(in_figures(_RECURRING.sub("", text)), year))
    if moments:
        return Deadline(text=text, date=_last_day(moments, year), kind="dated")
    return Deadline(text=text, kind=_kind(text))


def falling_in(words: str, year: int) -> Deadline:
    """The deadline that `words` name where it is known in which year it falls, which 明年6月 does a year after it was written."""
    read = [parse_deadline(words, year - back) for back in range(_FURTHEST_AHEAD + 1)]
    return next((found for found in read if found.date and found.date.startswith(str(year))), read[0])


def lacks_year(deadline: Deadline) -> bool:
    """Whether a deadline names a day but for its year; False too where there is no such day, as 9月31日."""
    is_open = deadline.kind == "dated" and deadline.date is None
    return is_open and parse_deadline(deadline.text, _LEAP_YEAR).date is not None


def is_period(deadline: Deadline) -> bool:
    """Whether a deadline without a date tells how long and not until when, as 3个月内 and 自印发之日起一个月内 do."""
    words = deadline.text
    return deadline.date is None and bool(RELATIVE.search(words) or re.search(_PERIOD, words))


def _after(issued: str, count: str, unit: str) -> str | None:
    """The day so long after the day of issue; None in working days, which depend on the year's holidays."""
    start = datetime.date.fromisoformat(issued)
    number = parse_numeral(count.replace("两", "二")) if count != "半" else None
    months = {"月": 1, "年": 12}.get(unit)
    if count == "半" and unit in ("月", "年"):
        return _later(start, 6) if unit == "年" else (start + datetime.timedelta(days=15)).isoformat()
    if months and number:
        return _later(start, months * number)
    days = {"日": 1, "天": 1, "周": 7, "星期": 7}.get(unit)
    return (start + datetime.timedelta(days=days * number)).isoformat() if days and number else None


def _later(start: datetime.date, months: int) -> str:
    """The same day so many months later, or the month's last."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last)).isoformat()


def _kind(text: str) -> DeadlineKind:
    return next((kind for pattern, kind in _KINDS if re.search(pattern, text)), "none")


def parse_date(text: str) -> str | None:
    """The ISO 8601 date in a line that holds nothing else, in Arabic or Han numerals; None where there is none."""
    if len(text) > _LONGEST_DATE_LINE:
        return None
    match = _DATE.match(in_figures(re.sub(r"\s", "", text)))
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _moments(text: str) -> list[re.Match[str]]:
    found = [match for match in _MOMENT.finditer(text) if _says_when(match)]
    is_bare = not any(match["end"] != "年" for match in found)
    if is_bare and _NO_DAY_NAMED.search(text):
        return []
    return found or list(_BARE_YEAR.finditer(text))


def _says_when(match: re.Match[str]) -> bool:
    """A lone 年 or 内 says nothing without a year before it; 年底, 年内 and 全年 do."""
    end = match["end"]
    return end is None or match["year"] is not None or (len(end) > 1 and end[0] in "年全")


def _last_day(moments: list[re.Match[str]], year: int | None) -> str | None:
    """The latest day named; a year named once holds for the moments after it."""
    days = []
    for moment in moments:
        year = int(moment["year"]) if moment["year"] else year
        day = _day_of(moment, year) if year is not None else None
        days.append(day)
    return max((day for day in days if day), default=None)


def _day_of(moment: re.Match[str], year: int) -> str | None:
    parts = moment.groupdict()
    if parts.get("month"):
        return _day_in_month(year, int(parts["month"]), parts["day"], parts["part"])
    if parts.get("quarter"):
        return _month_end(year, 3 * (parse_numeral(parts["quarter"]) or 0))
    return _month_end(year, 6 if parts.get("half") == "上" else 12)


def _day_in_month(year: int, month: int, day: str | None, part: str | None) -> str | None:
    if day:
        return _day(year, month, int(day))
    if part == "前":
        return _month_end(year, month - 1) if month > 1 else _month_end(year - 1, 12)
    return _day(year, month, _DAYS[part]) if part in _DAYS else _month_end(year, month)


def _month_end(year: int, month: int) -> str | None:
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return _day(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
