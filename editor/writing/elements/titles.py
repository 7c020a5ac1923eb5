"""A title broken into lines by sense, in the shape of a trapezoid or a diamond (GB/T 9704—2012 7.3.1)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

import rjieba

from editor.writing.base.characters import width

_PHRASES = (
    "国民经济和社会发展|耕地保护|占补平衡|设备更新|以旧换新|县城规划区|重特大疾病|基层治理|防灾减灾|城乡建设|"
    "农业农村局?|市场监督管理局?|发展和改革局?|人力资源和社会保障局?|公共资源交易|重点任务|有关事项|第[一二三四五六七八九十]+个五年|"
    "营商环境|政务服务|服务品牌|民营经济|数字经济|安全生产|乡村振兴|机械化|基本医疗保险|高质量发展|改革创新|转型升级|"
    "实施(?:方案|意见|细则|办法)|工作方案|行动(?:方案|计划)|若干(?:政策)?措施|应急预案|管理办法|规范性文件"
)
"""Set phrases of official titles that no reader wants to see cut."""
_NUMBER = (
    r"[0-9A-Za-z.,%％]+(?:个?(?:年度?|月|日|号|届|次|项|条|周年))?|第[一二三四五六七八九十百]+[届次号条]?"
)
_ATOM = re.compile(f"{_PHRASES}|{_NUMBER}|.", re.DOTALL)
_NOT_FIRST = set("的和与及、，。：；？！”’）》〉〕·—")
_NOT_LAST = set("“‘（《〈〔·—第和与及")
_DEPTH = dict.fromkeys("《〈“（", 1) | dict.fromkeys("》〉”）", -1)
_MEETING = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_GAP = 0.2
"""字 that LibreOffice puts where Chinese and Latin meet."""
_REACH = 8
"""How many characters on both sides of a break decide how good it is."""
_ENDS_OFFICE = ("人民政府", "办公室", "委员会", "委员会办公室", "局", "厅", "部", "院")
_VERBS = tuple(
    re.findall(
        "..", "深化推动推进促进加强加快优化提升完善健全规范落实调整公布开展支持聚力做好印发转发批转贯彻"
    )
)
_TAKES_FREELY = 4
"""Up to so many lines every shape is weighed; longer titles are filled line by line."""
_BAD_SHAPE, _SPLIT_QUOTATION, _STUMP = 60.0, 25.0, 40.0
_EXTRA_LINE = 4.0
_AFTER_VERB = 5.0
_AFTER_PLACE = 8.0
"""A place's name is neither cut before its last character nor torn from what it governs."""
_PLACES = ("省", "市", "县", "区", "镇", "乡")


def break_title(title: str, longest: int = 20) -> tuple[str, ...]:
    """The title's lines, at most `longest` 字 wide; joined they are the title."""
    if _room(title) <= longest:
        return (title,)
    costs = _break_costs(title)
    fewest = ceil(_room(title) / longest)
    if fewest > _TAKES_FREELY:
        return _filled(title, longest, costs)
    tries = [(fewest + extra) for extra in (0, 1) if fewest + extra <= _TAKES_FREELY]
    arrangements = [lines for count in tries for lines in _arrangements(title, longest, count, costs)]
    if not arrangements:
        return _filled(title, longest, costs)
    return min(arrangements, key=lambda lines: _cost(lines, costs))


def _arrangements(title: str, longest: int, count: int, costs: dict[int, float]) -> Iterator[tuple[str, ...]]:
    """Every way to break the title into `count` lines at the places in `costs`, no line too long or a stump."""
    if count == 1:
        if _room(title) <= longest:
            yield (title,)
        return
    for place in sorted(costs):
        first, rest = title[:place], title[place:]
        if place >= len(title) or _room(first) > longest:
            break
        if width(first) > 2 and _room(rest) <= longest * (count - 1):
            below = {later - place: cost for later, cost in costs.items() if later > place}
            for lines in _arrangements(rest, longest, count - 1, below):
                yield (first, *lines)


def _room(line: str) -> float:
    """The width in 字 that a line needs where a program parts Chinese from Latin though the file says it must not."""
    return width(line) + _GAP * len(_MEETING.findall(line))


def _cost(lines: Sequence[str], costs: dict[int, float]) -> float:
    widths = [width(line) for line in lines]
    ends = [sum(map(len, lines[:count])) for count in range(1, len(lines))]
    stump = _STUMP if widths[-1] <= 3 or min(widths) <= 2 else 0.0
    uneven = max(0.0, max(widths) - min(widths) - 6)
    shape = 0.0 if is_good_shape(widths) else _BAD_SHAPE
    return sum(costs[end] for end in ends) + shape + stump + uneven + _EXTRA_LINE * len(lines)


def is_good_shape(widths: Sequence[float]) -> bool:
    """Whether lines of these widths form a trapezoid or a diamond: no rectangle, no hourglass."""
    if len(widths) < 2:
        return True
    grows = [later - earlier for earlier, later in pairwise(widths)]
    if not any(grows):
        return False
    turn = next((place for place, step in enumerate(grows) if step < 0), len(grows))
    return all(step <= 0 for step in grows[turn:])


def _filled(title: str, longest: int, costs: dict[int, float]) -> tuple[str, ...]:
    """Lines filled one by one, each ended at the best place of its second half."""
    lines, start = [], 0
    while _room(title[start : start + 2 * longest + 1]) > longest:
        reach = range(start + 1, start + 2 * longest + 1)
        fits = [place for place in reach if place in costs and _room(title[start:place]) <= longest]
        late = [place for place in fits if width(title[start:place]) > longest / 2] or fits
        end = min(late, key=lambda place: (costs[place], -place)) if late else start + longest
        lines.append(title[start:end])
        start = end
    return (*lines, title[start:])


def _break_costs(title: str) -> dict[int, float]:
    """How bad a break before each character is; places where none may be are left out."""
    words, depth, costs = _word_starts(title), 0, {}
    for place in range(1, len(title)):
        depth += _DEPTH.get(title[place - 1], 0)
        if place in words and title[place] not in _NOT_FIRST and title[place - 1] not in _NOT_LAST:
            cost = _break_cost(title[max(0, place - _REACH) : place], title[place : place + _REACH])
            costs[place] = cost + (_SPLIT_QUOTATION if depth > 0 else 0.0)
    return costs


def _break_cost(before: str, after: str) -> float:
    if after.startswith("关于") or before.endswith("关于印发"):
        return 0.0 if before.endswith(_ENDS_OFFICE) else 1.5
    if after[0] in "《“" or before[-1] in "》”、，）":
        return 1.0
    if before[-1] == "的" or before.endswith(_ENDS_OFFICE):
        return 2.0
    if before.endswith(_PLACES) or (after.startswith(_PLACES) and not before.endswith(_VERBS)):
        return 4.0 + _AFTER_PLACE
    return 4.0 + (_AFTER_VERB if before.endswith(_VERBS) else 0.0)


def _word_starts(title: str) -> set[int]:
    """The places where a word, a number with its unit or a mark begins."""
    words = _starts(rjieba.cut(title))
    atoms = _starts(_ATOM.findall(title))
    return words & atoms


def _starts(pieces: Sequence[str]) -> set[int]:
    starts, place = set(), 0
    for piece in pieces:
        starts.add(place)
        place += len(piece)
    return starts
