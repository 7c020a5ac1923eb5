"""The page beside the reading: it follows what is chosen, is clicked on, turned by keys, and only PDFs have one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.errors import FileProblem
from editor.reading import read_content
from editor.reading.readers import child
from editor.ui.base.long_work import Watch
from editor.ui.base.threads import wait_for_threads
from editor.ui.readings import page_pictures
from editor.ui.readings.original_page import OriginalPage
from editor.ui.readings.reading_desk import Place
from editor.ui.readings.reading_dialog import ReadingDialog
from tests.reading.paged_files import Sheet, pdf, typeset
from tests.ui.driving import PATIENCE

PARAGRAPHS = [
    "^示范省优化服务实施方案",
    "一、方便群众",
    "1.简化手续。减少材料。",
    "2.延长服务。周末不打烊。",
    "3.上门办理。送证到家。",
    "4.建设平台。建成平台。",
    "5.完善窗口。设立专窗。",
]
PAGES = 3


@pytest.fixture(autouse=True)
def drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF is read and drawn in this process, which is quicker."""
    monkeypatch.setattr(child, "read_apart", lambda reader, content, name: reader(content, name))


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ReadingDialog]:
    content = pdf(typeset(PARAGRAPHS, lines=3))
    shown = ReadingDialog(read_content(content, "示范省.pdf", "parent1").source)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.plan is not None and not shown.is_busy)
    drawn(qtbot, page_of(shown))
    yield shown
    wait_for_threads()


def page_of(dialog: ReadingDialog) -> OriginalPage:
    assert dialog.sides.has_page
    return dialog.sides.page


def drawn(qtbot: QtBot, page: OriginalPage) -> None:
    qtbot.waitUntil(lambda: page.sheet.image is not None and not page.is_busy)


def line_with(dialog: ReadingDialog, text: str) -> int:
    assert dialog.desk.read is not None
    lines = dialog.desk.read.lines
    return next(number for number, words in zip(lines.numbers, lines.texts, strict=True) if text in words)


def choose_measure(dialog: ReadingDialog, heading: str) -> None:
    assert dialog.plan is not None
    dialog.sides.outline.go_to(next(m.id for m in dialog.plan.measures if m.heading == heading))


def test_the_first_page_comes_first(dialog: ReadingDialog) -> None:
    page = page_of(dialog)
    assert (page.page, page.pages) == (1, PAGES)
    assert page.title.text() == page.area.accessibleDescription() == "Page 1 of 3"
    assert page.area.accessibleName()


def test_a_chosen_measure_turns_to_its_page_and_is_marked(qtbot: QtBot, dialog: ReadingDialog) -> None:
    page = page_of(dialog)
    choose_measure(dialog, "完善窗口")
    assert page.page == 3
    drawn(qtbot, page)
    (marked,) = page.marked
    box = dialog.desk.read.lines.places[line_with(dialog, "完善窗口")].box
    assert (marked.left(), marked.top()) == box[:2]
    choose_measure(dialog, "简化手续")
    assert page.page == 1


def test_the_mark_is_painted_over_the_line(qtbot: QtBot, dialog: ReadingDialog) -> None:
    page = page_of(dialog)
    choose_measure(dialog, "完善窗口")
    drawn(qtbot, page)
    (marked,) = page.marked
    picture = page.sheet.grab().toImage()
    wide, high = picture.width(), picture.height()

    def colour(across: float, down: float) -> QColor:
        return picture.pixelColor(round(across), round(down))

    white = QColor("white")
    assert colour(marked.right() * wide - 2, marked.top() * high + 2) != white
    assert colour(marked.center().x() * wide, (marked.bottom() + 0.02) * high) == white


def test_the_caret_turns_the_page(dialog: ReadingDialog) -> None:
    block = line_with(dialog, "上门办理") - 1
    dialog.sides.original.setTextCursor(
        QTextCursor(dialog.sides.original.document().findBlockByNumber(block))
    )
    assert page_of(dialog).page == 2


def test_a_click_on_the_page_chooses_its_line(qtbot: QtBot, dialog: ReadingDialog) -> None:
    page = page_of(dialog)
    line = line_with(dialog, "简化手续")
    left, top, _right, bottom = dialog.desk.read.lines.places[line].box
    place = QPointF(left * page.sheet.width() + 3, (top + bottom) / 2 * page.sheet.height())
    qtbot.mouseClick(page.sheet, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert dialog.sides.original.line == line
    assert dialog.plan.measure(dialog.sides.outline.current_key).heading == "简化手续"


def test_keys_turn_pages_within_the_file(qtbot: QtBot, dialog: ReadingDialog) -> None:
    page = page_of(dialog)
    page.turn_to(1)
    for key, expected in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Left, 2),
    ):
        qtbot.keyClick(page.area, key)
        assert page.page == expected
    drawn(qtbot, page)
    assert page.title.text() == "Page 2 of 3"


def test_the_page_can_be_hidden(dialog: ReadingDialog) -> None:
    dialog.actions_.by_name["page"].trigger()
    assert not page_of(dialog).isVisible()
    dialog.actions_.by_name["page"].trigger()
    assert page_of(dialog).isVisible()


def test_pages_shown_last_are_not_drawn_again(
    qtbot: QtBot, dialog: ReadingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(dialog)
    page.turn_to(2)
    drawn(qtbot, page)
    monkeypatch.setattr(page_pictures, "draw", None)
    page.turn_to(1)
    page.turn_to(2)
    assert page.sheet.image is not None


def shown_page(qtbot: QtBot, content: bytes, pages: int) -> OriginalPage:
    """A page by itself, one line on each page of its file."""
    page = OriginalPage(content)
    qtbot.addWidget(page)
    page.resize(300, 400)
    page.load({number: Place(number, (0, 0, 1, 1)) for number in range(1, pages + 1)})
    page.show()
    return page


def test_only_a_few_pages_are_kept(qtbot: QtBot) -> None:
    page = shown_page(qtbot, pdf([Sheet(())] * 8), 8)
    for number in range(1, 9):
        page.turn_to(number)
        drawn(qtbot, page)
    kept = [number for number in range(1, 9) if page.pictures.image(number) is not None]
    assert kept == list(range(9 - page_pictures.KEPT, 9))


def test_a_page_that_cannot_be_drawn_says_so_and_is_tried_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []
    real = page_pictures.draw

    def draw(watch: Watch, content: bytes, page: int, pixels: int) -> object:
        tried.append(page)
        return real(watch, content, page, pixels)

    monkeypatch.setattr(page_pictures, "draw", draw)
    page = shown_page(qtbot, b"%PDF-1.7 cut short", 2)
    qtbot.waitUntil(lambda: not page.is_busy)
    assert page.sheet.image is None
    assert page.sheet.words.startswith("Page 1 can't be shown")
    for number in (2, 1, 2, 1):
        page.turn_to(number)
        qtbot.waitUntil(lambda: not page.is_busy)
    page.resize(600, 500)
    qtbot.waitUntil(lambda: not page.is_busy)
    assert tried == [1, 2]


def test_a_page_turned_away_from_is_not_waited_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the page shown last is drawn to its end."""
    ended: list[int] = []

    def slow(watch: Watch, content: bytes, page: int, pixels: int) -> object:
        if page < PAGES:
            assert watch.unwanted.wait(PATIENCE)
            ended.append(page)
            raise FileProblem("ended")
        return quick(watch, content, page, pixels)

    quick = page_pictures.draw
    monkeypatch.setattr(page_pictures, "draw", slow)
    page = shown_page(qtbot, pdf(typeset(PARAGRAPHS, lines=3)), PAGES)
    page.turn_to(2)
    page.turn_to(3)
    drawn(qtbot, page)
    assert page.title.text() == "Page 3 of 3"
    assert page.pictures.problem(1) == page.pictures.problem(2) == ""
    assert set(ended) <= {1, 2}


def test_a_hidden_page_is_not_drawn(
    qtbot: QtBot, dialog: ReadingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(dialog)
    dialog.actions_.by_name["page"].trigger()
    with monkeypatch.context() as hidden:
        hidden.setattr(page_pictures, "draw", None)
        choose_measure(dialog, "完善窗口")
        assert (page.page, page.is_busy) == (3, False)
    dialog.actions_.by_name["page"].trigger()
    drawn(qtbot, page)
    assert page.title.text() == "Page 3 of 3"


def test_a_page_is_drawn_as_fine_as_it_is_shown(qtbot: QtBot, dialog: ReadingDialog) -> None:
    page = page_of(dialog)

    def is_fine() -> bool:
        image = page.sheet.image
        return not page.is_busy and image is not None and image.width() >= page.sheet.width()

    qtbot.waitUntil(is_fine)
    assert page.sheet.width() == page.area.viewport().width()
    before = page.sheet.width()
    dialog.actions_.by_name["zoom_in"].trigger()
    dialog.actions_.by_name["zoom_in"].trigger()
    assert page.sheet.width() == round(page.area.viewport().width() * 1.25**2)
    qtbot.waitUntil(is_fine)
    dialog.actions_.by_name["zoom_fit"].trigger()
    assert abs(page.sheet.width() - before) < 20


def test_ctrl_and_the_wheel_zoom_and_the_middle_stays(qtbot: QtBot, dialog: ReadingDialog) -> None:
    page = page_of(dialog)
    for _step in range(3):
        page.zoom(1)
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = (bar.value() + bar.pageStep() / 2) / page.sheet.height()
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False)
    wheel = QWheelEvent(QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, 120), *none)
    QApplication.sendEvent(page.area.viewport(), wheel)
    assert page.sheet.width() == round(page.area.viewport().width() * 1.25**4)
    assert (bar.value() + bar.pageStep() / 2) / page.sheet.height() == pytest.approx(middle, abs=0.02)


def test_a_chosen_doubt_turns_to_its_page(qtbot: QtBot) -> None:
    paragraphs = [*PARAGRAPHS[:5], "4.建设平台。建成平台。", "6.完善窗口。设立专窗。"]
    dialog = ReadingDialog(read_content(pdf(typeset(paragraphs, lines=3)), "省.pdf", "parent1").source)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.is_busy)
    line = line_with(dialog, "完善窗口")
    row = next(r for r in dialog.sides.doubts.model.rows() if r.value.place.lines == (line, line))
    page_of(dialog).turn_to(1)
    dialog.sides.doubts.tree.go_to(row.key)
    assert page_of(dialog).page == 3
    assert len(page_of(dialog).marked) == 1
    assert dialog.sides.original.line == line


def test_other_formats_have_no_page(qtbot: QtBot) -> None:
    source = read_content(
        "示范省优化服务实施方案\n一、方便群众\n1.简化手续。减少材料。".encode(), "省.txt"
    ).source
    dialog = ReadingDialog(source)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.is_busy)
    dialog.show()
    assert not dialog.sides.page.isVisible()
    assert not dialog.actions_.by_name["page"].isVisible()
