"""The real PDFs, read: what the corpus README counted by hand, and details looked up on the pages."""

from collections import Counter
from pathlib import Path

import pytest

from editor.errors import FileProblem
from editor.plan.measures import Section
from editor.plan.plans import Plan
from editor.reading import read_plan
from editor.reading.readers.formats import extract


def levels(plan: Plan) -> tuple[int, ...]:
    counts = Counter(block.level for block in (*plan.sections, *plan.measures) if block.number)
    return tuple(counts[level] for level in range(1, 5))


def under(plan: Plan, section: str) -> list[str]:
    """The headings right below the section of level 1 with this number."""
    found = [
        block
        for around, block in plan.nested()
        if around
        and around[0].number == section
        and not isinstance(block, Section)
        and hasattr(block, "heading")
    ]
    return [block.heading for block in found]


def test_hainan(corpus: Path) -> None:
    reading = read_plan(corpus / "hainan_2024_nongji.pdf")
    plan = reading.plan
    assert levels(plan) == (7, 25, 5, 0)
    assert plan.title.startswith("2024—2026年海南省")
    assert plan.title.endswith("补贴实施方案")
    assert len(plan.title) == 26
    assert (plan.document_number, plan.date) == (None, "2024-07-01")
    assert plan.issuers == ("海南省农业农村厅", "海南省财政厅")
    assert (len(plan.addressees), plan.annotation) == (1, "此件主动公开")
    assert plan.cover.title.startswith("海南省农业农村厅")
    assert sum(bool(measure.assignments) for measure in plan.measures) == 0
    assert under(plan, "四") == ["补贴对象", "组织分档测算", "补贴额测算比例", "单机补贴限额"]
    assert len(under(plan, "六")) == 9
    assert plan.sections[-1].heading == "实施要求"
    assert plan.measures[-1].heading == "加强监管，严惩违规"
    assert plan.measures[-1].text[-1] in "。）"
    assert {part.reason for part in plan.set_aside} >= {"annex"}
    assert plan.characters.read == plan.characters.placed + plan.characters.set_aside


def test_ndrc(corpus: Path) -> None:
    reading = read_plan(corpus / "govdoc_cn_397_ndrc_2019.pdf")
    plan = reading.plan
    assert levels(plan) == (5, 9, 0, 0)
    assert plan.title == "关于加强个人所得税纳税信用建设的通知"
    assert plan.document_number == "发改办财金规〔2019〕860号"
    assert plan.issuers == ("国家发展改革委办公厅", "税务总局办公厅")
    assert (plan.date, len(plan.addressees)) == ("2019-08-20", 3)
    assert [part.reason for part in plan.set_aside].count("page_number") == 5
    assert plan.measures[0].heading.endswith("申报信用承诺制")
    assert plan.measures[1].heading == "建立健全个人所得税纳税信用记录"
    assert plan.measures[1].text.startswith("税务总局以自然人纳税人识别号为")
    assert "—" not in plan.measures[1].text
    assert plan.measures[-1].heading == "加强纳税人诚信教育"
    assert under(plan, "三")[1].endswith("实施联合惩戒")
    assert reading.issues == ()
    assert plan.characters.read == plan.characters.placed + plan.characters.set_aside


def test_a_page_break_inside_a_sentence_leaves_no_trace(corpus: Path) -> None:
    lines = extract((corpus / "govdoc_cn_397_ndrc_2019.pdf").read_bytes(), "a.pdf").lines
    firsts = [next(line for line in lines if line.page == page and not line.aside) for page in range(2, 6)]
    assert all(line.continues for line in firsts)


def test_the_scan_is_told(corpus: Path) -> None:
    with pytest.raises(FileProblem, match=r"is a scan: pages 1–8 of 8 hold no text"):
        read_plan(corpus / "moa_2025_youji_youbu_scan.pdf")
