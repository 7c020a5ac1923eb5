"""What people call the superior plans: by the place that issued them, 示范省 or 示范市."""

import re
from collections import Counter

from editor.plan.plans import Plan
from editor.plan.project import Project

_KINDS = "省|自治区|市|自治州|州|盟|县|旗|区"
_SEAT = re.compile(rf"(?:中共)?(.{{2,20}}(?:{_KINDS}))(?=人民政府|委|管)")
_PLACE = re.compile(rf"(?:中共)?(.{{1,9}}?(?:{_KINDS}))")
_OFFICE = re.compile(r"办公[厅室]$")
_BEFORE_PLACE = re.compile(r"(?:\d{4}[—-])?\d{4}年度?")
_NO_PLACE = ("关于", "推进", "推动", "深化", "加快", "优化", "促进", "提升")
"""Words that a title begins with where it names no place."""


def plan_names(project: Project) -> dict[str, str]:
    """A short name for every superior plan by its id; plans of one place go by their files' names."""
    files = {source.plan: source.name.rpartition(".")[0] or source.name for source in project.sources}
    names = {plan.id: issuing_place(plan) or files.get(plan.id) or plan.title for plan in project.parents}
    often = Counter(names.values())
    return {id: name if often[name] == 1 else files.get(id, name) for id, name in names.items()}


def issuing_place(plan: Plan) -> str:
    """The place whose government issued the plan, else the office that did; empty where the plan tells neither."""
    if plan.issuers:
        issuer = plan.issuers[0]
        found = _SEAT.match(issuer) or _PLACE.match(issuer)
        return found[1] if found else _OFFICE.sub("", issuer)
    title = _BEFORE_PLACE.sub("", plan.title, count=1)
    found = None if title.startswith(_NO_PLACE) else _PLACE.match(title)
    return found[1] if found else ""
