"""The traffic between a superior measure, the local one that comes from it, and the difference of the two."""

from time import thread_time
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from editor.plan.measures import Measure
from editor.plan.project import Mark
from editor.ui.base.document import Document
from editor.ui.base.outline_rows import caption
from editor.ui.base.places import comes_from, source_plans
from editor.ui.base.plan_names import plan_names
from editor.ui.base.worker import Newest, raise_again
from editor.ui.difference.diff_pane import DiffPane
from editor.ui.difference.differing import Difference, difference, differs
from editor.ui.outline.block_editors import BlockEditors
from editor.ui.outline.local_pane import LocalPane
from editor.ui.outline.parent_pane import ParentPane

_DEAR = 0.03
"""Seconds: a difference that takes longer to write and lay out is written where typing pauses, not at every key."""
_PAUSE = 250
"""Milliseconds without a key."""


class _Going(NamedTuple):
    """On the way to a measure that differs: the one being looked at, which way, how many may be left."""

    measure: str
    direction: int
    left: int


class Counterparts(QObject):
    """Whichever side is chosen, the other is shown with the difference, against one superior plan at a time."""

    def __init__(
        self,
        document: Document,
        parents: ParentPane,
        local: LocalPane,
        editors: BlockEditors,
        pane: DiffPane,
    ) -> None:
        super().__init__(document)
        self._document, self._parents, self._local = document, parents, local
        self._editors, self._pane = editors, pane
        self.plan = ""
        """The superior plan chosen last; measures that come from it are compared with it."""
        self._wanted: Mark | None = None
        self._going = _Going("", 0, 0)
        self._differ = Newest(self)
        self._differ.answered.connect(self._take_answer)
        self._differ.failed.connect(raise_again)
        self._answer: Difference | None = None
        self._cost = 0.0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._show_answer)
        local.chosen.connect(self._show_origin)
        editors.shown.connect(self.ask)
        parents.chosen.connect(self._show_local)
        pane.plan_chosen.connect(self._choose_plan)
        pane.past_end.connect(self.go_on)
        pane.grain_chosen.connect(lambda _grain: self.ask(self._editors.id))

    @property
    def is_busy(self) -> bool:
        """Whether a difference is still to come."""
        return self._differ.is_busy or self._pause.isActive()

    def load(self) -> None:
        """Show no difference yet of another project, or of other superior plans; what is current stays in sight."""
        project = self._document.project
        self._forget()
        self._pane.load(plan_names(project), {plan.id: plan.title for plan in project.parents})
        self._show_origin(self._editors.id)

    def compared_plan(self, measure: Measure) -> str:
        """The plan that a local measure is compared with, empty for one of the county's own."""
        plans = source_plans(measure)
        return self.plan if self.plan in plans else next(iter(plans), "")

    def ask(self, id: str) -> None:
        """Have the difference of the block in the editor computed."""
        self._forget()
        if self._editors.currentWidget() is self._editors.measure:
            grain = self._pane.grain.currentData()
            self._differ.ask(difference, self._document.project, id, self.plan, grain)
        else:
            self._pane.clear()

    def _forget(self) -> None:
        """Show no answer to what was asked so far."""
        self._differ.forget()
        self._pause.stop()

    def _take_answer(self, answer: Difference) -> None:
        """Show the answer, one that is dear to write only once typing has paused."""
        former, self._answer = self._answer, answer
        if self._cost > _DEAR and former is not None and former.measure == answer.measure:
            self._pause.start()
        else:
            self._show_answer()

    def _show_answer(self) -> None:
        begun = thread_time()
        if self._answer is not None:
            self.show_difference(self._answer)
        self._cost = thread_time() - begun

    def show_difference(self, answer: Difference) -> None:
        """Paint the answer if the measure still reads as it was asked about."""
        if self._editors.id != answer.measure:
            return
        if self._document.project.local.measure(answer.measure).wording == answer.wording:
            self._pane.show_difference(answer)
            self._choose_wanted(answer)
            if answer.measure == self._going.measure and not self._pane.view.go_to_end(self._going.direction):
                self._go_further(self._going)
            else:
                self._going = _Going("", 0, 0)

    def go_on(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) measure that differs from its superior wording, all round at most once."""
        self._go_further(_Going(self._editors.id, direction, len(self._compared) + 1))

    @property
    def _compared(self) -> list[str]:
        """The measures in sight that come from a superior plan."""
        model = self._local.model
        measures = self._document.project.local.measures
        return [measure.id for measure in measures if measure.origins and model.find(measure.id).isValid()]

    def _go_further(self, going: _Going) -> None:
        compared = self._compared
        here = compared.index(going.measure) if going.measure in compared else -1
        self._going = _Going("", 0, 0)
        if not compared or not going.left:
            return
        ahead = compared[here + 1 :] + compared[: max(here, 0)]
        project = self._document.project
        ordered = ahead if going.direction > 0 else reversed(ahead)
        following = next((id for id in ordered if differs(project, id, self.plan)), self._editors.id)
        if following == self._editors.id:
            self._pane.view.go_to_end(going.direction)
        else:
            self._going = _Going(following, going.direction, going.left - 1)
            self._local.tree.go_to(following)

    def show_mark(self, mark: Mark) -> None:
        """Show the measure that a mark is on beside the plan it was compared with, and choose the place marked."""
        self.plan = mark.parent
        self._local.tree.go_to(mark.measure)
        self._wanted = mark
        self.ask(mark.measure)

    def _choose_wanted(self, answer: Difference) -> None:
        """Choose the place that was asked for, once the difference it is in has come."""
        mark, self._wanted = self._wanted, None
        if mark is not None and (mark.measure, mark.parent) == (answer.measure, answer.plan):
            number = next((edit for edit, other in answer.marks if other == mark), None)
            if number is not None:
                self._pane.go_to_edit(number)

    def _choose_plan(self, plan: str) -> None:
        self.plan = plan
        self._show_origin(self._editors.id)
        self.ask(self._editors.id)

    def _show_origin(self, id: str) -> None:
        """Show what the local measure comes from in the superior outline."""
        measure = next((m for m in self._document.project.local.measures if m.id == id), None)
        if measure is None or not measure.origins:
            return
        plan = self.compared_plan(measure)
        blocks = [block for o in measure.origins if o.parent == plan for block in o.measures]
        self._parents.show_quietly(plan, blocks)

    def _show_local(self, plan: str, block: str) -> None:
        """Show a superior measure; the local one that comes from it, where there is one, with its difference."""
        parent = self._document.project.parent(plan)
        found = next((b for b in parent.measures if b.id == block), None)
        if found is None:
            return
        self.plan = plan
        locals_ = [m.id for m in self._document.project.local.measures if comes_from(m, plan, block)]
        if locals_:
            local = self._editors.id if self._editors.id in locals_ else locals_[0]
            self._local.tree.go_to(local)
            self.ask(local)
        else:
            self._forget()
            self._pane.show_parent(caption(found), found.wording)
