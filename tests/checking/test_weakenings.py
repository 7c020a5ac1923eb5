"""Promises of the superior plan that the local wording weakens are found, and only those."""

from datetime import date

import pytest

from editor.checking import check_plan
from editor.plan.issues import Issue
from editor.plan.measures import Measure
from editor.plan.plans import Plan

CODES = ("later_date", "lower_target", "weaker_duty")


def found(parent: str, local: str) -> list[Issue]:
    """The weakenings in a measure with this text below the same heading."""
    plans = [
        Plan(id=id, body=(Measure(id="m1", level=1, number="一", heading="改善供水水质", text=text),))
        for id, text in (("parent1", parent), ("local", local))
    ]
    issues = check_plan(plans[1], date(2026, 3, 1), plans[:1])
    return [issue for issue in issues if issue.code in CODES]


@pytest.mark.parametrize(
    ("parent", "local", "code", "subject"),
    [
        ("农村自来水普及率达到97%。", "农村自来水普及率达到95%。", "lower_target", "95%"),
        ("一般故障在24小时内修复。", "一般故障在48小时内修复。", "lower_target", "48小时内"),
        ("水厂改造2026年年底前完成。", "水厂改造2027年年底前完成。", "later_date", "2027年年底前"),
        ("供水单位应当公开水质。", "供水单位可以公开水质。", "weaker_duty", "可以"),
        ("所有乡镇检测末梢水。", "部分乡镇检测末梢水。", "weaker_duty", "部分"),
    ],
)
def test_a_weakening_is_found(parent: str, local: str, code: str, subject: str) -> None:
    (issue,) = found(parent, local)
    assert (issue.code, issue.subject, issue.place.block, issue.place.field) == (code, subject, "m1", "text")
    assert subject in issue.message
    assert issue.severity != "error"


@pytest.mark.parametrize(
    ("parent", "local"),
    [
        ("农村自来水普及率达到97%。", "农村自来水普及率达到98%。"),
        ("新建供水管网5000公里。", "新建供水管网38公里。"),
        ("供水单位可以公开水质。", "供水单位应当公开水质。"),
        ("全省推行水质监测。", "全县推行水质监测。"),
    ],
)
def test_what_is_as_strict_or_stricter_is_not(parent: str, local: str) -> None:
    assert found(parent, local) == []
