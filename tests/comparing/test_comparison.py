import msgspec
import pytest

from editor.comparing import compare_plans, diff
from editor.comparing.relations import relation
from editor.plan.plans import Plan
from tests.comparing.made_up import HEALTH, SCHOOL, TAX, TRADE, WASTE, plan

PARENT = plan("p", HEALTH, SCHOOL, TRADE, TAX)
LOCAL = plan(
    "l",
    HEALTH,
    ("完善教育服务", "推行幼儿园线上报名。2026年年底前新增托位300个。"),
    (TAX[0], TAX[1].replace("3个工作日", "30个工作日")),
    WASTE,
)
COMPARISON = compare_plans([PARENT], LOCAL)


def test_every_local_measure_has_a_pair_and_every_parent_a_place() -> None:
    assert [pair.local for pair in COMPARISON.pairs] == ["l-m1", "l-m2", "l-m3", "l-m4"]
    assert [parent.id for parent in COMPARISON.unmatched_parents] == ["p-m3"]
    assert COMPARISON.summary.measures == {"verbatim": 1, "adapted": 2, "new": 1}


def test_sentences_are_all_of_the_parent() -> None:
    for measure in PARENT.measures:
        texts = [fate.text for fate in COMPARISON.sentences if fate.parent == measure.id]
        assert "".join(texts) == measure.wording
    dropped = [
        fate.text for fate in COMPARISON.sentences if fate.parent == "p-m2" and fate.status == "dropped"
    ]
    assert dropped == ["建设课后托管教室，招募大学生志愿辅导员。"]
    kept = next(fate for fate in COMPARISON.sentences if fate.text == "推行幼儿园线上报名。")
    assert (kept.parent_number, kept.status, kept.local) == ("2", "kept", "l-m2")


def test_figures_tell_where_they_were_and_what_they_become() -> None:
    told = {(f.parent_number, f.text, f.change, f.becomes, f.local_number) for f in COMPARISON.figures}
    assert told == {
        ("2", "2025年年底前", "changed", "2026年年底前", "2"),
        ("2", "300个", "kept", None, "2"),
        ("3", "20个海外仓", "dropped", None, None),
        ("4", "3个工作日内", "changed", "30个工作日内", "3"),
    }


def test_differences_rejoin_to_the_measures() -> None:
    for difference in COMPARISON.diffs:
        old = "".join(span.text for span in difference.ops if span.op in "=-<")
        new = "".join(span.text for span in difference.ops if span.op in "=+>")
        assert old == "".join(PARENT.measure(id).wording for id in difference.parents)
        assert new == LOCAL.measure(difference.local).wording


def test_the_comparison_is_encoded_under_the_names_of_the_contract() -> None:
    form = msgspec.to_builtins(COMPARISON)
    assert set(form) == {"pairs", "unmatched_parents", "sentences", "figures", "diffs", "summary"}
    assert form["diffs"][0]["ops"][0] == ("=", HEALTH[0] + "。" + HEALTH[1])


def test_merged_parents_keep_their_sentences_apart() -> None:
    local = plan("l", HEALTH, (SCHOOL[0], SCHOOL[1] + TRADE[1]), TAX)
    comparison = compare_plans([PARENT], local)
    assert comparison.unmatched_parents == ()
    assert {fate.change for fate in comparison.figures} == {"kept"}
    third = [fate for fate in comparison.sentences if fate.parent == "p-m3"]
    assert "".join(fate.text for fate in third) == PARENT.measures[2].wording
    assert {fate.local for fate in third if fate.status == "kept"} == {"l-m2"}


def test_the_copied_share_counts_the_local_text() -> None:
    assert compare_plans([PARENT], PARENT).summary.copied_share == 1.0
    assert compare_plans([PARENT], plan("l", WASTE)).summary.copied_share == 0.0
    assert compare_plans([PARENT], Plan(id="l")).summary.copied_share == 0.0


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("推进全省试点。", "推进全省试点。", "verbatim"),
        ("推进试点,落实责任。", "推进试点，落实责任。", "verbatim"),
        ("在全省推进试点。", "在全县推进试点。", "localized"),
        ("由示范省教育厅负责试点工作。", "由示范县教育局负责试点工作。", "localized"),
        ("依托示范通平台开展试点工作。", "依托幸福码平台开展试点工作。", "localized"),
        ("3天内推进全部试点工作。", "5天内推进全部试点工作。", "adapted"),
        ("各部门应当公开办理结果。", "各部门可以公开办理结果。", "adapted"),
        ("开展垃圾分类。", "推广电子发票", "adapted"),
        ("", "推广电子发票。", "new"),
    ],
)
def test_relations(old: str, new: str, expected: str) -> None:
    names = ("示范通", "幸福码")
    assert relation(diff(old, new, names), names) == expected
