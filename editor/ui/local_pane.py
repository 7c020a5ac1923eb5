"""The outline of the local plan: what there is, who does it until when, in which order."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QVBoxLayout, QWidget

from editor.drafting.commands import Adopt, Move
from editor.plan.measures import Measure, Paragraph
from editor.plan.plans import Plan
from editor.ui.document import Document
from editor.ui.outline_rows import DETAILS_KEY, LocalRows, only
from editor.ui.tree import DraggedRows, Tree, TreeModel
from editor.wording import _


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


class LocalPane(QWidget):
    """The local plan's tree; dragging rows moves blocks, dropping superior measures adopts them there."""

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._suspects: frozenset[str] = frozenset()
        self._rows = LocalRows()
        headings = (_("Local plan"), _("Units"), _("Deadline"), _("State"))
        self.model = TreeModel(headings, "local", takes=True, parent=self)
        self.tree = Tree(_("Outline of the local plan"), self.model)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.tree.setDefaultDropAction(self.model.supportedDropActions().MoveAction)
        self.tree.set_column_widths(22, 17, 9)
        self.tree.current_changed.connect(self.chosen)
        self.tree.entered.connect(self.entered)
        self.model.dropped.connect(self._take_drop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.tree)
        self.only_suspects = QCheckBox(_("To review only"), self)
        self.only_suspects.toggled.connect(self.refresh)
        self.only_suspects.hide()
        layout.addWidget(self.only_suspects)

    def refresh(self) -> None:
        """Follow the project; the current block stays current."""
        current = self.tree.current_key
        rows = self._rows.rows(self._document.project.local, self._suspects)
        self.model.update(only(rows, self._suspects) if self.only_suspects.isChecked() else rows)
        if current is not None and self.tree.current_key != current:
            self.tree.go_to(current)

    def show_suspects(self, suspects: frozenset[str]) -> None:
        """Mark the measures whose parent has changed."""
        if suspects != self._suspects:
            self._suspects = suspects
            self._offer_filter()
            self.refresh()

    def _offer_filter(self) -> None:
        """The filter is there while there is something to review; the last one done takes it away."""
        self.only_suspects.setVisible(bool(self._suspects))
        if not self._suspects:
            self.only_suspects.setChecked(False)

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
