"""A question under a field, answered with one key: no dialog, and the focus stays where one types."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QWidget

from editor.plan.searching import folded
from editor.ui.base.flow_layout import FlowLayout
from editor.wording import _


class InlineQuestion(QFrame):
    """A sentence and numbered answers; hidden while nothing is asked. Escape leaves the question open."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._answers: Sequence[Callable[[], Any]] = ()
        self._back: QWidget | None = None
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._layout = FlowLayout(self)
        self._layout.setContentsMargins(6, 2, 6, 2)
        self._layout.addWidget(self.text)
        self.hide()

    def ask(self, text: str, answers: Sequence[tuple[str, Callable[[], Any]]], back: QWidget) -> None:
        """Ask; an answer's function is called when it is chosen, and the focus goes `back`."""
        self.close_question()
        self._back = back
        self._answers = [function for _wording, function in answers]
        self.text.setText(text)
        self.setAccessibleDescription(text)
        for number, (wording, _function) in enumerate(answers, 1):
            button = QPushButton(f"{number} {wording}", self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, number=number: self.answer(number))
            self._layout.insert(number, button)
            self.buttons.append(button)
            button.show()
        self.show()
        self.updateGeometry()
        QTimer.singleShot(0, self, self._come_into_sight)  # when it has its place

    def _come_into_sight(self) -> None:
        """Scroll to where all of it is seen, if it stands in a frame that scrolls."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.isVisible():
            around.ensureWidgetVisible(self, 0, 0)

    def take_key(self, typed: str) -> bool:
        """Answer with a digit, of whatever width, typed where nothing else was; whether it was an answer."""
        digit = folded(typed.strip())
        if not (digit.isdecimal() and 1 <= int(digit) <= len(self._answers)):
            return False
        self.answer(int(digit))
        return True

    def answer(self, number: int) -> None:
        """Give the answer with this number."""
        function, back = self._answers[number - 1], self._back
        self.close_question()
        if back is not None:
            back.setFocus()
        function()

    def close_question(self) -> None:
        """Ask nothing any more."""
        self._answers = ()
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, arrows go from answer to answer, Escape leaves the question."""
        if event.key() == Qt.Key.Key_Escape:
            back = self._back
            self.close_question()
            if back is not None:
                back.setFocus()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif not self.take_key(event.text()):
            super().keyPressEvent(event)


def leave_it() -> tuple[str, Callable[[], Any]]:
    """The answer by which everything stays as it is."""
    return _("leave it so"), lambda: None
