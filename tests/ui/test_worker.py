"""Answers from threads: only the newest counts."""

import threading
from threading import Event

import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.base.threads import wait_for_threads
from editor.ui.base.worker import Newest


def test_an_answer_comes(qtbot: QtBot) -> None:
    newest = Newest()
    with qtbot.waitSignal(newest.answered) as told:
        newest.ask(lambda a, b: a + b, 1, 2)
    assert told.args == [3]


def test_only_the_newest_answer_is_told(qtbot: QtBot) -> None:
    newest, gate = Newest(), Event()
    told: list[int] = []
    newest.answered.connect(told.append)
    newest.ask(lambda: gate.wait(5) and 0)
    for number in range(1, 5):
        newest.ask(lambda n: n, number)
    gate.set()
    qtbot.waitUntil(lambda: not newest.is_busy)
    assert told == [4]


def test_what_is_forgotten_is_not_told(qtbot: QtBot) -> None:
    newest = Newest()
    told: list[int] = []
    newest.answered.connect(told.append)
    newest.ask(lambda: 1)
    newest.forget()
    qtbot.waitUntil(lambda: not newest.is_busy)
    assert told == []


def test_a_failure_is_told(qtbot: QtBot) -> None:
    newest = Newest()
    with qtbot.waitSignal(newest.failed) as told:
        newest.ask(lambda: 1 // 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_whoever_asked_may_go_while_it_is_computed(qtbot: QtBot) -> None:
    owner, gate = QObject(), Event()
    told: list[int] = []
    newest = Newest(owner)
    newest.answered.connect(told.append)
    newest.ask(lambda: gate.wait(5) and 0)
    del newest
    shiboken6.delete(owner)
    gate.set()
    wait_for_threads()
    QApplication.processEvents()
    assert told == []


class _Value:
    """Tells the thread that takes it away."""

    def __init__(self, gone: list[int]) -> None:
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


def test_what_was_handed_to_a_thread_is_let_go_of_here(qtbot: QtBot) -> None:
    newest = Newest()
    gone: list[int] = []
    for _time in range(50):
        newest.ask(lambda _value: None, _Value(gone))
        qtbot.waitUntil(lambda: not newest.is_busy)
    assert gone == [threading.get_ident()] * 50


def test_what_is_urgent_waits_for_no_long_work(qtbot: QtBot) -> None:
    gate = Event()
    busy = [Newest() for _ in range(QThreadPool.globalInstance().maxThreadCount())]
    for each in busy:
        each.ask(lambda: gate.wait(20) and 0)
    urgent = Newest(is_urgent=True)
    try:
        with qtbot.waitSignal(urgent.answered):
            urgent.ask(lambda: 1)
        assert all(each.is_busy for each in busy)
    finally:
        gate.set()
        qtbot.waitUntil(lambda: not any(each.is_busy for each in busy))
