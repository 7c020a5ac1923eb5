"""Asks for the year that a deadline doesn't name; it is never guessed."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.drafting.commands import SetDeadlineYear
from editor.plan.deadlines import lacks_year, parse_deadline
from editor.plan.measures import Deadline
from editor.plan.project import Project
from editor.ui.base.document import Document
from editor.ui.base.inline_question import InlineQuestion, leave_it
from editor.ui.base.text_box import TextBox
from editor.wording import _

Answer: TypeAlias = tuple[str, Callable[[], Any]]
"""Its wording, and what it does."""


def years_to_ask(project: Project, deadline: Deadline | None, today: date) -> tuple[int, ...]:
    """The years that a deadline may mean; empty where its words name one, no day, or a day that is still to come."""
    if deadline is None or not lacks_year(parse_deadline(deadline.text)):
        return ()
    if deadline.date is not None and deadline.date >= project.notice.date:
        return ()
    year = project.year or today.year
    return year, year + 1


def ask_year(question: InlineQuestion, words: str, answers: Sequence[Answer], back: QWidget) -> None:
    """Ask which year the words of a deadline mean."""
    question.ask(_("Which year does “{words}” mean?").format(words=words), answers, back)


class DeadlineQuestion(QObject):
    """Asks when the deadline's field is left, or Enter is pressed in it; `finished` tells that nothing is to be asked."""

    finished = Signal()

    def __init__(self, document: Document, box: TextBox, question: InlineQuestion) -> None:
        super().__init__(box)
        self._document, self._box, self._question = document, box, question
        self._measure = ""
        self._asked: set[tuple[str, str]] = set()
        box.left.connect(self._ask)
        box.entered.connect(self._enter)

    def show_for(self, measure: str) -> None:
        """Another measure is shown; what was asked about the one before is not asked any more."""
        if measure != self._measure:
            self._measure = measure
            self._question.close_question()

    def _enter(self) -> None:
        if self._ask():
            self._question.buttons[0].setFocus()
        else:
            self.finished.emit()

    def _ask(self) -> bool:
        """Ask where there is something to ask that was not asked yet; whether that is so."""
        project = self._document.project
        measure = next((m for m in project.local.measures if m.id == self._measure), None)
        deadline = measure.deadline if measure else None
        years = years_to_ask(project, deadline, date.today())
        if deadline is None or not years or self._document.is_read_only:
            return False
        if (self._measure, deadline.text) in self._asked:
            return False
        self._asked.add((self._measure, deadline.text))
        answers = [(str(year), partial(self._set, year)) for year in years]
        ask_year(self._question, deadline.text, [*answers, leave_it()], self._box)
        return True

    def _set(self, year: int) -> None:
        self._document.do(SetDeadlineYear(self._measure, year), source=self._question)
