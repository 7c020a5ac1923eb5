"""Text boxes tied to fields of the project: typing becomes commands, changes from elsewhere are followed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from editor.drafting.commands import Command
from editor.plan.project import Project
from editor.ui.base.document import Document
from editor.ui.base.text_box import TextBox


class Binding(QObject):
    """One box and one field; `command` makes the step for what was typed, None where there is nothing to change."""

    def __init__(
        self,
        box: TextBox,
        document: Document,
        read: Callable[[Project], str],
        command: Callable[[str], Command | None],
    ) -> None:
        super().__init__(box)
        self._box, self._document = box, document
        self._read, self._command = read, command
        box.edited.connect(self._write)
        box.left.connect(document.break_typing)

    def load(self) -> None:
        """Show the field of another block or project from its start."""
        self._box.load(self._read(self._document.project))

    def follow(self, source: object) -> None:
        """Show a change unless it came from this very box."""
        if source is not self._box:
            self._box.show_text(self._read(self._document.project))

    def _write(self, text: str) -> None:
        command = self._command(text)
        if command is not None:
            self._document.do(command, source=self._box)
