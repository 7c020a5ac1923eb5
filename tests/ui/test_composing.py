"""While an input method composes in a field, no field rewrites what is being typed, and rare characters stay whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetHeading, SetNotice, SetState
from editor.ui.main_window import MainWindow
from tests.ui.driving import answered
from tests.ui.made_up import project

COMPOSED = "ni"
RARE = "𠮷"


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2"))
    window.bench.local.tree.go_to(window.document.project.local.measures[0].id)
    for pane in window.side_panes.values():
        pane.made()
    for dock in window.bench.docks.values():
        dock.show()
    return window


def fields(window: MainWindow) -> Iterator[QLineEdit | QPlainTextEdit]:
    """Every field of the window and its docks that one types into."""
    for kind in (QLineEdit, QPlainTextEdit):
        for field in window.findChildren(kind):
            is_choice = isinstance(field.parentWidget(), QComboBox)
            if field.isEnabled() and not field.isReadOnly() and not is_choice:
                yield field


def state(field: QLineEdit | QPlainTextEdit) -> tuple[str, str]:
    """What stands in the field, and what the input method shows there (a line does not tell) and has not handed over."""
    if isinstance(field, QLineEdit):
        return field.text(), COMPOSED
    return field.toPlainText(), field.textCursor().block().layout().preeditAreaText()


def send(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def test_no_field_is_rewritten_while_an_input_method_composes(qtbot: QtBot, window: MainWindow) -> None:
    document = window.document
    other = document.project.local.measures[1].id
    found = list(fields(window))
    assert len(found) > 10
    for number, field in enumerate(found):
        before = state(field)[0]
        send(field, COMPOSED)
        assert state(field) == (before, COMPOSED), field.accessibleName()
        document.do(SetHeading(other, f"第{number}次"))
        document.do(SetState(other, ("drafting", "done")[number % 2]))
        document.do(SetNotice("copied_to", f"第{number}次"))
        assert state(field) == (before, COMPOSED), field.accessibleName()
        send(field, "")
    answered(qtbot, window)


def test_a_rare_character_goes_into_every_field_whole(qtbot: QtBot, window: MainWindow) -> None:
    for field in fields(window):
        send(field, "", RARE)
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        assert RARE in text, field.accessibleName()
        assert text.encode("utf-8")
    measure = window.document.project.local.measures[0]
    assert RARE in measure.heading
    assert RARE in measure.text
    assert RARE in measure.note
    answered(qtbot, window)
