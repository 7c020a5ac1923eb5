"""The board of coverage: how many superior measures are decided, which are open, which were declined and why."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.ui.outline_rows import coverage_mark
from editor.ui.rows import Row, RowModel
from editor.ui.tree import Tree
from editor.wording import N_, _

DISPOSITION_NAMES = {
    "undecided": N_("undecided"),
    "not_adopted": N_("not adopted"),
    "verbatim": N_("taken word for word"),
    "adapted": N_("adapted"),
    "localized": N_("localized"),
    "merged": N_("merged"),
    "split": N_("split"),
}


class Covered(NamedTuple):
    """One superior measure and what became of it."""

    plan: str
    measure: str
    caption: str
    disposition: str
    reason: str
    locals: str


class CoverageBoard(QWidget):
    """A summary line and a table; `entered` tells the superior measure to go to."""

    entered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = QLabel(self)
        self.summary.setContentsMargins(6, 2, 6, 0)
        headings = (_("Superior measure"), _("Decision"), _("Reason"), _("Local measures"))
        self.model = RowModel(headings, self)
        self.tree = Tree(_("Coverage of the superior plans"), self.model)
        self.tree.setRootIsDecorated(False)
        self.tree.setAlternatingRowColors(True)
        character = self.tree.fontMetrics().averageCharWidth()
        for column, width in enumerate((60, 26, 30)):
            self.tree.header().resizeSection(column, width * character)
        self.tree.entered.connect(self._enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.summary)
        layout.addWidget(self.tree)

    def show_coverage(self, items: Iterable[Covered]) -> None:
        """List the measures: open ones first, then those declined, then the rest."""
        entries = list(items)
        urgency = {"undecided": 0, "not_adopted": 1}
        ordered = sorted(entries, key=lambda item: urgency.get(item.disposition, 2))
        self.model.update(_row(item) for item in ordered)
        count = {name: sum(item.disposition == name for item in entries) for name in urgency}
        self.summary.setText(
            _("{decided} of {all} decided, {undecided} undecided, {declined} not adopted").format(
                decided=len(entries) - count["undecided"],
                all=len(entries),
                undecided=count["undecided"],
                declined=count["not_adopted"],
            )
        )

    def _enter(self, key: str) -> None:
        row = self.model.row_at(self.model.find(key))
        if row is not None and isinstance(row.value, Covered):
            self.entered.emit(row.value.plan, row.value.measure)


def _row(item: Covered) -> Row:
    name = _(DISPOSITION_NAMES.get(item.disposition, item.disposition))
    decision = f"{coverage_mark(item.disposition)} {name}"
    cells = (item.caption, decision, item.reason, item.locals)
    return Row(f"{item.plan}/{item.measure}", cells, value=item)
