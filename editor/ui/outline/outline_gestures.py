"""What the actions on the outline of the local plan do: filters, and changes of many measures at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from editor.drafting.body import with_contents
from editor.drafting.commands import ChangeMeasures, Move, SortUnits, TakeUnits
from editor.drafting.moving import move_down, move_up
from editor.plan.measures import Measure, State
from editor.plan.plans import Plan
from editor.ui.files.long_steps import do_many
from editor.wording import _

if TYPE_CHECKING:  # the window starts without it
    from editor.ui.main_window import MainWindow


class OutlineGestures:
    """The actions on the measures selected; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _chosen(self) -> tuple[str, ...]:
        """The measures selected, those of selected sections included; a complaint where there is none."""
        bench, body = self._window.workbench, self._window.document.project.local.body
        chosen = with_contents(body, bench.local.selected)
        measures = tuple(block.id for block in chosen if isinstance(block, Measure))
        if not measures:
            self._window.messages.tell(_("Choose a measure in the outline of the local plan first."))
        return measures

    # Filters

    def filter_outline(self) -> None:
        """Type words that the measures shown hold, or go on to kind and unit."""
        bar = self._window.workbench.local.bar
        bar.words.setFocus()
        bar.words.selectAll()

    def show_all(self) -> None:
        """Show all measures again."""
        bench = self._window.workbench
        bench.local.bar.clear()
        bench.local.tree.setFocus()

    # Moving

    def move_up(self) -> None:
        """Move what is selected one step up, sections with all they hold."""
        self._move(move_up)

    def move_down(self) -> None:
        """Move what is selected one step down, sections with all they hold."""
        self._move(move_down)

    def _move(self, step: Callable[[Plan, Collection[str]], Move | None]) -> None:
        command = step(self._window.document.project.local, self._window.workbench.local.selected)
        if command is not None:
            self._window.document.do(command)

    # Many at once

    def change_selected(self) -> None:
        """Give the measures selected units, a deadline, a state."""
        from editor.ui.outline.change_dialog import ChangeDialog

        if chosen := self._chosen:
            ChangeDialog(self._window.document, chosen, self._window).open()

    def take_units(self) -> None:
        """Assign the counterparts of the organs that the superior plans name, for all that is selected."""
        if chosen := self._chosen:
            do_many(self._window, chosen, TakeUnits(chosen))

    def sort_units(self) -> None:
        """Put the units of the measures selected into the roster's order."""
        if chosen := self._chosen:
            self._window.document.do(SortUnits(chosen))

    def set_undecided(self) -> None:
        """Call the measures selected open: 未定."""
        self._set_state("undecided")

    def set_drafting(self) -> None:
        """Call the measures selected in work: 起草中."""
        self._set_state("drafting")

    def set_done(self) -> None:
        """Call the measures selected done: 已完成."""
        self._set_state("done")

    def set_reviewed(self) -> None:
        """Call the measures selected reviewed: 已审."""
        self._set_state("reviewed")

    def _set_state(self, state: State) -> None:
        if chosen := self._chosen:
            self._window.document.do(ChangeMeasures(_("Change state"), chosen, state=state))
