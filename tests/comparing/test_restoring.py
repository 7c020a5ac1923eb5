"""Dropped words of the parent go back to where they belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.comparing.restoring import restoration

SENTENCES = ("推行材料共享", "压减各类证明", "设立服务站点", "公布办事指南", "开展业务培训")


@pytest.mark.parametrize(
    ("parent", "local", "words", "restored"),
    [
        (
            "推行共享。压减证明。设立站点。",
            "推行共享。设立站点。",
            "压减证明。",
            "推行共享。压减证明。设立站点。",
        ),
        ("推行共享。压减证明。设立站点。", "推行共享。", "设立站点。", "推行共享。设立站点。"),
        ("推行共享。压减证明。设立站点。", "设立站点。", "推行共享。", "推行共享。设立站点。"),
        ("推行材料共享，压减证明。", "推行材料共享。", "压减证明。", "推行材料共享，压减证明。"),
        ("推行材料共享，压减证明。", "压减证明。", "推行材料共享，", "推行材料共享，压减证明。"),
        (
            "推行共享。压减证明。设立站点。",
            "推行共享。表彰先进。设立站点。",
            "压减证明。",
            "推行共享。压减证明。表彰先进。设立站点。",
        ),
        ("推行共享。压减证明。", "", "压减证明。", "压减证明。"),
        ("减少材料20件，压缩时限。", "压缩时限。", "减少材料20件，压缩时限。", "减少材料20件，压缩时限。"),
    ],
)
def test_words_go_back_to_their_place(parent: str, local: str, words: str, restored: str) -> None:
    start = parent.index(words)
    insertion = restoration(parent, local, start, start + len(words))
    assert insertion is not None
    assert insertion.into(local) == restored


def test_what_is_there_is_not_put_in_twice() -> None:
    assert restoration("推行共享。压减证明。", "推行共享。压减证明。", 5, 10) is None


@given(st.sets(st.sampled_from(SENTENCES), min_size=1), st.booleans(), st.data())
def test_sentences_dropped_one_after_another_come_back_in_order(
    kept: set[str], has_own: bool, data: st.DataObject
) -> None:
    parent = "".join(f"{sentence}。" for sentence in SENTENCES)
    local = "".join(f"{sentence}。" for sentence in SENTENCES if sentence in kept)
    local += "表彰先进个人。" if has_own else ""
    for sentence in data.draw(st.permutations([s for s in SENTENCES if s not in kept])):
        start = parent.index(sentence)
        insertion = restoration(parent, local, start, start + len(sentence) + 1)
        assert insertion is not None
        local = insertion.into(local)
    assert local == parent + ("表彰先进个人。" if has_own else "")
