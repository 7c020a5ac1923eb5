"""Somebody at the keyboard of the window: every key goes where the focus is, also into dialogs that wait for an answer."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from PySide6.QtCore import QKeyCombination, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

Step: TypeAlias = str | Callable[[], bool]
"""A key as menus name it ("Ctrl+L"), characters that an input method puts in ("=社保"), or what is waited for."""


class Keyboard:
    """Does the steps of a script one after the other from the event loop; `keys` counts the keys pressed."""

    def __init__(self, qtbot: QtBot, window: QWidget, patience: int) -> None:
        self._window = window
        self._qtbot, self._patience = qtbot, patience
        self.keys = 0
        self._script: Iterator[Step] = iter(())
        self._waits: Callable[[], bool] | None = None
        self._is_done = False

    def follow(self, script: Iterator[Step]) -> None:
        """Do what the script says, to its end; what it raises fails the test."""
        self._script, self._is_done = script, False
        self._later()
        self._qtbot.waitUntil(lambda: self._is_done, timeout=self._patience)

    def _later(self) -> None:
        QTimer.singleShot(1, self._go_on)

    def _go_on(self) -> None:
        if self._is_opening() or (self._waits is not None and not self._waits()):
            self._later()
            return
        self._waits, self._is_done = None, True  # also where the script breaks off: pytest-qt tells why
        step = next(self._script, None)
        if step is None:
            return
        self._is_done = False
        self._later()  # before the key: it may open a dialog that waits
        if not isinstance(step, str):
            self._waits = step
        elif step.startswith("="):
            self._put_in(step[1:])
        else:
            self._press(step)

    def _is_opening(self) -> bool:
        """Whether a dialog has not got the keyboard yet, or the window has not got it back."""
        dialog, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
        if focus is None and QApplication.activePopupWidget() is None:
            (dialog or self._window).activateWindow()  # what a window manager does
            return True
        return dialog is not None and not dialog.isAncestorOf(focus)

    def _press(self, name: str) -> None:
        self.keys += 1
        pressed: QKeyCombination = QKeySequence(name)[0]
        QTest.keyClick(_has_keyboard(), pressed.key(), pressed.keyboardModifiers())

    @staticmethod
    def _put_in(text: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(_has_keyboard(), event)


def _has_keyboard() -> QWidget:
    """Where keys go: the menu or list that is open, else the focus."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found
