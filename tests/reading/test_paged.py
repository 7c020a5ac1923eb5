"""PDF and OFD: the same pages in both formats give the same plan, however they are stored."""

import os
import zlib
from collections.abc import Callable, Sequence
from random import Random

import pytest

from editor.errors import FileProblem
from editor.plan.project import Reading
from editor.reading import read_content
from editor.reading.readers.formats import extract
from editor.reading.readers.pdf import read_pdf
from editor.wording import use_language
from tests.reading.paged_files import (
    HEIGHT,
    LEFT,
    NAMESPACE,
    PITCH,
    SIZE,
    TOP,
    WIDTH,
    Placed,
    Sheet,
    ofd,
    pdf,
    typeset,
)

Write = Callable[[Sequence[Sheet]], bytes]
PARAGRAPHS = [
    "^示范县优化服务实施方案",
    "为贯彻落实上级部署，进一步优化服务，提升群众办事体验，结合示范县实际，制定本方案，请各单位认真组织实施。",
    "一、主要任务",
    "（一）完善窗口服务",
    *(
        f"{number}.{name}。在全县各镇服务大厅设立专门窗口，安排专人值守，做到随到随办，并于年底前延伸到每一个村和社区，让群众少跑路。（责任单位：甲局、乙局）"
        for number, name in enumerate(("设立综合专窗", "压缩办理时限", "推广网上办理", "健全评价制度"), 1)
    ),
    "（二）加强组织保障",
    *(
        f"{number}.{name}。各单位要把这项工作放在重要位置，主要负责人亲自抓，分管负责人具体抓，做到有部署、有检查、有结果。（牵头单位：丙局）"
        for number, name in enumerate(("压实工作责任", "强化督促检查"), 5)
    ),
]
SHEETS = typeset(PARAGRAPHS, lines=10, head="示范县人民政府办公室文件汇编")


@pytest.fixture(params=[pdf, ofd], ids=["pdf", "ofd"])
def write(request: pytest.FixtureRequest) -> Write:
    """The writer of one of the two formats."""
    return request.param


def outline(reading: Reading) -> list[tuple[str, str, str, tuple[str, ...]]]:
    plan = reading.plan
    return [(plan.title, plan.opening, "", ())] + [
        (
            block.number or "",
            block.heading,
            getattr(block, "text", ""),
            getattr(block, "units", lambda _: ())("responsible_units"),
        )
        for block in (*plan.sections, *plan.measures)
    ]


EXPECTED = outline(read_content("\n".join(PARAGRAPHS).replace("^", "").encode(), "方案.txt"))


def test_hard_breaks_and_page_breaks_are_undone(write: Write) -> None:
    reading = read_content(write(SHEETS), "方案")
    assert outline(reading) == EXPECTED
    assert reading.plan.measures[0].units("responsible_units") == ("甲局", "乙局")
    assert reading.issues == ()


def test_page_numbers_and_running_heads_are_set_aside(write: Write) -> None:
    plan = read_content(write(SHEETS), "方案").plan
    reasons = [part.reason for part in plan.set_aside]
    assert (reasons.count("page_number"), reasons.count("running_head")) == (len(SHEETS), len(SHEETS))
    assert plan.characters.read == plan.characters.placed + plan.characters.set_aside


@pytest.mark.parametrize("numbers", ["{}", "第{}页", "- {} -", "·{}·", "{}/3"])
def test_page_numbers_of_many_forms(write: Write, numbers: str) -> None:
    assert outline(read_content(write(typeset(PARAGRAPHS, lines=12, numbers=numbers)), "方案")) == EXPECTED


def test_the_order_of_storing_does_not_matter(write: Write) -> None:
    backwards = [Sheet(sheet.rows[::-1]) for sheet in SHEETS]
    mixed = [Sheet(tuple(Random(1).sample(sheet.rows, len(sheet.rows)))) for sheet in SHEETS]
    assert outline(read_content(write(backwards), "方案")) == EXPECTED
    assert outline(read_content(write(mixed), "方案")) == EXPECTED


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_turned_pages_are_put_upright(write: Write, turn: int) -> None:
    sheets = [Sheet(sheet.rows, turn=turn) if place == 1 else sheet for place, sheet in enumerate(SHEETS)]
    assert outline(read_content(write(sheets), "方案")) == EXPECTED


def test_text_beside_the_others_that_is_turned_is_set_aside_and_told() -> None:
    words = "这是印在页面边上、横过来的一段说明文字，比页码和印章都长得多，读的人应当知道。"
    beside = "".join(
        f"<ofd:TextObject Boundary='8 {20 + 6 * place} 5 5' CTM='0 1 -1 0 0 0' Size='5'><ofd:TextCode X='0' Y='0'>"
        f"{character}</ofd:TextCode></ofd:TextObject>"
        for place, character in enumerate(words)
    )
    reading = read_content(ofd([SHEETS[0]._replace(objects=beside), *SHEETS[1:]]), "方案.ofd")
    assert outline(reading) == EXPECTED
    assert (words, "turned_text") in [(part.text, part.reason) for part in reading.plan.set_aside]
    assert [(issue.code, issue.severity) for issue in reading.issues] == [("turned_text", "hint")]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_pages_that_declare_a_turn(rotate: int) -> None:
    lines = extract(pdf(SHEETS, rotate=rotate), "方案.pdf").lines
    assert outline(read_content(pdf(SHEETS, rotate=rotate), "方案.pdf")) == EXPECTED
    left, top, right, bottom = lines[0].box
    assert (right - left > bottom - top) == (rotate == 180)
    assert min(lines[0].box) >= 0
    assert max(lines[0].box) <= 1


def test_two_columns_are_read_one_after_the_other(write: Write) -> None:
    narrow = typeset(PARAGRAPHS, columns=13, lines=20, numbers="")
    sheets = []
    for left, right in zip(narrow[::2], narrow[1::2], strict=False):
        moved = [Placed(row.text, row.x + 15 * SIZE, row.y) for row in right.rows]
        sheets.append(Sheet((*left.rows, *moved)))
    sheets += narrow[len(sheets) * 2 :]
    assert outline(read_content(write(sheets), "方案")) == EXPECTED


def test_cells_of_a_table_are_read_row_by_row(write: Write) -> None:
    rows = [
        Placed(text, LEFT + SIZE * place, TOP + PITCH * line)
        for line in range(8)
        for place, text in ((0, str(line + 1)), (5, "完善服务"), (15, "甲局、乙局"))
    ]
    lines = extract(write([Sheet(tuple(rows))]), "表").lines
    assert [line.text for line in lines] == [f"{line + 1} 完善服务 甲局、乙局" for line in range(8)]


def test_every_line_says_its_page_and_place(write: Write) -> None:
    lines = extract(write(SHEETS), "方案").lines
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    title = next(line for line in lines if line.text == PARAGRAPHS[0][1:])
    assert (title.page, title.centred, title.continues) == (1, True, False)
    left, top, right, bottom = title.box
    assert left == pytest.approx(1 - right, abs=0.02)
    assert top < TOP / HEIGHT < bottom
    assert (right - left) * WIDTH == pytest.approx(len(title.text) * SIZE, rel=0.05)
    assert {line.page for line in lines} == {1, 2, 3}


def test_a_scanned_page_among_others_is_named(write: Write) -> None:
    sheets = [SHEETS[0], Sheet((), picture=True), Sheet((), picture=True), SHEETS[1]]
    issues = read_content(write(sheets), "方案").issues
    told = next(issue for issue in issues if issue.code == "no_text_layer")
    assert "2–3" in told.message
    assert told.severity == "error"


def test_a_scan_is_refused_with_its_pages(write: Write) -> None:
    mark = Placed("扫描程序 制作", 450, HEIGHT - 30, 10)
    with pytest.raises(FileProblem, match=r"is a scan: pages 1–3 of 3 hold no text"):
        read_content(write([Sheet((mark,), picture=True)] * 3), "方案")
    with pytest.raises(FileProblem, match=r"is a scan: page 1 of 1 holds no text"):
        read_content(write([Sheet((mark,), picture=True)]), "方案")


def test_a_page_over_a_picture_with_text_is_read(write: Write) -> None:
    assert (
        outline(read_content(write([Sheet(sheet.rows, picture=True) for sheet in SHEETS]), "方案"))
        == EXPECTED
    )


def test_empty_pages_hold_no_text(write: Write) -> None:
    with pytest.raises(FileProblem, match="holds no text"):
        read_content(write([Sheet(())]), "方案")


def test_letters_printed_twice_to_look_bold_are_read_once(write: Write) -> None:
    title = Placed("示范县方案", 200, 200)
    lines = extract(write([Sheet((title, Placed(title.text, 200.4, 200)))]), "方案").lines
    assert [line.text for line in lines] == ["示范县方案"]


def test_letters_without_height_are_still_read(write: Write) -> None:
    flat = Sheet((Placed("示范县方案", 200, 50, 0),))
    assert outline(read_content(write([*SHEETS, flat, flat]), "方案"))[1:] == EXPECTED[1:]


def test_rare_characters_beyond_16_bits() -> None:
    lines = extract(ofd([Sheet((Placed("𠮷祥县", 100, 200),))]), "方案").lines
    assert [line.text for line in lines] == ["𠮷祥县"]


def test_blanks_are_told_by_the_gaps(write: Write) -> None:
    row = (
        Placed("示范县甲局", 100, 200),
        Placed("示范县乙局", 100 + 7 * SIZE, 200),
        Placed("AB", 400, 200),
        Placed("CD", 420, 200),
    )
    assert extract(write([Sheet(row)]), "方案").lines[0].text == "示范县甲局 示范县乙局 AB CD"


def test_a_locked_pdf_is_refused() -> None:
    with pytest.raises(FileProblem, match="protected by a password"):
        read_content(pdf(SHEETS, encrypt=True), "方案.pdf")


def test_three_columns_are_read_one_after_the_other(write: Write) -> None:
    columns = typeset(PARAGRAPHS, columns=10, lines=12, numbers="")[:3]
    rows = [
        Placed(row.text, row.x - 60 + place * 12 * SIZE, row.y)
        for place, column in enumerate(columns)
        for row in column.rows
    ]
    across = Placed(
        "这是一句横跨三栏的说明文字，放在三栏的下面，长得足以横过整个页面。", LEFT - 60, TOP + PITCH * 14
    )
    lines = extract(write([Sheet((across, *rows))]), "方案").lines
    assert [line.text for line in lines] == [*(row.text for row in rows), across.text]


def remark(words: str) -> str:
    return (
        f"<ofd:PageAnnot {NAMESPACE}><ofd:Annot Type='Highlight'><ofd:Appearance Boundary='150 20 40 10'>"
        "<ofd:TextObject Boundary='0 0 40 10' Size='4'><ofd:TextCode X='0' Y='4'>"
        f"{words}</ofd:TextCode></ofd:TextObject></ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
    )


def test_remarks_put_on_an_ofd_page_are_set_aside() -> None:
    listed = (
        f"<ofd:Annotations {NAMESPACE}><ofd:Page PageID='3'><ofd:FileLoc>P/A.xml</ofd:FileLoc></ofd:Page>"
        "</ofd:Annotations>"
    )
    parts = {"Doc_0/Annots/Annotations.xml": listed, "Doc_0/Annots/P/A.xml": remark("请核实")}
    content = ofd(SHEETS, extra=parts, tail="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>")
    reading = read_content(content, "方案.ofd")
    assert outline(reading) == EXPECTED
    assert [(part.text, part.reason) for part in reading.plan.set_aside if part.reason == "margin_note"] == [
        ("请核实", "margin_note")
    ]
    note = next(line for line in extract(content, "方案.ofd").lines if line.text == "请核实")
    assert note.page == 2
    assert note.box is not None
    assert note.box[:2] == pytest.approx((150 / 210, 20 / 297), abs=0.01)


def test_composite_objects_of_an_ofd_are_read_where_they_are_placed() -> None:
    text = "<ofd:TextObject Boundary='0 0 9 9' Size='5'><ofd:TextCode X='0' Y='5'>{}</ofd:TextCode></ofd:TextObject>"
    inner = "<ofd:CompositeObject ResourceID='8' Boundary='0 20 50 10' CTM='2 0 0 2 0 0'/>"
    units = "".join(
        f"<ofd:CompositeGraphicUnit ID='{id}'><ofd:Content>{content}</ofd:Content></ofd:CompositeGraphicUnit>"
        for id, content in (
            ("7", text.format("示范县甲局") + inner),
            ("8", text.format("示范县乙局")),
            ("9", inner.replace("8", "9")),
        )
    )
    resources = (
        f"<ofd:Res {NAMESPACE}><ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits></ofd:Res>"
    )
    placed = "".join(
        f"<ofd:CompositeObject ResourceID='{id}' Boundary='30 {top} 50 10'/>"
        for id, top in (("7", 100), ("9", 10), ("5", 20))
    )
    content = ofd(
        [Sheet((), objects=placed)],
        extra={"Doc_0/PublicRes.xml": resources},
        common="<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>",
    )
    first, second = extract(content, "方案.ofd").lines
    assert (first.text, second.text) == ("示范县甲局", "示范县乙局")
    assert first.box == pytest.approx((30 / 210, 100.6 / 297, 55 / 210, 105.6 / 297), abs=0.003)
    assert second.box == pytest.approx((30 / 210, 121.2 / 297, 80 / 210, 131.2 / 297), abs=0.003)


def test_the_page_head_in_an_ofd_template() -> None:
    content = ofd(SHEETS, template=[Placed("示范县政府公报", 400, 40, 10)])
    plan = read_content(content, "方案.ofd").plan
    assert [part.text for part in plan.set_aside].count("示范县政府公报") == len(SHEETS)


def test_an_ofd_without_its_main_part_is_refused() -> None:
    with pytest.raises(FileProblem, match="lacks its part"):
        read_content(ofd(SHEETS, without="Doc_0/Document.xml"), "方案.ofd")


def without_second_page(write: Write) -> bytes:
    if write is ofd:
        return ofd(SHEETS, without="Doc_0/Pages/Page_1/Content.xml")
    return pdf(SHEETS).replace(b"6 0 R 8 0 R", b"6 0 R 99 0 R")


def test_a_damaged_page_is_named_and_the_others_are_read(write: Write) -> None:
    read = extract(without_second_page(write), "方案")
    assert {line.page for line in read.lines} == {1, 3}
    (issue,) = read.issues
    assert (issue.code, issue.severity) == ("damaged_page", "error")
    assert issue.message.startswith("Page 2 ")
    assert issue.place.lines is not None
    assert read.lines[issue.place.lines[0] - 1].page == 3


def test_nothing_but_damaged_pages_are_refused(write: Write) -> None:
    content = pdf(SHEETS[:1]).replace(b"Kids[6 0 R", b"Kids[99 0 R")
    if write is ofd:
        content = ofd(SHEETS[:1], without="Doc_0/Pages/Page_0/Content.xml")
    with pytest.raises(FileProblem, match="damaged or cut short"):
        extract(content, "方案")


def test_pages_on_a_missing_template_are_read_and_named() -> None:
    reading = read_content(ofd(SHEETS, without="Doc_0/Tpls/Tpl_0/Content.xml"), "方案.ofd")
    assert outline(reading) == EXPECTED
    assert [issue.code for issue in reading.issues] == ["damaged_page"] * len(SHEETS)


def test_an_encrypted_ofd_is_refused() -> None:
    with pytest.raises(FileProblem, match="protected by a password"):
        read_content(ofd(SHEETS, extra={"Encryptions.xml": "<a/>"}), "方案.ofd")


def swollen(operators: bytes) -> bytes:
    """A PDF whose one page draws what these packed operators say."""
    content = pdf([Sheet((Placed("甲", 100, 100),))])
    start = content.index(b"<</Length", content.index(b"/Contents"))
    end = content.index(b"endstream", start)
    packed = zlib.compress(operators, 9)
    head = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    return content[:start] + head + packed + b"\n" + content[end:]


@pytest.mark.usefixtures("apart")
class TestTheOtherProcess:
    def test_it_gives_the_same_lines(self) -> None:
        assert extract(pdf(SHEETS), "方案.pdf") == read_pdf(pdf(SHEETS), "方案.pdf")

    def test_it_refuses_in_the_language_in_use(self) -> None:
        use_language("zh_CN")
        try:
            with pytest.raises(FileProblem) as problem:
                extract(pdf(SHEETS, encrypt=True), "方案.pdf")
        finally:
            use_language("en")
        assert "password" not in str(problem.value)

    def test_a_file_that_swells_is_ended(self) -> None:
        text = b"BT /F 16 Tf 1 0 0 1 74 500 Tm <793a> Tj ET\n" * 4_000_000
        begun = os.times()
        with pytest.raises(FileProblem, match="more time or memory"):
            extract(swollen(text), "方案.pdf")
        ended = os.times()
        assert (
            ended.children_user - begun.children_user < 20
        )  # seconds of the other process, however busy the machine
