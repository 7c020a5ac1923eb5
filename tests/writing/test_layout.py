"""Laws of the page layout: nothing lost, nothing too wide, no mark out of place, 22 lines of 28 characters."""

from collections import Counter
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.plan.project import Project
from editor.writing.elements.element import Element
from editor.writing.elements.setting import setting_of
from editor.writing.notice.layout import lay_out
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.pages.breaking import NOT_FIRST, NOT_LAST
from editor.writing.pages.pictures import Line, PagePicture, families_of, pages_with
from editor.writing.template.template import notice_template
from tests.writing.samples import NOTICE, PROBE, PROJECT, with_notice
from tests.writing.test_forms import FORMS

TEMPLATE = notice_template()
LEFT, RIGHT, TOP, BOTTOM = 28, 184, 37, 262
SLACK = 0.1
"""Millimetres: margins are whole twips."""
CHINESE = st.sampled_from("汉字公文一二三四五六七八九十")
MARKS = st.sampled_from("，。；：、？！”’）》〉〕“‘（《〈〔—…·")
LATIN = st.sampled_from("0123456789.,%ABCabc-/ ")
TEXTS = st.text(st.one_of(CHINESE, MARKS, LATIN, st.sampled_from("𠮷é😀\u0301")), min_size=1, max_size=400)


def pages_of(project: Project, layout: str = "A") -> tuple[PagePicture, ...]:
    return lay_out(notice_elements(project), TEMPLATE, setting_of(project.notice, layout))


def pages_with_text(text: str) -> tuple[PagePicture, ...]:
    return lay_out((Element(kind="text", text=text, block="p1"),), TEMPLATE)


def lines_of(pages: tuple[PagePicture, ...]) -> list[Line]:
    """All lines but the page numbers."""
    return [line for page in pages for line in page.lines if line.kind]


def visible(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("layout", ["A", "B"])
@pytest.mark.parametrize(
    "project", [PROJECT, with_notice(sealed=False), with_notice(copied_to="县委办公室" * 24)]
)
def test_every_character_stands_on_one_line_in_order(project: Project, layout: str) -> None:
    shown = visible("".join(line.text for line in lines_of(pages_of(project, layout))))
    assert shown == visible("".join(each.printed for each in notice_elements(project)))


@pytest.mark.parametrize("layout", ["A", "B"])
def test_full_pages_have_22_lines_of_28_characters(layout: str) -> None:
    pages = [[line for line in page.lines if line.kind] for page in pages_of(PROBE, layout)]
    full = [lines for lines in pages if {line.text for line in lines} == {"汉" * 28}]
    assert [len(lines) for lines in full] == [22, 22]


@given(TEXTS)
@settings(max_examples=200)
def test_no_line_is_too_wide_and_none_is_lost(text: str) -> None:
    lines = lines_of(pages_with_text(text))
    assert "".join(line.text for line in lines) == text
    for line in lines:
        blanks = len(line.text) - len(line.text.rstrip(" "))
        assert line.left > LEFT - SLACK
        assert line.right < RIGHT + SLACK, (line.text, blanks)


@given(TEXTS)
@settings(max_examples=200)
def test_marks_keep_to_their_side_of_a_line_break(text: str) -> None:
    """But for runs of marks and words that no line can hold."""
    if any(
        len(list(run)) > 20 for glued, run in groupby(text, lambda each: not "一" <= each <= "龥") if glued
    ):
        return
    for before, after in pairwise(line.text for line in lines_of(pages_with_text(text))):
        assert after[0] not in NOT_FIRST
        assert before.rstrip(" ")[-1:] not in NOT_LAST or not before.strip()
        assert not (before[-1] + after[0]).isdigit()
        assert before[-1] + after[0] not in ("——", "……")


def test_first_lines_are_indented_and_later_ones_flush() -> None:
    first, *others = lines_of(pages_with_text("汉" * 80))
    assert first.left == pytest.approx(LEFT + 2 * (RIGHT - LEFT) / 28, abs=SLACK)
    assert {round(line.left, 1) for line in others} == {28.0}


def test_digits_take_half_the_room() -> None:
    (line,) = lines_of(pages_with_text("2026"))
    (other,) = lines_of(pages_with_text("汉字"))
    assert line.right - line.left == pytest.approx(other.right - other.left, abs=0.3)


def test_spread_lines_end_at_the_margin() -> None:
    lines = lines_of(pages_with_text("汉字2026年，" * 40))
    assert {round(line.right, 1) for line in lines[:-1]} == {184.0}


def test_mark_number_and_red_rule_are_in_their_places() -> None:
    page = pages_of(PROJECT)[0]
    mark = next(line for line in page.lines if line.kind == "issuer_mark")
    assert {piece.face.colour for piece in mark.pieces} == {"FF0000"}
    assert (mark.left + mark.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=SLACK)
    assert mark.baseline - mark.pieces[0].face.size * 0.86 * 25.4 / 72 == pytest.approx(72, abs=1.5)
    (rule,) = page.rules
    assert (rule.left, rule.right) == (pytest.approx(LEFT, abs=SLACK), pytest.approx(RIGHT, abs=SLACK))
    assert rule.colour == "FF0000"


def test_page_numbers_stand_at_the_outer_side() -> None:
    for page in pages_of(PROBE):
        (number,) = (line for line in page.lines if not line.kind)
        assert number.text == f"— {page.number} —"
        one = TEMPLATE.imprint.line / 2 * 25.4 / 1440
        if page.number % 2:
            assert number.right == pytest.approx(RIGHT - one, abs=SLACK)
        else:
            assert number.left == pytest.approx(LEFT + one, abs=SLACK)


def test_the_plan_begins_a_page_and_the_imprint_ends_the_last() -> None:
    pages = pages_of(PROJECT)
    assert pages_with(pages, "plan_title") == (2,)
    assert pages_with(pages, "printed") == (len(pages),)
    assert max(rule.bottom for rule in pages[-1].rules) == pytest.approx(BOTTOM, abs=0.2)


@pytest.mark.parametrize("lines", range(1, 67))
def test_the_imprint_never_meets_the_text(lines: int) -> None:
    notice = replace(NOTICE, text="汉" * (28 * lines - 6))
    pages = pages_of(replace(PROJECT, local=replace(PROJECT.local, body=()), notice=notice))
    top = min(rule.top for rule in pages[-1].rules)
    assert all(line.bottom <= top for line in pages[-1].lines if line.kind in ("text", "date", "annotation"))


@pytest.mark.parametrize("lines", range(1, 30))
def test_the_signature_never_stands_alone(lines: int) -> None:
    notice = replace(NOTICE, text="字" * 40 + "\n" + "汉" * (28 * lines - 6))
    pages = pages_of(replace(PROJECT, local=replace(PROJECT.local, body=()), notice=notice))
    (signed,) = pages_with(pages, "signature")
    assert signed in pages_with(pages, "text")
    assert pages_with(pages, "date") == (signed,)


def test_fonts_are_those_of_the_template() -> None:
    families = families_of(pages_of(PROJECT))
    assert len(families) >= 6
    assert all(family.encode() in read_styles() for family in families)


def read_styles() -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(TEMPLATE.content)) as archive:
        return archive.read("word/styles.xml")


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_laid_out_whole(name: str) -> None:
    """Boxes and tables stand out of order; the repeated heads of tables come on top."""
    project = FORMS[name]
    elements = notice_elements(project)
    notice = project.notice
    pages = lay_out(elements, TEMPLATE, setting_of(notice))
    shown = Counter("".join(line.text for page in pages for line in page.lines))
    meant = Counter(visible("".join(each.printed for each in elements)))
    assert not {each for each, count in meant.items() if shown[each] < count}


def test_lines_know_their_block() -> None:
    measures = {line.block for line in lines_of(pages_of(PROJECT)) if line.kind == "measure"}
    assert measures == {each.id for each in PROJECT.local.measures}
