"""Edits: listed, paired where words were moved, undone one by one."""

from hypothesis import given
from hypothesis import strategies as st

from editor.comparing import Span, diff
from editor.comparing.edits import edits, partners, undo

TEXTS = st.text("全省县推行材料共享，压减证明。30日", max_size=30)
MOVED = (
    Span("=", "先行。"),
    Span("<", "建立台账。"),
    Span("=", "推行共享。"),
    Span("-", "压减证明。"),
    Span(">", "建立台账。"),
    Span("+", "补充一句。"),
)


@given(TEXTS, TEXTS)
def test_all_undone_is_the_old_wording_and_none_the_new(old: str, new: str) -> None:
    spans = diff(old, new)
    found = edits(spans)
    assert undo(spans, range(len(found))) == old
    assert undo(spans, ()) == new
    for edit in found:
        assert old[edit.old_place :].startswith(edit.old)
        assert new[edit.new_place :].startswith(edit.new)
        assert edit.old or edit.new


def test_one_is_undone_and_the_others_stay() -> None:
    spans = diff("在全省推行共享，压减证明20件。", "在全县推行共享，压减证明10件。")
    assert [(edit.old, edit.new) for edit in edits(spans)] == [("全省", "全县"), ("20件", "10件")]
    assert undo(spans, [1]) == "在全县推行共享，压减证明20件。"


def test_both_ends_of_a_move_know_each_other_and_are_undone_together() -> None:
    found = edits(MOVED)
    assert [(edit.old, edit.new, edit.is_move) for edit in found] == [
        ("建立台账。", "", True),
        ("压减证明。", "", False),
        ("", "建立台账。", True),
        ("", "补充一句。", False),
    ]
    assert partners(found) == {0: 2, 2: 0}
    for end in (0, 2):
        assert undo(MOVED, [end]) == "先行。建立台账。推行共享。补充一句。"
