"""No character of a source is lost, doubled or made up, whatever the source holds."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.plan.characters import count_characters, is_han
from editor.plan.plans import Cover, Plan
from editor.plan.text_deadlines import deadlines_in
from editor.reading import read_plan
from editor.reading.lines import Line
from editor.reading.readers.text import text_lines
from editor.reading.recognition import recognize

LINES = (
    "", " ", "示范县人民政府办公室", "示范县人民政府办公室文件", "示政办发〔2025〕3号", "2025年6月30日", "（此件公开发布）",
    "各镇人民政府，县政府各部门：", "现将方案印发给你们，请认真贯彻执行。", "示范县优化服务实施方案", "关于优化服务的", "实施意见",
    "为优化服务，制定本方案。", "一、总体要求", "二、主要任务", "（一）完善服务体系。推行集成服务。", "（二）提升效率",
    "1.完善窗口服务。设立专窗。（责任单位：甲局、乙局）", "2.压缩时限。实行限时办结，逐步缩短", "3.推广网办。上线平台。（牵头单位：甲局（丙局）；责任单位：乙局；完成时限：2025年9月底）4.完善制度。健全机制。",
    "4.时间并按要求公开办理结果，接受社会监督，力争即时办结。(责任单位:甲局;已完成,持续推进)", "（1）建立台账。逐项销号。", "（责任单位：甲局）",
    "责任领导：张某；指标牵头单位：甲局", "服务满意度", "继续推进各项工作。", "持续开展评估，", "附件：任务清单", "附件", "1.任务分工表",
    "评论", "发布日期：2025-06-30", "— 3 —", "第 2 页", "抄送：县委办公室。", "５．完善台账", "①逐项办理", "（未闭合的括号", "多余）的括号",
    "6.完善网点。2026年6月底前完成3个，在年底前完成改造的项目另行奖补；到2027年，实现全覆盖。（甲局牵头，乙局配合，2026年9月底前完成）",
    "（三）推进网办。自印发之日起一个月内制定细则。（2026年底前完成）", "以上任务未明确时限的，均于2026年12月底前完成。", "牵头单位：甲局", "完成时限：2026年9月底前",
    "第一章 总则", "第一条 为优化服务，制定本办法。", "第二条 各单位履行下列职责：", "【教育】新建学校10所。（牵头单位：甲局）", "序号\t任务\t责任单位\t时限", "序号\n任务\n责任单位\n1\n设立专窗\n甲局", "000012", "1 推进窗口建设。设立专窗。", "2 压缩时限。限时办结。", "特急", "文件", "示范县财政局", "1\t设立专窗\t甲局\t年底前",
    "7．强化支撑.（1）办好学校。扩容学位。（教育局）（2）发展培训。产教融合。（教育局）", "（ 四 ） 严 控 发 文 数 量 。 同 比 只 减 不 增 。", "1.1耕地机械", "1.2旋耕机",
    "附件：1.任务清单", "2.联络表", "示范市人民政府办公室关于做好工作的通知", "图解：优化服务方案", "。接上行", "（五）完善服务（责任单位：丙局）",
    "\ue004符号", "<script>", "10.5万元", "省A、B等负责", "（甲局、乙局等负责）", "第（一）条与第（二）条不叠加。",
)  # fmt: skip
LOOSE_ALPHABET = "一二甲乙局厅，。；：、（）()1234.:;,《》“” \t\f〔〕号年月日附件责任单位牵头"
LOOSE = st.text(alphabet=LOOSE_ALPHABET, max_size=30)
SOURCES = st.lists(st.one_of(st.sampled_from(LINES), LOOSE), max_size=30)


SWALLOWED = "年月日附件"
"""Characters of dates and of 附件：, which a plan holds as values."""


def han(text: str) -> Counter[str]:
    """The Han characters of a text, those that a plan holds as values left out."""
    return Counter(character for character in text if is_han(character) and character not in SWALLOWED)


def held(plan: Plan) -> Counter[str]:
    """The Han characters of everything a plan holds, set-aside text included."""
    cover = plan.cover or Cover()
    parts = [
        *(cover.letterhead, cover.title, cover.text, cover.classification, cover.urgency),
        *cover.attachments,
        plan.title,
        plan.document_number or "",
        *plan.issuers,
        *plan.addressees,
        plan.annotation or "",
        plan.opening,
        *(block.original for block in plan.body),
        plan.closing,
        *plan.attachment_note,
        *(part.text for part in plan.set_aside),
    ]
    return sum((han(part) for part in parts), Counter())


def assert_accounted(plan: Plan, source: str) -> None:
    assert plan.characters is not None
    assert plan.characters.read == count_characters(source)
    assert plan.characters.read == plan.characters.placed + plan.characters.set_aside
    assert plan.characters.set_aside == sum(count_characters(part.text) for part in plan.set_aside)
    assert held(plan) == han(source)


@settings(max_examples=300)
@given(SOURCES)
def test_every_character_of_a_dirty_text_is_placed_or_set_aside(lines: list[str]) -> None:
    source = "\n".join(lines)
    assert_accounted(recognize(text_lines(source)).plan, source)


@settings(max_examples=100)
@given(SOURCES)
def test_deadlines_told_in_the_text_take_nothing_out_of_it(lines: list[str]) -> None:
    for measure in recognize(text_lines("\n".join(lines))).plan.measures:
        for deadline in deadlines_in(measure.text):
            assert deadline.text in measure.text
            assert not set(han(deadline.text)) - set(han(measure.original))


@settings(max_examples=40)
@given(
    st.text(alphabet=LOOSE_ALPHABET, min_size=400, max_size=900),
    st.lists(st.sampled_from(LINES[2:]), min_size=8),
)
def test_a_document_in_one_line_loses_nothing(loose: str, lines: list[str]) -> None:
    source = "".join((*lines, loose, *lines)).replace("\n", "")
    assert_accounted(recognize(text_lines(source)).plan, source)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(LINES[2:]), min_size=12, max_size=60), st.integers(8, 30))
def test_hard_line_breaks_lose_nothing(lines: list[str], column: int) -> None:
    text = "".join(lines)
    source = "\n\n".join(text[start : start + column] for start in range(0, len(text), column))
    assert_accounted(recognize(text_lines(source)).plan, source)


@given(st.text())
def test_any_text_gives_a_plan(source: str) -> None:
    plan = recognize(text_lines(source)).plan
    assert plan.characters is not None
    assert plan.characters.read == plan.characters.placed + plan.characters.set_aside


@given(
    st.lists(
        st.builds(
            Line,
            number=st.integers(1, 99),
            text=st.sampled_from(LINES),
            aside=st.sampled_from([None, "footnote"]),
        )
    )
)
def test_lines_in_any_order_give_a_plan(lines: list[Line]) -> None:
    plan = recognize(lines).plan
    assert held(plan) == sum((han(line.text) for line in lines), han(""))


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_every_character_of_the_real_plans_is_placed_or_set_aside(corpus: Path, suffix: str) -> None:
    files = sorted(corpus.glob(f"*{suffix}"))
    assert files
    for file in files:
        plan = read_plan(file).plan
        source = file.read_text(encoding="utf-8") if suffix == ".txt" else ""
        if source:
            assert_accounted(plan, source)
        assert plan.characters.read == plan.characters.placed + plan.characters.set_aside
