"""Words that a measure could use, from earlier drafts and other plans of the folder: listed, never taken by themselves."""

from threading import Event
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.comparing.earlier_words import Words
from editor.plan.project import Project
from editor.ui.base.document import Document
from editor.ui.base.rows import Row, RowModel
from editor.ui.base.tree import Tree
from editor.ui.base.worker import Newest, raise_again
from editor.ui.finding.earlier_files import Found, find_words
from editor.wording import _

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

_AFTER = 800
"""Milliseconds without a change before words are looked for again."""
_SHOWN = 120


class WordsView(QWidget):
    """Looks while it is in sight, for the measure chosen in the outline; `insert_wanted` tells the words to take."""

    entered = Signal(str)
    """Wanted of every view of a side dock; nothing here stands for a block."""
    insert_wanted = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._measure: str | None = None
        self.words: tuple[Words, ...] = ()
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(6, 2, 6, 0)
        self.model = RowModel((_("Key"), _("Words"), _("Alike"), _("Source"), _("Date")), self)
        self.table = Tree(_("Words from earlier drafts"), self.model)
        self.table.setRootIsDecorated(False)
        self.table.setAlternatingRowColors(True)
        for column, width in enumerate((8, 90, 8, 34)):
            self.table.header().resizeSection(column, width * self.fontMetrics().averageCharWidth())
        self.table.entered.connect(lambda key: self.insert_wanted.emit(self.words[int(key)]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.summary)
        layout.addWidget(self.table)
        self._clear()
        self._unwanted = Event()
        self._finder = Newest(self)
        self._finder.answered.connect(self._show)
        self._finder.failed.connect(raise_again)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self.ask)
        self.destroyed.connect(self._unwanted.set)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._unwanted.set)

    @property
    def is_busy(self) -> bool:
        """Whether the list does not show the words for the measure yet."""
        return self._finder.is_busy or self._timer.isActive()

    # What is shown

    def follow(self, _project: Project) -> None:
        """Look again once the change is over."""
        self._timer.start()

    def show_block(self, id: str | None) -> None:
        """Look for words for this measure."""
        if id != self._measure:
            self._measure = id
            self._clear()
            self.ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Now somebody looks."""
        super().showEvent(event)
        self.ask()

    def ask(self) -> None:
        """Have words looked for, where somebody looks and a measure is chosen."""
        project = self._document.project
        if not self.isVisible() or self._measure not in {m.id for m in project.local.measures}:
            return
        recent = cast("MainWindow", self.window()).settings.recent
        self.summary.setText(_("Looking through the folder …"))
        self._finder.ask(find_words, self._unwanted, project, self._measure, self._document.path, recent)

    def _clear(self) -> None:
        self.words = ()
        self.model.update(())
        self.summary.setText(_("Choose a measure in the outline of the local plan first."))

    def _show(self, found: Found) -> None:
        if found.measure != self._measure:
            return
        self.words = found.words
        self.model.update(
            Row(str(place), _cells(place, words), hint=words.text, value=words)
            for place, words in enumerate(found.words)
        )
        library = found.library
        message = _("{words} suggestions from {files} files with {measures} measures.")
        if library.unreadable:
            message = _(
                "{words} suggestions from {files} files with {measures} measures; {unreadable} could not be read."
            )
        self.summary.setText(
            message.format(
                words=len(found.words),
                files=library.files,
                measures=len(library.measures),
                unreadable=library.unreadable,
            )
        )


def _cells(place: int, words: Words) -> tuple[str, ...]:
    text = " ".join(f"{words.heading}　{words.text}".split("\n")).strip()
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"Ctrl+{place + 1}", shown, f"{words.likeness:.0%}", words.source, words.date
