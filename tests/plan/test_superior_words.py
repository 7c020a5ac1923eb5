"""Words of the upper level: finding and replacing them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.plan.locality import Locality
from editor.plan.quotations import unquoted
from editor.plan.superior_words import find_places, find_words, replace_word, words_of

WORDS = words_of(Locality(superior_words=(("全省", "全县"), ("省政府", "县政府"), ("", "无"), ("全市", ""))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("在全省推行，由省政府统筹，全省联动。", ("全省", "省政府")),
        ("落实《全省办法》和“全省通办”。", ()),
        ("《落实〈全省办法〉的全省意见》，全省", ("全省",)),
        ("健全市场体系，健全省力机制，委托", ()),
        ("未闭合的“全省引文", ("全省",)),
        ("各县（市、区）落实", ("各县（市、区）",)),
        ("", ()),
    ],
)
def test_words_outside_titles_and_quotations(text: str, words: tuple[str, ...]) -> None:
    assert find_words(text, WORDS) == words


def test_replacing_leaves_titles_and_quotations() -> None:
    text = "全省落实《全省办法》，全省一盘棋。"
    assert replace_word(text, "全省", WORDS) == "全县落实《全省办法》，全县一盘棋。"


@given(text=st.text("全省市场《》“”〈〉，", max_size=20))
def test_a_replaced_word_is_not_found_again(text: str) -> None:
    assert len(unquoted(text)) == len(text)
    assert "全省" not in find_words(replace_word(text, "全省", WORDS), WORDS)


def test_without_words_nothing_is_found() -> None:
    assert find_words("全省推行。", {}) == ()
    assert list(find_places("全省推行。", {})) == []
