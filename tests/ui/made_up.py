"""A small made-up project for the window's tests."""

from editor.drafting.commands import Adopt
from editor.plan.measures import Measure, Section
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit

PARENT = Plan(
    id="parent1",
    title="示范省办好民生小事实施方案",
    body=(
        Section(id="s1", level=1, number="一", heading="方便群众"),
        Measure(id="m1", level=3, number="1", heading="简化手续", text="减少材料20件，压缩时限。"),
        Measure(id="m2", level=3, number="2", heading="延长服务", text="周末不打烊。"),
        Section(id="s2", level=1, number="二", heading="方便企业"),
        Measure(id="m3", level=3, number="3", heading="建设平台", text="建成平台100个。"),
        Measure(id="m4", level=3, number="4", heading="减免费用", text="减免登记费用。"),
    ),
    running_levels=(3,),
)
ROSTER = Roster(units=(Unit(name="示范县公安局", short="公安局"), Unit(name="示范县教育局", short="教育局")))


def project(*adopted: str) -> Project:
    """A draft with these measures of the parent adopted."""
    draft = Project(
        parents=(PARENT,), local=Plan(id="local", title="示范县方案", running_levels=(3,)), roster=ROSTER
    )
    return Adopt("parent1", adopted).apply(draft) if adopted else draft
