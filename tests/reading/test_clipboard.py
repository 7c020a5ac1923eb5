"""What is pasted: Word's, WPS's and browsers' HTML in the forms the clipboard gives it, and plain text."""

import pytest

from editor.errors import FileProblem
from editor.plan.plans import Plan
from editor.reading import pasted_file, read_content
from editor.reading.readers.html import read_html
from editor.wording import _

TEXT = "示范县优化服务方案\n为优化服务，制定本方案。\n一、主要任务\n1.完善服务。设立专窗。（责任单位：甲局、乙局）\n2.压缩时限。限时办结。（责任单位：丙局）"
WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>普通</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-name:正文;} @list l0:level1 {mso-level-text:"%1、";} --></style></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt'>示范县优化服务方案<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal><span>为优化服务，制定本方案。</span></p>
<p class=MsoListParagraph style='text-indent:-32.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US
style='mso-bidi-font-family:黑体'><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span>主要任务</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span lang=EN-US><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]--><span>完善服务。设立专窗。（责任单位：甲局、乙局）</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>压缩时限。限时办结。（责任单位：丙局）</span></p>
<!--EndFragment--></body></html>"""


def windows(page: str, whole: bool = True) -> bytes:
    """The page in Windows' HTML Format; with a page unknown where it is not whole."""
    head = "Version:1.0\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:{:010}\r\nEndFragment:{:010}\r\nSourceURL:http://example.invalid/\r\n"
    content = page.encode()
    start = len(head.format(0, 0, 0, 0))
    mark, end = b"<!--StartFragment-->", content.index(b"<!--EndFragment-->")
    fragment = content.index(mark) + len(mark)
    places = (start, start + len(content)) if whole else (-1, -1)
    return head.format(*places, start + fragment, start + end).encode() + content + b"\0"


def read(html: str | bytes = "", text: str = "") -> Plan:
    content, name = pasted_file(html, text)
    return read_content(content, name).plan


EXPECTED = read_content(TEXT.encode(), "a.txt").plan


def assert_expected(plan: Plan) -> None:
    assert (plan.title, plan.opening) == (EXPECTED.title, EXPECTED.opening)
    assert [section.heading for section in plan.sections] == ["主要任务"]
    found = [(m.number, m.heading, m.text, m.units("responsible_units")) for m in plan.measures]
    assert found == [(m.number, m.heading, m.text, m.units("responsible_units")) for m in EXPECTED.measures]
    assert plan.set_aside == ()


@pytest.mark.parametrize(
    "html",
    [windows(WORD), windows(WORD, whole=False), WORD, WORD.encode()],
    ids=["page", "part", "str", "bytes"],
)
def test_what_word_copies(html: str | bytes) -> None:
    assert_expected(read(html, "not this"))


def test_a_head_that_lies_costs_nothing() -> None:
    head = b"Version:0.9\r\nStartHTML:9999999\r\nEndHTML:5\r\n"
    assert_expected(read(head + WORD.encode()))


def test_a_piece_of_a_web_page() -> None:
    piece = "<meta charset='gbk'>" + "".join(f"<div>{line}</div>" for line in TEXT.split("\n"))
    assert_expected(read(piece))


def test_numbers_that_a_browser_makes_are_read() -> None:
    items = "<li><p>完善服务。设立专窗。（责任单位：甲局、乙局）</p></li><li>压缩时限。限时办结。（责任单位：丙局）</li>"
    first = "<p>示范县优化服务方案</p><p>为优化服务，制定本方案。</p>"
    chinese = "<ol style='list-style-type: simp-chinese-informal'><li>主要任务"
    assert_expected(read(f"{first}{chinese}<ol>{items}</ol></li></ol>"))


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol start=3><li>甲<br>乙<li>丙</ol>", ["3.甲", "乙", "4.丙"]),
        ("<ol><li value=7>甲<li>乙</ol>", ["7.甲", "8.乙"]),
        ("<ol type=a><li>甲</ol><ul><li>乙</ul>", ["a.甲", "乙"]),
        ("<ol><li>（一）甲<li>2.乙</ol>", ["（一）甲", "2.乙"]),
        ("<ol style='list-style: none'><li>甲</ol><li>乙", ["甲", "乙"]),
    ],
)
def test_numbers_of_lists(page: str, lines: list[str]) -> None:
    assert [line.text for line in read_html(f"<html><body>{page}".encode(), "a").lines] == lines


def test_a_table_copied_from_a_spreadsheet() -> None:
    rows = [("序号", "工作任务", "责任单位"), ("1", "设立专窗", "甲局"), ("2", "限时办结", "乙局")]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    plan = read(
        windows(f"<html><body><table><!--StartFragment-->{table}<!--EndFragment--></table></body></html>")
    )
    assert [(m.number, m.heading, m.units("responsible_units")) for m in plan.measures] == [
        ("1", "设立专窗", ("甲局",)),
        ("2", "限时办结", ("乙局",)),
    ]


def test_text_alone_and_text_beside_an_empty_page() -> None:
    assert_expected(read("", TEXT))
    assert_expected(
        read("<html><head><title>标题</title></head><body><img src='a.png'>&nbsp;</body></html>", TEXT)
    )


def test_the_name_tells_the_kind() -> None:
    assert pasted_file(WORD).name == _("pasted.html")
    assert pasted_file("", TEXT).name == _("pasted.txt")


@pytest.mark.parametrize("html", ["", "<html><body><!-- nichts --></body></html>", b" "])
def test_an_empty_clipboard_is_refused(html: str | bytes) -> None:
    with pytest.raises(FileProblem, match="holds no text"):
        pasted_file(html, " \n")
