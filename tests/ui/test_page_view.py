"""The page preview: it follows, goes to and fro between page and outline, and costs nothing unseen."""

from collections.abc import Iterator
from importlib import import_module
from typing import get_args

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetHeading, SetNotice, SetText
from editor.plan.notice import Notice
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.storage import copy_template
from editor.ui.base.document import Document
from editor.ui.base.fonts import Fonts, missing_sentence
from editor.ui.base.threads import wait_for_threads
from editor.ui.main_window import MainWindow
from editor.ui.notice.page_bar import FIT, ZOOMS
from editor.ui.notice.page_view import DETAILS_OF_KIND, PageView, figures, preview
from editor.ui.notice.printing import pdf_bytes
from editor.ui.side_docks import SIDE_DOCKS, SidePane
from editor.writing.elements.element import Kind
from tests.ui.driving import answered
from tests.ui.made_up import project

NOTICE = Notice(
    issuer_mark="示范县人民政府文件",
    issuers=("示范县人民政府",),
    document_number="示政发〔2026〕1号",
    title="示范县人民政府关于印发示范县方案的通知",
    addressees=("各镇人民政府",),
    text="现印发给你们，请认真贯彻执行。",
    date="2026-03-05",
)


def noticed() -> Project:
    return replace(project("m1", "m2", "m3", "m4"), notice=NOTICE)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PageView]:
    shown = PageView()
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    yield shown
    wait_for_threads()


def settled(qtbot: QtBot, view: PageView) -> None:
    qtbot.waitUntil(lambda: not view.is_busy)


def printed(view: PageView) -> str:
    return "".join(line.text for page in view.canvas.pages for line in page.lines)


def test_pages_and_the_signature_are_counted(qtbot: QtBot, view: PageView) -> None:
    view.follow(noticed())
    settled(qtbot, view)
    assert len(view.canvas.pages) == 2
    assert view.bar.figures.text() == "2 pages, signature on page 1"
    assert figures(()) == "0 pages"


def test_only_the_newest_is_shown(qtbot: QtBot, view: PageView) -> None:
    first = noticed().local.measures[0].id
    for number in range(1, 6):
        newest = SetText(first, "改" * 200 * number).apply(noticed())
        view.follow(newest)
        view.ask()
    settled(qtbot, view)
    assert printed(view).count("改") == 1000


def test_a_click_tells_the_block_and_a_block_is_scrolled_to(qtbot: QtBot, view: PageView) -> None:
    view.follow(noticed())
    settled(qtbot, view)
    last = noticed().local.measures[-1].id
    view.show_block(last)
    place = view.canvas.place_of(last)
    assert place is not None
    seen = view.area.viewport().rect().translated(-view.canvas.pos())
    assert seen.contains(place.center())
    with qtbot.waitSignal(view.entered) as told:
        qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place.center())
    assert told.args == [last]
    assert view.canvas.line_at(QPointF(2, 2)) is None


def middle_of(view: PageView, kind: str) -> QPoint:
    """A place on the first line of an element of this kind."""
    line = next(each for each in view.canvas.pages[0].lines if each.kind == kind)
    sheet = view.canvas.sheet(0)
    return QPoint(sheet.center().x(), sheet.top() + round((line.top + line.bottom) / 2 * view.canvas.scale))


@pytest.mark.parametrize("kind", ["issuer_mark", "document_number", "title", "addressees", "date"])
def test_a_click_tells_the_detail_of_the_notice(qtbot: QtBot, view: PageView, kind: str) -> None:
    view.follow(noticed())
    settled(qtbot, view)
    with qtbot.waitSignal(view.detail_entered) as told:
        qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=middle_of(view, kind))
    assert told.args == [kind]


def test_every_kind_of_line_leads_somewhere() -> None:
    assert set(DETAILS_OF_KIND.values()) <= set(Notice.__struct_fields__)
    blocks = {"heading", "measure", "plan_title"}
    assert set(get_args(Kind)) - blocks == set(DETAILS_OF_KIND)


def test_keys_turn_the_pages(qtbot: QtBot, view: PageView) -> None:
    view.follow(noticed())
    settled(qtbot, view)
    assert view.bar.place.text() == "Page 1"
    qtbot.keyClick(view.area, Qt.Key.Key_PageDown)
    assert view.bar.place.text() == "Page 2"
    qtbot.keyClick(view.area, Qt.Key.Key_PageDown)
    assert view.area.page == 2
    qtbot.keyClick(view.area, Qt.Key.Key_PageUp)
    assert view.area.page == 1
    qtbot.keyClick(view.area, Qt.Key.Key_End)
    assert view.area.page == 2
    qtbot.keyClick(view.area, Qt.Key.Key_Home)
    assert view.area.verticalScrollBar().value() == 0


def test_keys_and_wheel_zoom(qtbot: QtBot, view: PageView) -> None:
    view.follow(noticed())
    settled(qtbot, view)
    qtbot.keyClick(view.area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.bar.zoom.currentData() == 1.0
    qtbot.keyClick(view.area, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.canvas.zoom == 0.75


def test_sheets_can_be_as_wide_as_the_pane(qtbot: QtBot, view: PageView) -> None:
    view.follow(noticed())
    settled(qtbot, view)
    view.bar.zoom.setCurrentIndex(view.bar.zoom.findData(FIT))
    for wide in (420, 800):
        view.resize(wide, 500)
        qtbot.waitUntil(lambda: abs(view.canvas.width() - view.area.viewport().width()) <= 2)
    assert view.area.horizontalScrollBar().maximum() == 0


def test_layouts_and_templates_are_the_projects(qtbot: QtBot, view: PageView) -> None:
    first = preview(noticed()).pages[0]
    other = preview(SetNotice("layout", "B").apply(noticed())).pages[0]
    assert [line.top for line in first.lines if line.kind == "text"] != [
        line.top for line in other.lines if line.kind == "text"
    ]
    copy_template("", "本办")
    assert preview(SetNotice("template", "本办").apply(noticed())).remark == ""
    view.follow(SetNotice("template", "没有的").apply(noticed()))
    settled(qtbot, view)
    assert "没有的" in view.missing.text()
    assert len(view.canvas.pages) == 2


def test_zoom_makes_the_sheets_larger(qtbot: QtBot, view: PageView) -> None:
    view.follow(noticed())
    settled(qtbot, view)
    before = view.canvas.sheet(0).width()
    view.bar.zoom.setCurrentIndex(ZOOMS.index(2.0))
    assert view.canvas.sheet(0).width() > 2 * before


def test_what_is_printed_red_is_painted_red(qtbot: QtBot, view: PageView) -> None:
    view.follow(noticed())
    settled(qtbot, view)
    picture = QPixmap(view.canvas.size())
    view.canvas.render(picture, QPoint())
    image = picture.toImage()
    sheet = view.canvas.sheet(0)
    colours = {image.pixelColor(sheet.center().x(), y).name() for y in range(sheet.top(), sheet.center().y())}
    assert QColor("white").name() in colours
    assert any(QColor(name).red() > 200 and QColor(name).green() < 120 for name in colours)


def test_the_window_loads_it_when_it_is_looked_at(qtbot: QtBot, window: MainWindow) -> None:
    for module in ("editor.ui.workbench", "editor.ui.outline.context_menus"):
        import_module(module)  # loaded before: the watchdog is to see what the preview costs
    window.document.start(noticed())
    assert window.side_panes["pages"].view is None
    answered(qtbot, window)  # the docks are arranged by then
    window.bench.docks["pages"].raise_()
    pane = window.side_panes["pages"]
    qtbot.waitUntil(lambda: pane.view is not None and bool(pane.view.canvas.pages))
    view = pane.view
    measure = noticed().local.measures[2]
    place = view.canvas.place_of(measure.id)
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place.center())
    assert window.bench.local.current == measure.id
    assert view.canvas.block == measure.id
    window.document.do(SetHeading(measure.id, "另起标题"))
    qtbot.waitUntil(lambda: "另起标题" in printed(view))
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=middle_of(view, "title"))
    assert window.bench.docks["notice"].isVisible()
    assert window.bench.notice.boxes["title"].hasFocus()
    window.bench.docks["pages"].raise_()
    view.bar.layout_box.setCurrentIndex(1)
    view.bar.layout_box.activated.emit(1)
    assert window.document.project.notice.layout == "B"
    window.document.undo()
    qtbot.waitUntil(lambda: view.bar.layout_box.currentData() == "A")
    answered(qtbot, window)


def test_typing_does_not_wait_for_the_pages(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are laid out once when nothing was typed for longer than between two keys."""
    document = Document()
    document.start(noticed())
    pages = next(dock for dock in SIDE_DOCKS if dock.name == "pages")
    pane = SidePane(document, pages)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    qtbot.waitUntil(lambda: pane.view is not None and not pane.view.is_busy)
    asked: list[Project] = []
    monkeypatch.setattr(pane.view, "ask", lambda: asked.append(document.project))
    for count in range(1, 6):
        document.do(SetText(noticed().local.measures[0].id, "改" * count))
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [document.project]
    assert pages.follows_after >= 150
    wait_for_threads()


def test_the_pdf_has_the_same_pages_and_names_nobody(qtbot: QtBot) -> None:
    shown = preview(noticed())
    content = pdf_bytes(shown)
    document = pypdfium2.PdfDocument(content)
    assert len(document) == len(shown.pages)
    assert [round(side * 25.4 / 72) for side in document[0].get_size()] == [210, 297]
    details = document.get_metadata_dict()
    assert not any(details[name] for name in ("Title", "Author", "Creator", "Subject"))
    document.close()


def test_lines_in_the_pdf_end_within_the_type_area(qtbot: QtBot) -> None:
    """A full line of 28 characters ends at the right margin, 184 mm from the left, by the letter spacing alone."""
    changed = replace(noticed(), local=Plan(id="local", title="方案", opening="汉" * 280))
    document = pypdfium2.PdfDocument(pdf_bytes(preview(changed)))
    ends = []
    for page in document:
        text = page.get_textpage()
        ends += [
            text.get_charbox(place)[2]
            for place in range(text.count_chars())
            if text.get_text_range(place, 1) == "汉"
        ]
        text.close()
        page.close()
    document.close()
    assert 180 < max(ends) * 25.4 / 72 < 184.5


def test_missing_fonts_are_told(qtbot: QtBot) -> None:
    there = Fonts({}).family("sans-serif")
    fonts = Fonts({"No Such Font": ("Nor This One", there)})
    assert fonts.substitutes(("No Such Font", there)) == (("No Such Font", there),)
    assert missing_sentence(fonts.substitutes(("No Such Font",))) == (
        f"Not installed, shown instead: No Such Font → {there}."
    )
    assert missing_sentence(()) == ""
