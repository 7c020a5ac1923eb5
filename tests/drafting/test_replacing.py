"""Finding and replacing words: nothing but what was asked for, whole names and titles kept, one step."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.drafting import Session
from editor.drafting.commands import AddMeasure, AddSection, Replace, SetDetail, SetText
from editor.drafting.replacing import found_in, of_unit, unit_names, worded_for_us
from editor.errors import CommandProblem
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit
from editor.plan.searching import find_spans, folded, name_cut

NAMES = ("公安局", "县公安局", "市场监管局")


@pytest.fixture
def draft(project: Project) -> Project:
    for command in (
        AddMeasure(None, 3, "延长服务", "落实《公安局服务办法》，材料20件。"),
        AddMeasure(None, 3, "简化手续", "县公安局减少材料２０件，公安局牵头。"),
        AddSection(None, 1, "方便群众（一）"),
        SetDetail("title", "示范县方便群众方案"),
    ):
        project = command.apply(project)
    return project


def found(project: Project, wanted: str, new: str = "", *, any_width: bool = True):
    return tuple(found_in(project.local, wanted, new, names=NAMES, any_width=any_width))


def test_every_place_is_found_in_headings_and_texts(draft: Project) -> None:
    fields = [(hit.place.block, hit.place.field) for hit in found(draft, "方便群众")]
    assert fields == [(None, "title"), ("s3", "heading")]
    assert [hit.start for hit in found(draft, "公安局")] == [1, 12, 3]


def test_widths_are_alike_where_that_is_wanted(draft: Project) -> None:
    assert [hit.old for hit in found(draft, "20")] == ["２０", "20"]
    assert [hit.old for hit in found(draft, "20", any_width=False)] == ["20"]
    assert [hit.old for hit in found(draft, "(一)")] == ["（一）"]


def test_cut_names_and_quoted_titles_are_warned_of(draft: Project) -> None:
    cut, whole, quoted = found(draft, "公安局")
    assert "县公安局" in cut.warning
    assert whole.warning == ""
    assert "《公安局服务办法》" in quoted.warning


def test_a_whole_title_may_be_replaced(draft: Project) -> None:
    assert [hit.warning for hit in found(draft, "《公安局服务办法》")] == [""]


def test_chosen_places_are_replaced_as_one_step(draft: Project) -> None:
    session = Session(draft)
    first, _second, third = found(draft, "公安局", "警务处")
    session.do(Replace("Replace 公安局", (third, first)))
    assert [m.text for m in session.project.local.measures] == [
        "县警务处减少材料２０件，公安局牵头。",
        "落实《警务处服务办法》，材料20件。",
    ]
    assert session.undo_label == "Replace 公安局"
    session.undo()
    assert session.project == draft


def test_several_places_of_one_text(draft: Project) -> None:
    places = tuple(found_in(draft.local, "材料", "证明文件"))
    changed = Replace("x", places).apply(draft)
    assert [m.text.count("证明文件") for m in changed.local.measures] == [1, 1]
    assert "材料" not in "".join(m.text for m in changed.local.measures)


def test_details_of_the_plan_are_replaced_too(draft: Project) -> None:
    draft = replace(draft, notice=replace(draft.notice, title="关于印发《示范县方便群众方案》的通知"))
    changed = Replace("x", found(draft, "方便群众", "便民")[:1]).apply(draft)
    assert changed.local.title == "示范县便民方案"


def test_nothing_is_replaced_in_a_text_that_changed(draft: Project) -> None:
    places = found(draft, "公安局", "警务处")
    changed = SetText(draft.local.measures[0].id, "另写。").apply(draft)
    with pytest.raises(CommandProblem):
        Replace("x", places).apply(changed)


@given(st.text("ａA，,1１公安局“”\u3000 ", max_size=30), st.text("aA，,１公安", min_size=1, max_size=3))
def test_what_is_found_is_there(text: str, wanted: str) -> None:
    assert len(folded(text)) == len(text)
    spans = list(find_spans(text, wanted))
    assert all(folded(text[a:b]) == folded(wanted) for a, b in spans)
    assert all(b <= c for (_a, b), (c, _d) in pairwise(spans))
    assert bool(spans) == (folded(wanted) in folded(text))


def test_a_name_is_cut_only_by_a_part_of_it() -> None:
    text = "由县公安局负责"
    assert name_cut(text, 2, 5, NAMES) == "县公安局"
    assert name_cut(text, 1, 5, NAMES) == ""
    assert name_cut(text, 0, 5, NAMES) == ""
    assert name_cut(text, 0, 3, NAMES) == "县公安局"


RULES = {
    "我省": "我县",
    "全省": "全县",
    "各市": "各镇街",
    "省财政": "县财政",
    "省政府": "县政府",
    "省委": "县委",
    "省级": "",
}


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("全省推进，各市落实。", "全县推进，各镇街落实。"),
        ("按照《全省服务办法》，全省推进。", "按照《全省服务办法》，全县推进。"),
        ("“全省一网”在我省推开。", "“全省一网”在我县推开。"),
        ("省财政厅会同省政府办公厅，由省财政安排。", "省财政厅会同省政府办公厅，由县财政安排。"),
        ("报省政府，省委组织部备案。", "报县政府，省委组织部备案。"),
        ("示政全省发〔2026〕3号", "示政全省发〔2026〕3号"),
        ("健全市场，省级负责。", "健全市场，省级负责。"),
        ("全省就业服务局做好全省服务。", "全省就业服务局做好全县服务。"),
    ],
)
def test_rules_touch_no_title_and_no_name(text: str, becomes: str) -> None:
    roster = Roster(units=(Unit(name="全省就业服务局"),))
    draft = AddMeasure(None, 3, "事", text).apply(Project(local=Plan(id="local"), roster=roster))
    changed = Replace("x", worded_for_us(draft, RULES)).apply(draft)
    assert changed.local.measures[0].text == becomes


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("全省推进，进度走在全省前列。", [False, True]),
        ("力争在全省率先建成。", [True]),
        ("高于全省平均水平。", [True]),
        ("位居全省第一方阵。", [True]),
        ("贯彻党中央、国务院和省委、省政府部署。", [True, True]),
        ("报省政府同意。", [False]),
        ("全省服务能力提升。", [False]),
    ],
)
def test_a_word_that_may_mean_the_upper_level_itself_is_warned_of(text: str, warned: list[bool]) -> None:
    draft = AddMeasure(None, 3, "事", text).apply(Project(local=Plan(id="local")))
    assert [bool(each.warning) for each in worded_for_us(draft, RULES)] == warned


def test_a_units_name_is_found_whole(draft: Project) -> None:
    roster = Roster(units=(Unit(name="示范县公安局", short="公安局", aliases=("县公安局",)),))
    draft = replace(draft, roster=roster)
    assert unit_names(roster) == ("公安局", "示范县公安局", "县公安局")
    hits = of_unit(draft, "公安局", "警务局")
    assert [(hit.start, bool(hit.warning)) for hit in hits] == [(12, False), (3, True)]
