"""Every form that recognition knows, each in a made-up text of its own."""

import pytest

from editor.plan.measures import Measure, Paragraph, Section
from editor.plan.plans import Plan
from editor.reading import read_content
from editor.reading.readers.text import text_lines
from editor.reading.recognition import Recognized, recognize

NOTICE = """示范县人民政府办公室文件
示政办发[2025]3号
示范县人民政府办公室
关于印发示范县优化服务
实施方案的通知
各镇人民政府,县政府各部门、各直属单位,有关单位:
《示范县优化服务实施方案》已经县政府同意,现印发给你们,请认真贯彻执行。
示范县人民政府办公室
2025年6月30日
(此件公开发布)
示范县优化服务
实施方案
为优化服务,制定本方案。
一、总体要求
坚持问题导向。
二、主要任务
(一)优化窗口服务。设立专窗。(牵头单位:甲局;责任单位:乙局、丙局(丁局);完成时限:2025年9月底)
(二)压缩办理时限。实行限时办结。(责任单位:甲局、各镇等;已完成,持续推进)
本方案自印发之日起施行。
附件：1.任务清单
2.联络表
"""


def read(text: str) -> Recognized:
    return recognize(text_lines(text))


def measures(text: str) -> tuple[Measure, ...]:
    return read(text).plan.measures


def codes(text: str) -> list[str]:
    return [issue.code for issue in read(text).issues]


@pytest.fixture(scope="module")
def notice() -> Plan:
    return read(NOTICE).plan


def test_a_notice_with_its_plan_inside(notice: Plan) -> None:
    assert notice.cover is not None
    assert notice.cover.letterhead == "示范县人民政府办公室文件"
    assert notice.cover.title == "示范县人民政府办公室关于印发示范县优化服务实施方案的通知"
    assert notice.cover.text.endswith("现印发给你们，请认真贯彻执行。")
    assert notice.document_number == "示政办发〔2025〕3号"
    assert notice.addressees == ("各镇人民政府", "县政府各部门、各直属单位", "有关单位")
    assert (notice.issuers, notice.date, notice.annotation) == (
        ("示范县人民政府办公室",),
        "2025-06-30",
        "此件公开发布",
    )
    assert notice.title == "示范县优化服务实施方案"
    assert notice.opening == "为优化服务，制定本方案。"
    assert notice.closing == "本方案自印发之日起施行。"
    assert notice.attachment_note == ("任务清单", "联络表")


def test_sections_paragraphs_and_measures(notice: Plan) -> None:
    requirements, text, tasks, first, second = notice.body
    assert isinstance(requirements, Section)
    assert (requirements.level, requirements.number, requirements.heading) == (1, "一", "总体要求")
    assert isinstance(text, Paragraph)
    assert isinstance(tasks, Section)
    assert isinstance(first, Measure)
    assert (first.heading, first.text, first.lines) == ("优化窗口服务", "设立专窗。", (17, 17))
    assert first.original.startswith("(一)优化窗口服务。")
    assert isinstance(second, Measure)
    assert [block.id for block in notice.body] == ["s1", "p1", "s2", "m1", "m2"]


def test_units_and_deadlines(notice: Plan) -> None:
    first, second = notice.measures
    assert first.units("lead_units") == ("甲局",)
    assert first.units("responsible_units") == ("乙局", "丙局（丁局）")
    assert first.assignments[0].text == "牵头单位:甲局;责任单位:乙局、丙局(丁局);完成时限:2025年9月底"
    assert first.deadline is not None
    assert (first.deadline.text, first.deadline.date, first.deadline.kind) == (
        "2025年9月底",
        "2025-09-30",
        "dated",
    )
    assert second.units("responsible_units") == ("甲局", "各镇")
    assert second.deadline is not None
    assert second.deadline.kind == "ongoing"


def test_five_levels() -> None:
    plan = read("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊戊戊。己己。\n②庚。辛。").plan
    assert [(b.level, b.number) for b in (*plan.sections, *plan.measures)] == [
        (1, "一"), (2, "一"), (3, "1"), (4, "1"), (5, "①"), (5, "②"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "heading", "rest"),
    [
        ("1.完善服务。设立专窗。", "完善服务", "设立专窗。"),
        ("1．推进“甲。乙”改革。逐步推开。", "推进“甲。乙”改革", "逐步推开。"),
        ("1、建立台账，逐项销号，按月通报进展并公开结果，接受各方监督。再次通报。", "", "建立台账，逐项销号，按月通报进展并公开结果，接受各方监督。再次通报。"),
        ("1.建立台账。", "", "建立台账。"),
        ("1.建立台账", "建立台账", ""),
        ("1.建立台账；", "", "建立台账；"),
    ],
)  # fmt: skip
def test_run_in_headings(text: str, heading: str, rest: str) -> None:
    (measure,) = measures(text)
    assert (measure.heading, measure.text) == (heading, rest)


@pytest.mark.parametrize(
    ("bracket", "lead", "responsible", "supporting"),
    [
        ("（责任单位：甲局、乙局）", (), ("甲局", "乙局"), ()),
        ("〔责任单位:甲局,各镇〕", (), ("甲局", "各镇"), ()),
        ("[牵头部门：甲局；配合部门：乙局]", ("甲局",), (), ("乙局",)),
        ("（牵头单位：甲局，责任单位：乙局，配合单位：丙局）", ("甲局",), ("乙局",), ("丙局",)),
        ("（责任单位：甲局；乙局、丙局）", (), ("甲局", "乙局", "丙局"), ()),
        ("（责任单位：甲局等市直有关部门）", (), ("甲局",), ()),
        ("（甲局、乙局等负责）", (), ("甲局", "乙局"), ()),
        ("（甲局、乙局牵头负责）", ("甲局", "乙局"), (), ()),
        ("\n（责任单位：甲局（乙局））", (), ("甲局（乙局）",), ()),
        ("\n责任单位：甲局、乙局", (), ("甲局", "乙局"), ()),
        ("（责任单位：甲局、乙\n局)", (), ("甲局", "乙局"), ()),
    ],
)
def test_every_form_of_responsibility(
    bracket: str, lead: tuple[str, ...], responsible: tuple[str, ...], supporting: tuple[str, ...]
) -> None:
    first, second = measures(f"一、任务\n1.完善服务。设立专窗。{bracket}\n2.压缩时限。限时办结。")
    assert (first.heading, first.text, second.assignments) == ("完善服务", "设立专窗。", ())
    assert first.units("lead_units") == lead
    assert first.units("responsible_units") == responsible
    assert first.units("supporting_units") == supporting


def test_a_deadline_in_a_bracket_of_its_own() -> None:
    (measure,) = measures("1.完善服务。设立专窗。（责任单位：甲局）（2025年10月底前完成）")
    assert measure.text == "设立专窗。"
    assert measure.deadline is not None
    assert measure.deadline.date == "2025-10-31"


def test_several_assignments_in_one_measure() -> None:
    (measure,) = measures("1.完善服务。设立专窗。（责任单位：甲局）推行网办。（责任单位：乙局）")
    assert [a.responsible_units for a in measure.assignments] == [("甲局",), ("乙局",)]
    assert measure.text == "设立专窗。推行网办。"


def test_a_line_with_leader_and_units_belongs_to_the_section() -> None:
    plan = read(
        "（一）窗口\n1.完善服务。设立专窗。（责任单位：乙局）\n责任领导:张某;指标牵头单位:甲局\n（二）时限\n1.甲甲。乙乙。"
    ).plan
    assert plan.sections[0].leader == "张某"
    assert plan.sections[0].assignments[0].lead_units == ("甲局",)
    assert plan.sections[1].leader is None


def test_headings_without_number_divide_a_section() -> None:
    plan = read(
        "1.普惠创新\n创新活跃度\n（1）支持创新。设立基金。（责任单位：甲局）\n人才流动度\n（1）引进人才。给予补贴。（责任单位：乙局）\n"
        "交通便利度\n完善路网结构，打通断头路。（责任单位：丙局）"
    ).plan
    assert [(s.number, s.heading) for s in plan.sections] == [
        ("1", "普惠创新"),
        (None, "创新活跃度"),
        (None, "人才流动度"),
    ]
    loose = plan.measures[2]
    assert (loose.number, loose.heading, loose.units("responsible_units")) == (None, "交通便利度", ("丙局",))
    around = {block.id: [section.heading for section in sections] for sections, block in plan.nested()}
    assert around[plan.measures[1].id] == ["普惠创新", "人才流动度"]
    assert around[loose.id] == ["普惠创新"]
    assert codes("1.普惠创新\n创新活跃度\n（1）甲。乙。\n（2）甲。乙。\n人才流动度\n（1）甲。乙。") == []


def test_paragraphs_with_units_and_no_number_are_measures() -> None:
    plan = read(
        "一、任务\n设立专窗，优化服务。（责任单位：甲局）\n压缩时限，限时办结。（责任单位：乙局）"
    ).plan
    assert [m.number for m in plan.measures] == [None, None]
    assert len(plan.sections) == 1


def test_units_after_a_second_paragraph_belong_to_the_item() -> None:
    (measure,) = measures("（一）完善服务。设立专窗。\n推行网上办理。（责任单位：甲局）")
    assert measure.text == "设立专窗。\n推行网上办理。"
    assert measure.units("responsible_units") == ("甲局",)


def test_a_document_addressed_itself_is_signed_at_its_end() -> None:
    plan = read(
        "示范省人民政府关于优化服务的意见\n示政发〔2025〕1号\n各市人民政府，省政府各部门：\n为优化服务，提出以下意见。\n"
        "一、总体要求。坚持问题导向。\n示范省人民政府\n2025年1月2日\n（此件公开发布）\n抄送：省委办公厅。"
    ).plan
    assert plan.cover is None
    assert plan.title == "示范省人民政府关于优化服务的意见"
    assert (plan.issuers, plan.date, plan.annotation) == (("示范省人民政府",), "2025-01-02", "此件公开发布")
    assert [(part.reason, part.text[:2]) for part in plan.set_aside] == [("imprint", "抄送")]


def test_issuer_and_date_may_share_a_line() -> None:
    plan = read(
        "关于印发方案的通知\n各镇：\n现将方案印发给你们。\n示范县人民政府办公室  2025年6月30日\n优化服务方案\n一、任务\n1.甲甲。乙乙。"
    ).plan
    assert (plan.issuers, plan.date, plan.title) == (("示范县人民政府办公室",), "2025-06-30", "优化服务方案")


def test_a_plan_attached_to_its_notice() -> None:
    notice, _, plan = NOTICE.partition("(此件公开发布)\n")
    found = read(f"{notice}(此件公开发布)\n附件\n{plan}").plan
    assert found.title == "示范县优化服务实施方案"
    assert [(part.text, part.reason) for part in found.set_aside] == [("附件", "attachment_mark")]


def test_an_annex_is_set_aside_with_a_doubt() -> None:
    found = read(NOTICE + "附件1\n任务清单\n1.设立专窗。\n2.限时办结。")
    assert len(found.plan.measures) == 2
    assert [part.reason for part in found.plan.set_aside] == ["annex"] * 4
    assert [(issue.code, issue.place.lines) for issue in found.issues] == [("several_documents", (24, 25))]


def test_what_a_web_page_adds_is_set_aside() -> None:
    plan = read(
        "示范县转发方案\n  • 发布日期:2025-10-15 09:08:03\n来源:示范县某局\n示范县优化服务方案\n为优化服务,制定本方案。\n一、任务\n1.甲甲。乙乙。\n评论\n上一篇：没有了"
    ).plan
    assert [part.reason for part in plan.set_aside] == ["page_chrome"] * 5
    assert plan.title == "示范县优化服务方案"


def test_a_rule_stated_once() -> None:
    (rule,) = read("（一）甲甲。乙乙。（甲部、乙部等负责。列第一位者为牵头单位，下同）").plan.rules
    assert (rule.kind, rule.text, rule.line) == ("first_listed_leads", "列第一位者为牵头单位，下同", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.甲甲。乙乙。\n3.甲甲。乙乙。", ["missing_number"]),
        ("1.甲甲。乙乙。\n1.甲甲。乙乙。", ["duplicate_number"]),
        ("1.甲甲。乙乙。\n2.甲甲。乙乙。\n1.甲甲。乙乙。", ["falling_number"]),
        ("1.甲甲。乙乙。（责任单位：甲局）2.丙丙。丁丁。", ["glued_item"]),
        ("1.完善服务。完善服务。设立专窗。", ["repeated_title"]),
        ("1.完善服务。设立专窗（大厅。", ["unclosed_bracket"]),
        ("1.完善服务。设立专窗\ue005。", ["private_use_character"]),
        ("1.完善服务。设立专窗", ["unfinished_sentence"]),
        (
            "1.完善服务。设立专窗，逐步缩短办理时\n2.限并按要求公开办理结果，逐月通报各单位进展情况，力争即时办结。",
            ["false_number"],
        ),
        ("一、甲\n1.甲甲。乙乙。\n二、乙\n1.甲甲。乙乙。", []),
        ("一、甲\n1.甲甲。乙乙。\n二、乙\n2.甲甲。乙乙。", []),
    ],
)
def test_doubts(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_glued_items_are_two() -> None:
    first, second = measures("1.完善服务。设立专窗。（责任单位：甲局）2.压缩时限。限时办结。")
    assert (first.number, second.number, second.heading) == ("1", "2", "压缩时限")


def test_a_false_number_is_set_aside_and_its_paragraph_joined() -> None:
    plan = read(
        "1.完善服务。设立专窗，逐步缩短办理时\n2.限并按要求公开办理结果，逐月通报各单位进展情况，力争即时办结。"
    ).plan
    (measure,) = plan.measures
    assert "办理时限并按要求" in measure.text
    assert [(part.text, part.reason) for part in plan.set_aside] == [("2.", "false_number")]


def item_lines(number: int) -> list[str]:
    """An item broken over three lines, the first two of them full."""
    return [
        f"（{number}）完善窗口服务。设立专窗并且逐步推广到",
        "全县各镇各部门，实现就近办理、随到随办以及",
        "限时办结。（责任单位：甲局）",
    ]


def test_a_page_in_reverse_order_is_put_right() -> None:
    first = [line for number in (1, 2, 3) for line in item_lines(number)]
    second = [line for number in (4, 5, 6) for line in item_lines(number)]
    found = read("\n".join(["1.服务", *first, " " + second.pop(), *reversed(second)]))
    assert [m.number for m in found.plan.measures] == ["1", "2", "3", "4", "5", "6"]
    assert [issue.code for issue in found.issues] == ["reversed_lines"]
    assert all(m.text.endswith("限时办结。") for m in found.plan.measures)


def test_page_numbers_between_broken_lines_are_set_aside() -> None:
    broken = "为进一步优化政务服务，切实提高办事效率，现就有\n\n— 3 —\n\n关事项提出如下措施，请结合实际抓好贯彻落实工作\n\n"
    plan = read("示范县方案\n" + broken * 8 + "到位。").plan
    assert {part.text for part in plan.set_aside} == {"— 3 —"}
    assert plan.opening.count("\n") == 0


def test_official_widths_and_the_source_wording() -> None:
    (measure,) = measures("1.完善(窗口)服务。于10:30开始,共1.5万元;见《印发<方案>的通知》(示发〔2025〕1号)。")
    assert measure.heading == "完善（窗口）服务"
    assert measure.text == "于10:30开始，共1.5万元；见《印发〈方案〉的通知》（示发〔2025〕1号）。"
    assert "<方案>" in measure.original


def test_reading_names_the_source() -> None:
    reading = read_content(NOTICE.encode(), "方案.txt", "city")
    assert (reading.plan.id, reading.source.plan, reading.source.name) == ("city", "city", "方案.txt")
    assert reading.source.content == NOTICE.encode()
