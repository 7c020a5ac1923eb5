"""The field for units: chips, and a line that completes from the roster by characters or pinyin."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QThreadPool, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QSizePolicy, QToolButton, QWidget

from editor.plan.roster import Roster, is_group
from editor.plan.searching import folded
from editor.ui.assigning.unit_form import VERTICAL_MARK
from editor.ui.assigning.unit_search import load_sounds, matches
from editor.ui.base.flow_layout import FlowLayout
from editor.ui.base.text_box import EntryLine
from editor.wording import _

_SEPARATORS = "、，,；; \u3000"
_SHOWN_AT_MOST = 12
_LEAVES_BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)
"""The last is that of a key of the window, such as Ctrl+D, which gives the focus to another field."""


class UnitsField(QFrame):
    """Units in order; `edited` tells the names after the user added or removed one, `unknown` one the roster hasn't got.

    `answers` takes a digit typed into the empty entry, and says whether it answered a question.
    """

    edited = Signal(tuple)
    unknown = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._roster = Roster()
        self.answers: Callable[[str], bool] = lambda _typed: False
        self.chips: list[QToolButton] = []
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(self.backgroundRole().Base)
        self.setAutoFillBackground(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self._entry = self._make_entry(name)
        self.completer = self._make_completer()
        self._layout = FlowLayout(self)
        self._layout.addWidget(self._entry)
        self.setFocusProxy(self._entry)

    def _make_entry(self, name: str) -> EntryLine:
        entry = EntryLine(name, self)
        entry.setFrame(False)
        entry.setMinimumWidth(90)
        entry.setPlaceholderText(_("name or pinyin"))
        entry.textEdited.connect(self._complete)
        entry.returnPressed.connect(self._take_entry)
        entry.installEventFilter(self)
        return entry

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(QStringListModel(self), self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SHOWN_AT_MOST)
        completer.setWidget(self._entry)
        completer.activated.connect(self.add)
        return completer

    @property
    def names(self) -> tuple[str, ...]:
        """The units shown, in order."""
        return self._names

    def set_roster(self, roster: Roster) -> None:
        """Complete from these units."""
        if roster is self._roster:
            return
        self._roster = roster
        for chip, name in zip(self.chips, self._names, strict=True):
            self._label(chip, name)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Follow the project."""
        if names == self._names:
            return
        self._names = names
        while len(self.chips) > len(names):
            chip = self.chips.pop()
            self._layout.removeWidget(chip)
            chip.deleteLater()
        while len(self.chips) < len(names):
            self._add_chip()
        for chip, name in zip(self.chips, names, strict=True):
            self._label(chip, name)
        self._layout.invalidate()
        self.updateGeometry()

    def add(self, name: str) -> None:
        """Append a unit, unless it is there already; the entry is ready for the next."""
        self._entry.clear()
        name = name.strip()
        if name and name not in self._names:
            self._tell((*self._names, name))
            if not self._is_known(name):
                self.unknown.emit(name)

    def _is_known(self, name: str) -> bool:
        roster = self._roster
        return not roster.units or roster.find(name) is not None or is_group(name)

    def _add_chip(self) -> None:
        chip = QToolButton(self)
        chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        chip.setMaximumHeight(self.fontMetrics().height() + 6)
        chip.installEventFilter(self)
        place = len(self.chips)
        chip.clicked.connect(lambda: self._remove(place))
        self._layout.insert(place, chip)
        self.chips.append(chip)
        chip.show()

    def _label(self, chip: QToolButton, name: str) -> None:
        unit = self._roster.find(name)
        text, hint = f"{name} ×", _("Remove {unit}").format(unit=name)
        if not self._is_known(name):
            text, hint = f"{name} ? ×", _("Not in the roster: {unit}").format(unit=name)
        elif unit is not None and unit.kind == "vertical":
            text = f"{VERTICAL_MARK} {text}"
            hint = _("{hint} (led from above: to be asked, not instructed)").format(hint=hint)
        chip.setText(text)
        chip.setToolTip(hint)
        chip.setAccessibleName(hint)

    def _tell(self, names: tuple[str, ...]) -> None:
        self.show_names(names)
        self.edited.emit(names)

    def _move(self, place: int, target: int) -> None:
        """Put a unit where another stands, as far as there is one."""
        if 0 <= target < len(self._names):
            names = list(self._names)
            names.insert(target, names.pop(place))
            self._tell(tuple(names))
            self.chips[target].setFocus()

    def _remove(self, place: int) -> None:
        self._tell(self._names[:place] + self._names[place + 1 :])
        (self.chips[min(place, len(self.chips) - 1)] if self.chips else self._entry).setFocus()

    # Typing

    def _complete(self, typed: str) -> None:
        if self.answers(typed):
            self._entry.clear()
            return
        if typed and typed[-1] in _SEPARATORS:
            self._take_entry()
            return
        names = [name for name in matches(typed, self._roster) if name not in self._names]
        model = self.completer.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(names)
        popup = self.completer.popup()
        assert popup is not None
        if not names or not typed:
            popup.hide()
            return
        self.completer.complete()
        popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _take_entry(self) -> None:
        """Add what is chosen in the list, else what was typed: letters stand for the best match, names as they are."""
        typed = self._entry.text().strip(_SEPARATORS)
        found = matches(typed, self._roster) if typed else ()
        exact = self._roster.find(typed)
        popup = self.completer.popup()
        if popup is not None and popup.isVisible() and (chosen := popup.currentIndex().data()):
            popup.hide()
            self.add(str(chosen))  # the list adds it as well, once
        elif exact is not None:
            self.add(exact.printed)
        else:
            self.add(found[0] if found and folded(typed).isascii() else typed)

    def take_typed(self) -> None:
        """Take what the list of proposals has on top, else a new name; letters that fit no unit are no name and stay there."""
        typed = self._entry.text().strip(_SEPARATORS)
        found = matches(typed, self._roster) if typed else ()
        if found and self._roster.find(typed) is None:
            self.add(found[0])
        elif typed and (found or not typed.isascii()):
            self._take_entry()

    def forget_typed(self) -> None:
        """Empty the entry: what was typed was meant for other units than those shown from now on."""
        self._entry.clear()

    def _leave(self, reason: Qt.FocusReason) -> None:
        """By the keyboard whoever leaves takes what was typed; by the mouse a name only that is the roster's."""
        if reason in _LEAVES_BY_KEYBOARD:
            self.take_typed()
        elif reason == Qt.FocusReason.MouseFocusReason and self._roster.find(self._entry.text().strip()):
            self._take_entry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk over the chips, with Shift they move them; Backspace and Delete remove them."""
        if event.type() == QEvent.Type.FocusIn and watched is self._entry:
            QThreadPool.globalInstance().start(partial(load_sounds, self._roster))
        if isinstance(event, QFocusEvent) and event.lostFocus() and watched is self._entry:
            self._leave(event.reason())
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._entry:
                return self._entry_key(event)
            if watched in self.chips:
                return self._chip_key(self.chips.index(watched), event)
        return super().eventFilter(watched, event)

    def _entry_key(self, event: QKeyEvent) -> bool:
        at_start = not self._entry.text() or self._entry.cursorPosition() == 0
        if not (self.chips and at_start and not self._entry.hasSelectedText()):
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self._remove(len(self.chips) - 1)
            self._entry.setFocus()
            return True
        if event.key() == Qt.Key.Key_Left:
            self.chips[-1].setFocus()
            return True
        return False

    def _chip_key(self, place: int, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(place)
            return True
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            target = place + (1 if event.key() == Qt.Key.Key_Right else -1)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._move(place, target)
                return True
            (self.chips[max(target, 0)] if target < len(self.chips) else self._entry).setFocus()
            return True
        return False
