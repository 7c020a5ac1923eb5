"""Finding and replacing in the window, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.finding.find_view import MOST_LISTED, FindView, Query, search
from editor.ui.main_window import MainWindow
from tests.ui.driving import act
from tests.ui.made_up import project


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2", "m3", "m4"))
    return window


def view(window: MainWindow) -> FindView:
    return window.groups.finding.view


def look_for(qtbot: QtBot, window: MainWindow, words: str, action: str = "find") -> FindView:
    act(window, action)
    view(window).wanted.setText(words)
    qtbot.waitUntil(lambda: not view(window).is_busy)
    return view(window)


def places(window: MainWindow) -> list[str]:
    return [row.cells[0] for row in view(window).list.model.rows()]


def test_the_list_shows_every_place_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, window, "平台")
    assert places(window) == ["3. 建设平台", "3. 建设平台"]
    assert view(window).list.model.index(1, 1).data() == "建成【平台】100个。"
    assert window.bench.docks["find"].isVisible()
    assert not view(window).new.isVisible()


def test_superior_plans_are_searched_where_wanted(window: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, window, "平台").in_parents.setChecked(True)
    qtbot.waitUntil(lambda: not view(window).is_busy)
    assert len(places(window)) == 4
    assert len(view(window).list.ticked) == 2


def test_f3_goes_on_and_round_and_selects_the_words(window: MainWindow, qtbot: QtBot) -> None:
    found = look_for(qtbot, window, "减")
    act(window, "find_next")
    assert window.bench.editors.id == window.document.project.local.measures[0].id
    assert window.bench.editors.measure.text.textCursor().selectedText() == "减"
    for _time in range(len(places(window))):
        act(window, "find_next")
    assert found.list.table.currentIndex().row() == 0
    act(window, "find_previous")
    assert found.list.table.currentIndex().row() == len(places(window)) - 1


def test_enter_in_the_list_goes_into_the_text(window: MainWindow, qtbot: QtBot) -> None:
    found = look_for(qtbot, window, "费用")
    qtbot.keyClick(found.wanted, Qt.Key.Key_Return)
    assert found.wanted.hasFocus()
    found.list.table.setFocus()
    qtbot.keyClick(found.list.table, Qt.Key.Key_Return)
    assert window.bench.editors.measure.heading.hasFocus()
    found.wanted.setFocus()
    qtbot.keyClick(found.wanted, Qt.Key.Key_Escape)
    assert window.bench.editors.measure.text.hasFocus()


def test_only_ticked_places_are_replaced_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    before = window.document.project
    found = look_for(qtbot, window, "平台", "replace")
    found.new.setText("中心")
    qtbot.waitUntil(lambda: not found.is_busy)
    assert found.list.model.index(1, 2).data() == "建成【中心】100个。"
    found.list.table.setCurrentIndex(found.list.model.index(0, 0))
    qtbot.keyClick(found.list.table, Qt.Key.Key_Space)
    act(window, "replace_ticked")
    third = window.document.project.local.measures[2]
    assert (third.heading, third.text) == ("建设平台", "建成中心100个。")
    assert window.actions_.by_name["undo"].text().endswith("Replace “平台” with “中心”")
    qtbot.waitUntil(lambda: places(window) == ["3. 建设平台"])
    act(window, "undo")
    assert window.document.project == before


def test_a_cut_name_has_to_be_ticked_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    measure = window.document.project.local.measures[0]
    window.bench.local.tree.go_to(measure.id)
    window.bench.editors.measure.text.setPlainText("示范县公安局牵头，公安干警参加。")
    found = look_for(qtbot, window, "公安", "replace")
    qtbot.waitUntil(lambda: [bool(each.warning) for each in found.list.proposals] == [True, False])
    assert len(found.list.ticked) == 1
    found.list.model.tick([found.list.proposals[0].key], is_ticked=True)
    found.new.setText("警务")
    qtbot.waitUntil(lambda: not found.is_busy)
    assert len(found.list.ticked) == 2, "what was ticked by hand stays ticked"


def test_nothing_is_replaced_before_the_preview_is_there(window: MainWindow, qtbot: QtBot) -> None:
    before = window.document.project
    found = look_for(qtbot, window, "平台", "replace")
    found.new.setText("中心")
    act(window, "replace_ticked")
    assert window.document.project is before
    qtbot.waitUntil(lambda: not found.is_busy)


def test_the_selection_is_what_is_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    window.bench.local.tree.go_to(window.document.project.local.measures[2].id)
    box = window.bench.editors.measure.text
    box.setFocus()
    box.select(2, 4)
    act(window, "find")
    assert view(window).wanted.text() == "平台"
    assert view(window).wanted.hasFocus()
    qtbot.waitUntil(lambda: not view(window).is_busy)


def test_nothing_is_searched_while_the_input_method_composes(window: MainWindow, qtbot: QtBot) -> None:
    act(window, "find")
    QApplication.sendEvent(view(window).wanted, QInputMethodEvent("ping", []))
    assert view(window).wanted.text() == ""
    assert not view(window).is_busy


def test_only_so_many_places_are_listed() -> None:
    draft = project("m1")
    from editor.drafting.commands import SetText

    long = SetText(draft.local.measures[0].id, "的" * (MOST_LISTED + 5)).apply(draft)
    found = search(long, Query("的"))
    assert (len(found.listing.proposals), found.total) == (MOST_LISTED, MOST_LISTED + 5)
