"""What matters in a difference, worst first, and what is no matter."""

import pytest
from hypothesis import given

from editor.comparing import Concern, concerns
from tests.comparing.made_up import texts

NAMES = ("示范县教育局", "示范县民政局", "民政局")


def told(old: str, new: str) -> list[tuple[str, str, str, str]]:
    return [(c.kind, c.change, c.old, c.new) for c in concerns(old, new, NAMES)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "压缩至3个工作日内。",
            "压缩至30个工作日内。",
            ("figure", "weakened", "3个工作日内", "30个工作日内"),
        ),
        ("压缩至30个工作日内。", "压缩至3个工作日内。", ("figure", "changed", "30个工作日内", "3个工作日内")),
        ("公示不少于7日。", "公示不少于5日。", ("figure", "weakened", "7日", "5日")),
        ("公示不少于7日。", "公示不少于9日。", ("figure", "changed", "7日", "9日")),
        ("三个月内接入平台。", "六个月内接入平台。", ("figure", "weakened", "三个月内", "六个月内")),
        ("为期3天的集中培训。", "为期5天的集中培训。", ("figure", "changed", "3天", "5天")),
        ("新建基站6000个。", "新建基站86个。", ("figure", "changed", "6000个", "86个")),
        ("普及率达到97%。", "普及率达到95%。", ("percentage", "weakened", "97%", "95%")),
        ("普及率达到八成以上。", "普及率达到七成以上。", ("percentage", "weakened", "八成以上", "七成以上")),
        ("“十四五”期间建成。", "“十五五”期间建成。", ("date", "changed", "“十四五”", "“十五五”")),
        ("普及率达到９７％。", "普及率达到95%。", ("percentage", "weakened", "９７％", "95%")),
        ("普及率达到95%。", "普及率达到97%。", ("percentage", "changed", "95%", "97%")),
        ("损耗控制在5%以内。", "损耗控制在8%以内。", ("percentage", "weakened", "5%以内", "8%以内")),
        ("普及率达到97%。", "普及率稳步提高。", ("percentage", "lost", "97%", "")),
        ("普及率稳步提高。", "普及率达到97%。", ("percentage", "added", "", "97%")),
        ("2026年年底前建成。", "2027年6月底前建成。", ("date", "weakened", "2026年年底前", "2027年6月底前")),
        ("2026年年底前建成。", "2026年6月底前建成。", ("date", "changed", "2026年年底前", "2026年6月底前")),
        ("6月底前完成验收。", "9月底前完成验收。", ("date", "weakened", "6月底前", "9月底前")),
        ("9月底前完成验收。", "6月底前完成验收。", ("date", "changed", "9月底前", "6月底前")),
        ("上半年完成验收。", "下半年完成验收。", ("date", "weakened", "上半年", "下半年")),
        ("一季度前完成验收。", "第三季度前完成验收。", ("date", "weakened", "一季度前", "第三季度前")),
        ("6月底前完成验收。", "2026年9月底前完成验收。", ("date", "changed", "6月底前", "2026年9月底前")),
        ("三年内建成平台。", "五年内建成平台。", ("figure", "weakened", "三年内", "五年内")),
        ("10个工作日内办结。", "12个工作日内办结。", ("figure", "weakened", "10个工作日内", "12个工作日内")),
        ("12个月内建成平台。", "13个月内建成平台。", ("figure", "weakened", "12个月内", "13个月内")),
        ("故障24小时内修复。", "故障3天内修复。", ("figure", "weakened", "24小时内", "3天内")),
        ("材料5个工作日内办结。", "材料一周内办结。", ("figure", "changed", "5个工作日内", "一周内")),
        ("材料3个工作日内办结。", "材料两周内办结。", ("figure", "weakened", "3个工作日内", "两周内")),
        ("每年不少于2次检查。", "每年不少于1次检查。", ("figure", "weakened", "2次检查", "1次检查")),
        ("成本压缩50%以上。", "成本压缩30%以上。", ("percentage", "weakened", "50%以上", "30%以上")),
        ("时限压缩至50%以下。", "时限压缩至30%以下。", ("percentage", "changed", "50%以下", "30%以下")),
        ("收费不超过5%。", "收费不超过8%。", ("percentage", "weakened", "5%", "8%")),
        ("损耗不高于8%。", "损耗不高于5%。", ("percentage", "changed", "8%", "5%")),
        (
            "依照2013年9月1日起施行的条例。",
            "依照2014年9月1日起施行的条例。",
            ("date", "changed", "2013年9月1日", "2014年9月1日"),
        ),
        ("各部门应当公开结果。", "各部门可以公开结果。", ("duty", "weakened", "应当", "可以")),
        ("各部门可以公开结果。", "各部门应当公开结果。", ("duty", "changed", "可以", "应当")),
        ("各部门应当公开结果。", "各部门公开结果。", ("duty", "lost", "应当", "")),
        ("费用应由单位承担。", "费用可由单位承担。", ("duty", "weakened", "应由", "可由")),
        ("每月通报进展情况。", "每季度通报进展情况。", ("figure", "weakened", "每月", "每季度")),
        ("每季度通报进展情况。", "每月通报进展情况。", ("figure", "changed", "每季度", "每月")),
        ("不得要求群众提交证明。", "原则上不要求群众提交证明。", ("duty", "weakened", "不得", "原则上")),
        ("所有行政村建站。", "有条件的行政村建站。", ("scope", "weakened", "所有", "有条件的")),
        ("推进“示范通”建设。", "推进“示范通办”建设。", ("name", "changed", "“示范通”", "“示范通办”")),
        ("落实《示范省条例》要求。", "落实相关要求。", ("name", "lost", "《示范省条例》", "")),
        ("由示范县教育局负责。", "由示范县民政局负责。", ("unit", "lost", "示范县教育局", "")),
        (
            "由示范县民政局、示范县教育局负责。",
            "由示范县教育局、示范县民政局负责。",
            ("unit", "changed", "示范县民政局", "示范县教育局"),
        ),
    ],
)
def test_what_matters(old: str, new: str, expected: tuple[str, str, str, str]) -> None:
    assert told(old, new)[0] == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("全省推行材料共享。", "全县推行材料共享。"),
        ("推行互认(试行),3个工作日内办结。", "推行互认（试行），3个工作日内办结。"),
        ("落实〈示范省条例〉要求。", "落实《示范省条例》要求。"),
        ("应当公开结果，压缩时限。", "压缩时限，应当公开结果。"),
        ("投资80万元。", "投资80万。"),
        ("", ""),
    ],
)
def test_what_is_no_matter(old: str, new: str) -> None:
    assert told(old, new) == []


def test_worst_comes_first() -> None:
    old = "所有部门应当在3个工作日内办结，由示范县教育局牵头，2026年年底前普及率达到97%，推广“示范通”。"
    new = "部分部门可以在5个工作日内办结，由示范县民政局牵头，2027年年底前普及率达到95%，推广“掌上办”。"
    kinds = [found[0] for found in told(old, new)]
    assert kinds == ["figure", "date", "percentage", "unit", "unit", "duty", "scope", "name"]


@given(texts, texts)
def test_places_are_where_the_words_are(old: str, new: str) -> None:
    for concern in concerns(old, new, NAMES):
        assert _stands(concern.old, concern.old_place, old)
        assert _stands(concern.new, concern.new_place, new)


def _stands(words: str, place: int | None, text: str) -> bool:
    if not words:
        return place is None
    return place is not None and len(words) <= len(text) - place


@given(texts)
def test_equal_texts_concern_nobody(text: str) -> None:
    assert concerns(text, text, NAMES) == ()


def test_a_concern_is_a_value() -> None:
    assert concerns("各部门应当公开。", "各部门可以公开。") == (
        Concern(kind="duty", change="weakened", old="应当", new="可以", old_place=3, new_place=3),
    )
