"""Old Word documents and rich text: what Word shows of them is read, automatic numbers included."""

from pathlib import Path

import pytest

from editor import libreoffice
from editor.errors import FileProblem
from editor.plan.project import Reading
from editor.reading import read_content, read_plan
from editor.reading.readers import doc
from editor.reading.readers.formats import extract
from tests.reading.word_files import compound, convert, plan_document, text_box


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan as .docx."""
    file = tmp_path_factory.mktemp("old") / "plan.docx"
    plan_document().save(str(file))
    return file


@pytest.fixture(scope="module", params=["doc", "rtf"])
def converted(request: pytest.FixtureRequest, document: Path) -> bytes:
    """The plan in one of the older formats."""
    return convert(document, request.param)


def blocks(reading: Reading) -> list[tuple[str, ...]]:
    return [(type(block).__name__, block.original) for block in reading.plan.body]


def test_the_plan_is_that_of_the_docx(document: Path, converted: bytes) -> None:
    reading, expected = read_content(converted, "方案.docx"), read_plan(document)
    assert reading.plan.title == "示范县优化服务实施方案"
    assert reading.plan.opening == "为优化服务，制定本方案。"
    assert blocks(reading) == blocks(expected)
    assert [measure.assignments for measure in reading.plan.measures] == [
        measure.assignments for measure in expected.plan.measures
    ]
    assert [(m.number, m.heading, m.units("responsible_units")) for m in reading.plan.measures[:2]] == [
        ("一", "完善窗口服务", ("甲局", "乙局")),
        ("二", "压缩办理时限", ("丙局",)),
    ]
    assert reading.plan.measures[1].text == "限时办结，𠮷祥如意。"


def test_changes_are_accepted_and_fields_show_their_result(converted: bytes) -> None:
    read = extract(converted, "方案.doc")
    assert "本方案新词县网站印发。" in [line.text for line in read.lines]
    assert "tracked_changes" in {issue.code for issue in read.issues}


def test_text_boxes_stand_behind_the_paragraph_that_holds_them(tmp_path: Path) -> None:
    document = plan_document()
    for place, words in ((1, "联系单位：示范县己局。"), (3, "另一框的文字。")):
        document.paragraphs[place]._p.append(text_box(words))
    document.save(str(tmp_path / "plan.docx"))
    old = convert(tmp_path / "plan.docx", "doc")
    read = [extract(content, "方案").lines for content in (old, (tmp_path / "plan.docx").read_bytes())]
    lines, expected = ([(line.text, line.aside) for line in each if line.text.strip()] for each in read)
    assert lines == expected
    assert lines[2] == ("联系单位：示范县己局。", None)


def test_cells_are_lines_with_their_place(converted: bytes) -> None:
    cells = [
        (line.text, line.cell.row, line.cell.column)
        for line in extract(converted, "方案.doc").lines
        if line.cell
    ]
    assert cells == [
        ("序号", 0, 0),
        ("任务", 0, 1),
        ("责任单位", 0, 2),
        ("1", 1, 0),
        ("甲项", 1, 1),
        ("戊局", 1, 2),
    ]


def test_the_title_is_centred(converted: bytes) -> None:
    lines = extract(converted, "方案.doc").lines
    assert [line.centred for line in lines[:2]] == [True, False]


def test_an_old_word_document_says_so(converted: bytes) -> None:
    codes = {issue.code for issue in extract(converted, "方案.doc").issues}
    assert ("converted" in codes) != converted.startswith(b"{\\rtf")


GBK = "".join(f"\\'{byte:02x}" for byte in "示范县方案".encode("gbk"))


@pytest.mark.parametrize(
    ("rich", "text"),
    [
        (rf"{{\rtf1\ansi\ansicpg936 {GBK}}}", "示范县方案"),
        (rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f3\fcharset134 A;}}}}\f3 {GBK}}}", "示范县方案"),
        (rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f3\cpg936 A;}}}}\f3 {GBK}}}", "示范县方案"),
        (r"{\rtf1\ansi \u31034?\u-32761?}", "示耇"),
        (r"{\rtf1\ansi\uc2 \u31034\'ca\'be\u33539 xy}", "示范"),
        (r"{\rtf1\ansi\uc0\u31034\u33539 }", "示范"),
        (r"{\rtf1\ansi\u-10174?\u-8265?}", "𠮷"),
        (r"{\rtf1\ansi\u-10174?}", "\ufffd"),
        (r"{\rtf1\ansi\ansicpg936 \'81A}", b"\x81A".decode("gbk")),
        (r"{\rtf1 a\{b\}\\\~c\_d\tab e}", "a{b}\\\u00a0c-d\te"),
        (r"{\rtf1 a{\*\unknown x{y}}{\pict\bin3 }}}}b{\field{\*\fldinst HYPERLINK x}{\fldrslt c}}}", "abc"),
        (r"{\rtf1{\header h}{\info{\title t}}a{\footer f}}", "a"),
        (r"{\rtf1{\listtext\pard\plain 1.\tab}\pard a}", "1.a"),
    ],
)  # fmt: skip
def test_rich_text_comes_right(rich: str, text: str) -> None:
    assert [line.text for line in extract(rich.encode("latin-1"), "a.rtf").lines] == [text]


def test_footnotes_and_text_boxes_follow_their_paragraph() -> None:
    rich = rb"{\rtf1 a{\footnote n\par m}b{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt t\par}}{\shprslt t}}c\par d}"
    lines = extract(rich, "a.rtf").lines
    assert [(line.number, line.text, line.aside) for line in lines] == [
        (1, "abc", None),
        (2, "n", "footnote"),
        (3, "m", "footnote"),
        (4, "t", None),
        (5, "d", None),
    ]


@pytest.mark.parametrize(
    ("streams", "reason"),
    [
        ({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}, "protected by a password"),
        (
            {"WordDocument": b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x01" + bytes(900)},
            "protected by a password",
        ),
        ({"WordDocument": b"\xdc\xa5\x68\x00" + bytes(900)}, "older than 97"),
        ({"WordDocument": b"\xec\xa5\xc1\x00" + bytes(900)}, "damaged or cut short"),
        ({"Workbook": b"x"}, "format Excel"),
        ({"PowerPoint Document": b"x"}, "format PowerPoint"),
        ({"Anything": b"x"}, "no Word document"),
    ],
)
def test_a_compound_file_without_a_readable_document_is_refused(
    streams: dict[str, bytes], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    with pytest.raises(FileProblem, match=reason):
        read_content(compound(streams), "方案.doc")


def test_what_the_own_reader_does_not_know_goes_through_libreoffice(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = convert(document, "doc")

    def refuse(_stream: bytes) -> None:
        raise doc.Unsupported

    monkeypatch.setattr(doc, "Header", refuse)
    read = extract(content, "方案.doc")
    own = extract(document.read_bytes(), "方案.docx").lines
    assert [line.text for line in read.lines][:8] == [line.text for line in own][:8]
    told = next(issue for issue in read.issues if issue.code == "converted")
    assert "LibreOffice" in told.message


def test_a_libreoffice_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 100\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: str(program))
    assert libreoffice.convert(b"x", "doc", "docx", seconds=0.2) is None
