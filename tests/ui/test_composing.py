"""While an input method composes in a field, no field rewrites what is being typed, and what comes of it lands once and whole."""

from collections.abc import Iterator
from itertools import count
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from build_spec.scenes import DIALOGS, QT_DIALOGS, with_dialog
from editor.drafting.commands import SetHeading, SetNotice, SetState
from editor.ui.base.text_box import is_window_key
from editor.ui.main_window import MainWindow
from editor.ui.notice.word_pairs import WordPairs
from editor.ui.outline import block_editors
from tests.ui.driving import answered
from tests.ui.made_up import project

Field: TypeAlias = QLineEdit | QPlainTextEdit | QTextEdit
COMPOSED = "ni"
RARE = "𠮷"
WITHOUT_FIELDS = {
    *("settings", "template", "about", "edition_changes", "original", "review_reading", "recovery", "crash"),
    *("snapshots", "wording_rules"),
    *(name for name in DIALOGS if name.startswith("ask_")),
}
"""Dialogs of buttons, lists and tables alone."""
_numbers = count(1)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2"))
    window.bench.local.tree.go_to(window.document.project.local.measures[0].id)
    for pane in window.side_panes.values():
        pane.made()
    for dock in window.bench.docks.values():
        dock.show()
    return window


def fields(root: QWidget) -> Iterator[Field]:
    """Every field of a window that one types into."""
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        for field in root.findChildren(kind):
            if field.isEnabled() and not field.isReadOnly() and field.window() is root:
                yield field


def text_of(field: Field) -> str:
    """What stands in the field, without what is being composed."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def shown(field: Field) -> str:
    """What the input method shows in the field; a line does not tell."""
    if isinstance(field, QLineEdit):
        return COMPOSED
    return field.textCursor().block().layout().preeditAreaText()


def caret(field: QWidget) -> QRect:
    """Where the field tells the input method that the caret is; lines scroll when they are painted."""
    QApplication.processEvents()
    here = QRectF(field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toRect()
    return here.adjusted(0, 0, 1, 0)  # carets are lines


def send(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def change_project(window: MainWindow) -> None:
    """Change what every field that shows the project may show, but for the field itself."""
    number = next(_numbers)
    last = window.document.project.local.measures[-1].id
    window.document.do(SetHeading(last, f"第{number}次"))
    window.document.do(SetState(last, ("drafting", "done")[number % 2]))
    window.document.do(SetNotice("annotation", f"第{number}次"))


def compose(field: Field, window: MainWindow) -> list[str]:
    """Compose in a field while the project changes, then hand a rare character over; what went wrong."""
    name = f"{type(field).__name__} {field.accessibleName()}"
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.end(False)  # nothing is selected, which whatever is typed would replace
    before = text_of(field)
    send(field, COMPOSED)
    change_project(window)
    wrong = [f"{name}: rewritten"] if (text_of(field), shown(field)) != (before, COMPOSED) else []
    if field.isVisible() and not field.rect().intersects(caret(field)):
        wrong.append(f"{name}: the caret is told at {caret(field).getRect()}")
    is_number = isinstance(field.parentWidget(), QAbstractSpinBox)
    handed_over = "４" if is_number else RARE
    send(field, "", handed_over)
    if not is_number and text_of(field).count(RARE) != before.count(RARE) + 1:
        wrong.append(f"{name}: “{before}” became “{text_of(field)}”")
    return wrong


def test_every_field_of_the_window_is_left_alone_while_composing(qtbot: QtBot, window: MainWindow) -> None:
    found = list(fields(window))
    assert len(found) > 10
    assert [wrong for field in found for wrong in compose(field, window)] == []
    measure = window.document.project.local.measures[0]
    assert all(RARE in text for text in (measure.heading, measure.text, measure.note))
    answered(qtbot, window)


@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in QT_DIALOGS | WITHOUT_FIELDS])
def test_every_field_of_a_dialog_is_left_alone_while_composing(example: MainWindow, name: str) -> None:
    looks: list[tuple[int, list[str]]] = []

    def look(dialog: QWidget) -> None:
        found = list(fields(dialog))
        looks.append((len(found), [wrong for field in found for wrong in compose(field, example)]))

    with_dialog(example, DIALOGS[name], look)
    ((number, wrong),) = looks
    assert number > 0
    assert wrong == []


@pytest.mark.parametrize("name", sorted(WITHOUT_FIELDS))
def test_the_other_dialogs_have_no_fields(example: MainWindow, name: str) -> None:
    numbers: list[int] = []
    with_dialog(example, DIALOGS[name], lambda dialog: numbers.append(len(list(fields(dialog)))))
    assert numbers == [0]


def test_composing_begins_in_a_cell_of_a_table(qtbot: QtBot) -> None:
    table = WordPairs("words")
    qtbot.addWidget(table)
    table.show_pairs((("全省", "全县"),))
    table.show()
    table.setFocus()
    table.setCurrentCell(1, 0)
    send(table, COMPOSED)
    (editor,) = table.findChildren(QLineEdit)
    send(editor, "", RARE)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert table.pairs == (("全省", "全县"), (RARE, ""))


def test_what_is_composed_lands_in_the_measure_it_was_begun_in(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = window.document.project.local.measures
    box = window.bench.editors.measure.text
    send(box, COMPOSED)
    monkeypatch.setattr(block_editors, "finish_composing", lambda: send(box, "", "你好"))
    window.bench.local.tree.go_to(second.id)
    assert box.text == second.text
    now = window.document.project.local
    assert now.measure(first.id).text == "你好" + first.text
    assert now.measure(second.id).text == second.text


@pytest.mark.parametrize("is_line", [False, True])
def test_the_window_takes_its_own_keys_only_while_composing(window: MainWindow, *, is_line: bool) -> None:
    """What an input method types with stays in the field: letters, digits, Enter, arrows, Space."""
    field = window.bench.local.bar.words if is_line else window.bench.editors.measure.text
    field.setFocus()
    send(field, COMPOSED)
    keys, none = Qt.Key, Qt.KeyboardModifier.NoModifier
    for key in (keys.Key_A, keys.Key_7, keys.Key_Return, keys.Key_Down, keys.Key_Space, keys.Key_Escape):
        assert not is_window_key(QKeyEvent(QEvent.Type.ShortcutOverride, key, none), field)
    alt = Qt.KeyboardModifier.AltModifier
    assert is_window_key(QKeyEvent(QEvent.Type.ShortcutOverride, keys.Key_7, alt), field)
    assert not is_window_key(QKeyEvent(QEvent.Type.ShortcutOverride, keys.Key_9, alt), field)


def test_the_caret_is_told_where_it_is(window: MainWindow) -> None:
    box = window.bench.editors.measure.text

    box.select(0, 0)
    start = caret(box).x()
    box.select(3, 3)
    assert caret(box).x() > start + 10
