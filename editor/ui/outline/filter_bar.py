"""The line above the outline of the local plan that says what it shows."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton, QWidget

from editor.ui.base.flow_layout import FlowLayout
from editor.ui.base.text_box import EntryLine
from editor.ui.outline.filtering import CHOICES, Filter
from editor.wording import _

_AFTER = 150
"""Milliseconds without a key before words filter."""


class UnitBox(QComboBox):
    """A box of units; `wanted` tells that it is about to be used, and should offer those there are."""

    wanted = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by the keyboard."""
        self.wanted.emit()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """Opened."""
        self.wanted.emit()
        super().showPopup()


class FilterBar(QWidget):
    """A kind, a unit and words; `changed` tells that `filter` is another, `left` that Enter or Escape was pressed."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self.kind, self.unit = QComboBox(self), UnitBox(self)
        self.words = EntryLine(_("Words in the measures shown"), self)
        self.count = QLabel(self)
        self.all = QToolButton(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._arrange()
        self.all.hide()
        self._timer.timeout.connect(self._apply)
        self.words.textChanged.connect(self._timer.start)
        self.kind.currentIndexChanged.connect(self._apply)
        self.unit.currentIndexChanged.connect(self._apply)
        self.all.clicked.connect(self.clear)

    def _arrange(self) -> None:
        self.kind.setAccessibleName(_("Measures shown"))
        for key, choice in CHOICES.items():
            self.kind.addItem(_(choice.name), key)
        self.unit.setAccessibleName(_("Unit of the measures shown"))
        self.unit.addItem(_("Any unit"), "")
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(8)
        self.words.setPlaceholderText(_("filter by words"))
        self.words.setClearButtonEnabled(True)
        self.all.setText(_("Show all"))
        line = FlowLayout(self)
        label = QLabel(_("Show"), self)
        label.setBuddy(self.kind)
        for widget in (label, self.kind, self.unit, self.words, self.count, self.all):
            line.addWidget(widget)

    def _apply(self) -> None:
        wanted = Filter(self.kind.currentData(), self.unit.currentData() or "", self.words.text().strip())
        if wanted != self.filter:
            self.filter = wanted
            self.changed.emit()

    def clear(self) -> None:
        """Show everything."""
        for widget in (self.kind, self.unit, self.words):
            with QSignalBlocker(widget):
                widget.setCurrentIndex(0) if isinstance(widget, QComboBox) else widget.clear()
        self._timer.stop()
        self._apply()

    def choose(self, kind: str) -> None:
        """Show the measures of one of CHOICES."""
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def offer_units(self, counts: Mapping[str, int]) -> None:
        """Offer these units with the numbers of their measures; the one chosen stays chosen."""
        items = {"": _("Any unit"), **{name: f"{name} ({count})" for name, count in counts.items()}}
        chosen = self.unit.currentData() or ""
        items.setdefault(chosen, chosen)
        if items == {self.unit.itemData(i): self.unit.itemText(i) for i in range(self.unit.count())}:
            return
        with QSignalBlocker(self.unit):
            self.unit.clear()
            for name, wording in items.items():
                self.unit.addItem(wording, name)
            self.unit.setCurrentIndex(self.unit.findData(chosen))

    def show_count(self, shown: int, total: int) -> None:
        """Tell how many measures are shown, where those are not all."""
        self.count.setText("" if self.filter.is_open else f"{shown} / {total}")
        self.all.setVisible(not self.filter.is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape go to the outline."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)
