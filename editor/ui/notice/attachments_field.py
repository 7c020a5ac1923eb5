"""The notice's attachments in order: texts, texts from files, the plan itself, the tables."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QMenu, QToolButton, QVBoxLayout

from editor.drafting.commands import SetNotice
from editor.errors import EditorError
from editor.plan.notice import ASSIGNMENT, COMPARISON
from editor.ui.base.document import Document
from editor.ui.base.text_box import TextBox
from editor.ui.base.worker import Newest
from editor.ui.notice.notice_controls import Control
from editor.wording import _

_ROWS = 3
_TEXT_LINES = 3


class AttachmentsControl(Control):
    """A list of titles; the chosen one's title and text are edited below it."""

    box: QListWidget

    def __init__(self, document: Document, field: str, label: str) -> None:
        titles = QListWidget()
        titles.setAccessibleName(label)
        titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles.setFixedHeight(titles.fontMetrics().lineSpacing() * _ROWS + 2 * titles.frameWidth() + 6)
        super().__init__(document, field, label, titles)
        self.title, self.text = (
            TextBox(_("Title of the attachment"), 1),
            TextBox(_("Text of the attachment"), _TEXT_LINES),
        )
        self.title.setPlaceholderText(self.title.accessibleName())
        for box in (self.title, self.text):
            box.edited.connect(partial(self._write, box))
            box.left.connect(document.break_typing)
        self._reader = Newest(self)
        self._reader.answered.connect(self.add)
        self._reader.failed.connect(self._tell)
        titles.currentRowChanged.connect(self._load_chosen)
        self._arrange()

    def _arrange(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(1)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        adding = self._tool("＋", _("Add an attachment"))
        adding.setMenu(self.menu)
        adding.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.removing = self._tool("－", _("Remove the attachment"))
        self.removing.clicked.connect(self.remove)
        self.up, self.down = self._tool("↑", _("Move up")), self._tool("↓", _("Move down"))
        self.up.clicked.connect(partial(self.move_chosen, -1))
        self.down.clicked.connect(partial(self.move_chosen, 1))
        for pair in ((adding, self.removing), (self.up, self.down)):
            line = QHBoxLayout()
            for button in pair:
                line.addWidget(button)
            buttons.addLayout(line)
        buttons.addStretch(1)
        self.row.addLayout(buttons)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.title)
        column.insertWidget(2, self.text)

    def _tool(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    @property
    def entries(self) -> tuple[str, ...]:
        """The attachments as the notice keeps them."""
        return self._document.project.notice.attachments

    # Following

    def follow(self, source: object) -> None:
        """Show the titles, and the one chosen, after a step."""
        chosen = max(self.box.currentRow(), 0)
        titles = [entry.partition("\n")[0] for entry in self.entries]
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItems([f"{place}. {title}" for place, title in enumerate(titles, 1)])
            self.box.setCurrentRow(min(chosen, len(titles) - 1))
        self._show_chosen(source)

    def _load_chosen(self) -> None:
        for box, text in zip((self.title, self.text), self._chosen(), strict=True):
            box.load(text)
        self._show_chosen(None)

    def _show_chosen(self, source: object) -> None:
        place = self.box.currentRow()
        for box, text in zip((self.title, self.text), self._chosen(), strict=True):
            if box is not source:
                box.show_text(text)
            box.setEnabled(place >= 0)
            box.setVisible(bool(self.entries))
        self.text.setPlaceholderText(self._stands_for())
        self.removing.setEnabled(place >= 0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(self.entries) - 1)

    def _chosen(self) -> tuple[str, str]:
        place = self.box.currentRow()
        title, _end, text = (self.entries[place] if 0 <= place < len(self.entries) else "").partition("\n")
        return title, text

    def _stands_for(self) -> str:
        title = self._chosen()[0]
        if title and title == self._document.project.local.title:
            return _("Here the plan is printed.")
        if title.endswith((ASSIGNMENT, COMPARISON)):
            return _("Here the table is printed.")
        return self.text.accessibleName()

    # Changing

    def _write(self, box: TextBox, _text: str) -> None:
        place, entries = self.box.currentRow(), self.entries
        if 0 <= place < len(entries):
            title, text = self.title.text, self.text.text
            changed = f"{title}\n{text}" if text else title
            self._do((*entries[:place], changed, *entries[place + 1 :]), box)

    def _do(self, entries: tuple[str, ...], source: object = None) -> None:
        self._document.do(SetNotice(self.field, entries), source=source)

    def add(self, entry: str) -> None:
        """Put an attachment behind the others, and choose it."""
        self._document.break_typing()
        self._do((*self.entries, entry))
        self.box.setCurrentRow(self.box.count() - 1)
        self.title.setFocus()

    def remove(self) -> None:
        """Remove the attachment chosen."""
        place = self.box.currentRow()
        self._document.break_typing()
        self._do((*self.entries[:place], *self.entries[place + 1 :]))

    def move_chosen(self, step: int) -> None:
        """Let the attachment chosen and the one before or behind it change places."""
        entries, place = list(self.entries), self.box.currentRow()
        entries[place], entries[place + step] = entries[place + step], entries[place]
        self._document.break_typing()
        self._do(tuple(entries))
        self.box.setCurrentRow(place + step)

    def _fill_menu(self) -> None:
        plan = self._document.project.local.title
        self.menu.clear()
        self.menu.addAction(_("A text"), partial(self.add, _("Attachment")))
        self.menu.addAction(_("The words of a file (tables and bold are lost)…"), self._choose_file)
        if plan:
            self.menu.addAction(_("The plan itself"), partial(self.add, plan))
        self.menu.addAction(_("The assignment table"), partial(self.add, ASSIGNMENT))
        self.menu.addAction(_("The comparison table"), partial(self.add, COMPARISON))

    def _choose_file(self) -> None:
        kinds = _("Documents (*.docx *.doc *.wps *.txt *.pdf *.ofd *.rtf *.html);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self.window(), _("The words of a file"), "", kinds)
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Read a file in the background; its text becomes an attachment."""
        self._reader.ask(read_attachment, path)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, EditorError):
            raise error
        self._document.problem.emit(str(error))


def read_attachment(path: Path) -> str:
    """The text of a file as an attachment, its first line the title; FileProblem where it can't be read."""
    from editor.files import read_file
    from editor.reading import extract_content

    lines = extract_content(read_file(path), path.name).lines
    return "\n".join(text for line in lines if (text := line.text.strip()))
