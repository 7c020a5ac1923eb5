import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.plan.characters import count_characters, official, official_widths, tidy_blanks

MIXED = st.text(alphabet="甲乙，。（）《》“”ab12 ,.;:?!()<>％１Ａ\n", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各镇,县政府:", "各镇，县政府："),
        ("改革(试行);推进", "改革（试行）；推进"),
        ("价格(FTP)机制", "价格（FTP）机制"),
        ("达到90%,同比增长", "达到90%，同比增长"),
        ("床位1:0.54,每万人2.09名", "床位1:0.54，每万人2.09名"),
        ("于10:30开始,共1,000元", "于10:30开始，共1,000元"),
        ("见http://a.example:80/b", "见http://a.example:80/b"),
        ("f(x), g(y)", "f(x), g(y)"),
        ("《印发<方案>的通知》和a<b>c", "《印发〈方案〉的通知》和a<b>c"),
        ("示发〔2025〕1号", "示发〔2025〕1号"),
        ("２０２５年Ａ级", "2025年A级"),
        ("(未闭合", "（未闭合"),
        ("何时?马上!", "何时？马上！"),
    ],
)
def test_official_widths(text: str, expected: str) -> None:
    assert official_widths(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020 年底前,减至 5 个", "2020年底前,减至5个"),
        ("发放 UKey 。", "发放UKey。"),
        ("双随机 一公开", "双随机 一公开"),
        ("use  the web", "use the web"),
        (" 甲\n", "甲"),
    ],
)
def test_blanks_beside_chinese_go(text: str, expected: str) -> None:
    assert tidy_blanks(text) == expected


@given(MIXED)
def test_one_character_stands_for_one_and_a_second_time_changes_nothing(text: str) -> None:
    once = official_widths(text)
    assert len(once) == len(text)
    assert official_widths(once) == once


@given(MIXED)
def test_no_character_is_lost(text: str) -> None:
    assert count_characters(official(text)) == count_characters(text)
    assert official(official(text)) == official(text)
