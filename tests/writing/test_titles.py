import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.writing.base.characters import width
from editor.writing.elements.titles import break_title, is_good_shape

TITLES = [
    "示范县人民政府办公室关于印发示范县深化营商环境改革创新实施方案的通知",
    "示范县人民政府办公室关于印发《示范县深化营商环境改革创新实施方案》的通知",
    "关于聚力推进“民生有感·企业有为·政务有效”服务品牌深化营商环境改革创新的实施方案",
    "示范县2026年推动经济高质量发展若干政策措施的通知",
    "示范县人民政府关于公布2026年度第三批行政规范性文件清理结果的通知",
    "中共示范县委办公室示范县人民政府办公室关于印发《示范县提标提速提效推动营商环境攻坚突破实施方案（2026—2028年）》的通知",
    "示范县人民政府关于调整示范县安全生产委员会组成人员的通知",
    "示范县人民政府办公室关于加快推进农业机械化和农机装备产业转型升级的实施意见",
]


SIXTY = (Path(__file__).parent / "titles.txt").read_text(encoding="utf-8").split()
"""Made up, of 12 to 60 characters."""
WHOLE = [
    *(
        "人民政府",
        "办公室",
        "应急预案",
        "实施意见",
        "实施方案",
        "管理办法",
        "营商环境",
        "设备更新",
        "农业农村局",
    ),
    *(
        "国民经济和社会发展",
        "耕地保护",
        "占补平衡",
        "第五次",
        "第十五个五年",
        "重点任务",
        "乡村振兴",
        "基层治理",
    ),
    *(
        "市场监督管理局",
        "财政局",
        "经济普查",
        "县城规划区",
        "公共资源交易",
        "政策措施",
        "示范省",
        "示范县人民政府",
    ),
]


def test_sixty_titles_are_of_every_length() -> None:
    lengths = sorted(map(len, SIXTY))
    assert len(set(SIXTY)) == 60
    assert (lengths[0], lengths[-1] >= 55) == (12, True)
    assert sum(length > 40 for length in lengths) >= 8


@pytest.mark.parametrize("title", SIXTY)
def test_sixty_titles_have_no_stump_cut_word_or_ugly_shape(title: str) -> None:
    lines = break_title(title)
    widths = [width(line) for line in lines]
    assert "".join(lines) == title
    assert min(widths) > 2
    assert max(widths) <= 20
    assert is_good_shape(widths), lines
    for word in (*WHOLE, *re.findall(r"\d+(?:年|—\d+年)?|第[一二三四五六七八九十]+批?", title)):
        assert sum(line.count(word) for line in lines) == title.count(word), (word, lines)
    short = (quoted for quoted in re.findall("《[^《》]{1,16}》", title))
    assert all(any(quoted in line for line in lines) for quoted in short), lines
    for before, after in pairwise(lines):
        assert before[-1] not in "《“（〈"
        assert after[0] not in "》”）〉、的"


@pytest.mark.parametrize("title", TITLES)
def test_title_breaks_into_a_trapezoid_or_diamond(title: str) -> None:
    lines = break_title(title)
    widths = [width(line) for line in lines]
    assert "".join(lines) == title
    assert 2 <= len(lines) <= 4
    assert is_good_shape(widths), lines
    assert max(widths) <= 20
    assert min(widths) > 3


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        (TITLES[0], ["人民政府", "办公室", "关于", "营商环境", "实施方案"]),
        (TITLES[1], ["营商环境", "实施方案", "《示范县"]),
        (TITLES[3], ["2026年", "高质量", "政策"]),
        (TITLES[4], ["2026年度", "第三批", "规范性"]),
        (TITLES[5], ["2026—2028年", "办公室"]),
    ],
)
def test_words_and_numbers_stay_whole(title: str, whole: list[str]) -> None:
    lines = break_title(title)
    assert all(any(word in line for line in lines) for word in whole), lines


def test_a_quoted_title_that_fits_a_line_is_not_cut() -> None:
    lines = break_title("示范县人民政府办公室关于印发《示范县惠企政策清单》的通知")
    assert any("《示范县惠企政策清单》" in line for line in lines), lines


def test_a_line_has_room_for_the_gaps_that_some_programs_put_around_figures() -> None:
    """Full but for nothing, such a line would send its last character to a line of its own."""
    title = "示范县2026年国民经济和社会发展计划的通知"
    assert width(title) == 20
    assert len(break_title(title)) == 2


def test_a_short_title_is_one_line() -> None:
    assert break_title("示范县安全生产实施方案") == ("示范县安全生产实施方案",)


@given(st.text("示范县关于的通知《》、“”（）2026年abc", min_size=1, max_size=150))
def test_lines_are_the_title_and_fit(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines) == title
    assert all(width(line) <= 20 for line in lines)


def test_an_absurdly_long_title_is_broken_too() -> None:
    lines = break_title("示范县关于深化改革的意见" * 200)
    assert "".join(lines) == "示范县关于深化改革的意见" * 200
    assert all(0 < width(line) <= 20 for line in lines)


@pytest.mark.parametrize(
    ("widths", "good"),
    [
        ([10], True),
        ([10, 12], True),
        ([12, 10], True),
        ([10, 14, 12], True),
        ([8, 10, 12], True),
        ([10, 10], False),
        ([12, 8, 12], False),
        ([8, 12, 8, 12], False),
    ],
)
def test_shapes(widths: list[float], good: bool) -> None:
    assert is_good_shape(widths) is good


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    for title in TITLES:
        for before, after in pairwise(break_title(title)):
            assert before[-1] not in "《“（"
            assert after[0] not in "》”）、的"
