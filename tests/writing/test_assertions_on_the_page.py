"""The assertions about the printed page, on every kind of document in both layouts: 12 to 17 of the project's list.

LibreOffice prints with free fonts in the place of the licensed ones (tests/rendering.py).
"""

from dataclasses import dataclass

import pytest

from editor.writing import missing_fonts, requested_fonts, write_notice
from tests.rendering import STAND_INS, Glyph, Page, Rendering, render
from tests.writing.documents import DOCUMENTS

LEFT, RIGHT, TOP, BOTTOM, PAGE_WIDE = 28, 184, 37, 262, 210
MARKS = {
    "letter": ("示范县人民政府办公室", 30),
    "order": ("示范县人民政府令", 57),
    "minutes": ("示范县人民政府常务会议纪要", 72),
    "joint": ("示范县发展和改革局", 72),
}
USUAL_MARK = ("示范县人民政府办公室文件", 72)
NUMBERS = {"minutes": "2026年3月5日"}
"""What stands directly above the red rule, where it is not the number."""
STAND_IN_NAMES = ("BousungEG", "GBZenKai", "WenQuanYi", "Liberation", "NotoSerifCJK")


@dataclass(frozen=True)
class Case:
    name: str
    layout: str
    rendering: Rendering

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.rendering.pages

    @property
    def upright(self) -> list[tuple[int, Page]]:
        """Numbers and pages without the landscape ones."""
        return [(n, page) for n, page in enumerate(self.pages, 1) if not is_turned(page)]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Rendering]:
    folder = tmp_path_factory.mktemp("assertions")
    paths = {(name, layout): folder / f"{name}_{layout}.docx" for name in DOCUMENTS for layout in "AB"}
    for (name, layout), path in paths.items():
        assert write_notice(DOCUMENTS[name], path, layout).agrees
    return dict(zip(paths, render(folder, *paths.values()), strict=True))


@pytest.fixture(params=[(name, layout) for name in DOCUMENTS for layout in "AB"], ids="-".join)
def case(request: pytest.FixtureRequest, printed: dict[tuple[str, str], Rendering]) -> Case:
    return Case(*request.param, printed[request.param])


def is_turned(page: Page) -> bool:
    return any(glyph.right > PAGE_WIDE for glyph in page.glyphs)


def text(line: tuple[Glyph, ...]) -> str:
    return "".join(glyph.text for glyph in line)


def body_of(page: Page) -> list[tuple[Glyph, ...]]:
    """The lines within the type area: without the page number."""
    return [line for line in page.lines if line[0].base < BOTTOM + 3]


def test_the_documents_are_as_long_as_they_should_be(case: Case) -> None:
    pages = {"two_pages": 2, "twelve_pages": 12, "letter": 2, "minutes": 2}
    assert len(case.pages) == pages.get(case.name, len(case.pages))
    if case.name == "attachments":
        assert len(case.pages) > 12
        assert len(case.upright) < len(case.pages)


def test_12_lines_have_28_characters_and_pages_22_lines(case: Case) -> None:
    plain = [line for _n, page in case.upright for line in body_of(page) if set(text(line)) == {"汉"}]
    whole = [line for line in plain if line[-1].right > RIGHT - 2]
    assert len(whole) >= 3
    indented = [line for line in whole if line[0].left > LEFT + 2]
    assert {len(line) for line in whole if line not in indented} == {28}
    assert {len(line) for line in indented} == {26}
    full = [page for _n, page in case.upright if {text(line) for line in body_of(page)} == {"汉" * 28}]
    assert all(len(body_of(page)) == 22 for page in full)
    assert bool(full) is (case.name in ("twelve_pages", "attachments"))


def test_13_the_marks_upper_edge(case: Case) -> None:
    words, top = MARKS.get(case.name, USUAL_MARK)
    mark = case.pages[0].line_with(words)
    assert min(glyph.top for glyph in mark) == pytest.approx(top, abs=1)
    if case.name != "joint":
        assert (mark[0].left + mark[-1].right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_14_red_rules(case: Case) -> None:
    rules = sorted(case.pages[0].rules, key=lambda rule: rule.middle)
    if case.name == "order":
        assert not [rule for rule in rules if rule.middle < BOTTOM - 60]
    elif case.name == "letter":
        mark = case.pages[0].line_with(MARKS["letter"][0])
        assert rules[0].middle - max(glyph.bottom for glyph in mark) == pytest.approx(4, abs=1.3)
        assert rules[-1].middle == pytest.approx(277, abs=0.5)
        assert {round(rule.right - rule.left) for rule in rules} == {170}
    else:
        number = case.pages[0].line_with(NUMBERS.get(case.name, "〔2026〕3号"))
        (rule, *_others) = [rule for rule in rules if rule.middle > number[0].bottom]
        assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=0.5)
        assert rule.middle - max(glyph.bottom for glyph in number) == pytest.approx(4, abs=1.3)


def test_15_page_numbers(case: Case) -> None:
    shown = [(n, page) for n, page in case.upright if not (case.name == "letter" and n == 1)]
    assert shown
    for number, page in shown:
        line = page.lines[-1]
        assert text(line) == f"—{number}—"
        assert (line[0].top + line[0].bottom) / 2 == pytest.approx(269, abs=1.5)
        edge, place = (line[-1].right, 179.1) if number % 2 else (line[0].left, 33)
        assert edge == pytest.approx(place, abs=0.5)
    if case.name == "letter":
        assert "—1—" not in case.pages[0].line_texts()


def test_15_page_numbers_of_landscape_pages(case: Case) -> None:
    """The sheet's lower edge is the landscape page's left one; 269 mm from the sheet's top is 28 mm from there."""
    turned = [(n, page) for n, page in enumerate(case.pages, 1) if is_turned(page)]
    assert bool(turned) is (case.name == "attachments")
    for number, page in turned:
        outside = [glyph for glyph in page.glyphs if glyph.right < 33]
        assert sorted(glyph.text for glyph in outside) == sorted(f"—{number}—")
        dashes = [glyph for glyph in outside if glyph.text == "—"]
        assert [(glyph.left + glyph.right) / 2 for glyph in dashes] == pytest.approx([28, 28], abs=1.5)
        edges = [glyph.bottom for glyph in dashes] if number % 2 else [-glyph.top for glyph in dashes]
        assert max(edges) == pytest.approx(179.1 if number % 2 else -33, abs=0.5)


def test_16_imprint_first_page_and_signature(case: Case) -> None:
    last = case.pages[-1]
    copied_to = last.line_with("分送：" if case.name == "minutes" else "抄送：")
    if case.name == "letter":
        assert not last.rules
        assert max(glyph.bottom for line in body_of(last) for glyph in line) == pytest.approx(BOTTOM, abs=3)
    else:
        rules = sorted(rule.middle for rule in last.rules)[-3:]
        assert rules[-1] == pytest.approx(BOTTOM, abs=0.5)
        assert rules[0] < copied_to[0].top < rules[1]
        assert all((rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=0.5) for rule in last.rules)
    assert any(mark in case.pages[0].text for mark in ("汉汉", "现就", "已经")), "text on the first page"
    if case.name != "minutes":
        (signed,) = (page for page in case.pages if "2026年3月5日" in page.text)
        assert any(mark in signed.text for mark in ("汉汉", "现就", "已经")), "text beside the signature"


def test_17_fonts_that_are_not_there_are_called_substituted(case: Case) -> None:
    used = case.rendering.fonts
    assert used
    assert all(font.startswith(STAND_IN_NAMES) for font in used), used
    assert set(missing_fonts(used)) == set(requested_fonts()) == set(STAND_INS) - {"仿宋", "楷体"}
