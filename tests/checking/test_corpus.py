"""Real plans: what was printed and is right gives no errors."""

from datetime import date
from pathlib import Path

import pytest

from editor.checking import check_plan
from editor.reading import read_plan


@pytest.mark.parametrize(
    "name",
    [
        "rongcheng_2025_county",
        "shandong_2025_province",
        "weihai_2020_city",
        "weihai_jingkai_2022_zone",
        "qixia_2020_county",
        "yiyang_2022_city",
        "luohe_2023_city",
    ],
)
def test_well_numbered_plans_have_no_number_issues(corpus: Path, name: str) -> None:
    plan = read_plan(corpus / f"{name}.txt").plan
    issues = check_plan(plan, date(2026, 3, 1))
    assert [issue.message for issue in issues if issue.code.endswith("_number")] == []
