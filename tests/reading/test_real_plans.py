"""The five given plans, read: what the corpus README counted by hand, and details looked up in the sources."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from editor.plan.assignments import parse_units
from editor.plan.measures import Measure, Section
from editor.plan.plans import Plan
from editor.plan.project import Reading
from editor.reading import read_plan

RONGCHENG, SHANDONG, WEIHAI = "rongcheng_2025_county", "shandong_2025_province", "weihai_2020_city"
JINGKAI, QIXIA = "weihai_jingkai_2022_zone", "qixia_2020_county"
YINGTAN, YUJIANG = "yingtan_2024_city", "yujiang_2024_district"
YIYANG, ANHUA, LUOHE = "yiyang_2022_city", "anhua_2022_county", "luohe_2023_city"
FANGXUN, NONGJI = "shandong_2020_fangxun_fengong_ocr", "guowuyuan_2018_42_nongji"
TABLE, HAINAN, GOVDOC = (
    "guobanfa_2018_126_chuangxin_jucuo_table",
    "hainan_2024_nongji",
    "govdoc_cn_397_ndrc_2019",
)
SUFFIXES = {NONGJI: ".html", TABLE: ".html", HAINAN: ".pdf", GOVDOC: ".pdf"}
OFFICES = ("中共威海市委办公室", "威海市人民政府办公室")


class Counts(NamedTuple):
    """One row of the corpus README; addressees are groups and bodies, the levels' rows those of a table."""

    number: str | None
    issuers: tuple[str, ...]
    date: str | None
    addressees: tuple[int, int]
    levels: tuple[int, int, int, int]
    rows: tuple[int, int]
    with_units: int
    annotations: int
    deadlines: int
    running: tuple[int, ...]


NONE = (None, (), None, (0, 0))
COUNTS = {
    RONGCHENG: Counts("荣政办发〔2025〕8号", ("荣成市人民政府办公室",), "2025-08-29", (6, 8), (4, 0, 31, 0), (0, 0), 29, 29, 0, (3,)),
    SHANDONG: Counts(*NONE, (3, 3, 35, 0), (0, 0), 0, 0, 0, (3,)),
    WEIHAI: Counts("威办发〔2020〕7号", OFFICES, "2020-07-24", (9, 13), (4, 25, 100, 0), (0, 0), 100, 100, 100, ()),
    JINGKAI: Counts(*NONE, (3, 11, 25, 133), (0, 0), 143, 143, 0, ()),
    QIXIA: Counts("栖政办发〔2020〕32号", ("栖霞市人民政府办公室",), "2020-10-20", (3, 4), (4, 32, 0, 0), (0, 0), 27, 27, 0, (2,)),
    YINGTAN: Counts(*NONE, (3, 28, 6, 0), (0, 0), 28, 28, 0, (2,)),
    YUJIANG: Counts(*NONE, (3, 28, 10, 0), (0, 0), 28, 28, 0, (2,)),
    YIYANG: Counts(None, ("益阳市人民政府办公室",), "2022-05-31", (4, 4), (13, 0, 0, 0), (0, 0), 13, 13, 0, ()),
    ANHUA: Counts(*NONE, (13, 0, 0, 0), (0, 0), 13, 13, 0, ()),
    LUOHE: Counts(None, (), None, (4, 6), (9, 32, 0, 0), (0, 0), 32, 32, 0, (2,)),
    FANGXUN: Counts("鲁汛旱办明电〔2020〕43号", ("山东省防汛抗旱指挥部办公室",), "2020-11-02", (1, 2), (4, 0, 9, 0), (0, 0), 9, 9, 0, ()),
    NONGJI: Counts("国发〔2018〕42号", ("国务院",), "2018-12-21", (2, 5), (8, 20, 0, 0), (0, 0), 18, 18, 0, (2,)),
    TABLE: Counts("国办发〔2018〕126号", ("国务院办公厅",), "2018-12-23", (2, 5), (3, 5, 0, 0), (5, 17), 17, 17, 0, (3,)),
    HAINAN: Counts(None, ("海南省农业农村厅", "海南省财政厅"), "2024-07-01", (1, 4), (7, 25, 5, 0), (0, 0), 0, 0, 0, ()),
    GOVDOC: Counts("发改办财金规〔2019〕860号", ("国家发展改革委办公厅", "税务总局办公厅"), "2019-08-20", (3, 8), (5, 9, 0, 0), (0, 0), 0, 0, 0, ()),
}  # fmt: skip
TITLES = {
    RONGCHENG: ("关于聚力推进“民事无忧", "改革创新的实施方案", 41),
    SHANDONG: ("关于塑强“民事无忧", "改革创新的实施方案", 39),
    WEIHAI: ("威海市提标提速提效", "攻坚突破实施方案", 23),
    JINGKAI: ("2022年度威海经济", "创新实施方案", 27),
    QIXIA: ("深化放管服和流程再造", "攻坚行动方案", 24),
    YINGTAN: ("", "", 0),
    YUJIANG: ("", "", 0),
    YIYANG: ("关于促进市中心城区", "若干政策措施", 27),
    ANHUA: ("", "", 0),
    LUOHE: ("", "", 0),
    FANGXUN: ("落实省领导防汛工作", "批示分工方案", 15),
    NONGJI: ("国务院关于加快推进", "转型升级的指导意见", 30),
    TABLE: ("国务院办公厅关于推广", "相关改革举措的通知", 26),
    HAINAN: ("2024—2026年海南省", "应用补贴实施方案", 26),
    GOVDOC: ("关于加强个人所得税", "信用建设的通知", 18),
}


@cache
def reading(corpus: Path, file: str) -> Reading:
    return read_plan(corpus / f"{file}{SUFFIXES.get(file, '.txt')}")


def measure(plan: Plan, *numbers: str) -> Measure:
    """The measure under the sections with these numbers, outermost first."""
    for around, block in plan.nested():
        if isinstance(block, Measure) and (*(section.number for section in around), block.number) == numbers:
            return block
    raise AssertionError(numbers)


def printed(plan: Plan) -> list[int]:
    """How many assignments each measure has, those inherited left out."""
    return [sum(not a.inherited for a in measure.assignments) for measure in plan.measures]


def in_table(plan: Plan) -> set[str]:
    """The ids of what stands behind the head of a table in an annex."""
    heads = [part.lines[1] for part in plan.set_aside if part.reason == "table_head"]
    return {block.id for block in plan.body if heads and (block.lines or (0, 0))[0] > heads[0]}


@pytest.mark.parametrize(("file", "counts"), COUNTS.items())
def test_the_counts_are_those_of_the_corpus(corpus: Path, file: str, counts: Counts) -> None:
    plan = reading(corpus, file).plan
    rows = in_table(plan)
    items = [block for block in (*plan.sections, *plan.measures) if block.number]
    levels = Counter(block.level for block in items if block.id not in rows)
    row_levels = Counter(block.level for block in items if block.id in rows)
    assert counts == Counts(
        plan.document_number,
        plan.issuers,
        plan.date,
        (len(plan.addressees), sum(len(parse_units(group)) for group in plan.addressees)),
        (levels[1], levels[2], levels[3], levels[4]),
        (row_levels[1], row_levels[3]),
        sum(map(bool, printed(plan))),
        sum(printed(plan)),
        sum(m.deadline is not None for m in plan.measures),
        plan.running_levels,
    )


@pytest.mark.parametrize(("file", "title"), TITLES.items())
def test_titles_broken_over_lines_are_joined(corpus: Path, file: str, title: tuple[str, str, int]) -> None:
    start, end, length = title
    found = reading(corpus, file).plan.title
    assert found.startswith(start)
    assert found.endswith(end)
    assert len(found) == length


def test_rongcheng(corpus: Path) -> None:
    plan, issues = reading(corpus, RONGCHENG).plan, reading(corpus, RONGCHENG).issues
    first = measure(plan, "一", "1")
    assert first.heading == "完善婚育户服务"
    assert first.lines == (16, 16)
    assert first.assignments[0].responsible_units == ("民政局", "医保局", "教体局", "公安局", "大数据中心")
    assert first.assignments[0].text.startswith("责任单位:民政局")
    assert not first.text.endswith("）")
    assert measure(plan, "三", "29").units("responsible_units")[-1] == "工信局"
    assert measure(plan, "四", "31").assignments == ()
    assert plan.annotation == "此件公开发布"
    assert plan.addressees[-1] == "各市属国有企业"
    assert plan.addressees[0].endswith("度假区管委会")
    assert plan.cover is not None
    assert plan.cover.title.startswith("荣成市人民政府办公室印发")
    assert "〈关于塑强" in plan.cover.text
    assert plan.sections[0].heading.startswith("聚焦“民事无忧”，")
    assert [(issue.code, issue.place.lines) for issue in issues] == [("repeated_title", (42, 42))]
    twice = measure(plan, "三", "25")
    assert twice.text.startswith(twice.heading + "。")
    assert (plan.set_aside, plan.closing) == ((), "")


def test_shandong(corpus: Path) -> None:
    plan = reading(corpus, SHANDONG).plan
    assert [(part.reason, part.lines) for part in plan.set_aside] == [
        ("news_lead", (1, 1)),
        ("page_chrome", (46, 46)),
    ]
    assert len(plan.measures) == 35
    last = measure(plan, "三", "35")
    assert last.heading == ""
    assert last.text.startswith("省持续深入优化")
    assert measure(plan, "二", "二", "10").heading == "提升市场准入便利度"
    assert measure(plan, "二", "一", "9").lines == (16, 16)
    assert plan.cover is None
    assert plan.opening.startswith("为纵深推进")
    assert [section.number for section in plan.sections] == ["一", "二", "一", "二", "三", "三"]
    assert plan.sections[2].heading.endswith("完善民生服务体系")


def test_weihai(corpus: Path) -> None:
    plan, issues = reading(corpus, WEIHAI).plan, reading(corpus, WEIHAI).issues
    kinds = Counter(m.deadline.kind for m in plan.measures if m.deadline)
    assert kinds == {"dated": 74, "ongoing": 17, "long_term": 8, "as_arranged": 1}
    assert all(m.deadline.date for m in plan.measures if m.deadline and m.deadline.kind == "dated")
    first = measure(plan, "三", "一", "1")
    assert (first.deadline.text, first.deadline.date) == ("2020年11月底", "2020-11-30")
    assert first.assignments[0].lead_units == ("市行政审批服务局", "市市场监管局")
    assert measure(plan, "三", "二", "2").units("responsible_units")[-1] == "市人防办"
    assert measure(plan, "三", "一", "4").deadline.kind == "as_arranged"
    taxes = measure(plan, "三", "六", "3")
    assert taxes.lines == (136, 138)
    assert "公积金缴存比例" in taxes.text
    assert [issue.place.lines for issue in issues if issue.code == "false_number"] == [(136, 138)]
    assert [issue.place.lines for issue in issues if issue.code == "glued_item"] == [(60, 62)]
    assert {issue.code for issue in issues} == {"false_number", "glued_item", "clipped_unit"}
    assert [issue.subject for issue in issues if issue.code == "clipped_unit"] == ["市税务"]
    leaders = [section.leader for section in plan.sections if section.level == 2]
    assert (len(leaders), leaders.count(None)) == (18, 1)
    led = next(s for s in plan.sections if s.heading == "包容普惠创新")
    assert (led.leader, led.assignments[0].lead_units) == ("市级领导同志", ("市统计局",))
    assert [part.reason for part in plan.set_aside] == ["page_chrome"] * 4 + ["false_number"]
    assert plan.addressees[-1] == "军分区"
    assert plan.annotation is None


def test_jingkai(corpus: Path) -> None:
    plan, issues = reading(corpus, JINGKAI).plan, reading(corpus, JINGKAI).issues
    nested = measure(plan, "二", "一", "2", "5").units("responsible_units")
    assert nested[0] == "经济发展局（应急局）"
    assert nested[-1] == "社会治理服务中心（城市智慧管理中心）"
    assert [(issue.code, issue.place.lines) for issue in issues] == [
        ("reversed_lines", (777, 819)),
        ("count_claim", (1412, 1420)),
    ]
    turned = measure(plan, "二", "一", "14", "12")
    assert turned.units("responsible_units") == ("经济发展局（应急局）",)
    assert turned.text.startswith("对获得认定的")
    assert measure(plan, "二", "一", "14", "9").units("responsible_units")[-1] == "驻区各相关单位"
    water = measure(plan, "二", "一", "3")
    assert (water.heading, water.lines) == ("获得用水、获得用气", (213, 225))
    assert water.units("lead_units") == ("建设局",)
    heads = [s for s in plan.sections if s.number is None]
    assert [s.heading for s in heads] == ["创新创业活跃度", "人才流动便利度", "市场开放度"]
    loose = [m for m in plan.measures if m.number is None]
    assert [m.heading[-2:] for m in loose] == ["意度", "指数", "指数"]
    assert {part.text for part in plan.set_aside} == {"— 10 —", "— 23 —"}
    assert measure(plan, "二", "一", "8", "3").text.count("\n") == 0
    assert measure(plan, "二", "三", "6").units("responsible_units")[0].endswith("成员单位")
    assert plan.attachment_note[0].endswith("改革任务清单")
    assert measure(plan, "一", "二").text.count("\n") == 3
    assert "UKey推动" in measure(plan, "二", "一", "5", "1").text.replace("，", "")
    assert isinstance(plan.body[0], Section)


def test_qixia(corpus: Path) -> None:
    plan, issues = reading(corpus, QIXIA).plan, reading(corpus, QIXIA).issues
    assert [(issue.code, issue.subject) for issue in issues] == [("unit_variants", "市发展和改革局")]
    assert plan.cover is not None
    assert plan.cover.letterhead == "栖霞市人民政府办公室文件"
    assert plan.addressees == ("各镇人民政府、街道办事处", "市政府各部门", "有关单位")
    broken = measure(plan, "一", "二")
    assert broken.lines == (27, 29)
    assert "政府机关拖欠" in broken.text
    assert broken.units("responsible_units")[-1] == "市司法局"
    own_line = measure(plan, "二", "十二")
    assert own_line.lines == (59, 61)
    assert len(own_line.units("responsible_units")) == 8
    half_width = measure(plan, "三", "二十六")
    assert half_width.heading == "加强知识产权保护运用"
    assert half_width.units("responsible_units") == ("市市场监督管理局", "市司法局", "市法院")
    assert measure(plan, "三", "二十五").units("responsible_units")[-1] == "市水务局"
    assert measure(plan, "四", "三十二").assignments == ()
    assert len(plan.measures) == 32
