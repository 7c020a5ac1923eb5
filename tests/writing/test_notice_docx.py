"""The assertions of GB/T 9704—2012 that the file itself can show, and what the guard says of it."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.errors import SaveProblem
from editor.plan.project import Project
from editor.writing.elements.guard import differences
from editor.writing.notice.notice_docx import notice_bytes, write_notice
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.template.template import notice_template
from tests.writing.effective import Document, W, text_of
from tests.writing.samples import BODY, PROJECT, WORDS, measure, with_notice, with_plan

FANGSONG, KAITI, HEITI, TITLE_SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
PPR_ORDER = [
    *("pStyle", "keepNext", "pageBreakBefore", "widowControl", "pBdr", "tabs", "kinsoku", "overflowPunct"),
    *("autoSpaceDE", "autoSpaceDN", "snapToGrid", "spacing", "ind", "jc", "outlineLvl"),
]
RPR_ORDER = ["rStyle", "rFonts", "color", "spacing", "sz", "szCs", "lang"]
SETTINGS_ORDER = ["zoom", "defaultTabStop", "evenAndOddHeaders", "characterSpacingControl", "compat"]


def written(project: Project, layout: str = "A") -> Document:
    return Document(notice_bytes(project, notice_elements(project), notice_template(), layout))


@pytest.fixture(scope="module")
def notice() -> Document:
    return written(PROJECT)


def values(element: object, *names: str) -> list[int]:
    return [int(element.get(f"{W}{name}")) for name in names]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("layout", "top", "bottom", "pitch"), [("A", 2098, 1984, 579), ("B", 1960, 1847, 592)]
)
def test_page_and_grid(layout: str, top: int, bottom: int, pitch: int) -> None:
    document = written(PROJECT, layout)
    size, margins = document.section.find(f"{W}pgSz"), document.section.find(f"{W}pgMar")
    grid = document.section.find(f"{W}docGrid")
    assert values(size, "w", "h") == [11906, 16838]
    assert values(margins, "top", "right", "bottom", "left", "footer") == [top, 1474, bottom, 1587, 1417]
    assert grid.attrib == {f"{W}type": "lines", f"{W}linePitch": str(pitch)}
    for paragraph in document.styled("公文正文") + document.styled("公文条目 3") + document.styled("Normal"):
        line = [
            document.paragraph_value(paragraph, "spacing", each)
            for each in ("line", "lineRule", "before", "after")
        ]
        assert line == [str(pitch), "exact", "0", "0"]


def test_no_run_takes_a_theme_font_and_every_one_has_both_scripts(notice: Document) -> None:
    referring = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
    assert not any(each.encode() in part for part in notice.parts.values() for each in referring)
    assert not any("Effects" in name for name in notice.parts)
    for run in notice.body.iter(f"{W}r"):
        assert all(notice.run_value(run, "rFonts", each) for each in ("ascii", "hAnsi", "eastAsia"))


def test_size_three_runs_are_tightened(notice: Document) -> None:
    sized = [run for run in notice.body.iter(f"{W}r") if notice.run_value(run, "sz") == "32" and text_of(run)]
    assert len(sized) > 20
    assert {notice.run_value(run, "spacing") for run in sized} == {"-5"}


def test_marks_of_either_script_are_said_to_be_east_asian(notice: Document) -> None:
    marked = [run for run in notice.body.iter(f"{W}r") if re.search("[“”‘’—…·]", text_of(run))]
    assert len(marked) > 5
    assert all(run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia" for run in marked)


def test_latin_letters_get_no_extra_space_anywhere(notice: Document) -> None:
    for paragraph in notice.body.iter(f"{W}p"):
        assert notice.paragraph_value(paragraph, "autoSpaceDE") == "0"
        assert notice.paragraph_value(paragraph, "autoSpaceDN") == "0"
        assert notice.paragraph_value(paragraph, "widowControl") == "0"


def test_other_pitches_keep_off_the_grid(notice: Document) -> None:
    for paragraph in notice.body.iter(f"{W}p"):
        if notice.paragraph_value(paragraph, "spacing", "line") != "579":
            assert notice.paragraph_value(paragraph, "snapToGrid") == "0", notice.style_name(paragraph)


def test_titles(notice: Document) -> None:
    own, plans = notice.styled("Title")
    for title in (own, plans):
        for run in title.iter(f"{W}r"):
            assert notice.run_value(run, "rFonts", "eastAsia") == TITLE_SONG
            assert notice.run_value(run, "sz") == "44"
            assert notice.run_value(run, "b") is None
        assert notice.paragraph_value(title, "jc") == "center"
    assert text_of(own) == PROJECT.notice.title
    assert notice.paragraph_value(own, "pageBreakBefore") is None
    assert notice.paragraph_value(plans, "pageBreakBefore") == "on"


@pytest.mark.parametrize(
    ("style", "opening", "face"),
    [
        ("heading 1", "一、工作目标", HEITI),
        ("heading 2", "（一）优化政务服务", KAITI),
        ("heading 3", "3.涉企执法规范办", FANGSONG),
        ("公文条目 1", "三、强化保障。", HEITI),
        ("公文条目 2", "（二）健全长效机制。", KAITI),
        ("公文条目 3", "1.企业开办一次办。", FANGSONG),
        ("公文条目 4", "（1）亮码入企。", FANGSONG),
    ],
)
def test_only_the_heading_has_the_levels_face(notice: Document, style: str, opening: str, face: str) -> None:
    paragraph = notice.styled(style)[0]
    runs = paragraph.findall(f"{W}r")
    assert text_of(runs[0]) == opening
    assert notice.run_value(runs[0], "rFonts", "eastAsia") == face
    assert {notice.run_value(run, "rFonts", "eastAsia") for run in runs[1:]} <= {FANGSONG}
    assert notice.paragraph_value(paragraph, "ind", "firstLine") == "630"
    assert notice.paragraph_value(paragraph, "outlineLvl") == str(int(style[-1]) - 1)


def test_only_headings_on_their_own_are_kept_with_what_follows(notice: Document) -> None:
    for paragraph in notice.paragraphs:
        if notice.style_name(paragraph).startswith("公文条目"):
            assert notice.paragraph_value(paragraph, "keepNext") == "0"
    for level in range(1, 6):
        (stated,) = notice.styles[f"Heading{level}"].iter(f"{W}keepNext")
        assert stated.get(f"{W}val") == "0"
    assert notice.paragraph_value(notice.styled("heading 1")[0], "keepNext") == "on"


def test_page_numbers_stand_outside(notice: Document) -> None:
    assert notice.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    kinds = [each.get(f"{W}type") for each in notice.section.findall(f"{W}footerReference")]
    assert kinds == ["default", "even"]
    for part, justify, side in (("footer1", "right", "right"), ("footer2", "left", "left")):
        footer = notice.part(f"word/{part}.xml")
        (paragraph,) = footer.iter(f"{W}p")
        assert text_of(footer) == "— 1 —"
        assert "PAGE" in "".join(each.text for each in footer.iter(f"{W}instrText"))
        assert notice.paragraph_value(paragraph, "jc") == justify
        assert notice.paragraph_value(paragraph, "ind", side) == "280"
        for run in footer.iter(f"{W}r"):
            faces = {notice.run_value(run, "rFonts", each) for each in ("ascii", "hAnsi", "eastAsia")}
            assert (faces, notice.run_value(run, "sz")) == ({"宋体"}, "28")
    assert notice.section.find(f"{W}pgNumType") is None


def test_imprint_has_three_rules_and_four_point_type(notice: Document) -> None:
    (table,) = notice.body.iter(f"{W}tbl")
    rules = [
        (each.tag.removeprefix(W), each.get(f"{W}sz"))
        for each in table.iter(f"{W}top", f"{W}bottom")
        if each.get(f"{W}sz")
    ]
    assert rules == [("top", "8"), ("top", "6"), ("bottom", "8")]
    copied_to, printed = table.iter(f"{W}p")
    assert text_of(copied_to).startswith("抄送：县委办公室、")
    assert text_of(copied_to).endswith("县人武部。")
    assert text_of(printed) == "示范县人民政府办公室2026年3月6日印发"
    assert {notice.run_value(run, "sz") for run in table.iter(f"{W}r")} == {"28"}


def test_red_rule_is_the_numbers_border(notice: Document) -> None:
    (number,) = notice.styled("公文发文字号")
    rule = notice.styles["DocumentNumber"].find(f"{W}pPr/{W}pBdr/{W}bottom")
    assert (rule.get(f"{W}color"), rule.get(f"{W}val")) == ("FF0000", "single")
    assert re.fullmatch(r"[\u4e00-\u9fa5]+〔(19|20)\d{2}〕[1-9]\d*号", text_of(number))
    assert notice.run_value(notice.styled("公文发文机关标志")[0].find(f"{W}r"), "color") == "FF0000"


def test_a_long_mark_is_set_smaller_so_that_it_stays_one_line() -> None:
    document = written(with_notice(issuer_mark="示范县优化营商环境工作领导小组办公室文件"))
    (mark,) = document.styled("公文发文机关标志")
    half_points = int(document.run_value(mark.find(f"{W}r"), "sz") or 0)
    assert 20 * half_points * 10 <= 8845
    assert document.paragraph_value(mark, "spacing", "line") == str(half_points * 10)


def sign_off(document: Document) -> list[tuple[str | None, str | None]]:
    """(signature, date): the indent on the side they are set from, in twips."""
    paragraphs = document.styled("公文署名") + document.styled("公文成文日期")
    sides = {"right": "right", "left": "left"}
    return [
        (justify, document.paragraph_value(each, "ind", sides[justify or ""]))
        for each in paragraphs
        if (justify := document.paragraph_value(each, "jc"))
    ]


def test_sealed_date_has_four_characters_to_its_right_and_the_signature_is_centred_on_it() -> None:
    date, signature = 6, 10
    assert sign_off(written(PROJECT)) == [
        ("right", str((4 * 2 + date - signature) * 315 // 2)),
        ("right", "1260"),
    ]


def test_unsealed_date_begins_two_characters_after_the_signature() -> None:
    assert sign_off(written(with_notice(sealed=False))) == [("left", str(16 * 315)), ("left", str(18 * 315))]


def test_unsealed_date_longer_than_the_signature_is_two_characters_from_the_right() -> None:
    document = written(with_notice(sealed=False, issuers=("县政府办",), date="2026-12-31"))
    width_of_date = 7.0
    begin = 28 - 2 - width_of_date
    assert sign_off(document) == [("left", str(round((begin - 2) * 315))), ("left", str(round(begin * 315)))]


@pytest.mark.parametrize(("sealed", "blank"), [(True, 2), (False, 1)])
@pytest.mark.parametrize(("text", "kept"), [("第一段。\n第二段。", True), ("只有一段。", False)])
def test_signature_is_kept_with_the_last_of_several_paragraphs(
    sealed: bool, blank: int, text: str, kept: bool
) -> None:
    document = written(with_notice(sealed=sealed, text=text))
    place = document.paragraphs.index(document.styled("公文署名")[0])
    last, *blanks = document.paragraphs[place - blank - 1 : place]
    assert text_of(last)
    assert not any(text_of(each) for each in blanks)
    assert (document.paragraph_value(last, "keepNext") == "on") is kept
    assert all(document.paragraph_value(each, "keepNext") == "on" for each in blanks)


def check_order(parent: object, order: list[str]) -> None:
    tags = [child.tag.removeprefix(W) for child in parent]  # type: ignore[attr-defined]
    assert tags == sorted(tags, key=order.index)


def test_properties_stand_in_schema_order(notice: Document) -> None:
    for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml", "word/footer2.xml"):
        part = notice.part(name)
        for properties in part.iter(f"{W}pPr"):
            check_order(properties, PPR_ORDER)
        for properties in part.iter(f"{W}rPr"):
            check_order(properties, RPR_ORDER)
    check_order(notice.part("word/settings.xml"), SETTINGS_ORDER)


def test_python_docx_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "通知.docx"
    write_notice(PROJECT, path)
    document = docx.Document(str(path))
    assert document.core_properties.title == PROJECT.notice.title
    assert document.core_properties.author == ""
    assert document.core_properties.last_modified_by == ""
    assert any(paragraph.text.startswith("1.企业开办一次办。") for paragraph in document.paragraphs)


def test_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    write_notice(PROJECT, tmp_path / "a.docx")
    write_notice(PROJECT, tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_counts_and_agreement(tmp_path: Path) -> None:
    done = write_notice(PROJECT, tmp_path / "通知.docx")
    assert done.agrees, done.differences
    assert (done.measures, done.units) == (6, 4)
    assert done.characters == sum(len("".join(each.printed.split())) for each in notice_elements(PROJECT))
    assert done.left_out == ()


def test_notes_stay_inside_and_are_mentioned(tmp_path: Path) -> None:
    noted = replace(measure("m1", 3, "1", "企业开办一次办"), note="此处与财政局再核")
    done = write_notice(with_plan(body=(noted,)), tmp_path / "通知.docx")
    assert done.left_out == ("1 note left out.",)
    assert "再核" not in text_of(Document((tmp_path / "通知.docx").read_bytes()).body)


def test_a_measure_that_got_lost_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shorter = with_plan(body=BODY[:-1])
    elements = notice_elements(shorter)
    monkeypatch.setattr(
        "editor.writing.notice.notice_docx.notice_elements", lambda project, longest: elements
    )
    done = write_notice(PROJECT, tmp_path / "通知.docx")
    assert not done.agrees
    assert done.differences == ("The file holds 5 of 6 measures whole and in order.",)


def test_control_characters_are_left_out_and_counted(tmp_path: Path) -> None:
    project = with_plan(body=(measure("m1", 3, "1", "标\x00题", "正\x07文\ud800。\u2028第二段\t𠮷😀。"),))
    done = write_notice(project, tmp_path / "通知.docx")
    assert done.agrees, done.differences
    assert done.left_out == ("3 control characters left out.",)
    text = text_of(Document((tmp_path / "通知.docx").read_bytes()).body)
    assert "1.标题。正文。第二段 𠮷😀。" in text


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_gives_a_file_that_agrees(text: str, heading: str) -> None:
    project = with_notice(title=heading, text=text, issuer_mark=heading, copied_to=text, issuers=(text,))
    body = (measure("m1", 3, "1", heading, text), *BODY)
    project = replace(project, local=with_plan(body=body).local)
    document = written(project)
    assert differences(project.local, notice_elements(project), document.body) == ()


def test_a_folder_that_cannot_be_written_to_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SaveProblem, match="can't be written"):
        write_notice(PROJECT, tmp_path / "missing" / "通知.docx")


def test_an_existing_file_stays_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "通知.docx"
    path.write_bytes(b"before")

    def refuse(source: str, target: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("editor.files.os.replace", refuse)
    with pytest.raises(SaveProblem, match="open in another program"):
        write_notice(PROJECT, path)
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "empty", [lambda: Project(), lambda: with_plan(body=()), lambda: with_notice(title="")]
)
def test_what_is_not_filled_in_yet_is_simply_not_there(tmp_path: Path, empty: Callable[[], Project]) -> None:
    assert write_notice(empty(), tmp_path / "通知.docx").agrees


def test_long_names_and_many_addressees(tmp_path: Path) -> None:
    project = with_notice(
        issuers=("示范县优化营商环境工作领导小组办公室" * 6,),
        addressees=tuple(f"第{place}镇人民政府" for place in range(200)),
        issuer_mark="示范县" * 60,
        title=WORDS * 5,
    )
    assert write_notice(project, tmp_path / "通知.docx").agrees
