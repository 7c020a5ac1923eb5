"""The four wordings of a review: the parent's as last reviewed and as it is now, ours to write in, and the proposal."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QTextEdit, QWidget

from editor.comparing import Span, diff
from editor.drafting import Revision
from editor.ui.base.text_box import TextBox
from editor.ui.base.theme import passage_format
from editor.ui.base.utf16 import to_qt
from editor.wording import _

_OF_OLD, _OF_NEW = "=-<", "=+>"


class WordingView(QTextEdit):
    """A wording that is only read, with what another one has not marked in it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self._shown: tuple[Span, ...] = ()

    def show_side(self, spans: Sequence[Span], ops: str) -> None:
        """Show the side of a difference that spans of these kinds make up; one that is shown stays where it was."""
        side = tuple(span for span in spans if span.op in ops)
        if side == self._shown:
            return
        self._shown = side
        self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for span in self._shown:
            cursor.insertText(span.text, passage_format(span.op, self.palette()))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()


class ReviewPanes(QWidget):
    """Shows a revision; `edited` tells what the user made of our wording."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            "old_parent": _("Superior wording reviewed last"),
            "new_parent": _("Superior wording now"),
            "mine": _("Ours, to be changed here"),
            "proposal": _("Proposal: ours with the superior change"),
        }
        self.views = {field: WordingView(name, self) for field, name in names.items() if field != "mine"}
        self.mine = TextBox(names["mine"], parent=self)
        self.mine.edited.connect(self.edited)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (field, name) in enumerate(names.items()):
            row, column = 2 * (place // 2), place % 2
            label, pane = QLabel(name, self), self.views.get(field, self.mine)
            label.setBuddy(pane)
            grid.addWidget(label, row, column)
            grid.addWidget(pane, row + 1, column)
        self._measure = self._written = ""
        self._marked: tuple[Span, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """What the panes show, by the revision's fields."""
        return {"mine": self.mine.text} | {name: view.toPlainText() for name, view in self.views.items()}

    def note_written(self, wording: str) -> None:
        """Know which wording was made of the text that stands in the box, though it may end otherwise."""
        self._written = wording

    def show_revision(self, revision: Revision | None, names: Collection[str], is_read_only: bool) -> None:
        """Show a revision, or nothing; `names` of units are compared as whole words."""
        wordings = (revision.old_parent, revision.new_parent) if revision else ("", "")
        above = diff(*wordings, names)
        self.views["old_parent"].show_side(above, _OF_OLD)
        self.views["new_parent"].show_side(above, _OF_NEW)
        here = diff(revision.mine, revision.proposal, names) if revision else ()
        self.views["proposal"].show_side(here, _OF_NEW)
        self._show_mine(revision, here)
        self.mine.setReadOnly(is_read_only or revision is None)

    def _show_mine(self, revision: Revision | None, spans: Sequence[Span]) -> None:
        """Follow our wording, what the proposal has not marked in it; what is being typed is left alone."""
        measure, text = (revision.local, revision.mine) if revision else ("", "")
        if measure != self._measure:
            self.mine.load(text)
        elif text != self._written:
            self.mine.show_text(text)
        self._measure, self._written = measure, text
        self._marked = tuple(spans) if self.mine.text == text else ()
        self._mark()

    def _mark(self) -> None:
        self.mine.setExtraSelections(list(self._selections(self._marked)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def _selections(self, spans: Sequence[Span]) -> Iterator[QTextEdit.ExtraSelection]:
        start = 0
        for span in spans:
            end = start + len(span.text) if span.op in _OF_OLD else start
            if span.op in "-<":
                made, cursor = QTextEdit.ExtraSelection(), QTextCursor(self.mine.document())
                cursor.setPosition(to_qt(self.mine.text, start))
                cursor.setPosition(to_qt(self.mine.text, end), QTextCursor.MoveMode.KeepAnchor)
                made.cursor, made.format = cursor, passage_format(span.op, self.palette())
                yield made
            start = end
