"""The words of deadlines brought to one form: figures for numerals, years in full, dates as 年, 月 and 日."""

import re
from collections.abc import Iterator

from editor.plan.numbering import parse_numeral
from editor.plan.searching import folded

FIVE_YEARS = re.compile("“?十([三四五六])五”?(?:规划|时期)?期?末")
_FIVE_YEARS_LONG = re.compile("“?十([三四五六])五”?(?:期间|时期|规划期)(?!末)")
_LAST_YEARS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_YEAR = re.compile("[〇○零一二三四五六七八九]{4}(?=年)")
_HAN_NUMBER = re.compile("[一二三四五六七八九十]{1,3}(?=[月日])")
_TYPED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)"), r"\1年\2月\3日"),
    (re.compile(r"(?<!\d)(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})(?!\d)日?"), r"\1年\2月\3日"),
    (re.compile(r"(?<!\d)(\d{4})[.\-/](\d{1,2})(?![\d年])月?"), r"\1年\2月"),
    (re.compile(r"^(\d{1,2})[.\-/](\d{1,2})(?=[日号]?(?:之?前|以前|底)?$)[日号]?"), r"\1月\2日"),
    (re.compile(r"(?<!\d)([2-9]\d)年(?=\d{1,2}月|第?[一二三四1-4]季度|[上下]半年|底|末)"), r"20\1年"),
    (re.compile(r"(?<=\d)号"), "日"),
)
"""2026.9.30, 2026.9, 9.30, 20260930, 26年9月 and 9月20号, as drafters type them."""
_YEAR = re.compile(r"(\d{4})年|(?<![今此])([今本当明来后次翌])年")
_AHEAD = {"今": 0, "本": 0, "当": 0, "明": 1, "来": 1, "次": 1, "翌": 1, "后": 2}
_AFTER_THE_NAMED = "次翌"


_POINTED = re.compile(r"[0-9０-９]+([.．/／\-－][0-9０-９]+)+")
"""Figures with points, strokes or hyphens between them, of whatever width."""


def in_figures(text: str) -> str:
    """The text with its dates in one form: 二〇二六年九月, 2026.9 and ２０２６．９ are 2026年9月."""
    text = _POINTED.sub(lambda match: folded(match[0]), text)
    for pattern, form in _TYPED:
        text = pattern.sub(form, text)
    text = _HAN_YEAR.sub(lambda match: match[0].translate(_HAN_DIGITS), text)
    return _HAN_NUMBER.sub(lambda match: str(parse_numeral(match[0]) or match[0]), text)


def with_years(text: str, year: int | None) -> str:
    """The text with years in figures for the end of a five-year plan and for 今年, 明年, 次年, as far as the `year` is known."""
    for plan in (FIVE_YEARS, _FIVE_YEARS_LONG):
        text = plan.sub(lambda match: f"{_LAST_YEARS[match[1]]}年底", text)
    return "".join(_parts(text, year))


def _parts(text: str, year: int | None) -> Iterator[str]:
    """The text in parts, years put in; 次年 follows the year named before it, the others the one that is known."""
    named, end = year, 0
    for match in _YEAR.finditer(text):
        word = match[2]
        if word is None:
            named = int(match[1])
            continue
        base = named if word in _AFTER_THE_NAMED else year
        if base is not None:
            yield text[end : match.start()]
            yield f"{base + _AHEAD[word]}年"
            end = match.end()
    yield text[end:]
