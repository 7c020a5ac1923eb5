"""The controls of the notice's details: each shows one detail, writes it, and says in a sentence what is wrong."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from editor.drafting.commands import Many, SetNotice
from editor.plan.notice import Notice
from editor.plan.notice_fields import is_day, meant, problem
from editor.plan.project import Project
from editor.ui.base.binding import Binding
from editor.ui.base.document import Document
from editor.ui.base.lines_box import LinesBox, parse_lines
from editor.ui.base.text_box import TextBox
from editor.wording import _

_DAY = "yyyy-MM-dd"
_SEAL, _NO_SEAL, _STAMP = range(3)


class Control(QWidget):
    """One detail of the notice; `box` takes the focus, the sentence below tells what is wrong."""

    def __init__(self, document: Document, field: str, label: str, box: QWidget) -> None:
        super().__init__()
        self._document, self.field, self.label, self.box = document, field, label, box
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        self.row = QHBoxLayout()
        self.row.setSpacing(3)
        self.row.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(self.row)
        column.addWidget(self.sentence)
        self.setFocusProxy(box)

    def load(self) -> None:
        """Show the detail of another project."""
        self.follow(None)

    def follow(self, source: object) -> None:
        """Show the detail after a step that came from `source`."""

    def judge(self, notice: Notice) -> None:
        """Say what is wrong with the detail."""
        self.say(problem(notice, self.field))

    def say(self, sentence: str) -> None:
        """Show a sentence below the box; also to those who hear the window instead of seeing it."""
        self.sentence.setText(f"▲ {sentence}" if sentence else "")
        self.sentence.setVisible(bool(sentence))
        self.box.setAccessibleDescription(sentence)

    def propose(self, proposed: Notice) -> None:
        """Show in an empty box what the locality's profile would say."""

    def _button(self, text: str, name: str, menu: QMenu) -> QToolButton:
        """A button beside the box that opens a menu."""
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(f"{self.label}: {name}")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button


class TextControl(Control):
    """A detail that is text of one or several lines."""

    box: TextBox

    def __init__(self, document: Document, field: str, label: str, lines: int = 1) -> None:
        super().__init__(document, field, label, self._make_box(label, lines))
        self.box.entered.connect(self.box.focusNextChild)
        self._binding = Binding(self.box, document, self.read, self.write)

    def _make_box(self, label: str, lines: int) -> TextBox:
        return TextBox(label, lines)

    def read(self, project: Project) -> str:
        """The detail as it is typed."""
        return str(getattr(project.notice, self.field))

    def write(self, text: str) -> SetNotice | None:
        """The step for what was typed, of whatever width, None where that is nothing yet."""
        return SetNotice(self.field, meant(self.field, text))

    def load(self) -> None:
        """Show the detail from its start."""
        self._binding.load()

    def follow(self, source: object) -> None:
        """Follow, unless the step came from here."""
        self._binding.follow(source)

    def propose(self, proposed: Notice) -> None:
        """Show the proposal as a placeholder."""
        value = getattr(proposed, self.field, "")
        self.box.setPlaceholderText("\n".join(value) if isinstance(value, tuple) else str(value))

    def offer(self, name: str, fill: Callable[[QMenu], None]) -> None:
        """Put a button beside the box whose menu `fill` fills each time it is opened."""
        menu = QMenu(self)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(partial(fill, menu))
        self._button("▾", name, menu)


class ListControl(TextControl):
    """A detail that is a list, one entry a line."""

    box: LinesBox

    def _make_box(self, label: str, lines: int) -> TextBox:
        return LinesBox(label, lines)

    def read(self, project: Project) -> str:
        """The entries, one a line."""
        return "\n".join(getattr(project.notice, self.field))

    def write(self, text: str) -> SetNotice:
        """The step for the list as it stands."""
        return SetNotice(self.field, parse_lines(text))


class NumberControl(TextControl):
    """A detail that is a number."""

    def read(self, project: Project) -> str:
        """The number without needless zeros."""
        return f"{getattr(project.notice, self.field):g}"

    def write(self, text: str) -> SetNotice | None:
        """The step for a number; a sentence where it is none."""
        try:
            return SetNotice(self.field, float(text.replace("．", ".")))
        except ValueError:
            self.say(_("Write a number, such as 45."))
            return None

    def propose(self, proposed: Notice) -> None:
        """A number is never missing."""


class DayControl(TextControl):
    """A detail that is a day, typed or picked from a calendar."""

    def __init__(self, document: Document, field: str, label: str) -> None:
        super().__init__(document, field, label)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._show_day)
        self._button("▦", _("Calendar"), self._menu)

    @cached_property
    def calendar(self) -> QCalendarWidget:
        """The calendar, made when it is first asked for."""
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self.label)
        calendar.activated.connect(self._pick)
        calendar.clicked.connect(self._pick)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(calendar)
        self._menu.addAction(action)
        return calendar

    def _show_day(self) -> None:
        text = self.box.text
        self.calendar.setSelectedDate(QDate.fromString(text, _DAY) if is_day(text) else QDate.currentDate())

    def _pick(self, day: QDate) -> None:
        self._menu.hide()
        self._document.do(SetNotice(self.field, day.toString(_DAY)))


def _choice_box(label: str, choices: Sequence[tuple[str, Any]]) -> QComboBox:
    """A box of wordings and the values they stand for, no wider than it must be."""
    box = QComboBox()
    box.setAccessibleName(label)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for wording, value in choices:
        box.addItem(wording, value)
    return box


class ChoiceControl(Control):
    """A detail that is one of a few values."""

    box: QComboBox

    def __init__(
        self, document: Document, field: str, label: str, choices: Sequence[tuple[str, Any]]
    ) -> None:
        super().__init__(document, field, label, _choice_box(label, choices))
        self.box.activated.connect(self._write)

    def _write(self) -> None:
        self._document.do(SetNotice(self.field, self.box.currentData()), source=self.box)

    def follow(self, source: object) -> None:
        """Show the value chosen; one that isn't offered is offered from now on."""
        value = getattr(self._document.project.notice, self.field)
        with QSignalBlocker(self.box):
            if self.box.findData(value) < 0:
                self.box.addItem(str(value), value)
            self.box.setCurrentIndex(self.box.findData(value))


class SignatureControl(Control):
    """How the notice is signed: with a seal, without, or with a signature stamp, of which the signer's office tells.

    `stamp_wanted` tells whether the office is to be asked for.
    """

    stamp_wanted = Signal(bool)
    box: QComboBox

    def __init__(self, document: Document, label: str) -> None:
        kinds = (_("sealed: room for the seal"), _("not sealed"), _("signature stamp of who signs"))
        super().__init__(document, "sealed", label, _choice_box(label, [(kind, kind) for kind in kinds]))
        self.box.activated.connect(self._write)

    def _write(self, kind: int) -> None:
        if kind == _STAMP:
            self.stamp_wanted.emit(True)
            return
        self.stamp_wanted.emit(False)
        steps = (SetNotice("sealed", kind == _SEAL), SetNotice("signer_title", ""))
        self._document.do(Many(_("Change the signature"), steps))

    def show_kind(self, *, is_stamped: bool, may_be_stamped: bool) -> None:
        """Show how the notice is signed; not every form may be signed with a stamp."""
        model = self.box.model()
        assert isinstance(model, QStandardItemModel)
        model.item(_STAMP).setEnabled(may_be_stamped)
        kind = _SEAL if self._document.project.notice.sealed else _NO_SEAL
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(_STAMP if is_stamped else kind)


class FlagControl(Control):
    """A detail that is so or not."""

    box: QCheckBox

    def __init__(self, document: Document, field: str, label: str, wording: str) -> None:
        super().__init__(document, field, label, QCheckBox(wording))
        self.box.clicked.connect(lambda checked: document.do(SetNotice(field, checked), source=self.box))

    def follow(self, source: object) -> None:
        """Show whether it is so."""
        self.box.setChecked(getattr(self._document.project.notice, self.field))
