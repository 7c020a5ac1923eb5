"""The county's counterpart of a superior organ: 人社局 for 省人力资源和社会保障厅, found in the roster."""

import re
from collections.abc import Iterable, Iterator

from editor.plan.roster import Roster, Unit

_PLACE = re.compile(
    "^(?:中共)?(?:[一-鿿]{0,8}?(?:自治区|自治州|省|市|州|盟|区|县))?(?:(?:人民)?政府(?!办公))?(?=.{2})"
)
_ORGAN = re.compile("(?:委员会|厅|局|委|办公厅|办公室|办)$")
_FILLERS = str.maketrans("", "", "和与及、")
_SHORTENED = {
    "人力资源社会保障": ("人社",),
    "发展改革": ("发改",),
    "工业信息化": ("工信", "经信"),
    "卫生健康": ("卫健",),
    "住房城乡建设": ("住建",),
    "市场监督管理": ("市场监管", "市监"),
    "文化旅游": ("文旅",),
    "教育": ("教体", "教育体育"),
    "体育": ("教体", "教育体育"),
    "应急管理": ("应急",),
    "医疗保障": ("医保",),
    "退役军人事务": ("退役军人",),
    "农业农村": ("农业",),
    "自然资源": ("自然资源规划",),
    "交通运输": ("交通",),
    "政务服务数据管理": ("政数", "数据"),
    "行政审批服务": ("行政审批",),
    "城市管理综合行政执法": ("城市管理", "城管", "城管执法", "综合执法"),
    "科学技术": ("科技",),
    "生态环境": ("环保",),
    "地方金融监督管理": ("地方金融", "金融"),
    "国有资产监督管理": ("国资",),
    "粮食物资储备": ("粮食储备", "粮储", "粮食"),
    "林业草原": ("林草", "林业"),
    "畜牧兽医": ("畜牧",),
    "广播电视": ("广电",),
    "民族宗教事务": ("民宗", "民族宗教"),
    "人民防空": ("人防",),
    "国防动员": ("国动",),
    "网络安全信息化": ("网信",),
    "住房公积金管理中心": ("公积金中心", "住房公积金中心", "公积金管理中心"),
    "供销合作社": ("供销社",),
    "残疾人联合会": ("残联",),
    "妇女联合会": ("妇联",),
    "工商业联合会": ("工商联",),
}
"""What organs do, and how their names say the same in short; official words, in no roster's order."""


def counterpart(organ: str, roster: Roster) -> Unit | None:
    """The one unit of the roster that does at the county what the organ does above; None where none is sure.

    Organs the roster itself knows are their own counterparts; groups such as 各市人民政府 have none.
    """
    if known := roster.find(organ):
        return known
    task = _task(organ)
    if len(task) < 2 or organ.startswith(("各", "有关", "相关")) or organ.endswith("政府"):
        return None
    wanted = set(_ways(task))
    found = [unit for unit in roster.units if not wanted.isdisjoint(_tasks(unit))]
    return found[0] if len(found) == 1 else None


def counterparts(organs: Iterable[str], roster: Roster) -> tuple[str, ...]:
    """The printed names of the counterparts of these organs, each once, in order; those without are left out."""
    units = (counterpart(organ, roster) for organ in organs)
    return tuple(dict.fromkeys(unit.printed for unit in units if unit))


def _task(name: str) -> str:
    """What an organ does, without its place, its kind and the fillers of its name: 人力资源社会保障."""
    bare = name.partition("（")[0]
    without_place = _PLACE.sub("", bare, count=1)
    return _ORGAN.sub("", without_place).translate(_FILLERS)


def _tasks(unit: Unit) -> set[str]:
    return {way for name in unit.names if (task := _task(name)) for way in _ways(task)}


def _ways(task: str) -> Iterator[str]:
    """The task and the other ways to say it."""
    yield task
    yield from _SHORTENED.get(task, ())
    yield from (long for long, shorts in _SHORTENED.items() if task in shorts)
