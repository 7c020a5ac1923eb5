"""Notices and plans of every length around a page's end: signature, first page and imprint stay as they must."""

from itertools import product

import pytest
from msgspec.structs import replace

from editor.plan.measures import Paragraph
from editor.plan.project import Project
from editor.writing.notice_docx import write_notice
from tests.rendering import Page, Rendering, render
from tests.writing.samples import NOTICE, PROJECT

TWO_LINES = "示范县人民政府办公室关于印发示范县深化营商环境改革创新实施方案的通知"
THREE_LINES = NOTICE.title
NOTICES = tuple(product((TWO_LINES, THREE_LINES), (True, False), range(2, 9)))
"""Title, sealed or not, lines of text."""
PLANS = tuple(range(14, 23))
"""Lines of text on the plan's page."""


def lines_of_han(lines: int) -> str:
    return "汉" * (28 * lines - 6)


def notice(title: str, sealed: bool, lines: int) -> Project:
    details = replace(NOTICE, title=title, sealed=sealed, text=lines_of_han(lines))
    return replace(PROJECT, local=replace(PROJECT.local, body=()), notice=details)


def plan(lines: int) -> Project:
    body = (Paragraph(id="p1", text=lines_of_han(lines)),)
    return replace(PROJECT, local=replace(PROJECT.local, opening="", body=body, closing=""))


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[object, Rendering]:
    folder = tmp_path_factory.mktemp("lengths")
    projects = {case: notice(*case) for case in NOTICES} | {lines: plan(lines) for lines in PLANS}
    paths = {case: folder / f"{place}.docx" for place, case in enumerate(projects)}
    for case, project in projects.items():
        write_notice(project, paths[case])
    return dict(zip(paths, render(folder, *paths.values()), strict=True))


def han_lines(page: Page) -> int:
    return sum(set(text) == {"汉"} for text in page.line_texts())


@pytest.mark.parametrize(("title", "sealed", "lines"), NOTICES)
def test_first_page_has_text_and_no_signature_stands_alone(
    rendered: dict[object, Rendering], title: str, sealed: bool, lines: int
) -> None:
    pages = rendered[title, sealed, lines].pages
    (signed,) = (page for page in pages if "2026年3月5日" in page.text)
    assert han_lines(pages[0]) > 0
    assert han_lines(signed) > 0
    assert "（此件公开发布）" in signed.text
    assert sum(map(han_lines, pages)) == lines


@pytest.mark.parametrize("lines", PLANS)
def test_imprint_never_meets_the_text(rendered: dict[object, Rendering], lines: int) -> None:
    pages = rendered[lines].pages
    rules = sorted(rule.middle for rule in pages[-1].rules)
    assert len(rules) == 3
    assert rules[-1] == pytest.approx(262, abs=0.5)
    assert all(glyph.bottom < rules[0] for glyph in pages[-1].glyphs if glyph.text == "汉")
    assert sum(han_lines(page) for page in pages[1:]) == lines
