"""What a plan says once and means for many measures, and the forms in which responsibility is worded."""

import pytest

from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.reading.readers.text import text_lines
from editor.reading.recognition import recognize


def read(text: str) -> Plan:
    return recognize(text_lines(text)).plan


def measures(text: str) -> tuple[Measure, ...]:
    return read(text).measures


@pytest.mark.parametrize(
    ("bracket", "lead", "responsible", "supporting"),
    [
        ("（甲局牵头，乙局、丙局按职责分工负责）", ("甲局",), ("乙局", "丙局"), ()),
        ("（责任单位:甲局牵头，乙局、丙局等部门分工负责）", ("甲局",), ("乙局", "丙局"), ()),
        ("（责任单位：甲局、乙局等部门分工负责）", (), ("甲局", "乙局"), ()),
        ("〔甲局牵头、乙局配合〕", ("甲局",), (), ("乙局",)),
        ("（甲局负责，乙局、丙局等配合）", (), ("甲局",), ("乙局", "丙局")),
        ("(甲局(乙办)牵头，丙局等部门分工负责)。", ("甲局（乙办）",), ("丙局",), ()),
        ("（财政局、民政局）", (), ("财政局", "民政局"), ()),
        ("责任单位：财政局、民政局。", (), ("财政局", "民政局"), ()),
        ("（省发展改革委、财政厅、民政厅等按职责分工负责）", (), ("省发展改革委", "省财政厅", "省民政厅"), ()),
        ("（牵头单位：市财政局；责任单位：民政局）", ("市财政局",), ("市民政局",), ()),
        ("（责任单位：市财政局、市民政局、供电公司）", (), ("市财政局", "市民政局", "供电公司"), ()),
        ("（责任单位：市场监管局、财政局）", (), ("市场监管局", "财政局"), ()),
        ("（责任单位：各区市政府、管委会）", (), ("各区市政府", "各管委会"), ()),
        ("（责任单位：各县（市、区）政府，甲局（乙局（丙办））等）", (), ("各县（市、区）政府", "甲局（乙局（丙办））"), ()),
    ],
)  # fmt: skip
def test_verbs_and_short_names(
    bracket: str, lead: tuple[str, ...], responsible: tuple[str, ...], supporting: tuple[str, ...]
) -> None:
    first, second = measures(f"一、任务\n1.完善服务。设立专窗。{bracket}\n2.压缩时限。限时办结。")
    assert (first.heading, first.text, second.assignments) == ("完善服务", "设立专窗。", ())
    assert first.units("lead_units") == lead
    assert first.units("responsible_units") == responsible
    assert first.units("supporting_units") == supporting


@pytest.mark.parametrize(
    "text", ["设立专窗（大厅）", "设立专窗。（由窗口负责）", "设立专窗。（具体由甲局的窗口负责）", "设立（甲局负责），逐步推广。"]
)  # fmt: skip
def test_brackets_that_assign_nothing(text: str) -> None:
    (measure,) = measures(f"1.完善服务。{text}")
    assert measure.assignments == ()
    assert measure.text == text


def test_two_annotations_without_labels_in_one_measure() -> None:
    (measure,) = measures("1.完善服务。设立专窗。（甲局负责）推行网办。（乙局牵头，丙局配合）")
    assert [(a.lead_units, a.responsible_units, a.supporting_units) for a in measure.assignments] == [
        ((), ("甲局",), ()),
        (("乙局",), (), ("丙局",)),
    ]
    assert measure.text == "设立专窗。推行网办。"


SUB_ITEMS = """一、任务
（一）完善服务。设立专窗。（责任单位：甲局）
（二）压缩时限
1.限时办结。逐项公开。
2.容缺受理。逐项公开。（责任单位：乙局；完成时限：长期坚持）"""


def test_units_after_the_last_sub_item_are_those_of_all() -> None:
    _, first, last = measures(SUB_ITEMS)
    assert first.assignments[0].responsible_units == ("乙局",)
    assert first.assignments[0].inherited
    assert first.deadline is not None
    assert (first.deadline.kind, first.deadline.inherited) == ("long_term", True)
    assert not last.assignments[0].inherited


def test_sub_items_where_units_stand_at_their_own_level_share_none() -> None:
    first, second = measures("一、任务\n1.限时办结。逐项公开。\n2.容缺受理。逐项公开。（责任单位：乙局）")
    assert (first.assignments, len(second.assignments)) == ((), 1)


def test_the_first_listed_leads_from_the_rule_on() -> None:
    before, stated, after = measures(
        "（一）甲甲。乙乙。（丙局、丁局负责）\n（二）甲甲。乙乙。（甲局、乙局等负责。列第一位者为牵头单位，下同）\n"
        "（三）甲甲。乙乙。（乙局、甲局负责）"
    )
    assert before.units("lead_units") == ()
    assert (stated.units("lead_units"), stated.units("responsible_units")) == (("甲局",), ("乙局",))
    assert (after.units("lead_units"), after.units("responsible_units")) == (("乙局",), ("甲局",))


def test_what_all_carry_out_is_inherited_from_the_rule_on() -> None:
    plan = read(
        "（一）甲甲。乙乙。（责任单位：甲局）\n（二）甲甲。乙乙。（责任单位：乙局。以下均需各市落实，不再列出）\n"
        "（三）甲甲。乙乙。（责任单位：丙局）\n（四）甲甲。乙乙。"
    )
    assert [rule.kind for rule in plan.rules] == ["carried_out_everywhere"]
    assert [[(a.responsible_units, a.inherited) for a in m.assignments] for m in plan.measures] == [
        [(("甲局",), False)],
        [(("乙局",), False), (("各市",), True)],
        [(("丙局",), False), (("各市",), True)],
        [],
    ]


ISSUED = "示范县方案\n各镇：\n现提出如下意见。\n一、任务\n{items}\n{closing}\n示范县人民政府\n2025年1月31日"


def issued(items: str, closing: str = "") -> Plan:
    return read(ISSUED.format(items=items, closing=closing))


def test_a_default_deadline_in_the_closing() -> None:
    plan = issued(
        "1.甲甲。乙乙。（责任单位：甲局；完成时限：9月底前）\n2.甲甲。乙乙。（责任单位：乙局）\n3.甲甲。乙乙。",
        "未明确完成时限的，均于2025年12月底前完成。",
    )
    assert [m.deadline and (m.deadline.date, m.deadline.inherited) for m in plan.measures] == [
        ("2025-09-30", False),
        ("2025-12-31", True),
        None,
    ]
    assert plan.closing.startswith("未明确完成时限的")


def test_a_relative_deadline_counts_from_the_plans_date() -> None:
    (measure,) = issued("1.甲甲。乙乙。（责任单位：甲局；完成时限：自印发之日起一个月内）").measures
    assert measure.deadline is not None
    assert (measure.deadline.date, measure.deadline.kind) == ("2025-02-28", "dated")


def test_conditions_are_no_deadlines() -> None:
    (measure,) = issued("1.甲甲。对在2025年年底前完成改造的项目给予补助。（责任单位：甲局）").measures
    assert measure.deadline is None


ONE_LINE = (
    "示范省发电单位某某办公室签批盖章等级特提·明电示汛办明电[2025]的4号抄报:关于印发落实批示分工方案的通知各市防指、有关单位:"
    "现将《落实批示分工方案》印发你们，请结合实际抓好贯彻落实。附件:落实批示分工方案示范省防汛办公室2025年11月2日附件落实批示分工方案"
    "一、持续加强工程建设1.新建扩建一批水库工程，实施闸坝增容，完善供水体系。"
    + "加强河道整治，推进水系连通，提升防洪能力。"
    * 14
    + "(责任单位:省水利厅牵头，省发改委、省财政厅等部门分工负责)二、健全完善工作机制1.认真总结经验。完善统一指挥机制。(责任单位:省应急厅牵头，省水利厅等部门分工负责)"
    "2.加强队伍建设。(责任单位:省应急厅、省水利厅等部门分工负责)"
)


def test_a_telegram_in_one_line() -> None:
    found = recognize(text_lines(ONE_LINE))
    plan = found.plan
    assert (plan.title, plan.document_number, plan.issuers, plan.date) == (
        "落实批示分工方案",
        "示汛办明电〔2025〕4号",
        ("示范省防汛办公室",),
        "2025-11-02",
    )
    assert plan.addressees == ("各市防指、有关单位",)
    assert [(section.number, section.heading) for section in plan.sections] == [
        ("一", "持续加强工程建设"),
        ("二", "健全完善工作机制"),
    ]
    assert [(m.number, m.units("lead_units")) for m in plan.measures] == [
        ("1", ("省水利厅",)),
        ("1", ("省应急厅",)),
        ("2", ()),
    ]
    assert [(part.text, part.reason) for part in plan.set_aside] == [
        ("的", "stray_character"),
        ("附件", "attachment_mark"),
    ]
    assert [issue.code for issue in found.issues] == ["stray_line"]


def test_a_character_left_over_after_a_bracket_is_set_aside() -> None:
    found = recognize(text_lines("1.完善服务。设立专窗。（责任单位：甲局）欢\n2.压缩时限。限时办结。"))
    assert found.plan.measures[0].text == "设立专窗。"
    assert [(issue.code, issue.place.lines) for issue in found.issues] == [("stray_line", (1, 1))]
    assert [(part.text, part.reason) for part in found.plan.set_aside] == [("欢", "stray_character")]
