"""Answers from threads: only the newest counts."""

from threading import Event

from pytestqt.qtbot import QtBot

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
