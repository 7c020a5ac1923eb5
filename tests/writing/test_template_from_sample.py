"""An office's own template read from a notice that it made in Word."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from editor.errors import FileProblem, SaveProblem
from editor.writing import SampleReading, deviations, template_from_sample, write_notice
from editor.writing.template.template import notice_template
from tests.writing.effective import Document, W, text_of
from tests.writing.samples import NOTICE, PROJECT

BODY = "现将有关事项通知如下，请认真抓好落实。" * 4


class Sample:
    """A notice as an office makes it: no styles, everything set by hand."""

    def __init__(self) -> None:
        self.document = docx.Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)

    def add(self, text: str, font: str, size: float, colour: str = "", centred: bool = False) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        paragraph.paragraph_format.line_spacing = Pt(28)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.font.size = Pt(size)
        if font:
            fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:eastAsia"), font)
            fonts.set(qn("w:ascii"), "Arial")
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)

    def save(self, path: Path) -> Path:
        self.document.save(str(path))
        return path


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    made = Sample()
    made.add("样板县人民政府文件", "华文中宋", 50, "E00000", centred=True)
    made.add("样政发〔2026〕7号", "华文仿宋", 16, centred=True)
    made.add("样板县人民政府关于做好示范工作的通知", "华文中宋", 21, centred=True)
    made.add("各镇人民政府，县政府各部门：", "华文仿宋", 16)
    made.add(BODY, "华文仿宋", 16)
    made.add("一、总体要求", "微软雅黑", 16)
    made.add("（一）主要目标。" + BODY, "华文楷体", 16)
    made.add(BODY, "华文仿宋", 16)
    made.add("样板县人民政府", "华文仿宋", 16)
    made.add("2026年3月5日", "华文仿宋", 16)
    made.add("（此件公开发布）", "华文仿宋", 16)
    made.add("抄送：县委办公室。", "华文仿宋", 12)
    made.add("样板县人民政府办公室      2026年3月6日印发", "华文仿宋", 12)
    return made.save(tmp_path / "样文.docx")


@pytest.fixture
def reading(sample: Path, tmp_path: Path) -> SampleReading:
    return template_from_sample(sample, tmp_path / "本县样式")


def test_faces_are_read_element_by_element(reading: SampleReading) -> None:
    found = {each.element: (each.family, each.size, each.colour) for each in reading.faces}
    assert found["issuer's mark"] == ("华文中宋", 50, "E00000")
    assert found["title"] == ("华文中宋", 21, "000000")
    assert found["text"] == ("华文仿宋", 16, "000000")
    assert found["headings of level 1"] == ("微软雅黑", 16, "000000")
    assert found["headings of level 2"] == ("华文楷体", 16, "000000")
    assert found["copied to"] == ("华文仿宋", 12, "000000")
    assert set(reading.lacking) == {
        "headings of level 3",
        "headings of level 4",
        "attachment note",
        "label of an attachment",
    }


def test_the_notice_looks_like_the_sample(reading: SampleReading, tmp_path: Path) -> None:
    done = write_notice(PROJECT, tmp_path / "通知.docx", template=Path(reading.folder))
    assert done.agrees
    document = Document((tmp_path / "通知.docx").read_bytes())

    def face(style: str, place: int = 0) -> tuple[str | None, ...]:
        run = document.styled(style)[0].findall(f"{W}r")[place]
        return tuple(document.run_value(run, *each) for each in FACE)

    assert face("公文发文机关标志")[:2] == ("华文中宋", "70")
    assert document.run_value(document.styled("公文发文机关标志")[0].find(f"{W}r"), "color") == "E00000"
    assert face("Title") == ("华文中宋", "42", "Arial")
    assert face("公文主送机关") == ("华文仿宋", "32", "Arial")
    assert face("heading 1") == ("微软雅黑", "32", "Arial")
    assert face("公文条目 2") == ("华文楷体", "32", "Arial")
    assert face("公文条目 2", 1) == ("华文仿宋", "32", "Arial")
    assert face("公文版记抄送") == ("华文仿宋", "24", "Arial")
    assert document.paragraph_value(document.styled("公文主送机关")[0], "spacing", "line") == "560"
    assert document.section.find(f"{W}docGrid").get(f"{W}linePitch") == "560"


FACE = (("rFonts", "eastAsia"), ("sz",), ("rFonts", "ascii"))


def test_what_the_sample_says_of_its_office_is_told(reading: SampleReading) -> None:
    office = reading.locality
    assert (office.issuer_mark, office.issuer) == ("样板县人民政府文件", "样板县人民政府")
    assert (office.number_prefix, office.annotation) == ("样政发", "此件公开发布")
    assert office.addressees == ("各镇人民政府", "县政府各部门")
    assert (office.copied_to, office.printed_by) == ("县委办公室", "样板县人民政府办公室")


def test_departures_are_listed_with_their_clauses(reading: SampleReading) -> None:
    assert reading.deviations == deviations(Path(reading.folder))
    said = {(each.message, each.clause) for each in reading.deviations}
    assert ("A line has 27 characters, not 28.", "GB/T 9704—2012 5.2.3") in said
    assert ("“Title” is set in 21.0 pt, not in 22.0 pt.", "GB/T 9704—2012 7.3.1") in said
    assert any("7.4.2" in clause and "华文仿宋" in message for message, clause in said)


def test_our_own_notice_as_the_sample_gives_our_own_look(tmp_path: Path) -> None:
    write_notice(PROJECT, tmp_path / "通知.docx")
    reading = template_from_sample(tmp_path / "通知.docx", tmp_path / "样式")
    assert reading.deviations == ()
    assert reading.lacking == ("attachment note", "label of an attachment")
    assert reading.locality.copied_to == NOTICE.copied_to
    look, own = notice_template(tmp_path / "样式"), notice_template()
    assert (look.page, look.imprint) == (own.page, own.imprint)
    write_notice(PROJECT, tmp_path / "再写.docx", template=tmp_path / "样式")
    bodies = [Document((tmp_path / name).read_bytes()).body for name in ("通知.docx", "再写.docx")]
    assert text_of(bodies[0]) == text_of(bodies[1])


def test_fonts_named_by_a_theme_are_found(tmp_path: Path) -> None:
    made = Sample()
    made.add("样政发〔2026〕7号", "", 16, centred=True)
    made.add("关于做好示范工作的通知", "", 22, centred=True)
    made.add("各镇人民政府：", "", 16)
    made.add(BODY, "", 16)
    theme = next(p for p in made.document.part.package.iter_parts() if "theme" in p.content_type)
    theme._blob = theme.blob.replace(b'<a:ea typeface=""/>', "<a:ea typeface='等线'/>".encode())
    reading = template_from_sample(made.save(tmp_path / "样文.docx"), tmp_path / "样式")
    (text,) = (each for each in reading.faces if each.element == "text")
    assert text.family == "等线"


def test_a_grid_of_characters_becomes_spacing(tmp_path: Path) -> None:
    made = Sample()
    grid = made.document.sections[0]._sectPr.find(qn("w:docGrid"))
    for name, value in (("type", "linesAndChars"), ("linePitch", "579"), ("charSpace", "-848")):
        grid.set(qn(f"w:{name}"), value)
    for text in ("样政发〔2026〕7号", "关于做好示范工作的通知", "各镇人民政府：", BODY):
        made.add(text, "仿宋", 16)
    template_from_sample(made.save(tmp_path / "样文.docx"), tmp_path / "样式")
    look = notice_template(tmp_path / "样式")
    assert (look.page.character, look.page.characters_per_line) == (315, 28)


def test_a_template_that_is_there_stays(sample: Path, tmp_path: Path) -> None:
    template_from_sample(sample, tmp_path / "样式")
    before = (tmp_path / "样式" / "notice.docx").read_bytes()
    with pytest.raises(SaveProblem, match="There is a template in “样式” already"):
        template_from_sample(sample, tmp_path / "样式")
    assert (tmp_path / "样式" / "notice.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"plain", r"“样文\.docx” is no \.docx; open it in Word or WPS"),
        (b"PK\x03\x04", r"“样文\.docx” is damaged"),
        (b"", "is empty"),
    ],
)
def test_what_is_no_document_is_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "样文.docx").write_bytes(content)
    with pytest.raises(FileProblem, match=sentence):
        template_from_sample(tmp_path / "样文.docx", tmp_path / "样式")
    assert not (tmp_path / "样式").exists()


@pytest.mark.parametrize("texts", [(), ("随便一段话。",), ("", " ")])
def test_what_is_no_notice_is_one_sentence(tmp_path: Path, texts: tuple[str, ...]) -> None:
    made = Sample()
    for text in texts:
        made.add(text, "宋体", 10)
    with pytest.raises(FileProblem, match="looks like no notice"):
        template_from_sample(made.save(tmp_path / "样文.docx"), tmp_path / "样式")
    assert not (tmp_path / "样式").exists()


def test_styles_that_lead_in_a_circle_do_no_harm(tmp_path: Path) -> None:
    made = Sample()
    for text in ("样政发〔2026〕7号", "关于做好示范工作的通知", "各镇人民政府：", BODY):
        made.add(text, "", 16)
    normal = made.document.styles.element.find(f".//{W}style[@{W}styleId='Normal']")
    based = docx.oxml.OxmlElement("w:basedOn")
    based.set(qn("w:val"), "Normal")
    normal.insert(1, based)
    assert template_from_sample(made.save(tmp_path / "样文.docx"), tmp_path / "样式").faces
