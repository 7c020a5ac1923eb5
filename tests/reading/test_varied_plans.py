"""Habits of drafting that differ from place to place, each in a made-up text."""

import pytest

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


@pytest.mark.parametrize(
    "closing",
    [
        "上述任务除已明确完成时限外，均于2026年12月底前完成。",
        "除另有规定外，各项任务均应在2026年12月底前全部完成。",
        "未注明完成时限的，原则上均应于2026年12月底前完成。",
    ],
)
def test_a_default_deadline_in_other_words(closing: str) -> None:
    (measure,) = plan_of(f"1.甲甲。乙乙。（责任单位：甲局）\n{closing}").measures
    assert measure.deadline is not None
    assert (measure.deadline.date, measure.deadline.inherited) == ("2026-12-31", True)


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


def test_signs_in_front_of_numbers() -> None:
    plan = plan_of("一、任务\n★1.完善服务。设立专窗。\n☆2.压缩时限。限时办结。")
    assert [(m.number, m.heading) for m in plan.measures] == [("1", "完善服务"), ("2", "压缩时限")]


def test_who_leads_in_a_bracket_behind_the_name() -> None:
    measure = only(
        "1.完善服务。设立专窗。\n责任单位：甲局（牵头），乙局、丙局按职责分工负责\n时间安排：2026年12月底前完成"
    )
    assert units(measure) == (("甲局",), ("乙局", "丙局"), ())
    assert measure.deadline is not None
    assert measure.deadline.date == "2026-12-31"


def test_tasks_of_one_line_with_an_office_and_a_deadline() -> None:
    first, second = plan_of(
        "示范市2026年度任务分解表\n1、新增企业50家（市科技局，12月底）\n2、引进项目80个（市商务局牵头，各县配合，9月底）"
    ).measures
    assert (first.heading, units(first)[1], first.deadline and first.deadline.date) == (
        "新增企业50家",
        ("市科技局",),
        "2026-12-31",
    )
    assert (units(second), second.deadline and second.deadline.date) == (
        (("市商务局",), (), ("各县",)),
        "2026-09-30",
    )


def test_items_that_end_in_a_semicolon_are_a_list() -> None:
    found = read(
        "一、要求\n（一）压实责任。各镇要细化措施；\n（二）强化督导。按季通报；\n（三）加强宣传。广泛宣传。"
    )
    assert found.issues == ()


def test_full_width_square_brackets() -> None:
    measure = only("1.粮食安全。稳定面积。\n［牵头领导：张某；责任单位：甲局（乙中心）、丙局等部门，各镇街］")
    assert (measure.leader, units(measure)[1]) == ("张某", ("甲局（乙中心）", "丙局", "各镇街"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("（责任单位 县教育局、县财政局）", ((), ("县教育局", "县财政局"), ())),
        ("\n责任单位 县教育局", ((), ("县教育局",), ())),
        ("\n牵头单位　县教育局\n配合单位\t县财政局", (("县教育局",), (), ("县财政局",))),
        ("\n责任单位：县教育局\n县财政局、\n县民政局", ((), ("县教育局", "县财政局", "县民政局"), ())),
        ("\n责任单位：\n县教育局\n县财政局", ((), ("县教育局", "县财政局"), ())),
        ("\n牵头单位：县教育局\n配合单位：县财政局\n县民政局", (("县教育局",), (), ("县财政局", "县民政局"))),
    ],
)
def test_units_behind_a_blank_and_below_each_other(said: str, expected: tuple[tuple[str, ...], ...]) -> None:
    first, second = plan_of(
        f"1.完善服务。设立专窗。{said}\n2.压缩时限。限时办结。（责任单位：县财政局）"
    ).measures
    assert (units(first), first.text) == (expected, "设立专窗。")
    assert units(second) == ((), ("县财政局",), ())


@pytest.mark.parametrize(
    "words", ["责任单位 完成时限", "责任单位 要加强配合，形成合力。各单位要按月报送。", "工作时间 周一至周五"]
)
def test_a_label_before_a_blank_may_be_a_word_like_others(words: str) -> None:
    assert not any(measure.assignments for measure in plan_of(f"1.完善服务。设立专窗。\n{words}").measures)


def test_numbers_with_nothing_but_a_blank_behind_them() -> None:
    text = "一、任务\n1 完善服务。设立专窗。（责任单位：甲局）\n2　压缩时限\n限时办结。\n责任单位：乙局\n二、保障\n1 加强领导。按月调度。"
    measures = plan_of(text).measures
    assert [(m.number, m.level, m.heading) for m in measures] == [
        ("1", 3, "完善服务"),
        ("2", 3, "压缩时限"),
        ("1", 3, "加强领导"),
    ]
    assert units(measures[1]) == ((), ("乙局",), ())


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n1 甲公司\n2 乙公司\n3 丙公司",
        "一、任务\n建成\n1 万亩农田，开工。\n3 项工程完工。",
        "一、任务\n1.完善服务。设立专窗，\n1 个窗口办结。\n2 个工作日内答复。",
    ],
)
def test_numbers_before_a_blank_that_are_no_items(text: str) -> None:
    assert not any(m.number in ("2", "3") for m in plan_of(text).measures)
