"""The outline of the local plan: what there is, who does it until when, in which order."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from editor.drafting.commands import Adopt, Move
from editor.plan.measures import Measure, Paragraph
from editor.plan.plans import Plan
from editor.ui.base.document import Document
from editor.ui.base.outline_rows import DETAILS_KEY, LocalRows, edited, only
from editor.ui.base.rows import Row
from editor.ui.base.tree import DraggedRows, Tree, TreeModel
from editor.ui.outline.filter_bar import FilterBar
from editor.ui.outline.filtering import Known, shown, units_in
from editor.wording import N_, _

_NO_MEASURE = N_(
    "No measure yet. Choose one of the superior plan at the left and press Enter: it is taken over to here."
)

_STRETCHES = 20
"""So many rows are changed one by one; where there are more all are looked at."""


def block_after(plan: Plan, id: str | None) -> str | None:
    """The id of the block behind a block and all that stands in it; None at the end."""
    if id is None:
        return None
    place = plan.index(id)
    first = plan.body[place]
    for block in plan.body[place + 1 :]:
        if isinstance(first, Measure | Paragraph):
            return block.id
        if not isinstance(block, Paragraph) and block.level <= first.level:
            return block.id
    return None


class OutlineTree(Tree):
    """Tells when it shall go to a row that is not shown, so that the filter makes way."""

    missed = Signal()

    def go_to(self, key: str) -> None:
        """Make the row with this key the current one, once nothing hides it."""
        if not self._model.find(key).isValid():
            self.missed.emit()
        super().go_to(key)

    @property
    def several_keys(self) -> tuple[str, ...]:
        """The keys of the selected rows where there are more than one."""
        return self.selected_keys if self.selected_count > 1 else ()

    def select_again(self, keys: Sequence[str]) -> None:
        """Select these rows too: those that went to another section lost their selection on the way."""
        if lost := set(keys).difference(self.selected_keys) if keys else ():
            self.select_keys(lost)


class LocalPane(QWidget):
    """The local plan's tree; dragging rows moves blocks, dropping superior measures adopts them there."""

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._known = Known()
        self._rows = LocalRows()
        headings = (_("Local plan"), _("Units"), _("Deadline"), _("State"))
        self.model = TreeModel(headings, "local", takes=True, parent=self)
        self.tree = OutlineTree(_("Outline of the local plan"), self.model)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.tree.setDefaultDropAction(self.model.supportedDropActions().MoveAction)
        self.tree.set_column_widths(22, 17, 9)
        self.tree.current_changed.connect(self.chosen)
        self.tree.entered.connect(self.entered)
        self.tree.hint.when_empty = _("No measure fits what is to be shown; “Show all” shows them again.")
        self.model.dropped.connect(self._take_drop)
        self.bar = FilterBar(self)
        self.bar.changed.connect(self._filter)
        self.bar.left.connect(self.tree.setFocus)
        self.bar.unit.wanted.connect(lambda: self.bar.offer_units(units_in(document.project.local)))
        self.tree.missed.connect(self.bar.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.bar)
        layout.addWidget(self.tree)

    def follow(self, before: Plan) -> None:
        """Follow the project from the plan that was shown: an edit in place changes its own row only."""
        plan = self._document.project.local
        blocks = edited(before, plan)
        if blocks is None or len(blocks) > _STRETCHES or not self.bar.filter.is_open:
            self.refresh()
            return
        for block in blocks:
            self.model.change(self._rows.row(block, self._known.suspects))

    def clear(self) -> None:
        """Show nothing, as the blocks shown belong to a project that is gone."""
        self.model.update(())

    def refresh(self) -> None:
        """Follow the project; the current block stays current, and in sight whatever is filtered."""
        current, chosen = self.tree.current_key, self.tree.several_keys
        self.model.update(self._wanted(() if current is None else (current,)))
        if current is not None and self.tree.current_key != current and self.model.find(current).isValid():
            self.tree.go_to(current)
        self.tree.select_again(chosen)

    def _wanted(self, kept: tuple[str, ...]) -> tuple[Row, ...]:
        """The rows that the filter lets through, and those in `kept`."""
        plan = self._document.project.local
        self.tree.hint.say("" if plan.measures else _(_NO_MEASURE))
        rows = self._rows.rows(plan, self._known.suspects)
        keys = shown(plan, self.bar.filter, self._known, kept)
        if keys is None:
            self.bar.show_count(0, 0)
            return rows
        self.bar.show_count(sum(m.id in keys for m in plan.measures), len(plan.measures))
        return only(rows, keys)

    def _filter(self) -> None:
        """Show what the filter says now, and go to the first measure of it where the current one is hidden."""
        current = self.tree.current_key
        self.model.update(self._wanted(()))
        if current is not None and self.model.find(current).isValid():
            self.tree.go_to(current)
            return
        measures = {m.id for m in self._document.project.local.measures}
        if first := next((row.key for row in self.model.rows() if row.key in measures), None):
            self.tree.go_to(first)

    def show_known(self, suspects: frozenset[str], found: frozenset[str]) -> None:
        """Mark the measures whose parent has changed, and know those with findings."""
        known = Known(suspects, found)
        if known == self._known:
            return
        self._known = known
        if not suspects and self.bar.filter.choice == "suspect":
            self.bar.clear()
        self.refresh()

    @property
    def current(self) -> str | None:
        """The block that is current, None for the plan's details."""
        key = self.tree.current_key
        return None if key == DETAILS_KEY else key

    @property
    def selected(self) -> tuple[str, ...]:
        """The selected blocks."""
        return tuple(key for key in self.tree.selected_keys if key != DETAILS_KEY)

    def _take_drop(self, rows: DraggedRows, target: str | None, place: int) -> None:
        before = self._before(target, place)
        if rows.plan == self.model.plan:
            blocks = tuple(key for key in rows.keys if key != DETAILS_KEY)
            self._document.do(Move(blocks=blocks, before=before))
        else:
            self._document.do(Adopt(parent=rows.plan, measures=rows.keys, before=before))

    def _before(self, target: str | None, place: int) -> str | None:
        """The block that dropped rows come to stand before; None for the end."""
        plan = self._document.project.local
        index = self.model.find(target) if target else self.tree.rootIndex()
        if place < 0:
            if target in (None, DETAILS_KEY):
                return plan.body[0].id if target and plan.body else None
            assert target is not None
            return self._inside(plan, target)
        row = self.model.row_at(self.model.index(place, 0, index))
        if row is None:
            return block_after(plan, target)
        return self._before(DETAILS_KEY, -1) if row.key == DETAILS_KEY else row.key

    def _inside(self, plan: Plan, target: str) -> str | None:
        """Dropped on a section: its beginning; dropped on anything else: before it."""
        place = plan.index(target)
        if isinstance(plan.body[place], Measure | Paragraph):
            return target
        return plan.body[place + 1].id if place + 1 < len(plan.body) else None
