"""A made-up county's notice and plan, with every element of the common case."""

from msgspec.structs import replace

from editor.plan.measures import Assignment, Block, Deadline, Measure, Paragraph, Section
from editor.plan.notice import Notice
from editor.plan.plans import Plan
from editor.plan.project import Project

WORDS = "梳理企业开办、变更、注销各环节，推行“一表申请、一窗受理”，材料精简30%以上，时限压到0.5个工作日——少跑一趟是一趟……"
UNITS = Assignment(
    lead_units=("县发展改革局",),
    responsible_units=("县财政局", "县市场监管局"),
    supporting_units=("各镇人民政府",),
)
BRACKET = "（牵头单位：县发展改革局；责任单位：县财政局、县市场监管局；配合单位：各镇人民政府；完成时限：2026年12月底）"

NOTICE = Notice(
    issuer_mark="示范县人民政府办公室文件",
    issuers=("示范县人民政府办公室",),
    document_number="示政办发〔2026〕3号",
    title="示范县人民政府办公室关于印发《示范县深化营商环境改革创新实施方案》的通知",
    addressees=("各镇人民政府、街道办事处", "县政府各部门、各直属单位"),
    text="《示范县深化营商环境改革创新实施方案》已经县政府同意，现印发给你们，请结合实际，认真抓好贯彻落实。",
    date="2026-03-05",
    annotation="此件公开发布",
    copied_to="县委办公室、县人大常委会办公室、县政协办公室、县监委、县法院、县检察院、县人武部",
    printed_by="示范县人民政府办公室",
    printed_on="2026-03-06",
)


def measure(id: str, level: int, number: str | None, heading: str, text: str = WORDS) -> Measure:
    return Measure(
        id=id,
        level=level,
        number=number,
        heading=heading,
        text=text,
        assignments=(UNITS,),
        deadline=Deadline(text="2026年12月底", date="2026-12-31"),
    )


BODY: tuple[Block, ...] = (
    Section(id="s1", level=1, number="一", heading="工作目标"),
    Paragraph(id="p1", text="到2026年底，主要指标进入全省前列。"),
    Section(id="s2", level=1, number="二", heading="重点任务", leader="示范同志"),
    Section(id="s3", level=2, number="一", heading="优化政务服务"),
    measure("m1", 3, "1", "企业开办一次办"),
    measure("m2", 3, "2", "项目审批并联办", WORDS + "\n" + WORDS),
    Section(id="s4", level=3, number="3", heading="涉企执法规范办"),
    measure("m3", 4, "1", "亮码入企"),
    measure("m4", 5, "①", "", WORDS),
    measure("m5", 2, "二", "健全长效机制"),
    measure("m6", 1, "三", "强化保障"),
)
PLAN = Plan(
    id="local",
    title="示范县深化营商环境改革创新实施方案",
    opening="为深入贯彻落实省、市决策部署，结合我县实际，制定本方案。",
    body=BODY,
    closing="本方案自印发之日起施行。",
)
PROJECT = Project(local=PLAN, notice=NOTICE)


def with_plan(**changes: object) -> Project:
    """The sample with other fields in its plan."""
    return replace(PROJECT, local=replace(PLAN, **changes))


def with_notice(**changes: object) -> Project:
    """The sample with other fields in its notice."""
    return replace(PROJECT, notice=replace(NOTICE, **changes))


PROBE = with_plan(body=(Paragraph(id="p1", text="汉" * 28 * 70), *BODY))
"""With enough plain Han characters for two full pages of nothing else."""
