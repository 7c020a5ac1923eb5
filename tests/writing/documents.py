"""The documents on which every assertion about the notice is checked (tests/writing/test_assertions.py)."""

from editor.plan.measures import Paragraph
from editor.plan.project import Project
from tests.writing.samples import BODY, NOTICE, measure, with_notice, with_plan

OFFICES = ("示范县发展和改革局", "示范县财政局", "示范县市场监督管理局")
TEXT = "现就有关事项函告如下，请予支持。" * 5
HAN = "汉" * 28 * 3
"""Three lines, the first one indented."""
TABLE = "示范县深化营商环境改革创新任务分工表"


def bare(**changes: object) -> Project:
    """A notice without a plan."""
    return Project(notice=with_notice(**changes).notice)


def _long_plan() -> Project:
    measures = [measure(f"x{n}", 3, str(n), "落实有关事项") for n in range(1, 36)]
    return with_plan(body=(Paragraph(id="p0", text="汉" * 28 * 48), *BODY[:4], *measures))


TWELVE_PAGES = _long_plan()
DOCUMENTS: dict[str, Project] = {
    "two_pages": bare(text="\n".join([HAN] * 4)),
    "twelve_pages": TWELVE_PAGES,
    "attachments": Project(
        local=TWELVE_PAGES.local,
        notice=with_notice(
            text=f"{NOTICE.text}\n{HAN}", attachments=(TABLE, f"名词解释\n{HAN}\n第二个名词。")
        ).notice,
    ),
    "joint": with_notice(
        mark_names=OFFICES,
        issuers=OFFICES,
        text=f"{NOTICE.text}\n{HAN}",
        copy_number="000012",
        urgency="特急",
    ),
    "upward": bare(signatories=("张示范", "李样本"), addressees=("示范市人民政府",), text=f"{TEXT}\n{HAN}"),
    "letter": bare(
        form="letter",
        issuer_mark="示范县人民政府办公室",
        document_number="示政办函〔2026〕8号",
        title="示范县人民政府办公室关于支持示范工作的复函",
        urgency="加急",
        text="\n".join([TEXT * 2, *[HAN] * 4]),
    ),
    "minutes": bare(
        form="minutes",
        issuer_mark="示范县人民政府常务会议纪要",
        document_number="〔2026〕5号",
        title="研究示范工作的会议纪要",
        text="\n".join([TEXT, *[HAN] * 2]),
        attendance=("出席：张示范、李样本" + "、王例" * 16, "请假：赵某", "列席：县财政局钱某"),
    ),
    "order": bare(
        form="order",
        issuer_mark="示范县人民政府令",
        document_number="第3号",
        text=f"《示范县办法》已经通过，现予公布，自2026年5月1日起施行。\n{HAN}",
        signer_title="县长",
        annotation="",
    ),
}
