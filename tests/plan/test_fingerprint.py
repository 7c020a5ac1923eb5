"""Fingerprints: the same for the same words, another for others."""

from hypothesis import given
from hypothesis import strategies as st

from editor.plan.fingerprint import fingerprint


def test_the_mark_never_changes() -> None:
    assert fingerprint("推行材料共享。") == "2e12e2fa42b032b1"


def test_blanks_and_widths_do_not_matter() -> None:
    assert (
        fingerprint("到 2026年,\n办结(全部)")
        == fingerprint("到2026年，办结（全部）")
        == fingerprint("到２０２６年，办结（全部）")
    )


@given(first=st.text("甲乙123。", max_size=6), second=st.text("甲乙123。", max_size=6))
def test_other_words_have_another_mark(first: str, second: str) -> None:
    assert (fingerprint(first) == fingerprint(second)) == (first == second)
