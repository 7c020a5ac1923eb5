"""A text box for a list, one entry a line; Ctrl+Up and Ctrl+Down put the line with the caret elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from editor.ui.base.text_box import TextBox
from editor.wording import _

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def parse_lines(text: str) -> tuple[str, ...]:
    """The entries of a list: the lines that hold anything, without blanks around them."""
    return tuple(line for raw in text.split("\n") if (line := raw.strip()))


class LinesBox(TextBox):
    """A box whose lines are the entries of a list."""

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(name, max(lines, 2), parent)
        self.setToolTip(_("One a line; Ctrl+Up and Ctrl+Down move the line"))

    @property
    def entries(self) -> tuple[str, ...]:
        """The list as it stands."""
        return parse_lines(self.text)

    def add(self, entry: str) -> None:
        """Put an entry at the list's end, unless it is there."""
        if entry not in self.entries:
            self.rewrite((*self.entries, entry))

    def rewrite(self, entries: tuple[str, ...]) -> None:
        """Make the list another one, as if it had been typed."""
        self.show_text("\n".join(entries))
        self.edited.emit(self.text)

    def move_line(self, step: int) -> None:
        """Let the line with the caret and the one `step` lines on change places."""
        lines = self.text.split("\n")
        place = self.textCursor().blockNumber()
        if not 0 <= place + step < len(lines):
            return
        lines[place], lines[place + step] = lines[place + step], lines[place]
        self.rewrite(tuple(lines))
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(place + step).position())
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with an arrow moves the line."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.move_line(step)
            return
        super().keyPressEvent(event)
