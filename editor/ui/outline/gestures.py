"""What the actions on measures do: gestures become commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from editor.drafting.commands import (
    AddMeasure,
    AddSection,
    Adopt,
    AdoptAll,
    Command,
    Decline,
    Many,
    Merge,
    Reconsider,
    Remove,
    Review,
    SetState,
    Split,
    TakeWording,
)
from editor.plan.measures import Block, Measure, Paragraph, Section
from editor.ui.base.asking import ask_words
from editor.ui.base.document import Document
from editor.ui.base.places import source_plans
from editor.ui.coverage.board_gestures import offer_reasons
from editor.ui.files.long_steps import do_many
from editor.ui.panes import go_on
from editor.wording import _

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow
    from editor.ui.workbench import Workbench

_FINISHED = ("done", "reviewed")
_FIRST_MEASURE_LEVEL = 3


class Gestures:
    """The actions that change the project or lead through it; method names are the actions' names."""

    def __init__(self, document: Document, bench: Workbench, window: MainWindow) -> None:
        self._document, self._bench, self._window = document, bench, window

    def fill_reasons(self, menu: QMenu) -> None:
        """Offer the reasons for not adopting what is selected."""
        offer_reasons(menu, self.decline)

    # Superior measures

    def _parent_id(self) -> str:
        plan = self._bench.parents.plan
        return plan.id if plan else ""

    def _chosen(self) -> list[Block]:
        """The superior measures and paragraphs selected, those of selected sections included."""
        plan = self._bench.parents.plan
        chosen = set(self._bench.parents.selected)
        return [
            block
            for around, block in (plan.nested() if plan else ())
            if not isinstance(block, Section) and (block.id in chosen or any(s.id in chosen for s in around))
        ]

    def _chosen_measures(self) -> tuple[str, ...]:
        return tuple(block.id for block in self._chosen() if isinstance(block, Measure))

    def adopt(self) -> None:
        """Copy the selected superior measures into the local plan, and go to the first of them there."""
        if self._bench.deciding.is_in_front:
            self._bench.deciding.decide("adopt")
            return
        chosen = tuple(block.id for block in self._chosen())
        if self._wants(chosen):
            command = Adopt(parent=self._parent_id(), measures=chosen)
            do_many(self._window, chosen, command, partial(self._show_first_from, chosen))

    def adopt_and_go_on(self) -> None:
        """Copy the superior measures selected, but no whole section at one key, and go to the next undecided one."""
        plan, chosen = self._bench.parents.plan, set(self._bench.parents.selected)
        if plan is None or any(section.id in chosen for section in plan.sections):
            self._document.problem.emit(_("To take over a whole section, use “Adopt selected”."))
            return
        self.adopt()
        self.next_undecided()

    def adopt_all(self) -> None:
        """Copy everything of the superior plan in front that is undecided."""
        plan = self._bench.parents.plan
        do_many(self._window, plan.body if plan else (), AdoptAll(parent=self._parent_id()))

    def decline(self, reason: str | None = None) -> None:
        """Record that the selected superior measures are not adopted; asks for a reason where none is given."""
        if self._bench.deciding.is_in_front:
            self._bench.deciding.decline(reason)
            return
        chosen = self._chosen_measures()
        if not self._wants(chosen):
            return
        if reason is None:
            reason, accepted = ask_words(self._window, _("Do not adopt"), _("Reason:"), page="parents")
            if not accepted:
                return
        command = Decline(parent=self._parent_id(), measures=chosen, reason=reason.strip())
        do_many(self._window, chosen, command)

    def reconsider(self) -> None:
        """Take back that the selected superior measures are not adopted."""
        if self._bench.deciding.is_in_front:
            self._bench.deciding.decide("reconsider")
            return
        chosen = self._chosen_measures()
        if self._wants(chosen):
            do_many(self._window, chosen, Reconsider(parent=self._parent_id(), measures=chosen))

    def next_undecided(self) -> None:
        """Go to the next superior measure without a decision, as things stand at this key."""
        parent = self._parent_id()
        undecided = {measure.id for plan, measure in self._document.project.undecided if plan == parent}
        self._bench.parents.go_to_next_of(undecided)

    def _wants(self, chosen: tuple[str, ...]) -> bool:
        if not chosen:
            self._document.problem.emit(_("Choose measures in the outline of the superior plan first."))
        return bool(chosen)

    def _show_first_from(self, chosen: tuple[str, ...]) -> None:
        parent = self._parent_id()
        for measure in self._document.project.local.measures:
            if any(o.parent == parent and set(o.measures) & set(chosen) for o in measure.origins):
                self._bench.local.tree.go_to(measure.id)
                return

    # Local blocks

    def _current_block(self) -> Block | None:
        id = self._bench.local.current
        return next((b for b in self._document.project.local.body if b.id == id), None)

    def _current_measure(self) -> Measure | None:
        block = self._current_block()
        if isinstance(block, Measure):
            return block
        self._document.problem.emit(_("Choose a measure in the outline of the local plan first."))
        return None

    def add_measure(self) -> None:
        """Add a measure of the county's own after the current block, and begin to write it."""
        current = self._current_block()
        measures = self._document.project.local.measures
        level = measures[0].level if measures else _FIRST_MEASURE_LEVEL
        if current is not None and not isinstance(current, Paragraph):
            level = current.level if isinstance(current, Measure) else max(level, current.level + 1)
        if self._add(AddMeasure(after=current.id if current else None, level=level)):
            self._bench.editors.measure.heading.setFocus()

    def add_section(self) -> None:
        """Add a heading after the current block, and begin to write it."""
        current = self._current_block()
        sections = self._document.project.local.sections
        level = sections[0].level if sections else 1
        if self._add(AddSection(after=current.id if current else None, level=level)):
            self._bench.editors.edit()

    def _add(self, command: Command) -> bool:
        """Do a command that makes a block, and go to what it made."""
        before = {block.id for block in self._document.project.local.body}
        if not self._document.do(command):
            return False
        new = next((b.id for b in self._document.project.local.body if b.id not in before), None)
        if new is not None:
            self._bench.local.tree.go_to(new)
        return new is not None

    def merge(self) -> None:
        """Make one measure of those selected."""
        chosen = self._bench.local.selected
        if self._document.do(Merge(measures=chosen)):
            self._bench.local.tree.go_to(chosen[0])

    def split(self) -> None:
        """Make two measures of the current one, cut at the caret in its text, and begin to write the second's heading."""
        current, editor = self._current_measure(), self._bench.editors.measure
        if current is not None and self._add(Split(current.id, editor.text.cursor_place)):
            editor.heading.setFocus()

    def remove(self) -> None:
        """Remove the selected blocks of the local plan; undo brings them back."""
        if chosen := self._bench.local.selected:
            self._document.do(Remove(blocks=chosen))

    def take_wording(self) -> None:
        """Take the superior wording again for the current measure; of several plans that of the one compared with."""
        current = self._current_measure()
        if current is None:
            return
        plan = self._bench.counterparts.compared_plan(current)
        self._document.do(TakeWording(current.id, plan if len(source_plans(current)) > 1 else None))

    def review(self) -> None:
        """Say that the selected measures were read against their parents as they are now."""
        measures = [m.id for m in self._document.project.local.measures if m.id in self._bench.local.selected]
        if measures:
            self._document.do(Many(_("Mark as reviewed"), tuple(Review(measure=id) for id in measures)))

    def finish(self) -> None:
        """Call the current measure done and go to the next that is not."""
        self._bench.editors.measure.take_typed()
        current = self._current_measure()
        if current is None:
            return
        if current.state not in _FINISHED:
            self._document.do(SetState(measure=current.id, state="done"))
        measures = self._document.project.local.measures
        place = [m.id for m in measures].index(current.id) + 1
        for measure in measures[place:] + measures[:place]:
            if measure.state not in _FINISHED:
                self._bench.local.tree.go_to(measure.id)
                self._bench.editors.edit()
                return

    # Going about

    def edit_block(self) -> None:
        """Put the caret into the text."""
        self._bench.editors.edit()

    def edit_lead(self) -> None:
        """Go to the lead units."""
        self._bench.editors.measure.units["lead_units"].setFocus()

    def edit_responsible(self) -> None:
        """Go to the responsible units."""
        self._bench.editors.measure.units["responsible_units"].setFocus()

    def edit_deadline(self) -> None:
        """Go to the deadline."""
        self._bench.editors.measure.deadline.setFocus()

    def next_pane(self) -> None:
        """Give the focus to the next pane in sight."""
        go_on(self._bench, 1)

    def previous_pane(self) -> None:
        """Give the focus to the pane before."""
        go_on(self._bench, -1)
