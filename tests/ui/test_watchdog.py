"""The watchdog of the tests sees what would freeze the window, however a test brings it about."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.watchdog import USUAL_PACE, Watchdog

LONGEST, BUSY = 0.02, 0.08
"""Seconds: this watchdog is stricter than the one that watches all tests, which is not to bark here."""


def work() -> None:
    """Keep the processor busy."""
    until = time.thread_time() + BUSY
    while time.thread_time() < until:
        pass


@pytest.fixture
def watchdog(desk: QWidget) -> Iterator[Watchdog]:
    made = Watchdog(LONGEST)
    with made.watching():
        yield made


def test_a_long_turn_of_the_event_loop_is_seen(qtbot: QtBot, watchdog: Watchdog) -> None:
    done: list[int] = []
    QTimer.singleShot(0, lambda: (work(), done.append(1)))
    qtbot.waitUntil(lambda: bool(done))
    assert len(watchdog.blocks) == 1


def test_pending_events_dealt_with_are_seen(watchdog: Watchdog) -> None:
    QTimer.singleShot(0, work)
    while not watchdog.blocks:
        QApplication.processEvents()


def test_a_key_that_takes_long_is_seen(qtbot: QtBot, desk: QWidget, watchdog: Watchdog) -> None:
    line = QLineEdit(desk)
    line.textChanged.connect(lambda words: work() if words == "ab" else None)
    qtbot.keyClicks(line, "abc")
    assert line.text() == "abc"
    assert len(watchdog.blocks) == 1


def test_what_a_test_does_itself_is_its_own_business(qtbot: QtBot, watchdog: Watchdog) -> None:
    work()
    qtbot.wait(1)
    work()
    QApplication.processEvents()
    assert watchdog.blocks == []


def test_a_slower_machine_has_more_time(
    qtbot: QtBot, watchdog: Watchdog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.watchdog._pace", lambda: 5 * USUAL_PACE)
    done: list[int] = []
    QTimer.singleShot(0, lambda: (work(), done.append(1)))
    qtbot.waitUntil(lambda: bool(done))
    assert watchdog.blocks == []
