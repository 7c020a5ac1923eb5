import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.plan.deadlines import parse_date, parse_deadline


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2020年11月底", "2020-11-30"),
        ("2024年2月底前", "2024-02-29"),
        ("2020年底", "2020-12-31"),
        ("2025年年底前", "2025-12-31"),
        ("2025年", "2025-12-31"),
        ("2026年一季度", "2026-03-31"),
        ("2026年第2季度", "2026-06-30"),
        ("2025年上半年", "2025-06-30"),
        ("2025年9月15日前", "2025-09-15"),
        ("2025年9月", "2025-09-30"),
        ("2025年9月前", "2025-08-31"),
        ("2025年1月前", "2024-12-31"),
        ("2025年6月上旬", "2025-06-10"),
        ("2025年6月中旬", "2025-06-20"),
        ("2025年6月下旬", "2025-06-30"),
        ("2024年8月1日至2025年12月31日", "2025-12-31"),
        ("2025年6月至9月", "2025-09-30"),
        ("二〇二五年十月底", "2025-10-31"),
        ("2020年10月底前全部入驻,其他持续推进", "2020-10-31"),
        ("2025年13月底", None),
        ("2025年2月30日", None),
    ],
)
def test_the_last_day_meant(words: str, date: str | None) -> None:
    deadline = parse_deadline(words)
    assert (deadline.date, deadline.kind) == (date, "dated")


@pytest.mark.parametrize(
    ("words", "date"),
    [("9月底前", "2025-09-30"), ("年内", "2025-12-31"), ("上半年", "2025-06-30"), ("一季度", "2025-03-31")],
)
def test_a_missing_year_is_never_guessed(words: str, date: str) -> None:
    assert parse_deadline(words, year=2025).date == date
    assert parse_deadline(words).date is None
    assert parse_deadline(words).kind == "dated"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("持续推进", "ongoing"),
        ("已完成,持续推进", "ongoing"),
        ("长期坚持", "long_term"),
        ("已完成,长期坚持", "long_term"),
        ("已完成", "done"),
        ("按照省级部署要求推进落实", "as_arranged"),
        ("按上级时间节点完成", "as_arranged"),
        ("", "none"),
        ("甲局、乙局", "none"),
    ],
)
def test_kinds_without_a_day(words: str, kind: str) -> None:
    deadline = parse_deadline(words, year=2025)
    assert (deadline.kind, deadline.date) == (kind, None)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("自印发之日起一个月内", "2025-02-28"),
        ("自发布之日起30日内", "2025-03-02"),
        ("印发之日起两周内完成", "2025-02-14"),
        ("自印发之日起半年内", "2025-07-31"),
        ("自印发之日起一年内", "2026-01-31"),
    ],
)
def test_relative_deadlines_count_from_the_day_of_issue(words: str, date: str) -> None:
    deadline = parse_deadline(words, issued="2025-01-31")
    assert (deadline.date, deadline.kind) == (date, "dated")
    assert (parse_deadline(words).date, parse_deadline(words).kind) == (None, "as_arranged")


def test_working_days_depend_on_holidays_and_are_not_guessed() -> None:
    assert parse_deadline("自印发之日起10个工作日内", issued="2025-01-31").kind == "as_arranged"


def test_the_wording_is_kept_in_official_widths() -> None:
    assert parse_deadline(" 已完成,持续推进 ").text == "已完成，持续推进"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020年7月24日", "2020-07-24"),
        (" 2020 年 7 月 4 日 ", "2020-07-04"),
        ("二〇二〇年十二月二十四日", "2020-12-24"),
        ("2020年7月24日印发", None),
        ("2020年2月31日", None),
        ("", None),
    ],
)
def test_date_lines(text: str, date: str | None) -> None:
    assert parse_date(text) == date


@given(
    st.text(alphabet="0123456789年月日底末前内上下半季度一二十第至、，长期持续完成按", max_size=30),
    st.none() | st.integers(1, 9999),
)
def test_any_words_give_a_deadline(words: str, year: int | None) -> None:
    deadline = parse_deadline(words, year)
    assert deadline.date is None or deadline.kind == "dated"
