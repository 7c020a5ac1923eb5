"""Deadlines in the running text, and what looks like one and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.plan.deadlines import parse_deadline
from editor.plan.measures import Measure
from editor.plan.text_deadlines import deadlines_in, deadlines_of


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("在2026年底前完成改造。", "2026年底前", "2026-12-31"),
        ("2026年6月底前完成3个站点建设。", "2026年6月底前", "2026-06-30"),
        ("2026年9月15日前，全部站点投入使用。", "2026年9月15日前", "2026-09-15"),
        ("到2027年，站点覆盖所有村居。", "到2027年", "2027-12-31"),
        ("到2026年12月，实现全覆盖。", "到2026年12月", "2026-12-31"),
        ("力争年内建成5个站点。", "年内", "2025-12-31"),
        ("年底前完成验收。", "年底前", "2025-12-31"),
        ("今年6月底前印发清单。", "今年6月底前", "2025-06-30"),
        ("明年3月底前印发清单。", "明年3月底前", "2026-03-31"),
        ("2026年底，站点服务更加完善。", "2026年底", "2026-12-31"),
        ("2026年底实现全覆盖。", "2026年底", "2026-12-31"),
        ("11月底扩大到10个站点。", "11月底", "2025-11-30"),
        ("2026年第三季度前完成招标。", "2026年第三季度前", "2026-09-30"),
        ("上半年完成招标。", "上半年", "2025-06-30"),
        ("2026年计划新建2个站点。", "2026年", "2026-12-31"),
        ("不晚于2026年5月制定细则。", "不晚于2026年5月", "2026-05-31"),
        ("到“十五五”末，站点服务更加完善。", "到“十五五”末", "2030-12-31"),
        ("二〇二六年六月底前完成。", "二〇二六年六月底前", "2026-06-30"),
        ("各镇要于本方案印发后一个月内制定细则。", "印发后一个月内", "2025-02-28"),
        ("自印发之日起一个月内制定细则。", "自印发之日起一个月内", "2025-02-28"),
        ("各镇自本方案印发之日起30日内报送名单。", "自本方案印发之日起30日内", "2025-03-02"),
    ],
)
def test_deadlines_told_in_the_text(text: str, words: str, date: str) -> None:
    (deadline,) = deadlines_in(text, 2025, "2025-01-31")
    assert (deadline.text, deadline.date, deadline.kind) == (words, date, "dated")


@pytest.mark.parametrize(
    "text",
    [
        "对在2026年底前完成改造的项目给予补助。",
        "支持在2026年底前建成投产的企业申报。",
        "2026年底前完成改造的，给予补助。",
        "2026年12月31日前，购买新建住房的，给予补贴。",
        "对2026年3月31日之前供应、尚未开工的用地，可以延期。",
        "2000年底前建成的小区全部纳入改造。",
        "2026年底前未完成整改的，予以通报。",
        "2026年6月底前新注册的企业可享受补贴。",
        "2024年底前已完成改造。",
        "自2025年1月1日至2026年12月31日前执行。",
        "政策延续到2026年底，",
        "有效期至2026年底前。",
        "每年3月底前公开上年度情况。",
        "次年3月底前公开上年度情况。",
        "购买住房后1年内申请退税。",
        "自受理之日起5个工作日内办结。",
        "10日内办结。",
        "落实《示范县2026年底前完成改造的方案》要求。",
        "2025年前三季度增长5%。",
        "从2020年的10%提高到2026年的20%。",
        "每月底前报送进展。",
        "",
    ],
)
def test_conditions_periods_and_what_is_past_set_no_deadline(text: str) -> None:
    assert deadlines_in(text, 2025, "2025-01-31") == ()


def test_several_deadlines_and_the_year_they_share() -> None:
    found = deadlines_in("2026年3月底前印发清单，9月底前完成；年内再新建2个，9月底前完成。", 2025)
    assert [deadline.date for deadline in found] == ["2026-03-31", "2026-09-30", "2025-12-31"]


def test_without_a_year_no_date_is_guessed() -> None:
    (deadline,) = deadlines_in("6月底前完成。")
    assert (deadline.date, deadline.kind) == (None, "dated")


def test_a_measure_is_bound_by_its_field_and_by_its_text() -> None:
    measure = Measure(
        id="m1",
        level=3,
        number="1",
        text="6月底前印发清单，9月底前完成。",
        deadline=parse_deadline("2026年9月底前"),
    )
    assert [deadline.date for deadline in deadlines_of(measure, 2026)] == ["2026-09-30", "2026-06-30"]


@given(
    st.text(alphabet="0123456789年月日底末前内上下半季度到在自至今明完成的项目对，。《》十五“”", max_size=40)
)
def test_the_words_stand_in_the_text(text: str) -> None:
    for deadline in deadlines_in(text, 2025):
        assert deadline.text.replace(" ", "")
        assert len(deadline.text) <= len(text)
