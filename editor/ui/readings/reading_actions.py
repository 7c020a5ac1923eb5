"""The actions of the reading dialog: repairs by hand and those that doubts suggest, going about, the page."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar, QWidget

from editor.plan.repairs import (
    AsPrinted,
    JoinToLineBefore,
    LeaveOut,
    NotANumber,
    NumberIt,
    Repair,
    ReverseLines,
    SameUnit,
    SetAside,
    SplitHere,
    TakeBack,
)
from editor.ui.base.asking import ask_words
from editor.ui.readings.original_page import OriginalPage
from editor.ui.readings.reading_desk import ReadingDesk
from editor.ui.readings.reading_sides import ReadingSides
from editor.wording import N_, _


class _Spec(NamedTuple):
    """An action: the name of its method, its wording and its key."""

    name: str
    text: str
    key: str


REPAIRS = (
    _Spec("split", N_("Split here"), "Ctrl+K"),
    _Spec("join", N_("Join to the line before"), "Ctrl+J"),
    _Spec("no_number", N_("No number"), "Ctrl+Shift+N"),
    _Spec("number", N_("Number it…"), "Ctrl+I"),
    _Spec("reverse", N_("Turn lines round"), "Ctrl+T"),
    _Spec("set_aside", N_("Set aside"), "Ctrl+D"),
    _Spec("take_back", N_("Take back"), "Ctrl+B"),
    _Spec("as_printed", N_("As printed"), "Ctrl+L"),
    _Spec("same_unit", N_("One unit…"), "Ctrl+U"),
)
_HISTORY = (_Spec("undo", N_("Undo"), "Ctrl+Z"), _Spec("redo", N_("Redo"), "Ctrl+Y"))
_DOUBTS = (_Spec("suggested", N_("Repair"), "Ctrl+R"), _Spec("next_doubt", N_("Next doubt"), "F8"))
_ZOOM = (
    _Spec("zoom_out", N_("Smaller"), "Ctrl+-"),
    _Spec("zoom_in", N_("Larger"), "Ctrl++"),
    _Spec("zoom_fit", N_("As wide as there is room"), "Ctrl+0"),
)
_PAGE = _Spec("page", N_("Page"), "Ctrl+P")


class ReadingActions(QObject):
    """Makes the actions by name, and does them; a method has its action's name."""

    def __init__(self, desk: ReadingDesk, sides: ReadingSides, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._desk, self._sides, self._dialog = desk, sides, dialog
        self.by_name: dict[str, QAction] = {}
        self.bar = QToolBar(dialog)
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.bar.addActions(self._make((*REPAIRS, *_HISTORY)))
        for action in self._make(_DOUBTS):
            dialog.addAction(action)
            sides.doubts.offer(action)
        self._add_page(sides.page)
        sides.doubt_changed.connect(self.enable)

    def _make(self, specs: Iterable[_Spec]) -> list[QAction]:
        made = []
        for spec in specs:
            action = self.by_name[spec.name] = QAction(_(spec.text), self._dialog)
            action.setShortcut(QKeySequence(spec.key))
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{_(spec.text)} ({key})")
            function = getattr(self, spec.name)
            action.triggered.connect(lambda _checked=False, function=function: function())
            made.append(action)
        return made

    def enable(self) -> None:
        """Offer what can be done now."""
        is_read = self._desk.read is not None
        for spec in REPAIRS:
            self.by_name[spec.name].setEnabled(is_read)
        self.by_name["undo"].setEnabled(self._desk.can_undo)
        self.by_name["redo"].setEnabled(self._desk.can_redo)
        self.by_name["suggested"].setEnabled(self._suggestion is not None)
        for spec in (_PAGE, *_ZOOM):
            self.by_name[spec.name].setVisible(self._sides.has_page)

    # Repairs

    @property
    def _suggestion(self) -> Repair | None:
        issue = self._sides.doubts.current
        return issue.repair if issue else None

    @property
    def _line(self) -> int:
        return self._sides.original.line

    def suggested(self) -> None:
        """Make the repair that the chosen doubt suggests."""
        if self._suggestion is not None:
            self._desk.add(self._suggestion)

    def split(self) -> None:
        """Begin a paragraph at the caret."""
        self._desk.add(SplitHere(line=self._line, offset=self._sides.original.offset))

    def join(self) -> None:
        """Let the line go on with the one before it."""
        self._desk.add(JoinToLineBefore(line=self._line))

    def no_number(self) -> None:
        """Take the number in front of the line for none."""
        self._desk.add(NotANumber(line=self._line))

    def number(self) -> None:
        """Ask for the number that the line bears."""
        number, accepted = ask_words(
            self._dialog, _("Number it"), _("Number, such as 4 or 四:"), page="doubts"
        )
        if accepted and number.strip():
            self._desk.add(NumberIt(line=self._line, number=number.strip()))

    def reverse(self) -> None:
        """Turn the chosen lines round."""
        first, last = self._sides.chosen_lines
        self._desk.add(ReverseLines(first=first, last=last))

    def set_aside(self) -> None:
        """Take the words or lines chosen, or the section with all that is below it, for no part of the plan."""
        if (words := self._sides.chosen_words) is not None:
            line, offset, length = words
            self._desk.add(LeaveOut(line=line, offset=offset, length=length))
            return
        first, last = self._sides.chosen_part
        self._desk.add(SetAside(first=first, last=last))

    def take_back(self) -> None:
        """Take the chosen lines for a part of the plan."""
        first, last = self._sides.chosen_lines
        self._desk.add(TakeBack(first=first, last=last))

    def as_printed(self) -> None:
        """Leave the chosen lines as they stand: undo what reading did there by itself."""
        first, last = self._sides.chosen_lines
        self._desk.add(AsPrinted(first=first, last=last))

    def same_unit(self) -> None:
        """Ask for two names of one unit, at first those of the chosen measure: the first is read as the second."""
        names = self._sides.units
        if not names:
            return
        name, accepted = self._choose_unit(_("Name of the unit:"), names, is_free=False)
        if not accepted:
            return
        question = _("“{name}” is this unit:").format(name=name)
        means, accepted = self._choose_unit(question, [n for n in names if n != name], is_free=True)
        if accepted and means.strip() not in ("", name):
            self._desk.add(SameUnit(name=name, means=means.strip()))

    def _choose_unit(self, question: str, names: Sequence[str], *, is_free: bool) -> tuple[str, bool]:
        """A name out of these, or where that `is_free` any other; and whether one was given."""
        return ask_words(self._dialog, _("One unit"), question, page="doubts", choices=names, is_free=is_free)

    def undo(self) -> None:
        """Take back the last repair."""
        self._desk.undo()

    def redo(self) -> None:
        """Make it again."""
        self._desk.redo()

    def next_doubt(self) -> None:
        """Go to the next doubt."""
        self._sides.next_doubt()

    # The page

    def _add_page(self, page: OriginalPage) -> None:
        (shown,) = self._make((_PAGE,))
        shown.setCheckable(True)
        shown.setChecked(True)
        self.bar.addAction(shown)
        for action, sign in zip(self._make(_ZOOM), ("−", "+", "↔"), strict=True):
            action.setIconText(sign)
            page.offer(action)

    def page(self) -> None:
        """Show the page, or hide it."""
        self._sides.page.setVisible(self.by_name["page"].isChecked())

    def zoom_in(self) -> None:
        """Show the page larger."""
        self._zoom(1)

    def zoom_out(self) -> None:
        """Show the page smaller."""
        self._zoom(-1)

    def zoom_fit(self) -> None:
        """Show the page as wide as there is room."""
        self._zoom(0)

    def _zoom(self, steps: int) -> None:
        self._sides.page.zoom(steps)
