"""Deadlines as drafters type them: words kept, dates understood, nothing guessed."""

import pytest

from editor.plan.characters import official
from editor.plan.deadlines import is_period, lacks_year, parse_deadline

YEAR = 2026


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2026年一季度", "2026-03-31"),
        ("2026年第三季度", "2026-09-30"),
        ("2026年三季度末", "2026-09-30"),
        ("2026年前三季度", "2026-09-30"),
        ("2027年上半年", "2027-06-30"),
        ("2026年度", "2026-12-31"),
        ("2026年度内", "2026-12-31"),
        ("2026年年末", "2026-12-31"),
        ("2026年终前", "2026-12-31"),
        ("2026年9月30日前", "2026-09-30"),
        ("2026年9月30日24时前", "2026-09-30"),
        ("２０２６年６月底前", "2026-06-30"),
        ("二〇二六年九月底前", "2026-09-30"),
        ("2026 年 9 月底前", "2026-09-30"),
        ("26年9月底", "2026-09-30"),
        ("2026.9.30", "2026-09-30"),
        ("2026-09-30前", "2026-09-30"),
        ("2026/9/30", "2026-09-30"),
        ("20260930", "2026-09-30"),
        ("2026.9", "2026-09-30"),
        ("2026-09", "2026-09-30"),
        ("2026年9月-12月", "2026-12-31"),
        ("2026年9月至次年3月", "2027-03-31"),
        ("2026—2028年", "2028-12-31"),
        ("十四五末", "2025-12-31"),
        ("“十五五”期间", "2030-12-31"),
        ("每年12月20日前，2027年底前全面完成", "2027-12-31"),
    ],
)
def test_words_that_name_their_year_are_understood_without_another(words: str, date: str) -> None:
    assert parse_deadline(words).date == parse_deadline(words, 2020).date == date
    assert parse_deadline(words).text == official(words)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("9月底前", "2026-09-30"),
        ("９月底前", "2026-09-30"),
        ("九月底前", "2026-09-30"),
        ("9月20号前", "2026-09-20"),
        ("9月中旬", "2026-09-20"),
        ("9.30", "2026-09-30"),
        ("9/30前", "2026-09-30"),
        ("12-31日前", "2026-12-31"),
        ("上半年", "2026-06-30"),
        ("三季度前", "2026-09-30"),
        ("年内", "2026-12-31"),
        ("年底前", "2026-12-31"),
        ("年终前", "2026-12-31"),
        ("今年底前", "2026-12-31"),
        ("本年度内", "2026-12-31"),
        ("今年6月", "2026-06-30"),
        ("明年6月", "2027-06-30"),
        ("次年3月底", "2027-03-31"),
        ("后年6月", "2028-06-30"),
        ("6月底前启动，12月底前完成", "2026-12-31"),
    ],
)
def test_without_a_year_no_date_is_guessed(words: str, date: str) -> None:
    assert parse_deadline(words, YEAR).date == date
    alone = parse_deadline(words)
    assert (alone.kind, alone.date) == ("dated", None)
    assert lacks_year(alone)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("持续推进", "ongoing"),
        ("常态化开展", "ongoing"),
        ("每年12月20日前", "ongoing"),
        ("每季度末", "ongoing"),
        ("每半年", "ongoing"),
        ("长期坚持", "long_term"),
        ("已完成", "done"),
        ("按上级要求", "as_arranged"),
        ("按计划推进", "as_arranged"),
        ("另行通知", "as_arranged"),
        ("2026年春节前", "none"),
        ("国庆节前完成", "none"),
        ("汛期前", "none"),
        ("即日起", "none"),
        ("适时", "none"),
        ("近期", "none"),
        ("年中", "none"),
    ],
)
def test_what_names_no_day_has_none(words: str, kind: str) -> None:
    for year in (None, YEAR):
        deadline = parse_deadline(words, year)
        assert (deadline.kind, deadline.date, deadline.text) == (kind, None, words)
    assert not lacks_year(deadline)


@pytest.mark.parametrize(
    "words",
    ["3个月内", "三个月内完成", "30日内", "半年内", "两年内", "3年内", "印发后3个月内", "自印发之日起30日内"],
)
def test_a_period_is_no_date(words: str) -> None:
    deadline = parse_deadline(words, YEAR)
    assert (deadline.kind, deadline.date) == ("as_arranged", None)
    assert is_period(deadline)
    assert not is_period(parse_deadline("2026年底前", YEAR))


@pytest.mark.parametrize("words", ["2026年9月31日", "9月31日", "2026年13月", "13月底"])
def test_a_day_that_there_is_not_lacks_more_than_its_year(words: str) -> None:
    deadline = parse_deadline(words, YEAR)
    assert (deadline.kind, deadline.date) == ("dated", None)
    assert not lacks_year(deadline)


def test_a_day_of_leap_years_only_lacks_its_year() -> None:
    assert lacks_year(parse_deadline("2月29日"))
