"""A small made-up province plan and a project made from it."""

import pytest

from editor.plan.locality import Locality
from editor.plan.measures import Assignment, Deadline, Measure, Paragraph, Section
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit

PROVINCE = Plan(
    id="parent1",
    title="示范省便民行动方案",
    issuers=("示范省人民政府办公厅",),
    opening="为方便群众办事，制定本方案。",
    body=(
        Section(id="s1", level=1, number="一", heading="总体要求"),
        Paragraph(id="p1", text="坚持以人民为中心。"),
        Section(id="s2", level=1, number="二", heading="主要任务"),
        Section(id="s3", level=2, number="一", heading="办事"),
        Measure(id="m1", level=3, number="1", heading="简化材料", text="全省推行材料共享。压减证明。"),
        Measure(
            id="m2",
            level=3,
            number="2",
            heading="缩短时限",
            text="办理时限压缩一半。",
            assignments=(Assignment(responsible_units=("省数据局",)),),
            deadline=Deadline(text="2026年9月底", date="2026-09-30"),
        ),
        Section(id="s4", level=2, number="二", heading="服务"),
        Measure(id="m3", level=3, number="3", heading="进村服务", text="服务站进村。"),
        Measure(id="m4", level=3, number="4", heading="上门服务", text="为老年人上门服务。"),
        Section(id="s5", level=1, number="三", heading="组织实施"),
        Measure(id="m5", level=3, number="5", heading="加强督导", text="各市加强督导。"),
    ),
    closing="本方案自印发之日起施行。",
    running_levels=(3,),
)
CITY = Plan(
    id="parent2",
    title="示范市便民行动方案",
    body=(
        Measure(id="m1", level=1, number="一", heading="简化材料", text="材料全市共享。"),
        Measure(id="m2", level=1, number="二", heading="延时服务", text="午间不休息。"),
    ),
)


@pytest.fixture
def province() -> Plan:
    return PROVINCE


@pytest.fixture
def project() -> Project:
    """A project with two parents, a roster and a locality, nothing adopted yet."""
    return Project(
        parents=(PROVINCE, CITY),
        local=Plan(id="local", running_levels=(3,)),
        roster=Roster(
            units=(Unit(name="示范县数据局", short="数据局"), Unit(name="示范县民政局", short="民政局"))
        ),
        locality=Locality(name="示范县", superior_words=(("全省", "全县"), ("各市", ""))),
    )
