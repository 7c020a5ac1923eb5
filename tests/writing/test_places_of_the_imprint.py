"""The imprint on an even page, addressees moved into it, and what stands at the sign-off of rarer documents."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.plan.project import Project
from editor.writing.elements.setting import setting_of
from editor.writing.notice.layout import WORD, lay_out
from editor.writing.notice.notice_docx import notice_bytes, write_notice
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.pages.pictures import pages_with
from editor.writing.template.template import notice_template
from tests.rendering import Page, Rendering, render
from tests.writing.documents import TABLE, bare
from tests.writing.effective import Document, W, text_of
from tests.writing.samples import PROJECT, with_notice

ONE = 156 / 28
MANY = tuple(f"示范县第{number}镇人民政府" for number in range(1, 41))


def lines(count: int) -> str:
    return "汉" * (28 * count - 6)


EVEN: dict[str, tuple[Project, int]] = {
    "one_page": (bare(text=lines(2), imprint_even=True), 2),
    "two_pages": (bare(text=lines(14), imprint_even=True), 2),
    "full_even_page": (bare(text=lines(24), imprint_even=True), 4),
    "after_a_table": (with_notice(attachments=(TABLE,), imprint_even=True), 8),
}
"""Documents, and the page on which the imprint stands."""


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rendering]:
    folder = tmp_path_factory.mktemp("imprints")
    projects = {name: project for name, (project, _page) in EVEN.items()} | {"many": bare(addressees=MANY)}
    paths = {name: folder / f"{name}.docx" for name in projects}
    for name, project in projects.items():
        assert write_notice(project, paths[name]).agrees
    return dict(zip(paths, render(folder, *paths.values()), strict=True))


def rules(page: Page) -> list[float]:
    return sorted(rule.middle for rule in page.rules)


@pytest.mark.parametrize("name", EVEN)
def test_the_imprint_stands_on_an_even_page(rendered: dict[str, Rendering], name: str) -> None:
    project, number = EVEN[name]
    ours = lay_out(notice_elements(project), notice_template(), setting_of(project.notice), WORD)
    assert (pages_with(ours, "printed"), len(ours)) == ((number,), number)
    pages = rendered[name].pages
    assert len(pages) == number
    assert number % 2 == 0
    assert rules(pages[-1])[-1] == pytest.approx(262, abs=0.5)


def test_a_blank_page_and_the_imprint_behind_it_have_no_number(rendered: dict[str, Rendering]) -> None:
    *_before, blank, imprint = rendered["full_even_page"].pages
    assert not blank.glyphs
    assert "—" not in imprint.text
    assert rendered["one_page"].pages[-1].line_texts()[-1] == "—2—"


def test_without_the_choice_the_imprint_stands_on_the_last_page() -> None:
    project = bare(text=lines(30))
    pages = lay_out(notice_elements(project), notice_template(), setting_of(project.notice))
    assert pages_with(pages, "printed") == (3,) == (len(pages),)


def test_addressees_that_leave_no_room_for_text_move_to_the_imprint(rendered: dict[str, Rendering]) -> None:
    pages = rendered["many"].pages
    assert "已经县政府同意" in pages[0].text
    assert "主送：示范县第1镇人民政府" in pages[-1].text
    assert len(rules(pages[-1])) == 3, "none between those it is sent to and those who get copies"
    first, second, last = rules(pages[-1])
    assert last == pytest.approx(262, abs=0.5)
    assert first < pages[-1].line_with("抄送：")[0].top < second
    assert "示范县第40镇人民政府。" in "".join(pages[-1].text.split())


@pytest.mark.parametrize("count", [3, 40])
def test_addressees_stay_where_there_is_room(count: int) -> None:
    project = bare(addressees=MANY[:count])
    document = Document(notice_bytes(project, notice_elements(project), notice_template()))
    is_moved = not document.styled("公文主送机关")
    assert is_moved is (count == 40)
    assert text_of(document.body).count("示范县第3镇人民政府") == 1


def test_a_document_with_a_signature_stamp(tmp_path: Path) -> None:
    project = bare(signer_title="示范县人民政府县长\n示范县监察委员会主任")
    document = Document(notice_bytes(project, notice_elements(project), notice_template()))
    titles = document.styled("公文署名")
    assert [text_of(each) for each in titles] == ["示范县人民政府县长", "示范县监察委员会主任"]
    assert {document.paragraph_value(each, "ind", "right") for each in titles} == {str(11 * 315)}
    (date,) = document.styled("公文成文日期")
    assert document.paragraph_value(date, "ind", "right") == str(4 * 315)


@pytest.mark.parametrize(
    ("diameter", "apart"), [(45.0, 46.0), (42.0, 43.0), (float("nan"), 46.0), (-1.0, 46.0)]
)
def test_seals_get_the_room_of_their_diameter(diameter: float, apart: float) -> None:
    project = bare(issuers=("甲局", "乙局"), seal_diameter=diameter)
    document = Document(notice_bytes(project, notice_elements(project), notice_template()))
    (signature,) = document.styled("公文署名")
    stops = [int(each.get(f"{W}pos")) for each in signature.iter(f"{W}tab") if each.get(f"{W}pos")]
    assert (stops[1] - stops[0]) * 25.4 / 1440 == pytest.approx(apart, abs=0.1)


def test_more_addressees_than_any_page_holds_are_told(tmp_path: Path) -> None:
    many = tuple(f"示范县第{n}镇人民政府综合服务中心" for n in range(40))
    (told,) = write_notice(bare(addressees=many), tmp_path / "通知.docx").left_out
    assert "first page shows no text" in told
    assert not write_notice(bare(addressees=many[:20]), tmp_path / "通知.docx").left_out


def test_absurd_names_and_no_plan_at_all(tmp_path: Path) -> None:
    name = "示范县优化营商环境工作领导小组办公室" * 12
    project = replace(
        PROJECT,
        notice=replace(
            PROJECT.notice,
            mark_names=(name, name),
            issuers=(name, name),
            title="关于\t印发\n𠮷😀\x01方案的通知" * 30,
            copied_to=name * 3,
            document_number=name,
            imprint_even=True,
        ),
    )
    for each in (project, Project(notice=project.notice), Project()):
        assert write_notice(each, tmp_path / "通知.docx").agrees
        lay_out(notice_elements(each), notice_template(), setting_of(each.notice))
