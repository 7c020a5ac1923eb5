"""Formats told by content, encodings, and bad files: one clear sentence each."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from editor.errors import FileProblem
from editor.reading import read_content, read_plan
from editor.reading.readers.html import read_html
from editor.reading.readers.markdown import read_markdown

PLAN = "示范县优化服务方案\n为优化服务，制定本方案。\n一、主要任务\n1.完善服务。设立专窗，方便群众。（责任单位：甲局、乙局）\n"
HTML = """<!DOCTYPE html><html><head><title>标题栏</title><style>p {}</style></head><body>
<nav><a>首页</a><a>公开</a></nav><div><p style="text-align:center"><b>示范县优化<br>服务方案</b></p>
<p>为优化服务，<span>制定</span>本方案。</p><script>var a = "不是文字";</script>
<table><tr><td>一、主要任务</td></tr><tr><td>1.完善服务。设立专窗，<font>方便</font>群众。（责任单位：甲局、乙局）</td></tr></table>
<p style="display:none">看不见</p></div><footer>版权所有</footer></body></html>"""
MARKDOWN = """# 示范县优化服务方案

为优化服务，制定本方案。

## 一、主要任务

1. **完善服务**。设立专窗，方便群众。（责任单位：甲局、乙局）
2. 压缩时限。限时办结。

| 事项 | 单位 |
|---|---|
| 甲 | 乙局 |
"""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_encodings(encoding: str) -> None:
    plan = read_content(PLAN.encode(encoding), "方案.txt").plan
    assert plan.title == "示范县优化服务方案"
    assert plan.measures[0].units("responsible_units") == ("甲局", "乙局")


def test_another_encoding_is_recognised() -> None:
    words = "Решение о мерах по улучшению работы учреждений. "
    assert words.split()[0] in read_content((words * 20).encode("koi8-r"), "a.txt").plan.opening


def test_a_text_cut_inside_a_character_is_read_up_to_there() -> None:
    reading = read_content(PLAN.encode() + "2.压缩时限。限时办结".encode()[:-1], "方案.txt")
    assert reading.plan.measures[1].text == "限时办\ufffd"
    assert "damaged_character" in {issue.code for issue in reading.issues}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_damaged_bytes_cost_no_more_than_themselves(encoding: str) -> None:
    content = (PLAN * 20).encode(encoding).replace("专窗".encode(encoding), b"\xff", 1)
    assert read_content(content, "方案.txt").plan.measures[0].heading == "完善服务"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends(end: str) -> None:
    assert read_content(PLAN.replace("\n", end).encode(), "方案.txt").plan.measures[0].lines == (4, 4)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_web_page(encoding: str) -> None:
    plan = read_content(HTML.encode(encoding), "方案.txt").plan
    assert plan.title == "示范县优化服务方案"
    assert plan.opening == "为优化服务，制定本方案。"
    assert plan.measures[0].text == "设立专窗，方便群众。"
    assert {part.reason for part in plan.set_aside} == {"page_chrome"}
    assert "".join(part.text for part in plan.set_aside) == "首页公开版权所有"


def test_a_web_page_says_its_encoding() -> None:
    page = HTML.replace("<head>", '<head><meta charset="gb2312">').encode("gb18030")
    assert read_content(page, "a.html").plan.title == "示范县优化服务方案"
    lying = HTML.replace("<head>", '<head><meta charset="ascii">').encode()
    assert read_content(lying, "a.html").plan.title == "示范县优化服务方案"


def test_looks_of_a_web_page() -> None:
    lines = read_html(HTML.encode(), "a.html").lines
    title = next(line for line in lines if line.text == "示范县优化")
    assert (title.bold, title.centred, title.aside) == (True, True, None)


def test_preformatted_text_keeps_its_lines() -> None:
    page = "<html><body><pre>一、任务\n1.完善<b>服务</b>。设立专窗。\n\n2.压缩时限。限时办结。</pre></body></html>"
    assert [line.text for line in read_html(page.encode(), "a.html").lines] == [
        "一、任务",
        "1.完善服务。设立专窗。",
        "2.压缩时限。限时办结。",
    ]


def test_the_page_around_an_article_is_set_aside_and_its_own_header_is_not() -> None:
    page = "<div class='crumbs top'>首页</div><article><header>示范县方案</header></article><div id='share'>转发</div>"
    lines = read_html(f"<html><body>{page}</body></html>".encode(), "a.html").lines
    assert [(line.text, line.aside) for line in lines] == [
        ("首页", "page_chrome"),
        ("示范县方案", None),
        ("转发", "page_chrome"),
    ]


def test_a_page_nested_beyond_reason_is_refused() -> None:
    page = "<html><body>" + "<div>" * 5000 + "1.完善服务。设立专窗。" + "</div>" * 5000
    with pytest.raises(FileProblem, match="entangled"):
        read_html(page.encode(), "a.html")


def test_markdown() -> None:
    plan = read_content(MARKDOWN.encode(), "方案.txt").plan
    assert plan.title == "示范县优化服务方案"
    assert [(m.number, m.heading) for m in plan.measures] == [("1", "完善服务"), ("2", "压缩时限")]
    assert plan.measures[0].lines == (7, 7)
    rows = [line for line in read_markdown(MARKDOWN.encode(), "a.md").lines if line.number >= 9]
    assert [line.text for line in rows] == ["事项", "单位", "甲", "乙局"]


def test_plain_text_with_stars_and_hyphens_stays_plain() -> None:
    assert (
        read_content("1.评为3*级。*表示必填。\n---\n- 甲".encode(), "a.md").plan.measures[0].heading
        == "评为3*级"
    )


def test_the_suffix_does_not_matter(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("1.完善服务。设立专窗。")
    file = tmp_path / "方案.txt"
    document.save(str(file))
    assert read_plan(file).plan.measures[0].heading == "完善服务"


def archive(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries.items():
            zipped.writestr(name, data)
    return file.getvalue()


RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
BOMB = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def word(document: bytes) -> bytes:
    return archive(
        {"[Content_Types].xml": b"<Types/>", "_rels/.rels": RELATIONS, "word/document.xml": document}
    )


BAD = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\r\n", "holds no text"),
    "binary": (bytes(range(256)) * 40, "not a text"),
    "random zeros": (b"\0" * 4000, "not a text"),
    "truncated docx": (word(b"<d/>")[:200], "damaged or cut short"),
    "docx with broken XML": (word(b"<w:document"), "damaged or cut short"),
    "docx without document": (archive({"[Content_Types].xml": b"<Types/>", "_rels/.rels": RELATIONS}), "lacks its part"),
    "entity bomb": (word(BOMB), "declares entities"),
    "deep XML": (word(b"<d>" * 5000 + b"</d>" * 5000), "damaged or cut short"),
    "zip bomb": (archive({"word/document.xml": bytes(40 * 2**20)}), "absurd size"),
    "empty docx": (word(b"<d/>"), "holds no text"),
    "another zip": (archive({"a.txt": b"a"}), "no Word document"),
    "spreadsheet": (archive({"xl/workbook.xml": b"<a/>"}), "format Excel"),
    "ofd without a document": (archive({"OFD.xml": b"<a/>"}), "holds no text"),
    "project": (archive({"project.json": b"{}"}), "a project, not a plan"),
    "cut old Word": (OLE, "damaged or cut short"),

    "pdf": (b"%PDF-1.7\n", "damaged or cut short"),
    "empty rtf": (b"{\\rtf1\\ansi}", "holds no text"),
    "nested rtf": (b"{\\rtf1" + b"{" * 5000, "nested too deeply"),
    "picture": (b"\x89PNG\r\n\x1a\n", "is a picture"),
    "page without text": (b"<html><body><script>1</script></body></html>", "holds no text"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_in_one_sentence(content: bytes, reason: str) -> None:
    with pytest.raises(FileProblem) as problem:
        read_content(content, "方案.docx")
    message = str(problem.value)
    assert message.startswith("“方案.docx”")
    assert reason in message
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize("name", ["missing.txt", ""])
def test_a_missing_file_or_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem):
        read_plan(tmp_path / name)
