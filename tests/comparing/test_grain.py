"""The grains of a difference: characters, words, clauses, sentences."""

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.comparing import Grain, diff
from editor.comparing.tokens import tokenize
from tests.comparing.made_up import texts

GRAINS: tuple[Grain, ...] = get_args(Grain)
OLD = "压减证明材料，办理时限缩短到3个工作日。开设老年人窗口，安排专人值守。"
NEW = "压减证明材料，办理时限缩短到30个工作日。开设老年人窗口，安排志愿者值守。"


@pytest.mark.parametrize(
    ("grain", "gone"),
    [
        ("character", ["专人"]),
        ("word", ["3个工作日", "专人"]),
        ("clause", ["办理时限缩短到3个工作日。", "安排专人值守。"]),
        ("sentence", [OLD]),
    ],
)
def test_what_changes_does_so_as_a_whole(grain: Grain, gone: list[str]) -> None:
    assert [span.text for span in diff(OLD, NEW, grain=grain) if span.op == "-"] == gone


def test_the_grain_of_a_word_is_the_default() -> None:
    assert diff(OLD, NEW) == diff(OLD, NEW, grain="word")


@given(st.sampled_from(GRAINS), texts, texts, texts)
@example("clause", "推进推进/;Ａ+00/;推进推进推进推进", "", "推进推进推进推进")
def test_spans_rejoin_by_every_grain(grain: Grain, shared: str, old: str, new: str) -> None:
    old, new = f"{shared}。{old}", f"{new}。{shared}"
    spans = diff(old, new, grain=grain)
    assert "".join(span.text for span in spans if span.op in "=-<") == old
    assert "".join(span.text for span in spans if span.op in "=+>") == new


@given(st.sampled_from(GRAINS), texts)
def test_pieces_cover_the_text_by_every_grain(grain: Grain, text: str) -> None:
    tokens = tokenize(text, grain=grain)
    assert "".join(tokens.keys) == tokens.text
    assert len(tokens.keys) == len(tokens.bounds) - 1
