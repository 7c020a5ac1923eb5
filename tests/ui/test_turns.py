"""Pieces of work in turns of their own, and large plans that are shown by them."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.base.turns import Turns
from editor.ui.main_window import MainWindow
from tests.ui.driving import act, answered
from tests.ui.made_up import PARENT, project


def test_what_the_user_does_comes_between_the_pieces(qtbot: QtBot, desk: QWidget) -> None:
    done: list[str] = []
    turns = Turns(desk)

    def first() -> None:
        done.append("first")
        QTimer.singleShot(0, lambda: done.append("the user"))

    with qtbot.waitSignal(turns.done):
        turns.begin((first, lambda: done.append("second"), lambda: done.append("third")))
        assert turns.is_busy
    assert done.index("the user") < done.index("third")
    assert not turns.is_busy


def test_newer_pieces_take_the_place_of_older_ones(desk: QWidget) -> None:
    done: list[str] = []
    turns = Turns(desk)
    turns.begin((lambda: done.append("old"),))
    turns.begin((lambda: done.append("new"), lambda: done.append("newer")))
    turns.finish()
    assert done == ["new", "newer"]


def test_a_large_plan_is_shown_piece_by_piece(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.document.start(project("m1"))
    monkeypatch.setattr("editor.ui.workbench.MANY", 2)
    window.document.start(project("m1", "m2", "m3", "m4"))
    assert list(window.bench.local.model.rows()) == []  # nothing of the plan that was here before
    answered(qtbot, window)
    assert {row.key for row in window.bench.local.model.rows()} > {
        block.id for block in window.document.project.local.measures
    }
    assert window.bench.parents.tree is not None
    assert window.bench.parents.tree.model().rowCount() == len(PARENT.sections)


@pytest.fixture
def many(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window in which few measures are many."""
    monkeypatch.setattr("editor.ui.files.long_steps.MANY", 2)
    window.document.start(project())
    return window


def test_a_step_on_many_measures_is_computed_in_a_thread(qtbot: QtBot, many: MainWindow) -> None:
    act(many, "adopt_all")
    assert many.work.is_busy
    qtbot.waitUntil(lambda: not many.work.is_busy)
    assert len(many.document.project.local.measures) == len(PARENT.measures)
    act(many, "undo")
    assert many.document.project.local.measures == ()


def test_a_step_on_many_measures_can_be_stopped(many: MainWindow) -> None:
    act(many, "adopt_all")
    many.work.cancel()
    assert many.document.project.local.measures == ()
    assert not many.work.is_busy


def test_words_at_many_places_are_replaced_in_a_thread(qtbot: QtBot, many: MainWindow) -> None:
    many.document.start(project("m1", "m4"))
    before = many.document.project
    act(many, "replace")
    view = many.groups.finding.view
    view.wanted.setText("减")
    view.new.setText("省")
    qtbot.waitUntil(lambda: not view.is_busy)
    act(many, "replace_ticked")
    assert (many.work.is_busy, many.document.project is before) == (True, True)
    qtbot.waitUntil(lambda: not many.work.is_busy)
    assert many.document.project.local.measures[1].text == "省免登记费用。"
    assert many.messages.text.startswith("3 places replaced")
