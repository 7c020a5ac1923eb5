"""The button that hides differences of little weight: in punctuation, in widths and blanks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from editor.ui.difference.differing import Difference
from editor.wording import _


class HideMenu(QToolButton):
    """A menu of two switches; `changed` when one was turned."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(_("Differences that shall not be shown"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.punctuation = self._add(menu, _("Differences in &punctuation only"))
        self.widths = self._add(menu, _("Differences in &widths and blanks only"))
        self.setMenu(menu)
        self._name_self()

    def _add(self, menu: QMenu, text: str) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.toggled.connect(self._change)
        return action

    def _change(self) -> None:
        self._name_self()
        self.changed.emit()

    def _name_self(self) -> None:
        is_any = self.punctuation.isChecked() or self.widths.isChecked()
        self.setText(_("Hide (some)") if is_any else _("Hide"))

    def hidden(self, difference: Difference) -> frozenset[int]:
        """The numbers of the edits that are not shown."""
        return frozenset(
            edit for action, edits in self._sides(difference) if action.isChecked() for edit in edits
        )

    def show_edit(self, difference: Difference, number: int) -> None:
        """Turn off the switch that hides an edit."""
        for action, edits in self._sides(difference):
            action.setChecked(action.isChecked() and number not in edits)

    def _sides(self, difference: Difference) -> tuple[tuple[QAction, frozenset[int]], ...]:
        return (self.punctuation, difference.punctuation), (self.widths, difference.widths)
