"""Moving, merging and splitting in the outline: by key and by mouse, each one step with its name."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.made_up import project


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2", "m3"))
    return window


def headings(window: MainWindow) -> list[str]:
    return [block.heading for block in window.document.project.local.body]


def select(window: MainWindow, *names: str) -> None:
    tree, model = window.bench.local.tree, window.bench.local.model
    ids = [b.id for name in names for b in window.document.project.local.body if b.heading == name]
    tree.go_to(ids[0])
    flags = QItemSelectionModel.SelectionFlag
    for id in ids[1:]:
        tree.selectionModel().select(model.find(id), flags.Select | flags.Rows)


def key(qtbot: QtBot, window: MainWindow, which: Qt.Key) -> None:
    tree = window.bench.local.tree
    tree.setFocus()
    qtbot.keyClick(tree, which, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)


def undo_name(window: MainWindow) -> str:
    return window.actions_.by_name["undo"].text().partition(" ")[2]


def test_several_measures_move_together_and_stay_selected(window: MainWindow, qtbot: QtBot) -> None:
    before = window.document.project
    select(window, "简化手续", "延长服务")
    key(qtbot, window, Qt.Key.Key_Down)
    assert headings(window) == ["方便群众", "方便企业", "简化手续", "延长服务", "建设平台"]
    key(qtbot, window, Qt.Key.Key_Down)
    assert headings(window) == ["方便群众", "方便企业", "建设平台", "简化手续", "延长服务"]
    assert len(window.bench.local.selected) == 2
    assert undo_name(window) == "Move"
    window.document.undo()
    window.document.undo()
    assert window.document.project == before


def test_a_section_moves_with_what_it_holds(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "方便企业")
    key(qtbot, window, Qt.Key.Key_Up)
    assert headings(window) == ["方便企业", "建设平台", "方便群众", "简化手续", "延长服务"]
    numbers = [block.number for block in window.document.project.local.body]
    assert numbers == ["一", "1", "二", "2", "3"]


def test_dragging_several_rows_is_one_step(window: MainWindow) -> None:
    pane = window.bench.local
    select(window, "建设平台", "延长服务")
    data = pane.model.mimeData([pane.model.find(id) for id in pane.selected])
    first = pane.model.find(window.document.project.local.sections[0].id)
    assert pane.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, first)
    assert headings(window) == ["方便群众", "延长服务", "建设平台", "简化手续", "方便企业"]
    assert undo_name(window) == "Move"


def test_a_superior_measure_dragged_to_a_place_is_adopted_there(window: MainWindow) -> None:
    superior = window.bench.parents.tree.model()
    data = superior.mimeData([superior.find("m4")])
    assert window.bench.local.model.dropMimeData(data, Qt.DropAction.CopyAction, -1, 0, QModelIndex())
    assert headings(window)[-1] == "减免费用"
    assert undo_name(window) == "Adopt measures"


def test_merging_and_splitting_have_keys_and_names(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "简化手续", "延长服务")
    window.bench.local.tree.setFocus()
    qtbot.keyClick(window.bench.local.tree, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert undo_name(window) == "Merge measures"
    box = window.bench.editors.measure.text
    box.setFocus()
    box.select(4, 4)
    qtbot.keyClick(box, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert undo_name(window) == "Split measure"
    assert len(window.document.project.local.measures) == 3
