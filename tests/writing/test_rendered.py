"""What LibreOffice prints: the measures of GB/T 9704—2012 on the page, with stand-in fonts (tests/rendering.py)."""

import pytest

from editor.writing.notice.notice_docx import write_notice
from editor.writing.tables.assignment_table import write_assignment_table
from tests.rendering import STAND_INS, Glyph, Page, Rendering, render
from tests.writing.samples import PROBE, PROJECT, with_notice

LEFT, RIGHT, TOP, BOTTOM = 28, 184, 37, 262
"""The type area, in millimetres."""


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rendering]:
    """The probe in both layouts, an unsealed notice and the assignment table, rendered in one go."""
    folder = tmp_path_factory.mktemp("rendered")
    paths = {name: folder / f"{name}.docx" for name in ("A", "B", "unsealed")}
    for layout in ("A", "B"):
        write_notice(PROBE, paths[layout], layout)
    write_notice(with_notice(sealed=False, copied_to="县委办公室" * 24), paths["unsealed"])
    for name, suffix in (("table", ".xlsx"), ("landscape", ".docx")):
        paths[name] = folder / f"{name}{suffix}"
        write_assignment_table(PROJECT, paths[name])
    return dict(zip(paths, render(folder, *paths.values()), strict=True))


@pytest.fixture(params=["A", "B"])
def probe(request: pytest.FixtureRequest, rendered: dict[str, Rendering]) -> Rendering:
    return rendered[request.param]


def body_lines(page: Page) -> list[tuple[Glyph, ...]]:
    """The lines within the type area: without the page number."""
    return [line for line in page.lines if line[0].base < BOTTOM + 3]


def test_full_pages_have_22_lines_of_28_characters(probe: Rendering) -> None:
    full = [page for page in probe.pages if set("".join(page.line_texts()[:-1])) == {"汉"}]
    assert len(full) == 2, "the probe fills two pages"
    for page in full:
        assert [len(line) for line in body_lines(page)] == [28] * 22


def test_text_keeps_within_the_type_area(probe: Rendering) -> None:
    for page in probe.pages:
        for line in body_lines(page):
            assert line[0].left > LEFT - 0.5
            assert line[-1].right < RIGHT + 0.5


def test_mark_stands_72_mm_from_the_top_and_on_one_line(probe: Rendering) -> None:
    mark = probe.pages[0].lines[0]
    assert "".join(glyph.text for glyph in mark) == "示范县人民政府办公室文件"
    assert min(glyph.top for glyph in mark) == pytest.approx(72, abs=1)
    assert (mark[0].left + mark[-1].right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_red_rule_is_as_wide_as_the_text_and_4_mm_below_the_number(probe: Rendering) -> None:
    number = probe.pages[0].line_with("〔2026〕")
    rule = next(rule for rule in probe.pages[0].rules if rule.top > number[0].bottom)
    assert (rule.left, rule.right) == (pytest.approx(LEFT, abs=0.5), pytest.approx(RIGHT, abs=0.5))
    assert rule.middle - number[0].bottom == pytest.approx(4, abs=1.3)


def test_page_numbers_are_7_mm_below_on_the_outer_side(probe: Rendering) -> None:
    for number, page in enumerate(probe.pages, start=1):
        line = page.lines[-1]
        assert "".join(glyph.text for glyph in line) == f"—{number}—"
        assert (line[0].top + line[0].bottom) / 2 == pytest.approx(269, abs=1.5)
        if number % 2:
            assert line[-1].right == pytest.approx(179.1, abs=0.5)
        else:
            assert line[0].left == pytest.approx(33, abs=0.5)


def test_imprint_ends_at_the_foot_of_the_last_page(probe: Rendering) -> None:
    rules = sorted(rule.middle for rule in probe.pages[-1].rules)
    assert len(rules) == 3
    assert rules[-1] == pytest.approx(BOTTOM, abs=0.5)
    for rule in probe.pages[-1].rules:
        assert (rule.left, rule.right) == (pytest.approx(LEFT, abs=0.5), pytest.approx(RIGHT, abs=0.5))
    printed = probe.pages[-1].line_with("日印发")
    assert rules[1] < printed[0].top < printed[0].bottom < rules[2]
    assert rules[0] < probe.pages[-1].line_with("抄送")[0].top


def test_a_long_imprint_fits_its_box(rendered: dict[str, Rendering]) -> None:
    page = rendered["unsealed"].pages[-1]
    rules = sorted(rule.middle for rule in page.rules)
    assert rules[-1] == pytest.approx(BOTTOM, abs=0.5)
    copied_to = [line for line in page.lines if rules[0] < line[0].base < rules[1]]
    assert len(copied_to) == 5
    assert "".join(glyph.text for line in copied_to for glyph in line) == "抄送：" + "县委办公室" * 24 + "。"


def test_first_page_shows_text_and_the_plan_begins_the_next(probe: Rendering) -> None:
    assert "现印发给你们" in probe.pages[0].text
    assert "（此件公开发布）" in probe.pages[0].text
    assert probe.pages[1].line_texts()[0] == "示范县深化营商环境改革创新实施方案"


def test_sealed_date_ends_four_characters_from_the_right_below_the_signatures_middle(
    probe: Rendering,
) -> None:
    """LibreOffice widens the date by gaps beside its digits, so its middle is taken from its six characters' width."""
    signature = next(line for line in probe.pages[0].lines[4:] if line[0].text == "示" and len(line) == 10)
    date = probe.pages[0].line_with("年3月5日")
    one = (RIGHT - LEFT) / 28
    assert date[-1].right == pytest.approx(RIGHT - 4 * one, abs=1.5)
    assert (signature[0].left + signature[-1].right) / 2 == pytest.approx(RIGHT - (4 + 6 / 2) * one, abs=1)


def test_unsealed_date_begins_two_characters_to_the_right(rendered: dict[str, Rendering]) -> None:
    page = rendered["unsealed"].pages[0]
    signature = next(line for line in page.lines[4:] if line[0].text == "示" and len(line) == 10)
    one = (RIGHT - LEFT) / 28
    assert signature[-1].right == pytest.approx(RIGHT - 2 * one, abs=1)
    assert page.line_with("年3月5日")[0].left - signature[0].left == pytest.approx(2 * one, abs=1)


def test_only_stand_ins_of_the_fonts_asked_for_are_used(probe: Rendering) -> None:
    families = {"BousungEG-Light-GB", "GBZenKai-Medium", "WenQuanYiZenHei", "LiberationSerif"}
    strange = {font for font in probe.fonts if font not in families and not font.startswith("NotoSerifCJK")}
    assert not strange, f"{strange} beside the stand-ins {sorted(set(STAND_INS.values()))}"


def test_table_prints_every_row_whole(rendered: dict[str, Rendering]) -> None:
    table = rendered["table"]
    text = "".join(page.text for page in table.pages)
    assert all("具体举措" in page.text for page in table.pages)
    assert text.count("少跑一趟是一趟……") == 7


def test_landscape_pages_have_their_number_where_the_others_have_it(rendered: dict[str, Rendering]) -> None:
    """The sheet's lower edge is the landscape page's left one; 269 mm from the sheet's top is 28 mm from there."""
    pages = rendered["landscape"].pages
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        outside = [glyph for glyph in page.glyphs if glyph.right < 33]
        assert {glyph.text for glyph in outside} == {"—", str(number)}
        dashes = [glyph for glyph in outside if glyph.text == "—"]
        assert [(glyph.left + glyph.right) / 2 for glyph in dashes] == pytest.approx([28, 28], abs=1.5)
        if number % 2:
            assert max(glyph.bottom for glyph in dashes) == pytest.approx(179.1, abs=0.5)
        else:
            assert min(glyph.top for glyph in dashes) == pytest.approx(33, abs=0.5)
        assert "具体举措" in page.text
        assert min(glyph.left for glyph in page.glyphs if glyph not in outside) > 35
