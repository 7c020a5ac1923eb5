"""What is done with the difference chosen in the pane: taken back, undone, marked by a reviewer."""

from functools import partial
from typing import get_args

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from editor.drafting.commands import (
    Command,
    Many,
    MarkDifference,
    TakeDifference,
    TakeSentence,
    UndoInsertion,
    Unmark,
)
from editor.plan.project import Mark, Verdict
from editor.ui.base.asking import ask_words
from editor.ui.base.document import Document
from editor.ui.base.theme import VERDICT_MARKS
from editor.ui.difference.clauses import Clause
from editor.ui.difference.diff_pane import VERDICT_NAMES, DiffPane
from editor.ui.difference.differing import Difference, marks_on
from editor.wording import _


class DifferenceGestures(QObject):
    """The actions on the difference chosen, and through differences; method names are the actions' names."""

    def __init__(self, document: Document, pane: DiffPane) -> None:
        super().__init__(pane)
        self._document, self._pane = document, pane
        pane.take_one_wanted.connect(self.take_difference)
        for verdict in get_args(Verdict):
            name = f"{VERDICT_MARKS[verdict]} {_(VERDICT_NAMES[verdict])}"
            pane.buttons.marks.addAction(name, partial(self.mark, verdict))
        pane.buttons.marks.addSeparator()
        pane.buttons.marks.addAction(_("Remove the mark"), self.unmark)

    def next_difference(self) -> None:
        """Go to the next difference."""
        self._pane.go(1)

    def previous_difference(self) -> None:
        """Go to the previous difference."""
        self._pane.go(-1)

    def other_end(self) -> None:
        """Go from one end of words that were moved to the other."""
        self._pane.go_to_other_end()

    def mark_checked(self) -> None:
        """Say that the difference chosen was found right."""
        self.mark("checked")

    def mark_doubtful(self) -> None:
        """Say that the difference chosen is doubtful."""
        self.mark("doubtful")

    def mark_to_ask(self) -> None:
        """Say that the superiors must be asked about the difference chosen."""
        self.mark("to_ask")

    def take_difference(self) -> None:
        """Take the difference or sentence chosen from the superior plan; what is only ours goes."""
        QGuiApplication.inputMethod().commit()  # what is being composed is part of the wording first
        found, edit, clause = self._pane.difference, self._pane.chosen_edit, self._pane.chosen_clause
        if found is not None and edit is not None:
            self._document.do(take_edits(found, [edit]), source=self._pane)
        elif found is not None and clause is not None:
            self._document.do(take_clause(found, clause), source=self._pane)
        else:
            self._document.problem.emit(_("Choose a difference first (F7)."))

    def mark(self, verdict: Verdict) -> None:
        """Keep what a reviewer found of the edits chosen; asks for a note unless they were found right."""
        found, edits = self._pane.difference, self._pane.chosen_edits
        if found is None or not edits:
            self._document.problem.emit(_("Choose a difference first (F7)."))
            return
        if not self._pane.can_mark:
            self._document.problem.emit(
                _("Marks are put on differences from a superior plan by words; compare so first.")
            )
            return
        marks = self._marks(found)
        note, accepted = next((marks[edit].note for edit in edits if edit in marks), ""), True
        if verdict != "checked":
            title = _(VERDICT_NAMES[verdict])
            note, accepted = ask_words(self._pane, title, _("Note:"), page="marks", words=note)
        if accepted:
            steps = tuple(
                MarkDifference(_mark(found, edit, verdict, note.strip()), marks.get(edit)) for edit in edits
            )
            command = steps[0] if len(steps) == 1 else Many(_("Mark a difference"), steps)
            self._document.do(command, source=self._pane)

    def unmark(self) -> None:
        """Take the marks off the edits chosen."""
        found, edits = self._pane.difference, self._pane.chosen_edits
        if found is not None and edits:
            gone = tuple(mark for edit, mark in self._marks(found).items() if edit in edits)
            self._document.do(Unmark(gone), source=self._pane)

    def _marks(self, found: Difference) -> dict[int, Mark]:
        """The marks on a difference as they are now, by the numbers of the edits."""
        project = self._document.project
        return dict(marks_on(project, found.measure, found.plan, found.edits, found.parent))


def take_edits(found: Difference, numbers: list[int]) -> Command:
    """The command that makes these edits as in the parent; an insertion alone is undone."""
    from editor.comparing.edits import undo  # loaded with the first difference, not with the window

    becomes = undo(found.spans, numbers)
    is_ours = all(not found.edits[number].old and not found.edits[number].is_move for number in numbers)
    kind = UndoInsertion if is_ours else TakeDifference
    return kind(found.measure, found.wording, becomes)


def take_clause(found: Difference, clause: Clause) -> Command:
    """The command that puts a dropped clause back, words others as the parent does where it stands, or takes ours out."""
    if clause.status == "added":
        place, wording = clause.local_place, found.wording
        becomes = wording[:place] + wording[place + len(clause.local_text) :]
        return UndoInsertion(found.measure, wording, becomes)
    if clause.status == "dropped" and (source := _source(found, clause)):
        measure, start = source
        return TakeSentence(found.plan, measure, clause.place - start, clause.text, found.measure)
    return take_edits(found, list(clause.edits))


def _source(found: Difference, clause: Clause) -> tuple[str, int] | None:
    """The parent's measure that a clause stands in, and where it begins; None where the plan has changed."""
    before = [source for source in found.sources if source[1] <= clause.place]
    return before[-1] if before else None


def _mark(found: Difference, edit: int, verdict: Verdict, note: str) -> Mark:
    known = found.words(edit)._asdict()
    return Mark(measure=found.measure, parent=found.plan, verdict=verdict, note=note, **known)
