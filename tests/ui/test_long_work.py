"""Long work: its progress is shown after a while, it is ended by a key, and nothing comes of it afterwards."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from editor.errors import FileProblem
from editor.ui.base.long_work import LongWork, Watch
from editor.ui.base.work_strip import SHOW_AFTER, WorkStrip


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    shown = QMainWindow()
    qtbot.addWidget(shown)
    return shown


def until_unwanted(watch: Watch) -> str:
    assert watch.unwanted.wait(20)
    return "late"


def test_an_answer_comes_once(qtbot: QtBot) -> None:
    work, told = LongWork(), []
    with qtbot.waitSignal(work.ended):
        work.begin("Reading …", lambda _watch, a, b: a + b, 1, 2, then=told.append)
        assert work.is_busy
    assert (told, work.is_busy) == ([3], False)


def test_progress_is_told_in_this_thread(qtbot: QtBot) -> None:
    work, steps, go_on = LongWork(), [], Event()
    work.progressed.connect(lambda *step: steps.append(step))

    def read(watch: Watch) -> None:
        watch.progress(1, 2)
        assert go_on.wait(20)
        watch.progress(2, 2)

    work.begin("Reading …", read, then=lambda _answer: None)
    qtbot.waitUntil(lambda: steps == [(1, 2)])
    with qtbot.waitSignal(work.ended):
        go_on.set()
    assert steps == [(1, 2), (2, 2)]


def test_what_is_cancelled_ends_and_changes_nothing(qtbot: QtBot) -> None:
    work, told = LongWork(), []
    work.begin("Reading “a.pdf” …", until_unwanted, then=told.append)
    with qtbot.waitSignal(work.stopped) as stopped:
        work.cancel()
    assert stopped.args == ["Reading “a.pdf” … Stopped; everything is as it was."]
    assert not work.is_busy
    with qtbot.waitSignal(work.ended):
        work.begin("Reading …", lambda _watch: "new", then=told.append)
    assert told == ["new"]


def test_what_is_begun_takes_the_place_of_what_goes_on(qtbot: QtBot) -> None:
    work, told = LongWork(), []
    work.begin("first", until_unwanted, then=told.append)
    work.begin("second", lambda _watch: 2, then=told.append)
    qtbot.waitUntil(lambda: told == [2])


def test_a_file_that_cannot_be_read_gives_its_sentence(qtbot: QtBot) -> None:
    def refuse(_watch: Watch) -> None:
        raise FileProblem("“a.pdf” is empty.")

    work = LongWork()
    with qtbot.waitSignal(work.failed) as failed:
        work.begin("Reading …", refuse, then=pytest.fail)
    assert failed.args == ["“a.pdf” is empty."]


def test_the_strip_shows_itself_after_a_while_only(qtbot: QtBot, window: QMainWindow) -> None:
    work = LongWork()
    strip = WorkStrip(work, window)
    window.setCentralWidget(strip)
    window.show()
    work.begin("Reading …", lambda _watch: None, then=lambda _answer: None)
    assert not strip.isVisible()
    qtbot.waitUntil(lambda: not work.is_busy)
    work.begin("Reading “a.pdf” …", until_unwanted, then=lambda _answer: None)
    qtbot.waitUntil(strip.isVisible, timeout=10 * SHOW_AFTER)
    assert strip.label.text() == strip.bar.accessibleName() == "Reading “a.pdf” …"
    assert (strip.bar.minimum(), strip.bar.maximum()) == (0, 0)
    work.progressed.emit(12, 300)
    assert (strip.bar.value(), strip.bar.text()) == (12, "12 of 300 pages")
    strip.button.click()
    assert not strip.isVisible()


def test_escape_ends_the_work_wherever_the_focus_is(qtbot: QtBot, window: QMainWindow) -> None:
    work, inside = LongWork(), QWidget(window)
    WorkStrip(work, window)
    window.setCentralWidget(inside)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    work.begin("Reading …", until_unwanted, then=pytest.fail)
    qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert not work.is_busy
