"""What matters most in a difference, worst first: figures, dates, shares, units, duties, scope, names."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from editor.ui.base.rows import Row, RowModel
from editor.ui.base.tree import Tree
from editor.ui.difference.differing import Matter
from editor.wording import N_, _

KIND_NAMES = {
    "figure": N_("figure"),
    "date": N_("deadline or date"),
    "percentage": N_("share"),
    "unit": N_("unit"),
    "duty": N_("duty"),
    "scope": N_("scope"),
    "name": N_("name"),
}
CHANGE_NAMES = {
    "weakened": N_("▼ weakened"),
    "lost": N_("− lost"),
    "changed": N_("≠ changed"),
    "added": N_("＋ added"),
}
_MOST_ROWS = 5
_LEAST_ROWS = 2


def matter_rows(matters: Sequence[Matter]) -> tuple[Row, ...]:
    """A row for each: how it changed, what it is, the words."""
    return tuple(
        Row(
            str(place),
            (f"{_(CHANGE_NAMES[found.change])} {_(KIND_NAMES[found.kind])}", _words(found.old, found.new)),
            value=edit,
        )
        for place, (found, edit) in enumerate(matters)
    )


def _words(old: str, new: str) -> str:
    return f"{old} → {new}" if old and new else old or new


class MatterList(QWidget):
    """A short list; `chosen` tells the number of the edit to go to."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowModel((_("Change"), _("Words")), self)
        self.tree = Tree(_("What matters most"), self.model)
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderHidden(True)
        self.tree.header().resizeSection(0, 20 * self.tree.fontMetrics().averageCharWidth())
        self.tree.entered.connect(self._choose)
        self.tree.clicked.connect(lambda index: self._choose(str(index.row())))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)

    def show_matters(self, matters: Iterable[Matter]) -> None:
        """List these; the list takes no room where there are none."""
        self.model.update(matter_rows(tuple(matters)))
        self.setVisible(bool(self.model.rowCount()))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its first rows."""
        return QSize(super().sizeHint().width(), self._height(_MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        """As high as the very first, where the screen is low."""
        return QSize(super().minimumSizeHint().width(), self._height(_LEAST_ROWS))

    def _height(self, most: int) -> int:
        rows = min(self.model.rowCount(), most)
        return self.tree.sizeHintForRow(0) * rows + 2 * self.tree.frameWidth()

    def _choose(self, key: str) -> None:
        row = self.model.row_at(self.model.find(key))
        if row is not None and isinstance(row.value, int) and row.value >= 0:
            self.chosen.emit(row.value)
