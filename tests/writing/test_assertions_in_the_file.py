"""The assertions that need no printer, on every kind of document in both layouts: 1 to 11 of the project's list.

Each is stated of all that a document holds; what it has not (an order has no title, minutes no signature) is named
in WITHOUT, and nothing else may be missing.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from lxml import etree

from editor.writing.base.characters import width
from editor.writing.elements.element import Element
from editor.writing.elements.titles import is_good_shape
from editor.writing.notice.notice_docx import notice_bytes
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.template.template import notice_template
from tests.writing.documents import DOCUMENTS
from tests.writing.effective import Document, W, text_of

MARGINS = {"A": (2098, 1474, 1984, 1587), "B": (1960, 1474, 1847, 1587)}
TURNED = (1587, 2098, 1474, 1984)
PITCHES = {"A": range(555, 580), "B": range(567, 593)}
BODY_STYLES = re.compile(
    "公文正文|公文主送机关|公文附注|公文条目 \\d|heading \\d|公文附件说明|公文署名|公文成文日期"
)
EITHER_SCRIPT = re.compile("[“”‘’—…·]")
FACES = ("黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312")
ORDINALS = (
    re.compile("([一二三四五六七八九十]+)、"),
    re.compile("（([一二三四五六七八九十]+)）"),
    re.compile(r"(\d+)\."),
    re.compile(r"（(\d+)）"),
)
BANNED = re.compile(
    r"^(（[一二三四五六七八九十]+）、|\d+、|[一二三四五六七八九十]+\.|\([一二三四五六七八九十]+\)|①[.、])"
)
DAY = r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日"
NUMBER = {"order": r"第[1-9]\d*号", "minutes": r"〔20\d{2}〕[1-9]\d*号"}
USUAL_NUMBER = r"[\u4e00-\u9fa5]+〔(19|20)\d{2}〕[1-9]\d*号"
WITHOUT = {
    "title": {"order"},
    "addressees": {"order", "minutes"},
    "date": {"minutes"},
    "annotation": {"order", "minutes"},
    "printed": {"letter"},
    "headings": {"two_pages", "upward", "letter", "minutes", "order"},
}
PPR_ORDER = [
    *("pStyle", "keepNext", "pageBreakBefore", "widowControl", "pBdr", "tabs", "kinsoku", "overflowPunct"),
    *("autoSpaceDE", "autoSpaceDN", "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"),
]
RPR_ORDER = ["rStyle", "rFonts", "color", "spacing", "sz", "szCs", "lang"]
SECTION_ORDER = ["Reference", "type", "pgSz", "pgMar", "pgNumType", "titlePg", "docGrid"]
SETTINGS_ORDER = ["zoom", "defaultTabStop", "evenAndOddHeaders", "characterSpacingControl", "compat"]


@dataclass(frozen=True)
class Case:
    name: str
    layout: str
    elements: tuple[Element, ...]
    document: Document

    def texts(self, *kinds: str) -> list[str]:
        """What the elements of these kinds say; none only where the document has none of them."""
        found = [each.printed for each in self.elements if each.kind in kinds]
        assert bool(found) is not any(self.name in WITHOUT.get(kind, ()) for kind in kinds), kinds
        return found

    def value(self, paragraph: etree._Element, tag: str, attribute: str = "val") -> str | None:
        return self.document.paragraph_value(paragraph, tag, attribute)

    def runs(self, root: etree._Element) -> list[etree._Element]:
        return [run for run in root.iter(f"{W}r") if text_of(run)]


@cache
def case_of(name: str, layout: str) -> Case:
    project = DOCUMENTS[name]
    elements = notice_elements(project)
    return Case(name, layout, elements, Document(notice_bytes(project, elements, notice_template(), layout)))


@pytest.fixture(params=[(name, layout) for name in DOCUMENTS for layout in "AB"], ids="-".join)
def case(request: pytest.FixtureRequest) -> Case:
    return case_of(*request.param)


def numbers(found: etree._Element, *names: str) -> tuple[int, ...]:
    return tuple(int(found.get(f"{W}{name}")) for name in names)


def test_1_page_and_margins(case: Case) -> None:
    sections = list(case.document.body.iter(f"{W}sectPr"))
    assert len(sections) == (3 if case.name == "attachments" else 1)
    for section in sections:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        is_turned = size.get(f"{W}orient") == "landscape"
        assert numbers(size, "w", "h") == ((16838, 11906) if is_turned else (11906, 16838))
        assert numbers(margins, "top", "right", "bottom", "left") == (
            TURNED if is_turned else MARGINS[case.layout]
        )


def test_2_grid_and_pitch(case: Case) -> None:
    for grid in case.document.body.iter(f"{W}docGrid"):
        assert set(grid.attrib) == {f"{W}type", f"{W}linePitch"}
        assert grid.get(f"{W}type") == "lines"
        assert int(grid.get(f"{W}linePitch")) in PITCHES[case.layout]
        pitch = grid.get(f"{W}linePitch")
    body = [each for each in case.document.paragraphs if BODY_STYLES.match(case.document.style_name(each))]
    assert len(body) > 1
    for each in body:
        assert case.value(each, "spacing", "line") == pitch
        assert case.value(each, "spacing", "lineRule") == "exact"
        assert case.value(each, "spacing", "before") == case.value(each, "spacing", "after") == "0"


def test_3_runs_of_size_three(case: Case) -> None:
    runs = [run for run in case.runs(case.document.body) if case.document.run_value(run, "sz") == "32"]
    assert len(runs) > 3
    for run in runs:
        assert -14 <= int(case.document.run_value(run, "spacing") or 0) <= -5
    for run in case.runs(case.document.body):
        assert all(case.document.run_value(run, "rFonts", slot) for slot in ("eastAsia", "ascii", "hAnsi"))
        if EITHER_SCRIPT.search(text_of(run)):
            assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"
    assert not any(b"Theme=" in part for name, part in case.document.parts.items() if name.endswith(".xml"))


def test_4_no_extra_space_beside_latin(case: Case) -> None:
    for each in case.document.body.iter(f"{W}p"):
        assert case.value(each, "autoSpaceDE") == case.value(each, "autoSpaceDN") == "0"


def test_5_titles(case: Case) -> None:
    titles = case.document.styled("Title")
    assert len(case.texts("title")) == (0 if case.name in WITHOUT["title"] else 1)
    for title in titles:
        for run in case.runs(title):
            assert case.document.run_value(run, "rFonts", "eastAsia") == "方正小标宋简体"
            assert case.document.run_value(run, "sz") == "44"
            assert case.document.run_value(run, "b") is None
        lines = [text_of(run) for run in case.runs(title)]
        assert max(map(width, lines)) <= 20
        assert is_good_shape([width(line) for line in lines]), lines


def test_6_levels(case: Case) -> None:
    told = [each for each in case.elements if each.kind in ("heading", "measure") and each.lead]
    assert bool(told) is (case.name not in WITHOUT["headings"])
    for name, paragraph in (
        (case.document.style_name(each), each) for each in case.document.body.iter(f"{W}p")
    ):
        text = text_of(paragraph)
        assert not BANNED.match(text), text
        level = int(name[-1]) if re.fullmatch(r"(heading|公文条目) [1-4]", name) else 0
        if level:
            run = case.runs(paragraph)[0]
            assert ORDINALS[level - 1].match(text), text
            assert case.document.run_value(run, "rFonts", "eastAsia") == FACES[level - 1]
    levels = [each.level for each in told]
    assert all(later <= earlier + 1 or earlier == 0 for earlier, later in pairwise(levels)), levels
    serials = [int(ORDINALS[2].match(each.lead)[1]) for each in told if each.level == 3]  # type: ignore[index]
    assert all(later in (earlier + 1, 1) for earlier, later in pairwise(serials)), serials


def test_7_wording(case: Case) -> None:
    (number,) = case.texts("document_number")
    assert re.fullmatch(NUMBER.get(case.name, USUAL_NUMBER), number)
    assert all(re.fullmatch(DAY, text) for text in case.texts("date"))
    assert all(re.search(f"{DAY}印发$", text) for text in case.texts("printed"))
    assert all(text.endswith("：") for text in case.texts("addressees"))
    assert all(re.fullmatch("（.+）", text) for text in case.texts("annotation"))
    names = [each.lines[1] for each in case.elements if each.kind == "attachment_note"]
    titles = ["".join(each.lines) for each in case.elements if each.kind == "attachment_title"]
    assert names == titles
    assert len(names) == (2 if case.name == "attachments" else 0)
    assert not any(re.search("[，。；：、]$", name) for name in names)


def test_8_page_numbers(case: Case) -> None:
    document = case.document
    assert document.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    for part, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        footer = document.part(part)
        (paragraph,) = footer.iter(f"{W}p")
        assert text_of(footer).count("\u2014") == 2
        assert "PAGE" in "".join(each.text for each in footer.iter(f"{W}instrText"))
        assert case.value(paragraph, "jc") == side
        assert case.value(paragraph, "ind", side) == "280"
        for run in footer.iter(f"{W}r"):
            assert {document.run_value(run, "rFonts", slot) for slot in ("eastAsia", "ascii")} == {"宋体"}
            assert document.run_value(run, "sz") == "28"
    first = next(document.body.iter(f"{W}sectPr"))
    assert (first.find(f"{W}titlePg") is not None) is (case.name == "letter")


def test_9_imprint(case: Case) -> None:
    box = [each for each in case.document.body.iter(f"{W}txbxContent") if each.find(f"{W}tbl") is not None]
    (table,) = (each.find(f"{W}tbl") for each in box)
    rules = [int(each.get(f"{W}sz")) for each in table.iter(f"{W}top", f"{W}bottom") if each.get(f"{W}sz")]
    rows = [text_of(row) for row in table.iter(f"{W}tr")]
    assert rules == ([] if case.name == "letter" else [8, 6, 8])
    assert rows[0].startswith("分送：" if case.name == "minutes" else "抄送：")
    assert rows[0].endswith("。")
    assert len(rows) == 1 + len(case.texts("printed"))
    assert {case.document.run_value(run, "sz") for run in case.runs(table)} == {"28"}


def test_10_attachments(case: Case) -> None:
    labels = case.document.styled("公文附件标签")
    assert [text_of(each) for each in labels] == (["附件1", "附件2"] if case.name == "attachments" else [])
    for label in labels:
        before = label.getprevious()
        ends = before.find(f"{W}pPr/{W}sectPr") is not None
        assert ends or case.value(label, "pageBreakBefore") == "on"
        assert case.document.run_value(case.runs(label)[0], "rFonts", "eastAsia") == "黑体"
    assert not list(case.document.body.iter(f"{W}pgNumType"))


def test_11_schema_order(case: Case) -> None:
    for name in ("document", "styles", "footer1", "footer2"):
        part = case.document.part(f"word/{name}.xml")
        for tag, order in (("pPr", PPR_ORDER), ("rPr", RPR_ORDER), ("sectPr", SECTION_ORDER)):
            for properties in part.iter(f"{W}{tag}"):
                names = [etree.QName(child).localname for child in properties]
                tags = [re.sub("(header|footer)Reference", "Reference", each) for each in names]
                assert tags == sorted(tags, key=order.index)
    tags = [etree.QName(child).localname for child in case.document.part("word/settings.xml")]
    assert tags == sorted(tags, key=SETTINGS_ORDER.index)
