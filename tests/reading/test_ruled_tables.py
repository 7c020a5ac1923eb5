"""Responsibility tables in PDF and OFD, told by the lines drawn around their cells."""

from collections.abc import Callable, Sequence

import pytest

from editor.plan.measures import Measure
from editor.reading import read_content
from editor.reading.readers.boxes import Box
from editor.reading.readers.formats import extract
from editor.reading.readers.ruled_tables import find_tables
from tests.reading.paged_files import SIZE, Placed, Sheet, grid, ofd, pdf

Write = Callable[[Sequence[Sheet]], bytes]
EDGES = (60.0, 100.0, 200.0, 360.0, 450.0, 540.0)
PADDING = 5.0
STEP = 20.0
HEAD = ("序号", "工作任务", "具体举措", "责任单位", "完成时限")
FIRST = ("1", "完善窗口服务", "设立综合专窗，安排专人值守，做到随到随办。", "甲局、乙局", "2025年9月底")
SECOND = ("2", "压缩办理时限", "限时办结，逐步缩短办理时间。", "丙局", "长期坚持")


@pytest.fixture(params=[pdf, ofd], ids=["pdf", "ofd"])
def write(request: pytest.FixtureRequest) -> Write:
    """The writer of one of the two formats."""
    return request.param


def wrapped(text: str, room: float) -> list[str]:
    count = int(room // SIZE)
    return [text[start : start + count] for start in range(0, len(text), count)] or [""]


def table(rows: Sequence[Sequence[str]], top: float = 100.0, turn: int = 0, joined: bool = False) -> Sheet:
    """A ruled table, its text wrapped; a row of one cell runs over all columns, `joined` leaves its inner rules out."""
    placed: list[Placed] = []
    rules: list[tuple[float, float, float, float]] = []
    for row in rows:
        edges = EDGES if len(row) > 1 else (EDGES[0], EDGES[-1])
        lines = [
            wrapped(text, right - left - 2 * PADDING)
            for text, left, right in zip(row, edges, edges[1:], strict=False)
        ]
        height = STEP * max(map(len, lines)) + 4
        for texts, left in zip(lines, edges, strict=False):
            placed += [
                Placed(text, left + PADDING, top + STEP * (place + 1) - 3) for place, text in enumerate(texts)
            ]
        rules += grid((top, top + height), edges)
        top += height
    return Sheet(tuple(placed), rules=tuple(rules), turn=turn)


def words(measure: Measure) -> tuple[object, ...]:
    date = measure.deadline and (measure.deadline.date or measure.deadline.kind)
    return measure.number, measure.heading, measure.text, measure.units("responsible_units"), date


EXPECTED = [
    ("1", "完善窗口服务", FIRST[2], ("甲局", "乙局"), "2025-09-30"),
    ("2", "压缩办理时限", SECOND[2], ("丙局",), "long_term"),
]


def measures(content: bytes) -> list[tuple[object, ...]]:
    return [words(measure) for measure in read_content(content, "分工表").plan.measures]


@pytest.mark.parametrize("turn", range(4))
def test_rows_become_measures_with_units_and_deadlines(write: Write, turn: int) -> None:
    assert measures(write([table([HEAD, FIRST, SECOND], turn=turn)])) == EXPECTED


def test_the_text_around_a_table_stays_around_it(write: Write) -> None:
    sheet = table([HEAD, FIRST, SECOND], top=200)
    title, end = Placed("示范县任务分工表", 220, 120), Placed("本表自印发之日起施行。", 60, 700)
    plan = read_content(write([Sheet((end, *sheet.rows, title), rules=sheet.rules)]), "分工表").plan
    assert plan.title == "示范县任务分工表"
    assert [words(measure) for measure in plan.measures] == EXPECTED
    lines = extract(write([Sheet((end, *sheet.rows, title), rules=sheet.rules)]), "分工表").lines
    assert (lines[0].text, lines[-1].text) == (title.text, end.text)
    assert [line.cell is None for line in lines] == [True, *[False] * (len(lines) - 2), True]


def test_a_table_goes_on_over_pages_with_its_head_repeated(write: Write) -> None:
    sheets = [table([HEAD, FIRST]), table([HEAD, SECOND])]
    plan = read_content(write(sheets), "分工表").plan
    assert [words(measure) for measure in plan.measures] == EXPECTED
    assert [part.reason for part in plan.set_aside] == ["table_head"] * 2


def test_a_table_goes_on_without_a_head(write: Write) -> None:
    assert measures(write([table([HEAD, FIRST]), table([SECOND])])) == EXPECTED


@pytest.mark.parametrize("head", [[HEAD], []], ids=["head again", "no head"])
def test_a_row_that_a_page_end_parts_is_one_row(write: Write, head: list[tuple[str, ...]]) -> None:
    above = (*FIRST[:2], FIRST[2][:9], *FIRST[3:])
    below = ("", "", FIRST[2][9:], "", "")
    number_below = ("", FIRST[1], FIRST[2][:9], "", ""), ("1", "", FIRST[2][9:], FIRST[3], FIRST[4])
    for upper, lower in ((above, below), number_below):
        assert measures(write([table([HEAD, upper]), table([*head, lower, SECOND])])) == EXPECTED


def test_a_row_over_all_columns_is_a_section(write: Write) -> None:
    plan = read_content(
        write([table([HEAD, ("一、优化服务",), FIRST, ("二、压缩时限",), SECOND])]), "分工表"
    ).plan
    assert [(s.number, s.heading) for s in plan.sections] == [("一", "优化服务"), ("二", "压缩时限")]
    assert [words(measure) for measure in plan.measures] == EXPECTED


def test_units_below_each_other_are_parted(write: Write) -> None:
    sheet = table([HEAD, (*FIRST[:3], "甲局", FIRST[4]), SECOND])
    first = next(row for row in sheet.rows if row.text == "甲局")
    below = Placed("乙局", first.x, first.y + STEP)
    assert measures(write([Sheet((*sheet.rows, below), rules=sheet.rules)])) == EXPECTED


def test_text_turned_sideways_in_a_cell_is_read(write: Write) -> None:
    upright = table([HEAD, FIRST, SECOND])
    sideways = table([HEAD, FIRST, SECOND], turn=1)
    assert measures(write([sideways, upright]))[: len(EXPECTED)] == EXPECTED


def rules(*lines: tuple[float, float, float, float]) -> list[Box]:
    return [Box(*line) for line in lines]


def test_open_sides_and_gaps_in_the_rules_do_not_matter() -> None:
    open_sided = rules(
        (0, 0, 300, 0),
        (0, 20, 300, 20),
        (0, 40, 300, 40),
        (100, 0, 100, 41),
        (200, -1, 200, 19),
        (200, 21, 200, 40),
    )
    (found,) = find_tables(open_sided)
    assert found.edges == (0, 100, 200, 300)
    assert [(cell.row, cell.column) for cell in found.cells] == [
        (row, column) for row in (0, 1) for column in range(3)
    ]


def test_cells_over_several_rows_and_columns() -> None:
    (found,) = find_tables(
        rules(
            *grid((0, 60), (0, 300)),
            (0, 20, 300, 20),
            (100, 40, 300, 40),
            (100, 20, 100, 60),
            (200, 0, 200, 20),
            (200, 40, 200, 60),
        )
    )
    assert [(cell.row, cell.column, tuple(cell.box)) for cell in found.cells] == [
        (0, 0, (0, 0, 200, 20)),
        (0, 2, (200, 0, 300, 20)),
        (1, 0, (0, 20, 100, 60)),
        (1, 1, (100, 20, 300, 40)),
        (2, 1, (100, 40, 200, 60)),
        (2, 2, (200, 40, 300, 60)),
    ]
    assert found.cell_at(50, 50) == 2
    assert found.cell_at(50, 70) is None


@pytest.mark.parametrize(
    "drawing",
    [
        [],
        rules((0, 0, 300, 0)),
        rules(*grid((0, 800), (0, 500))),
        rules(*[(0, 10.0 * place, 300, 10.0 * place) for place in range(20)]),
        rules(*[(5.0 * place, 0, 5.0 * place, 300) for place in range(2000)], *[(0, 5.0 * place, 300, 5.0 * place) for place in range(2000)]),
    ],
    ids=["nothing", "a line", "a frame", "lines without columns", "a drawing"],
)  # fmt: skip
def test_other_lines_are_no_tables(drawing: list[Box]) -> None:
    assert find_tables(drawing) == ()
