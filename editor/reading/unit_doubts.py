"""Names of units that were cut short, look like none, or are worded in two ways by one plan."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from editor.plan.issues import Issue, Severity
from editor.plan.measures import ROLES, Measure
from editor.plan.near_names import nearest_name
from editor.plan.plans import Plan
from editor.plan.repairs import SameUnit
from editor.plan.roster import Roster, Unit
from editor.reading.codes import Code
from editor.reading.doubts import doubt
from editor.wording import _

_GROUP = re.compile("各|有关|相关|成员|涉及|其他")
_KIND = re.compile("(?:委员会|办公室|管理局|管理办|[局厅委办部署院会])$")
_ENDS = "局厅委办部署院会心站所行府处队室庭"
_ORGAN = re.compile(
    ".*(?:[局厅委办部署院会站所行府处队室庭校司团社组班镇乡村企台网馆园区关联]|中心|街道|机关|单位|部门|机构|集团|基金|燃气|电力|水务|热力|热电"
    "|通信|电信|移动|联通|铁塔|邮政|人寿|财险|[县区市]直|主体|业主)"
)
_BRACKET = re.compile("（.*）$")
_SHORTEST = 4
_LONG = 6
_SHORTEST_STEM = 3
_MOST_NAMES = 400
"""Names of one plan that are compared with each other."""


def doubts_of_units(plan: Plan) -> tuple[Issue, ...]:
    """An issue for every name cut short or unlike a unit's, and one for each pair that seem to mean one unit."""
    first = _first_uses(plan)
    names = [name for name in first if not _GROUP.search(name)][:_MOST_NAMES]
    clipped = dict(_clipped(names))
    issues = [_clipped_doubt(short, full, first[short]) for short, full in clipped.items()]
    whole = [name for name in names if name not in clipped]
    strange = [name for name in whole if not _ORGAN.fullmatch(_plain(name))]
    issues += [_unknown_doubt(name, first[name], [n for n in whole if n not in strange]) for name in strange]
    near = (pair for pair in combinations(whole, 2) if _are_near(*pair))
    return tuple(issues + [_variant_doubt(one, other, first[other]) for one, other in near])


def _first_uses(plan: Plan) -> dict[str, Measure]:
    """Every unit's name with the first measure that names it, in order."""
    first: dict[str, Measure] = {}
    for measure in plan.measures:
        for role in ROLES:
            for name in measure.units(role):
                first.setdefault(name, measure)
    return first


def _clipped(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names that lack the last character of another one, such as 市税务 beside 市税务局."""
    for short in names:
        full = next((name for name in names if name[:-1] == short and name[-1] in _ENDS), None)
        if full and len(short) > 1 and short[-1] not in _ENDS:
            yield short, full


def _are_near(one: str, other: str) -> bool:
    """Whether two names differ only in the kind of organ, or one is the other with characters left out."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if short == long or not short:
        return short == long
    stem = _stem(short)
    if len(stem) >= _SHORTEST_STEM and stem == _stem(long):
        return stem not in (short, long)
    alike = short[:2] == long[:2] or (short[0] == long[0] and len(short) >= _LONG)
    return len(short) >= _SHORTEST and alike and short[-1] == long[-1] and _abbreviates(short, long)


@lru_cache(_MOST_NAMES)
def _plain(name: str) -> str:
    """The name without a bracket behind it."""
    return _BRACKET.sub("", name)


@lru_cache(_MOST_NAMES)
def _stem(name: str) -> str:
    """The name without the word for its kind of organ."""
    return _KIND.sub("", name)


def _abbreviates(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def _clipped_doubt(short: str, full: str, measure: Measure) -> Issue:
    message = _("“{short}” seems to be “{full}” cut short.").format(short=short, full=full)
    return _unit_doubt("clipped_unit", message, measure, short, full)


def _unknown_doubt(name: str, measure: Measure, others: Sequence[str]) -> Issue:
    """A name that doesn't end as an organ's does; it may be a slip for one of the plan's other names."""
    known = Roster(units=tuple(Unit(name=other) for other in others))
    message = _("“{name}” does not look like a unit's name.").format(name=name)
    return _unit_doubt("unknown_unit", message, measure, name, nearest_name(known, name))


def _variant_doubt(one: str, other: str, measure: Measure) -> Issue:
    message = _("“{one}” and “{other}” may be one unit.").format(one=one, other=other)
    return _unit_doubt("unit_variants", message, measure, other, one)


def _unit_doubt(code: Code, message: str, measure: Measure, name: str, means: str | None) -> Issue:
    severity: Severity = "warning" if code == "clipped_unit" else "hint"
    repair = SameUnit(name=name, means=means) if means else None
    return doubt(code, severity, message, measure.lines or (0, 0), measure.id, subject=name, repair=repair)
