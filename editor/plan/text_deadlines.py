"""Deadlines told in the running text, such as 2026年6月底前完成……: they stay in the wording, and follow it when it is edited.

Conditions (对在年底前完成改造的项目给予补助), periods (自……至……), what recurs (每年3月底前) and what is past
(已完成) set no deadline.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor.plan.deadline_words import FIVE_YEARS
from editor.plan.deadlines import RELATIVE, parse_deadline
from editor.plan.measures import Deadline, Measure
from editor.plan.plans import MOST_MEASURES

_YEAR = "(?:[0-9０-９〇○零一二三四五六七八九]{4}\\s?年|[今明本当]年)"
_MONTH = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\\s?月"
_SEASON = "(?:第?[一二三四1-4]季度|[上下]半年)"
_PART = "(?:[0-9０-９]{1,2}日|[底末]|份|上旬|中旬|下旬)"
_MOMENT = (
    f"(?:{_YEAR}(?:{_MONTH}{_PART}?|{_SEASON}[底末]?|年?[底末])?|{_MONTH}{_PART}?|{_SEASON}[底末]?"
    f"|(?<![0-9一二三四五六七八九十两几半个])年[底末]|{FIVE_YEARS.pattern})"
)
_AIM = "(?:，?(?:计划|力争|争取|确保|预计|累计|再|全部|全面|基本|初步|全[省市县区镇州旗]|我[省市县区]|各[省市县区])){0,3}"
_ACT = (
    "(?:完成|实现|建成|达到|达(?=[0-9])|扩大|扩展|覆盖|形成|启动|投用|投入|投产|开通|上线|交付|竣工|开工|建设|新建|改造|新增"
    "|推出|推广|出台|制定|印发|取得|培育|打造|引进|发放|整治|消除|清零|办结)"
)
_FORMS = (
    f"(?:自(?:本?(?:方案|通知|意见|文件|办法|措施|计划))?)?{RELATIVE.pattern}(?:以内|之内|内|前)?",
    f"(?:不[晚迟]于|[最至]迟[于在]?){_MOMENT}(?:之?前)?",
    f"{_MOMENT}(?:之前|以前|前)(?![后期提往沿瞻列三两几])",
    f"到{_MOMENT}(?=[，,]|{_AIM}{_ACT})",
    f"(?:{_YEAR}|(?<![0-9一二三四五六七八九十两几半个])年)内",
    f"{_YEAR}(?:{_MONTH}|年)?[底末](?=，)",
    f"(?:{_YEAR}(?:{_MONTH}|年)?|{_MONTH}|(?<![0-9一二三四五六七八九十两几半个])年)[底末](?={_AIM}{_ACT})",
    f"(?:{_YEAR})?{_SEASON}[底末]?(?={_AIM}{_ACT})",
    f"{_YEAR}(?:{_MONTH}(?:份|[0-9]{{1,2}}日)?)?(?={_AIM}{_ACT})",
    f"{FIVE_YEARS.pattern}(?=，|{_AIM}{_ACT})",
)
_TOLD = re.compile("|".join(f"(?:{form})" for form in (re.sub(r"\?P<\w+>", "?:", form) for form in _FORMS)))
_NO_DEADLINE_AFTER = re.compile(
    "(?:[自从至以]|每年?|[次翌来]年|截[至止][到于]?|延[续长][到至]?|[推顺]延[到至]?|有效期[到至]?|期限[到至]?|执行[到至]?|[~～—－-])$"
)
_CLAUSE = re.compile("[，。；：！？、\\n]")
_ALREADY = re.compile("[，,]?(?:已|曾|仍?未|尚未|没有|起|以来)")
_GOVERNED = re.compile("(?:对于?|凡是?|针对|支持|鼓励|奖励)(?:[在于]|截至)?$")
_OBJECT = re.compile("对于?|凡是?|针对|若|如果?")
_DONE = "(?:完成|建成|竣工|投产|投用|开工|交付|取得|签订|购买|办理|登记|注册|批准|供应|备案|入库|申报|改造|整改|验收|参保|出生|实施|认定)"
_WHAT_IS_DONE = re.compile(f"(?:全部|基本)?{_DONE}(?:并?{_DONE})?的")
_WHO = "(?:项目|企业|单位|个人|家庭|人员|居民|群众|住房|商品房|房屋|小区|车辆|机具|产品|地块|用地|用户|公司|机构|学生|毕业生)"
_BENEFIT = "[，,]?(?:给予|予以|可|享受|按|优先|奖|补|不再|免|执行|适用|由|视为|参照|继续|纳入)"
_WHOSE = re.compile(f"[^，。；]{{1,20}}的{_WHO}{_BENEFIT}")
_THOSE = re.compile(f"的{_WHO}$")
_NAMES_YEAR = re.compile("[0-9]{4}年")
_TITLES = re.compile("《[^》]*》")


@lru_cache(MOST_MEASURES)
def deadlines_in(text: str, year: int | None = None, issued: str | None = None) -> tuple[Deadline, ...]:
    """The deadlines that a text sets, in order; a year named once holds for those after it.

    `year` stands in before any is named, `issued` (ISO 8601) is where 自印发之日起…… counts from.
    """
    found: list[Deadline] = []
    named = year
    for words in _told(text):
        deadline = parse_deadline(words, year if words.startswith("年") else named, issued)
        named = int(deadline.date[:4]) if deadline.date and _NAMES_YEAR.search(words) else named
        if deadline not in found:
            found.append(deadline)
    return tuple(found)


def deadline_words(measure: Measure) -> str:
    """The words of a measure's own deadline, else of those that its text tells, as a table lists them."""
    own = (measure.deadline,) if measure.deadline else deadlines_in(measure.text)
    return "、".join(deadline.text for deadline in own)


def deadlines_of(
    measure: Measure, year: int | None = None, issued: str | None = None
) -> tuple[Deadline, ...]:
    """Every deadline a measure is bound by: its own first, then those that its text tells."""
    own = (measure.deadline,) if measure.deadline else ()
    days = {deadline.date for deadline in own}
    told = deadlines_in(measure.text, year, issued)
    return (*own, *(deadline for deadline in told if not deadline.date or deadline.date not in days))


def _told(text: str) -> Iterator[str]:
    """The words of each deadline outside titles of documents."""
    shown = _TITLES.sub(lambda title: " " * len(title[0]), text)
    for match in _TOLD.finditer(shown):
        before = shown[max(match.start() - 4, 0) : match.start()]
        if not _NO_DEADLINE_AFTER.search(before) and not _is_condition(shown, *match.span()):
            yield match[0]


def _is_condition(text: str, start: int, end: int) -> bool:
    """Whether the time at a place tells what is meant (before then done, or to be done) instead of setting a deadline."""
    before = _CLAUSE.split(text[max(start - 60, 0) : start])[-1]
    rest, *later = _CLAUSE.split(text[end : end + 80], maxsplit=2)
    after = rest or next(iter(later), "")
    return bool(
        _GOVERNED.search(before)
        or _ALREADY.match(text, end)
        or after.endswith("的")
        or _WHAT_IS_DONE.match(rest)
        or (_OBJECT.match(before) and "的" in rest)
        or (before[-1:] in ("在", "于") and _THOSE.search(rest))
        or _WHOSE.match(text[end : end + 40])
    )
