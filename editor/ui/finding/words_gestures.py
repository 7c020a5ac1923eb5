"""What the actions on words from earlier drafts do."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.drafting.commands import Command, Many, SetHeading, SetText
from editor.plan.measures import Measure
from editor.wording import _

if TYPE_CHECKING:  # the window starts without them
    from PySide6.QtWidgets import QMenu

    from editor.comparing.earlier_words import Words
    from editor.ui.finding.words_view import WordsView
    from editor.ui.main_window import MainWindow

_KEYS = 9


class WordsGestures:
    """The actions on suggested words; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def fill(self, menu: QMenu) -> None:
        """Offer the suggestions by their keys."""
        for number in range(1, _KEYS + 1):
            action = menu.addAction(_("Suggestion {number}").format(number=number))
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(partial(self.insert, number))

    @cached_property
    def view(self) -> WordsView:
        """The pane of suggestions."""
        view: WordsView = self._window.side_panes["words"].made()
        view.insert_wanted.connect(self.insert_words)
        return view

    def suggest_words(self) -> None:
        """Show words of earlier drafts and other plans for the current measure."""
        dock = self._window.workbench.docks["words"]
        dock.show()
        dock.raise_()
        self.view.ask()

    def insert(self, number: int, _checked: bool = False) -> None:
        """Take the suggestion with this number; where none are shown, show them first."""
        words = self.view.words
        if not self.view.isVisible():
            self.suggest_words()
        elif number <= len(words):
            self.insert_words(words[number - 1])
        else:
            self._window.messages.tell(_("There is no suggestion with this number."))

    def insert_words(self, words: Words) -> None:
        """Put the words at the caret, in the heading's box the heading; a heading that is empty takes it too."""
        editors = self._window.workbench.editors
        blocks = {block.id: block for block in self._window.document.project.local.body}
        measure = blocks.get(editors.id)
        if not isinstance(measure, Measure):
            self._window.messages.tell(_("Choose a measure in the outline of the local plan first."))
            return
        boxes = editors.measure
        if boxes.heading.hasFocus():
            steps: list[Command] = [SetHeading(measure.id, words.heading or words.text.rstrip("。；"))]
        else:
            place = boxes.text.cursor_place
            steps = [SetText(measure.id, measure.text[:place] + words.text + measure.text[place:])]
            if words.heading and not measure.heading:
                steps.append(SetHeading(measure.id, words.heading))
        self._window.document.do(Many(_("Insert a suggestion"), tuple(steps)))
