"""Text boxes: no history of their own, nothing rewritten while composing, rare characters whole."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from editor.ui.base.text_box import TextBox


@pytest.fixture
def box(qtbot: QtBot) -> TextBox:
    """A box in a shown window that has an undo action."""
    window = QMainWindow()
    text_box = TextBox("text", parent=window)
    window.setCentralWidget(text_box)
    undo = QAction("undo", window)
    undo.setObjectName("undo")
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    window.addAction(undo)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    text_box.setFocus()
    qtbot.waitUntil(text_box.hasFocus)
    text_box.undo_action = undo
    text_box.kept_window = window
    return text_box


def compose(box: TextBox, preedit: str, commit: str = "") -> None:
    """What an input method sends: the text being composed, or what came of it."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(box, event)


def test_typing_tells_the_text(box: TextBox, qtbot: QtBot) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    qtbot.keyClicks(box, "ab")
    assert told == ["a", "ab"]


def test_undo_goes_to_the_window(box: TextBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "ab")
    with qtbot.waitSignal(box.undo_action.triggered):
        qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text == "ab"


def test_the_context_menu_has_the_windows_undo(box: TextBox) -> None:
    from editor.ui.base.text_box import use_session_history

    menu = box.createStandardContextMenu()
    use_session_history(menu, box)
    names = [action.objectName() for action in menu.actions()]
    assert "undo" in names
    assert "edit-undo" not in names
    assert "edit-redo" not in names


def test_following_the_project_tells_nothing_and_keeps_the_rest(box: TextBox, qtbot: QtBot) -> None:
    box.load("甲乙丙丁")
    with qtbot.assertNotEmitted(box.edited):
        box.show_text("甲乙新丙丁")
    assert box.text == "甲乙新丙丁"
    assert box.cursor_place == 3


def test_rare_characters_stay_whole(box: TextBox) -> None:
    box.load("𠮷林a")
    box.show_text("𠮷森林a")
    assert box.text == "𠮷森林a"
    box.select(0, 1)
    assert box.textCursor().selectedText() == "𠮷"


def test_nothing_is_written_while_composing(box: TextBox, qtbot: QtBot) -> None:
    box.load("甲")
    with qtbot.assertNotEmitted(box.edited):
        compose(box, "rs")
        box.show_text("甲乙")
        assert box.text == "甲"
        compose(box, "")
    assert box.text == "甲乙"


def test_what_was_composed_and_what_came_meanwhile_both_stay(box: TextBox, qtbot: QtBot) -> None:
    box.load("甲丙")
    box.select(1, 1)
    told: list[str] = []
    box.edited.connect(told.append)
    compose(box, "rs")
    box.show_text("甲丙，丁")
    compose(box, "", "𠮷乙")
    assert box.text == "甲𠮷乙丙，丁"
    assert told == ["甲𠮷乙丙，丁"]


def test_what_is_composed_does_not_land_in_the_next_text(box: TextBox, qtbot: QtBot) -> None:
    compose(box, "rs")
    with qtbot.assertNotEmitted(box.edited):
        box.load("另一条")
    assert box.text == "另一条"
    box.show_text("另一条。")
    assert box.text == "另一条。"


def test_a_box_of_one_line_takes_no_line_break(qtbot: QtBot) -> None:
    box = TextBox("heading", lines=1)
    qtbot.addWidget(box)
    data = QMimeData()
    data.setText("上\n下")
    box.insertFromMimeData(data)
    assert box.text == "上下"
    with qtbot.waitSignal(box.entered):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text == "上下"


def test_files_are_not_pasted(qtbot: QtBot) -> None:
    box = TextBox("text")
    qtbot.addWidget(box)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/plan.docx")])
    assert not box.canInsertFromMimeData(data)


def test_no_break_spaces_survive(qtbot: QtBot) -> None:
    box = TextBox("text")
    qtbot.addWidget(box)
    box.load("甲\u00a0乙")
    assert box.text == "甲\u00a0乙"
