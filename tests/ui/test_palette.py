"""The command palette, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.ui.base.pinyin_search import NO_FIT, rank
from editor.ui.finding.palette import Palette
from editor.ui.finding.palette_search import Entry, find_entries
from editor.ui.main_window import MainWindow
from editor.ui.menus import MENUS
from tests.ui.driving import answered
from tests.ui.made_up import project

ENTRIES = (
    Entry("action", "1", "采纳所选", "举措", "Alt+Return"),
    Entry("action", "2", "不采纳", "举措"),
    Entry("action", "3", "导出通知", "文件"),
    Entry("block", "m1", "简化手续", number="1", text="减少材料20件。"),
    Entry("block", "m12", "采集数据", number="12", text="由专人采纳意见。"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["1", "2", "3"]),
        ("采纳", ["1", "2", "m12"]),
        ("cnsx", ["1"]),
        ("cn", ["1", "2"]),
        ("daochu", ["3"]),
        ("DCTZ", ["3"]),
        ("12", ["m12"]),
        ("1.", ["m1"]),
        ("２０件", ["m1"]),
        ("jhsx", ["m1"]),
        ("无此", []),
    ],
)
def test_actions_and_measures_are_found(typed: str, found: list[str]) -> None:
    assert [entry.id for entry in find_entries(ENTRIES, typed)] == found


def test_words_found_in_a_text_are_shown() -> None:
    assert find_entries(ENTRIES, "专人")[0].place == " …由专人采纳意见。…"


def test_the_best_fit_comes_first() -> None:
    assert [
        rank(typed, ("公安局",)) for typed in ("公安局", "公", "安", "gaj", "ga", "gongan", "aj", "xx")
    ] == [
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        NO_FIT,
    ]


def open_palette(window: MainWindow) -> Palette:
    window.actions_.by_name["palette"].trigger()
    return window.findChildren(Palette)[-1]


def type_and_enter(qtbot: QtBot, palette: Palette, typed: str) -> None:
    palette.line.setText(typed)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)


def titles(palette: Palette) -> list[str]:
    return [row.cells[0] for row in palette.model.rows()]


def test_an_empty_window_offers_what_it_can_do(window: MainWindow) -> None:
    palette = open_palette(window)
    assert "Open a draft" in titles(palette)
    assert "Merge selected" not in titles(palette)


def test_every_action_can_be_found_with_its_key(window: MainWindow, qtbot: QtBot) -> None:
    window.document.start(project("m1", "m2", "m3"))
    palette = open_palette(window)
    offered = {entry.title: entry.key for entry in palette._entries if entry.kind == "action"}
    names = [spec.name for _title, specs in MENUS for spec in specs if spec.name]
    actions = (window.actions_.by_name[name] for name in names if name != "palette")
    for action in actions:
        if action.isEnabled() and action.menu() is None:
            assert action.text().replace("&", "").rstrip("…") in offered
    assert offered["Merge selected"] == "Ctrl+M"
    assert any(title.endswith("省级事权") for title in offered), "what stands in submenus too"


def test_enter_does_the_action_with_the_focus_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.document.start(project("m1", "m2", "m3"))
    measure = window.document.project.local.measures[1]
    window.bench.local.tree.go_to(measure.id)
    window.bench.local.tree.setFocus()
    type_and_enter(qtbot, open_palette(window), "Remove")
    qtbot.waitUntil(lambda: len(window.document.project.local.measures) == 2)
    assert measure.id not in {m.id for m in window.document.project.local.measures}


def test_a_measure_is_gone_to_by_number_and_by_text(window: MainWindow, qtbot: QtBot) -> None:
    window.document.start(project("m1", "m2", "m3"))
    type_and_enter(qtbot, open_palette(window), "3")
    third = window.document.project.local.measures[2].id
    qtbot.waitUntil(lambda: window.bench.local.current == third)
    type_and_enter(qtbot, open_palette(window), "不打烊")
    second = window.document.project.local.measures[1].id
    qtbot.waitUntil(lambda: window.bench.local.current == second)


def test_arrows_choose_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    window.document.start(project("m1"))
    palette = open_palette(window)
    palette.line.setText("方便")
    qtbot.waitUntil(lambda: not palette.is_busy)
    first = palette.list.current_key
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.current_key != first
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.bench.parents.selected))
    answered(qtbot, window)
