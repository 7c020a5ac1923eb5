"""Word documents: everything Word shows is read, nothing it hides; documents are built here."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from editor.plan.project import Reading
from editor.reading import read_content
from editor.reading.readers.docx_numbering import format_count

W = nsdecls("w")


def content_of(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(document: Document) -> Reading:
    return read_content(content_of(document), "方案.docx")


def paragraph(xml: str) -> etree._Element:
    return parse_xml(
        f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{xml}</w:p>'
    )


def with_paragraphs(*parts: str) -> Document:
    """A document of paragraphs given as plain text or as the XML inside w:p."""
    document = docx.Document()
    for part in parts:
        if part.startswith("<"):
            document.element.body.insert_element_before(paragraph(part), "w:sectPr")
        else:
            document.add_paragraph(part)
    return document


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def only_measure_text(document: Document) -> str:
    (measure,) = read(document).plan.measures
    return measure.text


def test_paragraphs_are_lines() -> None:
    plan = read(
        with_paragraphs(
            "示范县优化服务方案", "为优化服务，制定本方案。", "一、任务", "1.完善服务。设立专窗。"
        )
    ).plan
    assert plan.title == "示范县优化服务方案"
    assert plan.measures[0].lines == (4, 4)


def test_insertions_are_read_and_deletions_left_out() -> None:
    reading = read(
        with_paragraphs(
            "1.完善服务。设立专窗。",
            text("2.压缩时限。限时")
            + f"<w:ins w:id='1' w:author='某'>{text('办结')}</w:ins>"
            + "<w:del w:id='2' w:author='某'><w:r><w:delText>等待</w:delText></w:r></w:del>"
            + f"<w:moveFrom w:id='3' w:author='某'>{text('原处')}</w:moveFrom>"
            + f"<w:moveTo w:id='4' w:author='某'>{text('并公开')}</w:moveTo>"
            + text("。"),
        )
    )
    assert reading.plan.measures[1].text == "限时办结并公开。"
    assert [(issue.code, issue.place.lines) for issue in reading.issues] == [("tracked_changes", (2, 2))]


def test_a_deleted_paragraph_end_joins_the_next_paragraph() -> None:
    removed = "<w:pPr><w:rPr><w:del w:id='1' w:author='某'/></w:rPr></w:pPr>"
    assert (
        only_measure_text(with_paragraphs(removed + text("1.完善服务。设立"), text("专窗。"))) == "设立专窗。"
    )


@pytest.mark.parametrize(
    "inner",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag w:element='x'>{}</w:smartTag>",
        "<w:customXml w:element='x'>{}</w:customXml>",
        "<w:fldSimple w:instr='REF a'>{}</w:fldSimple>",
        "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>",
    ],
)
def test_what_wraps_runs_is_looked_into(inner: str) -> None:
    document = with_paragraphs(text("1.完善服务。设立") + inner.format(text("专窗")) + text("。"))
    assert only_measure_text(document) == "设立专窗。"


def test_a_content_control_around_paragraphs() -> None:
    document = with_paragraphs("一、任务")
    control = f"<w:sdt {W}><w:sdtPr/><w:sdtContent><w:p>{text('1.完善服务。设立专窗。')}</w:p></w:sdtContent></w:sdt>"
    document.element.body.insert_element_before(parse_xml(control), "w:sectPr")
    assert only_measure_text(document) == "设立专窗。"


def test_line_breaks_part_lines_and_tabs_part_words() -> None:
    document = with_paragraphs(
        text("示范县优化服务") + "<w:r><w:br/></w:r>" + text("实施方案"),
        text("为优化服务，制定本方案。") + "<w:r><w:br w:type='page'/></w:r>",
        text("1.完善服务。办理A")
        + "<w:r><w:tab/></w:r>"
        + text("B类证照")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + text("一。"),
    )
    plan = read(document).plan
    assert plan.title == "示范县优化服务实施方案"
    assert plan.opening == "为优化服务，制定本方案。"
    assert plan.measures[0].text == "办理A B类证照-一。"


def test_tables_and_text_boxes_are_not_lost() -> None:
    document = with_paragraphs("一、任务")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "1.完善服务。设立专窗。（责任单位：甲局）"
    table.cell(0, 1).text = "2.压缩时限。限时办结。（责任单位：乙局）"
    box = f"<w:r><w:pict><w:txbxContent><w:p>{text('3.推广网办。上线平台。')}</w:p></w:txbxContent></w:pict></w:r>"
    document.element.body.insert_element_before(paragraph(box), "w:sectPr")
    plan = read(document).plan
    assert [m.number for m in plan.measures] == ["1", "2", "3"]
    assert [m.lines for m in plan.measures] == [(2, 2), (3, 3), (5, 5)]


LEVELS = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"), ("decimalEnclosedCircle", "%5")]  # fmt: skip


def add_list(
    document: Document, overrides: dict[int, int] | None = None, abstract: str = "77", number: str = "77"
) -> None:
    """An automatic list with the five levels of an official document, and w:num elements with starts of their own."""
    numbering = document.part.numbering_part.element
    if numbering.find(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{abstract}']") is None:
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/></w:lvl>'
            for i, (form, shown) in enumerate(LEVELS)
        )
        numbering.insert(
            0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{abstract}">{levels}</w:abstractNum>')
        )
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in (overrides or {}).items()
    )
    numbering.append(
        parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{starts}</w:num>')
    )


def add_item(document: Document, level: int, words: str, number: str = "77") -> None:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    document.element.body.insert_element_before(paragraph(properties + text(words)), "w:sectPr")


def numbers(document: Document) -> list[tuple[int, str | None]]:
    return [(block.level, block.number) for block in read(document).plan.body if hasattr(block, "number")]


def test_automatic_numbers_are_part_of_the_text() -> None:
    document = docx.Document()
    add_list(document)
    for level, words in [
        (0, "主要任务"),
        (1, "窗口"),
        (2, "甲。乙。"),
        (2, "丙。丁。"),
        (1, "时限"),
        (2, "戊"),
        (3, "己"),
        (4, "庚。辛。"),
        (0, "保障"),
    ]:
        add_item(document, level, words)
    assert numbers(document) == [
        (1, "一"),
        (2, "一"),
        (3, "1"),
        (3, "2"),
        (2, "二"),
        (3, "1"),
        (4, "1"),
        (5, "①"),
        (1, "二"),
    ]


def test_a_list_goes_on_in_another_one_unless_its_start_is_overridden() -> None:
    document = docx.Document()
    add_list(document)
    add_list(document, number="78")
    add_list(document, {2: 5}, number="79")
    for list_id in ("77", "78", "79", "79"):
        add_item(document, 2, "甲。乙。", list_id)
    assert numbers(document) == [(3, "1"), (3, "2"), (3, "5"), (3, "6")]


def test_a_style_may_carry_the_number() -> None:
    document = docx.Document()
    add_list(document)
    style = document.styles.add_style("条", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    properties = style.element.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="2"/><w:numId w:val="77"/></w:numPr>'))
    derived = document.styles.add_style("款", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    derived.base_style = style
    document.add_paragraph("甲。乙。", style="条")
    document.add_paragraph("丙。丁。", style="款")
    assert numbers(document) == [(3, "1"), (3, "2")]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (21, "chineseCountingThousand", "二十一"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (2, "ideographTraditional", "乙"),
        (27, "lowerLetter", "aa"),
        (4, "upperRoman", "IV"),
        (7, "decimalZero", "07"),
        (9, "unknown", "9"),
        (0, "chineseCounting", "0"),
        (5000, "lowerRoman", "5000"),
    ],
)
def test_number_formats(value: int, form: str, shown: str) -> None:
    assert format_count(value, form) == shown


def test_footnotes_are_set_aside() -> None:
    document = with_paragraphs("1.完善服务。设立专窗。")
    notes = f"<w:footnotes {W}><w:footnote w:type='separator'><w:p/></w:footnote><w:footnote w:id='2'><w:p>{text('见某办法。')}</w:p></w:footnote></w:footnotes>"
    plan = read_content(with_entry(content_of(document), "word/footnotes.xml", notes.encode()), "a.docx").plan
    assert [(part.text, part.reason) for part in plan.set_aside] == [("见某办法。", "footnote")]


def test_strict_documents() -> None:
    content = content_of(with_paragraphs("1.完善服务。设立专窗。"))
    strict = changed(
        content,
        "word/document.xml",
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    assert read_content(strict, "a.docx").plan.measures[0].heading == "完善服务"


def with_entry(content: bytes, entry: str, data: bytes) -> bytes:
    """The archive with one more entry."""
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(entry, data)
    return file.getvalue()


def changed(content: bytes, entry: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one entry changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            new.writestr(item.filename, change(data) if item.filename == entry else data)
    return file.getvalue()
