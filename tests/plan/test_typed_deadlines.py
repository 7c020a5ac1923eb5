"""Deadlines as drafters type them: words kept, dates understood, nothing guessed."""

import pytest

from editor.plan.deadlines import parse_deadline


@pytest.mark.parametrize(
    ("words", "date", "kind"),
    [
        ("9月底前", "2026-09-30", "dated"),
        ("９月底前", "2026-09-30", "dated"),
        ("2026年一季度", "2026-03-31", "dated"),
        ("年内", "2026-12-31", "dated"),
        ("持续推进", None, "ongoing"),
        ("长期坚持", None, "long_term"),
        ("每年12月20日前", None, "ongoing"),
        ("每季度末", None, "ongoing"),
        ("每半年", None, "ongoing"),
        ("每年12月20日前，2027年底前全面完成", "2027-12-31", "dated"),
        ("9月20号前", "2026-09-20", "dated"),
        ("2026.9.30", "2026-09-30", "dated"),
        ("2026-09-30前", "2026-09-30", "dated"),
        ("2026/9/30", "2026-09-30", "dated"),
    ],
)
def test_what_drafters_type_is_understood(words: str, date: str | None, kind: str) -> None:
    deadline = parse_deadline(words, 2026)
    assert (deadline.date, deadline.kind) == (date, kind)
    assert deadline.text == words.translate(str.maketrans("９", "9"))


@pytest.mark.parametrize("words", ["9月底前", "年内", "上半年"])
def test_without_a_year_no_date_is_guessed(words: str) -> None:
    assert parse_deadline(words).date is None
