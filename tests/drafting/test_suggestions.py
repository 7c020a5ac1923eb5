"""Reasons offered for not adopting a sentence, with the words they rest on."""

import pytest

from editor.drafting.commands import Decline
from editor.drafting.suggestions import Suggestion, suggest, suggestions
from editor.plan.project import Project


@pytest.mark.parametrize(
    ("sentence", "reason", "ground"),
    [
        ("建立省级数据目录。", "省级事权", "省级"),
        ("在全省推行，省直部门先行。", "省级事权", "全省、省直"),
        ("各市制定实施细则。", "市级事权", "各市"),
        ("省级统筹，各市落实。", "省级事权", "省级"),
        ("修订《示范省营商环境条例》。", "省级事权", "修订《示范省营商环境条例》"),
        ("推动制定出台《示范省数据管理办法》。", "省级事权", "制定出台《示范省数据管理办法》"),
    ],
)
def test_words_of_the_upper_level_suggest_a_reason(sentence: str, reason: str, ground: str) -> None:
    assert suggest(sentence) == Suggestion(reason=reason, ground=ground)


@pytest.mark.parametrize(
    "sentence",
    [
        "压缩办理时限。",
        "健全省时省力的流程。",
        "落实《示范省级财政管理办法》要求。",
        "完善各市场主体名录。",
        "",
    ],
)
def test_other_sentences_suggest_nothing(sentence: str) -> None:
    assert suggest(sentence) is None


def test_suggestions_name_their_sentence_and_decide_nothing(project: Project) -> None:
    found = [(s.plan, s.parent, s.sentence, s.suggestion.ground) for s in suggestions(project)]
    assert found == [("parent1", "m1", 1, "全省"), ("parent1", "m5", 1, "各市")]
    assert not project.decisions
    decided = Decline("parent1", ("m5",), "市级事权").apply(project)
    assert len(suggestions(decided)) == 2
