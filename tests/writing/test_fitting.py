"""Blank lines of the first page: as they are where all fits, lower or higher where the signature would be cut off."""

from editor.writing.notice.notice_docx import notice_bytes
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.template.template import notice_template
from tests.writing.effective import Document, text_of
from tests.writing.samples import with_notice


def blank_pitches(text: str) -> list[int]:
    """The pitches of the blank lines before the plan's page, the mark's spacer not counted."""
    project = with_notice(title="关于印发方案的通知", text=text)
    document = Document(notice_bytes(project, notice_elements(project), notice_template()))
    front = document.paragraphs[1 : document.paragraphs.index(document.styled("Title")[1])]
    return [
        int(document.paragraph_value(each, "spacing", "line") or 0) for each in front if not text_of(each)
    ]


def test_a_short_notice_has_whole_blank_lines() -> None:
    assert blank_pitches("汉" * 50) == [579] * 7


def test_a_notice_a_line_too_long_has_lower_ones() -> None:
    (pitch,) = set(blank_pitches("汉" * (28 * 5 - 6)))
    assert 0.6 * 579 <= pitch < 579


def test_higher_ones_send_the_last_line_along_with_the_signature() -> None:
    *before, first, second = blank_pitches("汉" * (28 * 8 - 6))
    (pitch,) = set(before)
    assert 579 < pitch <= 2 * 579
    assert (first, second) == (579, 579), "those before the signature, on the next page"


def test_a_long_notice_and_one_of_several_paragraphs_have_whole_ones() -> None:
    assert blank_pitches("汉" * 28 * 30) == [579] * 7
    assert blank_pitches("汉" * 28 * 7 + "\n汉") == [579] * 7
