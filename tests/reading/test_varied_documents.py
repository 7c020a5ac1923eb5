"""Notices around plans, several documents in one file, web pages, tables and text gone wrong, in made-up words."""

from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.reading.readers.text import text_lines
from editor.reading.recognition import Recognized, recognize


def read(text: str) -> Recognized:
    return recognize(text_lines(text))


def plan_of(text: str) -> Plan:
    return read(text).plan


def only(text: str) -> Measure:
    (measure,) = plan_of(text).measures
    return measure


def leaders(measure: Measure) -> tuple[str, ...]:
    return measure.units("lead_units")


def responsible(measure: Measure) -> tuple[str, ...]:
    return measure.units("responsible_units")


PAGE = """首页 > 政策文件
索引号：000014349/2026-00012
生成日期：2026-02-18
关于印发示范市提振消费实施方案的通知
示政办〔2026〕5 号
字体：[大 中 小]
各县（区）人民政府，市政府各部门：
现印发给你们，请认真组织实施。
示范市人民政府办公室
2026 年 2 月 15 日
示范市提振消费实施方案
为提振消费，制定本方案。
1. 促进就业。实施支持计划。（市人社局负责）
图解：示范市提振消费实施方案
扫一扫在手机打开当前页"""


def test_a_web_page_with_labels_around_the_title() -> None:
    plan = plan_of(PAGE)
    assert (plan.document_number, plan.date, plan.title) == (
        "示政办〔2026〕5号",
        "2026-02-15",
        "示范市提振消费实施方案",
    )
    assert plan.cover is not None
    assert plan.cover.title == "关于印发示范市提振消费实施方案的通知"
    assert [part.reason for part in plan.set_aside] == ["page_chrome"] * 6


NOTICE = "示范县人民政府办公室\n关于印发《甲措施》等文件的通知\n示政办发〔2026〕6号\n各镇人民政府：\n现印发给你们，请抓好落实。\n"
SIGNED = "示范县人民政府办公室\n2026年2月20日\n"


def test_a_notice_that_passes_on_another_notice() -> None:
    inner = "示范市人民政府办公室\n关于做好春耕工作的通知\n示市政办发〔2026〕3号\n各县人民政府：\n为做好春耕工作，通知如下：\n"
    plan = plan_of(
        f"{NOTICE}{SIGNED}{inner}一、稳定面积。分解任务。（市农业农村局负责）\n示范市人民政府办公室\n2026年2月10日"
    )
    assert (plan.document_number, plan.date) == ("示政办发〔2026〕6号", "2026-02-20")
    assert plan.title == "示范市人民政府办公室关于做好春耕工作的通知"
    assert [(m.number, responsible(m)) for m in plan.measures] == [("一", ("市农业农村局",))]
    assert [part.reason for part in plan.set_aside] == [
        "second_number",
        "second_signature",
        "second_signature",
    ]


def test_a_notice_with_two_plans_attached() -> None:
    found = read(
        f"{NOTICE}附件：1.甲措施\n2.乙计划\n{SIGNED}附件1\n甲措施\n一、扩大容量。支持企业。（人社局、财政局）\n附件2\n乙计划\n一、开展培训。培训3万人。（人社局）"
    )
    plan = found.plan
    assert (plan.title, [m.heading for m in plan.measures]) == ("甲措施", ["扩大容量"])
    assert plan.cover is not None
    assert plan.cover.attachments == ("甲措施", "乙计划")
    assert [part.reason for part in plan.set_aside] == ["attachment_mark", "annex", "annex", "annex"]
    assert [issue.code for issue in found.issues] == ["several_documents"]


def test_another_document_that_has_only_title_and_addressees() -> None:
    found = read(
        "示范市提升服务实施方案\n1.完善窗口。设立专窗。（责任单位：甲局）\n关于做好示范市供暖工作的实施意见\n各县区人民政府，市政府各部门：\n为做好供暖，提出如下意见。\n1.签订合同。保障气源。（责任单位：丙局）"
    )
    assert [m.heading for m in found.plan.measures] == ["完善窗口"]
    assert [(issue.code, issue.place.lines) for issue in found.issues] == [("several_documents", (3, 6))]


def test_codes_of_products_are_text() -> None:
    plan = plan_of(
        "一、补贴范围\n机具种类包括：\n1.耕整地机械\n1.1铧式犁\n1.2旋耕机\n2.种植机械\n2.1插秧机\n二、保障\n1.加强领导。强化责任。"
    )
    assert [m.heading for m in plan.measures] == ["加强领导"]
    assert len(plan.body) == 2 + 6 + 1


def test_a_table_in_plain_text() -> None:
    plan = plan_of(
        "示范省任务分工表\n序号\t任务\t牵头单位\t完成时限\n1\t开展核验\t省农业农村厅\t2026年6月底\n2\t公开信息\t省财政厅\t长期坚持"
    )
    assert [(m.number, m.heading, leaders(m)) for m in plan.measures] == [
        ("1", "开展核验", ("省农业农村厅",)), ("2", "公开信息", ("省财政厅",)),
    ]  # fmt: skip
    assert plan.measures[0].deadline is not None
    assert plan.measures[0].deadline.date == "2026-06-30"
    assert plan.measures[1].lines == (4, 4)


def test_tabs_that_part_no_tasks_change_nothing() -> None:
    plan = plan_of("1.完善窗口。设立专窗。\n名称\t型号\t补贴额\n插秧机\t甲\t500")
    assert [m.heading for m in plan.measures] == ["完善窗口"]
    assert plan.closing.splitlines() == ["名称 型号 补贴额", "插秧机 甲500"]


def test_characters_that_stand_apart_are_closed_up() -> None:
    spaced = " ".join("（一）严控发文数量。同比只减不增。（责任单位：县委办公室、县政府办公室）")
    measure = only(spaced)
    assert (measure.heading, responsible(measure)) == ("严控发文数量", ("县委办公室", "县政府办公室"))
    assert only("（一）通　知。严控 发文 数量，同比 只减 不增。").heading == "通 知"


def test_a_narrow_column_with_many_short_paragraphs() -> None:
    lines = ["一、任务"]
    for number in range(1, 9):
        text = f"{number}.完善窗口服务。设立专窗并推广到全县各镇，实现就近办理。（责任单位：县数据局）"
        lines += [text[:22], text[22:]]
    plan = plan_of("\n".join(lines))
    assert [m.text for m in plan.measures] == ["设立专窗并推广到全县各镇，实现就近办理。"] * 8


ROLLED = (
    "示范省人民政府办公厅关于印发示范省优化服务行动方案（2026—2028年）的通知示政办发〔2026〕12号各市人民政府，省政府各部门："
    "《示范省优化服务行动方案（2026—2028年）》已经省政府同意，现印发给你们。示范省人民政府办公厅2026年3月12日（此件公开发布）"
    "示范省优化服务行动方案（2026—2028年）为优化服务，制定本方案。一、总体要求坚持问题导向，统筹推进。"
    + "坚持便民利民。"
    * 40
    + "二、重点任务（一）优化窗口1.设立专窗。推行集成服务。（省数据局负责）2.压缩时限。限时办结。（省数据局负责）"
    "（二）优化网办3.上线平台。逐项公开。（省数据局负责）三、保障措施（一）加强领导。各地要抓好落实。附件：1.任务清单2.项目表"
)


def test_a_whole_notice_in_one_line() -> None:
    plan = plan_of(ROLLED)
    assert (plan.title, plan.document_number) == (
        "示范省优化服务行动方案（2026—2028年）",
        "示政办发〔2026〕12号",
    )
    assert (plan.issuers, plan.date, plan.annotation) == (
        ("示范省人民政府办公厅",),
        "2026-03-12",
        "此件公开发布",
    )
    assert plan.opening == "为优化服务，制定本方案。"
    assert [(s.number, s.heading) for s in plan.sections] == [
        ("一", "总体要求"), ("二", "重点任务"), ("一", "优化窗口"), ("二", "优化网办"), ("三", "保障措施"),
    ]  # fmt: skip
    assert [m.number for m in plan.measures] == ["1", "2", "3", "一"]
    assert plan.attachment_note == ("任务清单", "项目表")


def test_a_line_that_begins_with_a_mark_goes_on() -> None:
    measure = only("（一）动员部署（2026年1月—2月\n）。各地制定方案。")
    assert (measure.heading, measure.text) == ("动员部署（2026年1月—2月）", "各地制定方案。")


def test_a_plan_that_was_an_attachment() -> None:
    plan = plan_of("附件\n示范县2026年责任清单\n1.完善服务。设立专窗。（责任单位：甲局）")
    assert plan.title == "示范县2026年责任清单"
    assert [(part.text, part.reason) for part in plan.set_aside] == [("附件", "attachment_mark")]
