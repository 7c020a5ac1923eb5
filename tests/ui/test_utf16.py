"""Positions in Qt's UTF-16 units and in Python's characters."""

from hypothesis import given
from hypothesis import strategies as st

from editor.ui.base.utf16 import from_qt, merged, replacement, to_qt

TEXTS = st.text(alphabet="a中𠮷林😀。", max_size=12)


@given(TEXTS)
def test_every_place_goes_there_and_back(text: str) -> None:
    for place in range(len(text) + 1):
        units = to_qt(text, place)
        assert units == len(text[:place].encode("utf-16-le")) // 2
        assert from_qt(text, units) == place


def test_a_place_inside_a_rare_character_is_that_character() -> None:
    assert from_qt("𠮷林", 1) == 0
    assert from_qt("𠮷林", 2) == 1


@given(TEXTS, TEXTS)
def test_replacing_the_span_gives_the_new_text(old: str, new: str) -> None:
    change = replacement(old, new)
    assert old[: change.start] + change.text + old[change.end :] == new


@given(TEXTS, TEXTS, TEXTS)
def test_only_what_differs_is_replaced(before: str, middle: str, after: str) -> None:
    change = replacement(before + after, before + middle + after)
    assert change.end == change.start
    assert len(change.text) == len(middle)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_two_changes_of_a_text_both_stay(before: str, after: str, typed: str, other: str) -> None:
    old = f"{before}|{after}"
    assert (
        merged(old, f"{before}{typed}|{after}", f"{before}|{after}{other}")
        == f"{before}{typed}|{after}{other}"
    )
    assert (
        merged(old, f"{before}|{after}{typed}", f"{other}{before}|{after}")
        == f"{other}{before}|{after}{typed}"
    )


@given(TEXTS, TEXTS, TEXTS)
def test_what_was_typed_stays_whatever_became_of_its_surroundings(old: str, typed: str, other: str) -> None:
    assert merged(old, typed, old) == typed
    assert merged(old, old, other) == other
    mine = replacement(old, typed)
    assert mine.text in merged(old, typed, other)
