"""Plain text boxes without a history of their own: undo is always the session's."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from editor.ui.base.utf16 import from_qt, merged, replacement, to_qt

_HISTORY_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_FEW_LINES = 4
_COMMAND_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_HISTORY_ACTIONS = {"edit-undo": "undo", "edit-redo": "redo"}


def is_window_key(event: QEvent, field: QWidget) -> bool:
    """Whether a shortcut override asks for undo, redo or another key of the window, which no text field may keep."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if any(event.matches(key) for key in _HISTORY_KEYS):
        return True
    if not event.modifiers() & _COMMAND_MODIFIERS:
        return False
    keys = QKeySequence(event.keyCombination())
    return any(action.shortcut() == keys for action in field.window().findChildren(QAction))


def finish_composing() -> None:
    """Have the input method hand over what it composes, while the field still stands for what it was begun in."""
    if isinstance(QCoreApplication.instance(), QGuiApplication):
        QGuiApplication.inputMethod().commit()


def use_session_history(menu: QMenu, owner: QWidget) -> None:
    """Put the window's undo and redo in the place of a text field's own in its context menu."""
    for action in menu.actions():
        if name := _HISTORY_ACTIONS.get(action.objectName()):
            session_action = owner.window().findChild(QAction, name)
            if session_action is not None:
                menu.insertAction(action, session_action)
            menu.removeAction(action)


class TextBox(QPlainTextEdit):
    """A box for plain text; `edited` tells what the user made of it, `show_text` follows the project.

    With `lines` the box keeps that height; with `lines` 1 it takes no line break and Enter goes on.
    """

    edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, name: str, lines: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._takes_breaks = lines != 1
        self._text = ""
        self._pending: str | None = None
        self._is_composing = False
        if lines is not None:
            self._keep_height(lines)
        self.textChanged.connect(self._tell)

    def _keep_height(self, lines: int) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if lines == 1:
            self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def grow_to(self, lines: int) -> None:
        """Be as high as so many lines, where a text has come to hold breaks that nobody could type here."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    @property
    def text(self) -> str:
        """The text as it stands, without what the input method is still composing."""
        return self.document().toRawText().replace("\u2029", "\n")

    @property
    def cursor_place(self) -> int:
        """The caret's place in characters."""
        return from_qt(self.text, self.textCursor().position())

    def load(self, text: str) -> None:
        """Show another text from its start; what is still being composed was meant for the one before, and goes."""
        if self._is_composing:
            QGuiApplication.inputMethod().reset()
            self._is_composing = False
        self._pending = None
        self._text = text
        if text != self.text:
            self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_text(self, text: str) -> None:
        """Follow a change made elsewhere: only the span that differs is written, and never into a composition."""
        if self._is_composing:
            self._pending = text
            return
        old = self.text
        if text == old:
            return
        self._text = text
        change = replacement(old, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_qt(old, change.start))
        cursor.setPosition(to_qt(old, change.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.text)
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Select the characters from `start` to `end` and bring them into view."""
        cursor = self.textCursor()
        cursor.setPosition(to_qt(self.text, start))
        cursor.setPosition(to_qt(self.text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _tell(self) -> None:
        before, text = self._text, self.text
        if text == before:
            return
        self._text = text
        if self._pending is not None:
            text = self._pending = merged(before, text, self._pending)
            self._show_pending()
        self.edited.emit(text)

    def _show_pending(self) -> None:
        """Show what came while something was composed, once nothing is."""
        if not self._is_composing and self._pending is not None:
            text, self._pending = self._pending, None
            self.show_text(text)

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and the window's other keys to its actions."""
        if is_window_key(event, self):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know while something is being composed; a change that came meanwhile is shown afterwards."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._show_pending()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing here has come to an end."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In a box of one line Enter means done."""
        if not self._takes_breaks and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu with the session's undo and redo."""
        menu = self.createStandardContextMenu(event.pos())
        use_session_history(menu, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are the window's to open, not text to paste."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only the plain text of what is pasted, on one line in a box of one line."""
        text = source.text()
        if not self._takes_breaks:
            text = "".join(text.splitlines())
        self.textCursor().insertText(text)

    def sizeHint(self) -> QSize:
        """As high as its lines; a box that grows asks for a few."""
        return QSize(super().sizeHint().width(), self._height(self._lines or _FEW_LINES))

    def minimumSizeHint(self) -> QSize:
        """Never lower than its lines."""
        return QSize(super().minimumSizeHint().width(), self._height(self._lines or _FEW_LINES))

    def _height(self, lines: int) -> int:
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        return self.fontMetrics().lineSpacing() * lines + margins


class EntryLine(QLineEdit):
    """A line to type a new entry into; undo and redo are the session's here too."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def event(self, event: QEvent) -> Any:
        """Leave undo, redo and the window's other keys to its actions."""
        if is_window_key(event, self):
            event.ignore()
            return False
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are the window's to open, not text to write."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu with the session's undo and redo."""
        menu = self.createStandardContextMenu()
        use_session_history(menu, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
