"""The page layout against LibreOffice's: on which page each line falls, and where lines break.

LibreOffice 7 puts a fifth of the size between Chinese characters and digits although the document forbids it, and
does not narrow the last character of a stretch; the layout does the same where it is asked for LibreOffice's pages,
as the window does where LibreOffice is what prints. The made-up plans have no dashes, which
LibreOffice divides, and no comma before a number, which it does not.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from editor.drafting import new_project
from editor.paths import resources
from editor.plan.project import Project
from editor.reading import read_parents
from editor.storage import example_locality, load_profile
from editor.writing import notice_elements, write_notice
from editor.writing.elements.setting import setting_of
from editor.writing.notice.layout import LIBREOFFICE, WORD, lay_out, usual_program
from editor.writing.template.template import notice_template
from tests.rendering import Rendering, render
from tests.writing.documents import DOCUMENTS
from tests.writing.samples import BODY, measure, with_plan

SENTENCES = (
    "推进政务服务“一网通办”，到2026年底办结率达到95%以上；完善《示范县政务服务办法》，建成平台3个、站点120处。",
    "提升质效，加强协同，形成合力，按照示政办发〔2025〕12号文件要求落实到位，投资1.5亿元。",
    "梳理企业开办、变更、注销各环节，推行“一表申请、一窗受理”，材料精简30%以上，时限压到0.5个工作日。",
)


def example() -> Project:
    """The draft that comes of the program's own example."""
    locality, roster = load_profile(example_locality())
    readings = read_parents([resources() / "examples" / "province.txt"])
    return new_project(readings, roster=roster, locality=locality, adopt="all", today=date(2026, 1, 1))


def made_up(count: int, step: int) -> Project:
    """A plan of many measures of different lengths."""
    text = "".join(SENTENCES)
    lengths = [40 + (place * step) % (len(text) - 40) for place in range(count)]
    measures = [
        measure(f"x{place}", 3, str(place + 1), "落实有关事项" + "再抓紧" * (place % 3), text[:length])
        for place, length in enumerate(lengths)
    ]
    return with_plan(body=(*BODY[:4], *measures))


class Agreement(NamedTuple):
    """How many of LibreOffice's lines there are, stand on the same page here, and begin with the same character."""

    lines: int
    same_page: int
    same_start: int


def agreement(rendering: Rendering, project: Project) -> Agreement:
    pages = lay_out(notice_elements(project), notice_template(), setting_of(project.notice), usual_program())
    theirs = starts((n, text) for n, page in enumerate(rendering.pages) for text in page.line_texts()[:-1])
    ours = starts((n, visible(line.text)) for n, page in enumerate(pages) for line in page.lines if line.kind)
    places = sorted(ours)
    same_page = sum(ours[places[bisect_right(places, start) - 1]] == page for start, page in theirs.items())
    return Agreement(len(theirs), same_page, sum(start in ours for start in theirs))


def starts(lines: Iterable[tuple[int, str]]) -> dict[int, int]:
    """The page of each line by how many characters stand before it."""
    found, place = {}, 0
    for page, text in lines:
        found[place] = page
        place += len(text)
    return found


def visible(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def agreements(tmp_path_factory: pytest.TempPathFactory) -> list[Agreement]:
    folder = tmp_path_factory.mktemp("layout")
    projects = [example(), made_up(25, 37), made_up(60, 61)]
    paths = [folder / f"{place}.docx" for place in range(len(projects))]
    for project, path in zip(projects, paths, strict=True):
        write_notice(project, path)
    return [agreement(*each) for each in zip(render(folder, *paths), projects, strict=True)]


def test_lines_fall_on_the_same_page(agreements: list[Agreement]) -> None:
    """At least 98 of 100; and most lines begin alike."""
    for each in agreements:
        assert each.lines > 150
        assert each.same_page >= 0.98 * each.lines, agreements
        assert each.same_start >= 0.9 * each.lines, agreements


def test_the_window_shows_what_the_program_at_hand_prints(
    agreements: list[Agreement], monkeypatch: pytest.MonkeyPatch
) -> None:
    """LibreOffice rendered the agreements, so it is the one asked for; WPS sets as Word does."""
    assert usual_program() == LIBREOFFICE
    monkeypatch.setattr("editor.writing.notice.layout.shutil.which", lambda _name: "/usr/bin/wps")
    assert usual_program.__wrapped__() == WORD


def test_rows_of_a_landscape_table_lie_where_they_are_printed(tmp_path: Path) -> None:
    project = DOCUMENTS["attachments"]
    write_notice(project, tmp_path / "notice.docx")
    (rendering,) = render(tmp_path, tmp_path / "notice.docx")
    pages = lay_out(notice_elements(project), notice_template(), setting_of(project.notice), LIBREOFFICE)
    assert len(pages) == len(rendering.pages)
    turned = [(ours, theirs) for ours, theirs in zip(pages, rendering.pages, strict=True) if ours.width > 250]
    assert len(turned) > 5
    for ours, theirs in turned:
        tops = [rule.top for rule in theirs.rules]
        assert all(min(abs(rule.top - top) for top in tops) < 0.3 for rule in ours.rules)
        assert max(tops) - max(rule.bottom for rule in ours.rules) < 0.3
