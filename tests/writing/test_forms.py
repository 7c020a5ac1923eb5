"""Joint, upward and urgent documents, attachments, letters, orders and minutes: in the file and on the page."""

from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from editor.errors import SaveProblem
from editor.plan.project import Project
from editor.writing.notice.notice_docx import notice_bytes, write_notice
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.template.template import notice_template
from tests.rendering import Glyph, Page, Rendering, render
from tests.writing.effective import Document, W, text_of
from tests.writing.samples import PROJECT, with_notice

LEFT, RIGHT, BOTTOM = 28, 184, 262
ONE = (RIGHT - LEFT) / 28
"""One 字 in millimetres."""
OFFICES = ("示范县发展和改革局", "示范县财政局", "示范县市场监督管理局")
TEXT = "现就有关事项函告如下，请予支持。" * 5


def bare(**changes: object) -> Project:
    """A notice without a plan."""
    project = with_notice(**changes)
    return Project(notice=project.notice)


FORMS: dict[str, Project] = {
    "joint": with_notice(mark_names=OFFICES, issuers=OFFICES, copy_number="000012", urgency="特急"),
    "joint_pair": bare(mark_names=OFFICES[:2], issuers=("示范县教育局", "示范县民政局")),
    "upward": bare(signatories=("张示范", "李样本", "王例"), addressees=("示范市人民政府",)),
    "upward_one": bare(signatories=("张示范",), addressees=("示范市人民政府",)),
    "attachments": with_notice(
        attachments=("示范县深化营商环境改革创新任务分工表", "名词解释\n第一个名词。\n第二个名词。")
    ),
    "letter": bare(
        form="letter",
        issuer_mark="示范县人民政府办公室",
        document_number="示政办函〔2026〕8号",
        urgency="加急",
        text=TEXT * 9,
    ),
    "order": bare(
        form="order",
        issuer_mark="示范县人民政府令",
        document_number="第3号",
        text="《示范县办法》已经通过，现予公布，自2026年5月1日起施行。",
        signer_title="县长",
        annotation="",
    ),
    "minutes": bare(
        form="minutes",
        issuer_mark="示范县人民政府常务会议纪要",
        document_number="〔2026〕5号",
        attendance=("出席：张示范、李样本" + "、王例" * 16, "请假：赵某", "列席:县财政局钱某"),
    ),
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Rendering]:
    folder = tmp_path_factory.mktemp("forms")
    paths = {(name, layout): folder / f"{name}_{layout}.docx" for name in FORMS for layout in "AB"}
    for (name, layout), path in paths.items():
        done = write_notice(FORMS[name], path, layout)
        assert done.agrees, (name, done.differences)
    return dict(zip(paths, render(folder, *paths.values()), strict=True))


@pytest.fixture(params=["A", "B"])
def layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def written(name: str) -> Document:
    project = FORMS[name]
    return Document(notice_bytes(project, notice_elements(project), notice_template()))


def text(line: tuple[Glyph, ...]) -> str:
    return "".join(glyph.text for glyph in line)


def middle(glyphs: tuple[Glyph, ...]) -> float:
    return (glyphs[0].left + glyphs[-1].right) / 2


def part(page: Page, words: str, last: bool = False) -> tuple[Glyph, ...]:
    """The glyphs of these words on their first or last line."""
    lines = [line for line in page.lines if words in text(line)]
    line = lines[-1 if last else 0]
    start = text(line).index(words)
    return line[start : start + len(words)]


def test_joint_mark_stands_72_mm_from_the_top_whatever_is_in_the_corner(rendered, layout: str) -> None:
    page = rendered["joint", layout].pages[0]
    assert page.line_texts()[:2] == ["000012", "特急"]
    names = [part(page, name) for name in OFFICES]
    assert min(glyph.top for glyph in names[0]) == pytest.approx(72, abs=1)
    assert {round(name[0].left) for name in names} == {round(names[0][0].left)}
    assert [name[-1].right for name in names] == pytest.approx([names[0][-1].right] * 3, abs=0.5)
    kind = part(page, "文件")
    assert kind[0].left > names[0][-1].right
    stack = (min(glyph.top for glyph in names[0]) + max(glyph.bottom for glyph in names[-1])) / 2
    assert (kind[0].top + kind[0].bottom) / 2 == pytest.approx(stack, abs=1.5)
    assert "已经县政府" in page.text, "the first page shows text"


def test_each_seal_of_a_joint_notice_has_its_room(rendered, layout: str) -> None:
    page = rendered["joint_pair", layout].pages[0]
    first, second = part(page, "示范县教育局", last=True), part(page, "示范县民政局", last=True)
    assert first[0].base == pytest.approx(second[0].base, abs=0.5)
    assert middle(second) - middle(first) >= 45
    assert middle(first) - 22.5 >= LEFT
    assert middle(second) == pytest.approx(RIGHT - (4 + 6 / 2) * ONE, abs=1), "the middle of the date"
    below = rendered["joint", layout]
    (page,) = (page for page in below.pages if "2026年3月5日" in page.text)
    places = [(middle(line), line[0].base) for line in (part(page, name, last=True) for name in OFFICES)]
    assert all(dist(one, other) >= 45 for one, other in combinations(places, 2))
    assert places[0][1] == pytest.approx(places[1][1], abs=0.5)


def test_who_signs_stands_to_the_right_of_the_number(rendered, layout: str) -> None:
    page = rendered["upward", layout].pages[0]
    first, second = page.line_with("签发人："), page.line_with("王例")
    assert text(first) == "签发人：张示范李样本"
    assert text(second) == "示政办发〔2026〕3号王例"
    assert second[0].left == pytest.approx(LEFT + ONE, abs=1)
    assert first[-1].right == pytest.approx(RIGHT - ONE, abs=1)
    assert part(page, "王例")[0].left == pytest.approx(part(page, "张示范")[0].left, abs=0.5)
    alone = rendered["upward_one", layout].pages[0].line_with("签发人：")
    assert text(alone) == "示政办发〔2026〕3号签发人：张示范"
    assert alone[-1].right == pytest.approx(RIGHT - ONE, abs=1)


def test_names_of_who_sign_have_their_face() -> None:
    document = written("upward")
    faces = {
        text_of(run): document.run_value(run, "rFonts", "eastAsia")
        for style in ("公文签发人", "公文发文字号")
        for paragraph in document.styled(style)
        for run in paragraph.findall(f"{W}r")
    }
    assert (faces["签发人："], faces["张示范"]) == ("仿宋_GB2312", "楷体_GB2312")
    (corner,) = written("joint").styled("公文紧急程度")
    assert written("joint").run_value(corner.find(f"{W}r"), "rFonts", "eastAsia") == "黑体"


def test_attachments_begin_pages_with_label_and_title_on_line_three(rendered, layout: str) -> None:
    rendering = rendered["attachments", layout]
    noted = next(page for page in rendering.pages if "附件：" in page.text)
    note = noted.line_with("附件：")
    assert text(note) == "附件：1.示范县深化营商环境改革创新任务分工表"
    second = part(noted, "2.名词解释")
    assert second[0].left == pytest.approx(note[3].left, abs=0.5)
    assert part(noted, "名词解释")[0].left == pytest.approx(
        part(noted, "示范县深化营商环境改革创新任务分工表")[0].left, abs=0.5
    )
    (page,) = (page for page in rendering.pages if page.line_texts()[0] == "附件2")
    label, title = page.lines[:2]
    assert label[0].left == pytest.approx(LEFT, abs=0.5)
    assert text(title) == "名词解释"
    assert middle(title) == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    assert 1.6 * 10.2 < title[0].base - label[0].base < 2.6 * 10.5


def test_a_table_attached_lies_on_landscape_pages_and_numbers_go_on(rendered, layout: str) -> None:
    rendering = rendered["attachments", layout]
    turned = [place for place, page in enumerate(rendering.pages, 1) if "具体举措" in page.text]
    assert turned
    for place in turned:
        outside = [glyph for glyph in rendering.pages[place - 1].glyphs if glyph.right < 33]
        assert "".join(sorted({glyph.text for glyph in outside} - {"—"})) == "".join(sorted(set(str(place))))
    upright = [place for place in range(1, len(rendering.pages) + 1) if place not in turned]
    for place in upright:
        assert text(rendering.pages[place - 1].lines[-1]) == f"—{place}—"
    sizes = [
        each.find(f"{W}pgSz").get(f"{W}orient") for each in written("attachments").body.iter(f"{W}sectPr")
    ]
    assert sizes == [None, "landscape", None]


def test_the_imprint_keeps_its_place_after_attachments(rendered, layout: str) -> None:
    rules = sorted(rule.middle for rule in rendered["attachments", layout].pages[-1].rules)
    assert rules[-1] == pytest.approx(BOTTOM, abs=0.5)


def test_letters_have_mark_and_double_lines_in_their_places(rendered, layout: str) -> None:
    pages = rendered["letter", layout].pages
    mark = part(pages[0], "示范县人民政府办公室")
    assert min(glyph.top for glyph in mark) == pytest.approx(30, abs=1)
    assert middle(mark) == pytest.approx(106, abs=1)
    rules = sorted({round(rule.middle, 1) for rule in pages[0].rules})
    for rule in pages[0].rules:
        assert (rule.left, rule.right) == (pytest.approx(21, abs=0.6), pytest.approx(191, abs=0.6))
    assert rules[0] - max(glyph.bottom for glyph in mark) == pytest.approx(4, abs=1.5)
    assert rules[-1] == pytest.approx(277, abs=0.6)
    number = pages[0].line_with("示政办函〔2026〕8号")
    assert text(number) == "加急示政办函〔2026〕8号"
    assert number[-1].right == pytest.approx(RIGHT, abs=0.8)
    upper = [rule for rule in rules if rule < 100]
    assert min(glyph.top for glyph in number) - upper[-1] == pytest.approx(4.94, abs=1)
    assert not pages[1].rules or min(rule.middle for rule in pages[1].rules) > 200
    assert "—1—" not in pages[0].line_texts()
    assert text(pages[1].lines[-1]) == "—2—"


def test_orders_have_no_title_and_room_for_the_stamp(rendered, layout: str) -> None:
    page = rendered["order", layout].pages[0]
    mark = page.lines[0]
    assert text(mark) == "示范县人民政府令"
    assert min(glyph.top for glyph in mark) == pytest.approx(57, abs=1)
    assert page.line_texts()[1] == "第3号"
    assert page.line_texts()[2].startswith("《示范县办法》已经通过")
    assert not [rule for rule in page.rules if rule.middle < 200], "no red rule"
    title, date = page.line_with("县长"), part(page, "2026年3月5日")
    assert title[-1].right == pytest.approx(RIGHT - (4 + 5 + 2) * ONE, abs=1)
    assert date[-1].right == pytest.approx(RIGHT - 4 * ONE, abs=1.5)
    assert date[0].base - title[0].base == pytest.approx(2 * 10.3, abs=0.7)


def test_minutes_list_who_attended(rendered, layout: str) -> None:
    page = rendered["minutes", layout].pages[0]
    assert min(glyph.top for glyph in page.lines[0]) == pytest.approx(72, abs=1)
    assert text(page.line_with("2026年3月5日")) == "示范县人民政府办公室2026年3月5日"
    page = next(page for page in rendered["minutes", layout].pages if "出席：" in page.text)
    present = page.line_with("出席：")
    assert present[0].left == pytest.approx(LEFT + 2 * ONE, abs=0.5)
    following = page.lines[page.lines.index(present) + 1]
    assert following[0].left == pytest.approx(LEFT + 5 * ONE, abs=0.7)
    assert text(page.line_with("列席：")) == "列席：县财政局钱某"
    document = written("minutes")
    runs = document.styled("公文出席名单")[0].findall(f"{W}r")
    assert [document.run_value(run, "rFonts", "eastAsia") for run in runs] == ["黑体", "仿宋_GB2312"]
    assert "各镇人民政府" not in "".join(page.text for page in rendered["minutes", layout].pages)
    assert "分送：" in rendered["minutes", layout].pages[-1].text


def test_what_is_classified_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveProblem, match="classified “机密★1年” must not be drafted here"):
        write_notice(with_notice(classification="机密★1年"), tmp_path / "通知.docx")
    assert not list(tmp_path.iterdir())


def test_forms_without_their_details_are_written_all_the_same(tmp_path: Path) -> None:
    for form in ("letter", "order", "minutes"):
        project = Project(
            notice=PROJECT.notice.__class__(form=form, attachments=("", "甲"), attendance=("无",))
        )
        assert write_notice(project, tmp_path / f"{form}.docx").agrees
