"""The buttons below a difference: the ways through it, and what can be done with the place chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from editor.wording import _


class DiffButtons(QWidget):
    """Two lines of buttons; the pane connects them and says what they offer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous = self._button(_("‹ Previous"), _("Previous difference (Shift+F7)"))
        self.next = self._button(_("Next ›"), _("Next difference (F7)"))
        self.take_one = self._button("", _("Take this difference from the superior plan (Alt+Right)"))
        self.mark = self._button(_("Mark"), _("Keep what a reviewer found of this difference"))
        self.other_end = self._button(_("⇄ Other end"), _("Go to where the words were moved (Alt+Left)"))
        self.take = self._button(_("Take superior wording"), _("Take the superior wording again (Alt+Down)"))
        self.marks = QMenu(self)
        self.mark.setMenu(self.marks)
        self.mark.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._line(self.previous, self.next, self.take_one))
        layout.addLayout(self._line(self.mark, self.other_end, self.take))

    def _line(self, *buttons: QToolButton) -> QHBoxLayout:
        line = QHBoxLayout()
        for button in buttons[:-1]:
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(buttons[-1])
        return line

    def _button(self, text: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def offer_taking(self, is_possible: bool, is_new: bool) -> None:
        """Offer to take the place chosen from the parent; what is new is undone instead."""
        self.take_one.setText(_("Undo insertion") if is_new else _("Take this back"))
        self.take_one.setEnabled(is_possible)

    def offer_other_end(self, is_there: bool, number: str = "") -> None:
        """Offer to go to where words were moved: in the same measure, or in the one of this number."""
        self.other_end.setText(f"⇄ {number}" if number else _("⇄ Other end"))
        self.other_end.setVisible(is_there)
