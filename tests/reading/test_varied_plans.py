"""Habits of drafting that differ from place to place, each in a made-up text."""

import pytest

from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.reading.recognition import Recognized, recognize
from editor.reading.text import text_lines


def read(text: str) -> Recognized:
    return recognize(text_lines(text))


def plan_of(text: str) -> Plan:
    return read(text).plan


def only(text: str) -> Measure:
    (measure,) = plan_of(text).measures
    return measure


def units(measure: Measure) -> tuple[tuple[str, ...], ...]:
    return tuple(measure.units(role) for role in ("lead_units", "responsible_units", "supporting_units"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bracket", "expected", "deadline"),
    [
        (
            "（甲局牵头，乙局、各镇按职责分工负责，2026年6月底前完成）",
            (("甲局",), ("乙局", "各镇"), ()),
            "2026-06-30",
        ),
        ("（甲局、乙办牵头，有关部门参与；持续推进）", (("甲局", "乙办"), (), ("有关部门",)), None),
        (
            "（各主管部门按职责分工负责；各县（市、区）落实）",
            ((), ("各主管部门", "各县（市、区）"), ()),
            None,
        ),
        ("（甲分行，乙监管局，各镇）", ((), ("甲分行", "乙监管局", "各镇"), ()), None),
        ("（各市、州、县人民政府负责）", ((), ("各市、州、县人民政府",), ()), None),
        ("（甲局牵头，乙局配合，下同）", (("甲局",), (), ("乙局",)), None),
    ],
)
def test_brackets_that_say_more(
    bracket: str, expected: tuple[tuple[str, ...], ...], deadline: str | None
) -> None:
    measure = only(f"1.完善服务。设立专窗。{bracket}")
    assert (measure.text, units(measure)) == ("设立专窗。", expected)
    assert (measure.deadline.date if measure.deadline else None) == deadline


@pytest.mark.parametrize(
    "bracket", ["（持续到位）", "（2026年版）", "（详见附件，各镇）", "（甲局负责，效果良好）"]
)
def test_brackets_that_belong_to_the_text(bracket: str) -> None:
    measure = only(f"1.完善服务。设立专窗。{bracket}")
    assert (measure.assignments, measure.deadline) == ((), None)


def test_a_deadline_in_a_bracket_and_no_units() -> None:
    measure = only("1.完善服务。设立专窗。（2026年6月底前完成）")
    assert measure.deadline is not None
    assert (measure.text, measure.deadline.date, measure.assignments) == ("设立专窗。", "2026-06-30", ())


def test_lines_of_labels_are_one_assignment() -> None:
    first, second = plan_of(
        "一、任务\n1.完善服务。设立专窗。\n牵头领导：张某\n牵头单位：甲局\n配合单位：乙局、丙局\n完成时限：2026年9月底前\n"
        "2.压缩时限。限时办结。\n牵头单位：丁局\n完成时限：持续推进"
    ).measures
    assert (len(first.assignments), units(first)) == (1, (("甲局",), (), ("乙局", "丙局")))
    assert first.leader == "张某"
    assert first.deadline is not None
    assert first.deadline.date == "2026-09-30"
    assert (units(second), second.deadline and second.deadline.kind) == ((("丁局",), (), ()), "ongoing")


def test_articles() -> None:
    plan = plan_of(
        "示范市促进发展若干措施\n第一条 为促进发展，制定本措施。\n第二条　降低门槛。清理各类壁垒。\n责任单位：甲局\n"
        "第三条 加强支持\n（一）设立资金池。滚动使用。（责任单位：乙局）\n（二）给予奖励。一次性兑付。（责任单位：丙局）\n第四条 本措施自印发之日起施行。"
    )
    assert [(m.level, m.number, m.heading) for m in plan.measures] == [
        (1, "一", ""), (1, "二", "降低门槛"), (2, "一", "设立资金池"), (2, "二", "给予奖励"), (1, "四", ""),
    ]  # fmt: skip
    assert [(s.number, s.heading) for s in plan.sections] == [("三", "加强支持")]


def test_articles_in_chapters_run_on() -> None:
    plan = plan_of(
        "示范市管理办法\n第一章 总则\n第一条 为规范管理，制定本办法。\n第二条 本办法适用于全市。\n第二章 职责\n第三条 各部门履行下列职责：\n"
        "（一）制定计划。逐年公布。\n（二）组织实施。按月通报。"
    )
    assert [(s.level, s.number, s.heading) for s in plan.sections] == [
        (1, "一", "总则"), (1, "二", "职责"), (2, "三", "各部门履行下列职责"),
    ]  # fmt: skip
    assert [(m.level, m.number) for m in plan.measures] == [(2, "一"), (2, "二"), (3, "一"), (3, "二")]
    assert 2 in plan.running_levels


@pytest.mark.parametrize("text", ["第三条规定的情形除外。", "第二章所称单位。", "第10条例外。"])
def test_a_sentence_about_an_article_is_none(text: str) -> None:
    assert plan_of(f"1.完善服务。设立专窗。\n{text}").measures[0].number == "1"
    assert len(plan_of(f"1.完善服务。设立专窗。\n{text}").measures) == 1


def test_headings_in_lenticular_brackets() -> None:
    plan = plan_of(
        "示范区民生实事清单\n【教育】新建学校10所。（牵头单位：甲局）\n【医疗】。新建医院1所。（牵头单位：乙局）"
    )
    assert [(m.heading, m.text) for m in plan.measures] == [
        ("教育", "新建学校10所。"),
        ("医疗", "新建医院1所。"),
    ]
    assert only("1.【降低准入】清理各类壁垒。").heading == "降低准入"


def test_half_width_full_stops_and_units_without_brackets() -> None:
    first, second = plan_of(
        "一.任务\n1.完善服务.设立专窗,压缩到1.5天.责任单位:甲局,乙局\n2.压缩时限。限时办结；责任单位：丙局"
    ).measures
    assert (first.heading, first.text, units(first)[1]) == (
        "完善服务",
        "设立专窗，压缩到1.5天。",
        ("甲局", "乙局"),
    )
    assert units(second)[1] == ("丙局",)


def test_units_at_a_sections_heading_are_those_of_its_items() -> None:
    plan = plan_of(
        "一、窗口（牵头单位：甲局）\n1.完善服务。设立专窗。\n2.压缩时限。限时办结。（责任单位：乙局）\n二、其他\n3.加强宣传。广泛宣传。"
    )
    first, second, third = plan.measures
    assert [(a.lead_units, a.inherited) for a in first.assignments] == [(("甲局",), True)]
    assert [(a.responsible_units, a.inherited) for a in second.assignments] == [(("乙局",), False)]
    assert third.assignments == ()


def test_units_printed_last_in_every_section_are_those_of_all_its_items() -> None:
    plan = plan_of(
        "（一）窗口\n1.完善服务。设立专窗。\n2.压缩时限。限时办结。\n责任单位：甲局\n（二）网办\n3.推广网办。上线平台。\n4.完善制度。健全机制。\n责任单位：乙局"
    )
    assert [[(a.responsible_units, a.inherited) for a in m.assignments] for m in plan.measures] == [
        [(("甲局",), True)], [(("甲局",), False)], [(("乙局",), True)], [(("乙局",), False)],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rule",
    [
        "以下均需各县（市、区）负责，不再列出",
        "以下任务均由各县（市、区）落实，下同",
        "各县（市、区）均为责任单位，不再逐一列出",
    ],
)
def test_who_carries_everything_out(rule: str) -> None:
    plan = plan_of(
        f"1.完善服务。设立专窗。（甲局牵头，乙局负责。{rule}）\n2.压缩时限。限时办结。（丙局负责）"
    )
    assert [m.assignments[-1].responsible_units for m in plan.measures] == [("各县（市、区）",)] * 2
    assert all(m.assignments[-1].inherited for m in plan.measures)


@pytest.mark.parametrize(
    "words", ["列第一位者为牵头单位", "排名第一的单位为牵头单位", "第一个单位为牵头单位"]
)
def test_who_leads_by_place(words: str) -> None:
    first, second = plan_of(
        f"1.甲甲。乙乙。（甲局、乙局负责。{words}，下同）\n2.甲甲。乙乙。（丙局、乙局负责）"
    ).measures
    assert (units(first)[0], units(second)[0]) == (("甲局",), ("丙局",))


def test_a_default_deadline_spares_what_the_text_dates() -> None:
    first, second = plan_of(
        "1.甲甲。2026年6月底前办结。（责任单位：甲局）\n2.甲甲。乙乙。（责任单位：乙局）\n未注明完成时限的，均应于2026年12月底前完成。"
    ).measures
    assert first.deadline is None
    assert second.deadline is not None
    assert (second.deadline.date, second.deadline.inherited) == ("2026-12-31", True)


def test_the_year_in_the_title_dates_deadlines_without_one() -> None:
    (measure,) = plan_of(
        "示范区2026年任务清单\n1.完善服务。设立专窗。（牵头单位：甲局；完成时限：9月底前）"
    ).measures
    assert measure.deadline is not None
    assert measure.deadline.date == "2026-09-30"
    (measure,) = plan_of(
        "示范区2026—2028年任务清单\n1.完善服务。设立专窗。（牵头单位：甲局；完成时限：9月底前）"
    ).measures
    assert measure.deadline is not None
    assert measure.deadline.date is None


def test_sub_items_in_one_paragraph_that_carry_units_are_items() -> None:
    found = read(
        "1.强化支撑。（1）办好学校。扩容学位。（市教育局）（2）发展培训。产教融合。（市教育局、市人社局）"
    )
    assert [(m.level, m.number, m.heading, units(m)[1]) for m in found.plan.measures] == [
        (4, "1", "办好学校", ("市教育局",)), (4, "2", "发展培训", ("市教育局", "市人社局")),
    ]  # fmt: skip
    assert [issue.code for issue in found.issues] == ["glued_item", "glued_item"]


def test_sub_items_in_one_paragraph_with_one_bracket_are_one_measure() -> None:
    measure = only("1.深化排查。（1）全面排查。逐企排查。（2）建立台账。闭环管理。（责任单位：甲局）")
    assert measure.text == "（1）全面排查。逐企排查。（2）建立台账。闭环管理。"


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
    assert [(m.number, units(m)[1]) for m in plan.measures] == [("一", ("市农业农村局",))]
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
    assert plan.cover.text.endswith("附件：1.甲措施\n2.乙计划")
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
    assert [(m.number, m.heading, units(m)[0]) for m in plan.measures] == [
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
    assert (measure.heading, units(measure)[1]) == ("严控发文数量", ("县委办公室", "县政府办公室"))
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
