"""What a pane says while there is nothing in it: why, and what would fill it; also to screen readers."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.ui.base.rows import Row, RowModel
from editor.ui.base.tree import Tree
from editor.ui.main_window import MainWindow
from tests.ui.made_up import project


def is_written(view: QWidget) -> bool:
    """Whether the view shows anything but its ground."""
    image: QImage = view.grab().toImage()
    ground = QColor(view.palette().color(view.palette().ColorRole.Base)).rgb()
    inside = ((x, y) for x in range(4, image.width() - 4) for y in range(4, image.height() - 4))
    return any(image.pixelColor(x, y).rgb() != ground for x, y in inside)


def test_a_list_says_why_it_is_empty_as_long_as_it_is(qtbot: QtBot) -> None:
    model = RowModel(("Heading",))
    tree = Tree("made up", model)
    qtbot.addWidget(tree)
    tree.setHeaderHidden(True)
    tree.resize(300, 100)
    assert not is_written(tree)
    tree.hint.when_empty = "Nothing yet."
    assert is_written(tree)
    assert tree.accessibleDescription() == "Nothing yet."
    model.update((Row("one", ("",)),))
    assert not is_written(tree)
    assert tree.accessibleDescription() == ""


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.resize(1200, 780)
    window.document.start(Project(local=Plan(id="local")))
    for pane in window.side_panes.values():
        pane.made()
    qtbot.waitUntil(lambda: not window.bench.is_busy)
    return window


def said(window: MainWindow, pane: str, view: QWidget) -> str:
    window.bench.docks[pane].show()
    window.bench.docks[pane].raise_()
    QApplication.processEvents()
    view.grab()
    return view.accessibleDescription()


def test_every_pane_says_why_it_is_empty(qtbot: QtBot, window: MainWindow) -> None:
    bench, side = window.bench, window.side_panes
    views = {
        "coverage": bench.coverage.tree,
        "doubts": bench.doubts.tree,
        "marks": bench.marks.tree,
        "matrix": side["matrix"].view.table,
        "calendar": side["calendar"].view.tree,
        "find": side["find"].view.list.table,
    }
    assert [name for name, view in views.items() if not said(window, name, view)] == []
    bench.local.tree.grab()
    assert "No measure yet" in bench.local.tree.accessibleDescription()
    assert bench.parents.nothing.isVisible()
    assert not bench.parents.tabs.isVisible()
    assert bench.difference.origin.text()
    assert side["words"].view.summary.text()


def test_the_outlines_say_so_where_a_filter_leaves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.document.forget_changes()
    window.document.start(project("m1", "m2", "m3", "m4"))
    qtbot.waitUntil(lambda: not window.bench.is_busy)
    parents, local = window.bench.parents, window.bench.local
    assert parents.tabs.isVisible()
    parents.only_undecided.setChecked(True)
    parents.tree.grab()
    assert "decided" in parents.tree.accessibleDescription()
    local.tree.grab()
    assert local.tree.accessibleDescription() == ""
    local.tree.setCurrentIndex(local.model.index(0, 0))
    local.bar.choose("suspect")
    local.tree.grab()
    assert "Show all" in local.tree.accessibleDescription()
