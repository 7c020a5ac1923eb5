"""Suggested reasons: with their ground, for what was left out only, and never set."""

import pytest
from msgspec.structs import replace

from editor.drafting import coverage, suggestions
from editor.drafting.commands import Adopt, Decline, SetText
from editor.drafting.suggestions import ground_for
from editor.plan.project import Project


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("推动修订《示范省公共设施管护办法》。", "推动修订《示范省公共设施管护办法》"),
        ("修订《示范省数字乡村促进条例》，加强宣传。", "修订《示范省数字乡村促进条例》"),
        ("升级省级公共数据平台。", "省级"),
        ("各市在3月底前制定措施，省财政给予支持。", "各市、省财政"),
        ("建立健全市场监管机制。", None),
        ("落实《示范省数字乡村促进条例》。", None),
        ("办理更省时、更省心。", None),
    ],
)
def test_words_of_the_superior_level_are_the_ground(text: str, ground: str | None) -> None:
    assert ground_for(text) == ground


def test_only_what_was_left_out_without_a_reason_is_suggested(project: Project) -> None:
    adopted = Adopt("parent1", ("m1",)).apply(project)
    (measure,) = adopted.local.measures
    shorter = SetText(measure.id, "压减证明。").apply(adopted)
    found = [each for each in suggestions(coverage(shorter)) if each.plan == "parent1"]
    assert [(each.parent, each.sentence, each.reason, each.ground) for each in found] == [
        ("m1", 1, "省级事权", "全省"),
        ("m5", 1, "省级事权", "各市"),
    ]
    assert shorter.decisions == ()
    refused = Decline("parent1", ("m1",), "已完成", sentence=1).apply(shorter)
    assert [each.parent for each in suggestions(coverage(refused)) if each.plan == "parent1"] == ["m5"]
    without = replace(shorter, parents=())
    assert suggestions(coverage(without)) == ()
