"""Documents of every length from 1 to 66 lines, printed: signature, first page and imprint stay as they must."""

from typing import NamedTuple

import pytest
from msgspec.structs import replace

from editor.plan.measures import Paragraph
from editor.plan.notice import Form
from editor.plan.project import Project
from editor.writing.notice.notice_docx import write_notice
from tests.rendering import Page, Rendering, render
from tests.writing.documents import bare
from tests.writing.samples import NOTICE, PROJECT

TWO_LINES = "示范县人民政府办公室关于印发示范县深化营商环境改革创新实施方案的通知"
PLANS = tuple(range(14, 23))
"""Lines of text on the plan's page."""


class Walk(NamedTuple):
    """Documents that differ in their length: form, layout, whether sealed, and whether the last of two paragraphs
    is the long one, below a shorter title."""

    form: Form
    layout: str
    sealed: bool = True
    of_two: bool = False

    def project(self, lines: int) -> Project:
        details = {
            "minutes": {"attendance": ("出席：张示范", "请假：赵某")},
            "order": {"signer_title": "县长", "document_number": "第3号"},
        }.get(self.form, {})
        text, title = lines_of_han(lines), NOTICE.title
        if self.of_two:
            text, title = "\n".join(["汉" * 20, lines_of_han(lines - 1)][: 1 if lines == 1 else 2]), TWO_LINES
        return bare(form=self.form, text=text, title=title, sealed=self.sealed, **details)


WALKS = {
    Walk("document", "A"): range(1, 67),
    Walk("document", "B", sealed=False, of_two=True): range(1, 67),
    Walk("letter", "A"): range(1, 67, 5),
    Walk("letter", "B", of_two=True): range(2, 67, 9),
    Walk("minutes", "A", of_two=True): range(3, 67, 5),
    Walk("order", "B"): range(1, 67, 5),
}
CASES = [(walk, lines) for walk, lengths in WALKS.items() for lines in lengths]


def lines_of_han(lines: int) -> str:
    return "汉" * (28 * lines - 6)


def plan(lines: int) -> Project:
    body = (Paragraph(id="p1", text=lines_of_han(lines)),)
    return replace(PROJECT, local=replace(PROJECT.local, opening="", body=body, closing=""))


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[object, Rendering]:
    folder = tmp_path_factory.mktemp("lengths")
    projects = {(walk, lines): (walk.project(lines), walk.layout) for walk, lines in CASES}
    projects |= {lines: (plan(lines), "A") for lines in PLANS}  # type: ignore[dict-item]
    paths = {case: folder / f"{place}.docx" for place, case in enumerate(projects)}
    for case, (project, layout) in projects.items():
        write_notice(project, paths[case], layout)
    return dict(zip(paths, render(folder, *paths.values()), strict=True))


def han_lines(page: Page) -> int:
    return sum(set(text) == {"汉"} for text in page.line_texts())


@pytest.mark.parametrize(
    ("walk", "lines"),
    CASES,
    ids=lambda value: str(value) if isinstance(value, int) else "-".join(map(str, value)),
)
def test_text_signature_and_imprint_stand_together(
    rendered: dict[object, Rendering], walk: Walk, lines: int
) -> None:
    pages = rendered[walk, lines].pages
    assert sum(map(han_lines, pages)) == lines
    assert han_lines(pages[0]) > 0
    if walk.form != "minutes":
        (signed,) = (page for page in pages if "2026年3月5日" in page.text)
        assert han_lines(signed) > 0
        assert "（此件公开发布）" in signed.text
    if walk.form == "letter":
        copied_to = pages[-1].line_with("抄送：")
        assert not [rule for rule in pages[-1].rules if rule.middle > copied_to[0].top and len(pages) > 1]
        imprint = min(glyph.top for glyph in copied_to)
    else:
        rules = sorted(rule.middle for rule in pages[-1].rules)[-3:]
        assert rules[-1] == pytest.approx(262, abs=0.5)
        imprint = rules[0]
    body = [line for line in pages[-1].lines if is_body("".join(glyph.text for glyph in line))]
    assert all(glyph.bottom < imprint for line in body for glyph in line)


def is_body(text: str) -> bool:
    return set(text) == {"汉"} or text in ("（此件公开发布）", "2026年3月5日", "请假：赵某")


@pytest.mark.parametrize("lines", PLANS)
def test_imprint_never_meets_a_plans_text(rendered: dict[object, Rendering], lines: int) -> None:
    pages = rendered[lines].pages
    rules = sorted(rule.middle for rule in pages[-1].rules)
    assert len(rules) == 3
    assert rules[-1] == pytest.approx(262, abs=0.5)
    assert all(glyph.bottom < rules[0] for glyph in pages[-1].glyphs if glyph.text == "汉")
    assert sum(han_lines(page) for page in pages[1:]) == lines
