"""When something unexpected breaks: the work is kept first, and the report tells places in the program only."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from editor.drafting.commands import SetText
from editor.storage import Recovery
from editor.ui.application import _Reporter
from editor.ui.files.crash_report import report
from editor.ui.main_window import MainWindow
from tests.ui.made_up import project

TEXT = "王五的电话写在这里"


def crash(window: MainWindow) -> None:
    """What Python calls for an error nobody expected, raised below a listener, with text in its message."""
    try:
        window.document.session.listen(lambda _change: os.stat(f"/示范县/{TEXT}"))
        window.document.session.do(SetText(window.document.project.local.measures[0].id, TEXT))
    except Exception as error:  # noqa: BLE001 - as the interpreter does
        _Reporter(window)(type(error), error, error.__traceback__)


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


@pytest.fixture
def crashing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    window.document.start(project("m1"))
    yield window
    for box in boxes(window):
        box.close()


def test_the_work_is_kept_before_anything_is_shown(crashing: MainWindow, tmp_path: Path) -> None:
    crash(crashing)
    crashing.recovery.close()  # as the system does when a program ends
    (found,) = Recovery(tmp_path / "state").found()
    assert found.project.local.measures[0].text == TEXT
    (box,) = boxes(crashing)
    assert "Your work was kept" in box.text()


def test_the_report_names_places_and_nothing_else(crashing: MainWindow) -> None:
    crash(crashing)
    (box,) = boxes(crashing)
    said = box.detailedText()
    assert "FileNotFoundError" in said, "the error that a group of errors consists of"
    assert "session._tell:" in said
    assert not any(sign in said for sign in "/\\《王示")
    copy = next(button for button in box.buttons() if "Copy" in button.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == said
    assert box.isVisible()


def test_one_report_is_shown_at_a_time(crashing: MainWindow) -> None:
    for _time in range(3):
        crash(crashing)
    (box,) = boxes(crashing)
    box.close()
    crash(crashing)
    assert len(boxes(crashing)) == 1


def test_work_that_can_not_be_kept_is_told(crashing: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_self: Recovery) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as disk:
        disk.setattr(Recovery, "write", broken)
        crash(crashing)
    (box,) = boxes(crashing)
    assert "Save your work under another name now" in box.text()


def test_the_error_that_led_to_another_is_told_too() -> None:
    try:
        try:
            _ = 1 // 0
        except ZeroDivisionError as error:
            raise KeyError(TEXT) from error
    except KeyError as error:
        lines = report(error).splitlines()
    assert [line for line in lines if "." not in line] == ["KeyError", "ZeroDivisionError"]
    assert lines[-1].startswith("test_crash_report.test_the_error_that_led")
