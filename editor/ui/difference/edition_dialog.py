"""What a superior plan's new edition changed: measures to review, new, gone and reworded ones, each a way to its place."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from editor.drafting import ParentMeasure, Rebased
from editor.plan.measures import sources_of
from editor.ui.base.help_key import offer_help
from editor.ui.base.outline_rows import caption
from editor.ui.base.rows import Row
from editor.ui.base.sizes import open_at
from editor.ui.base.tab_order import order_tabs
from editor.ui.base.tree import Tree, TreeModel
from editor.wording import _

_SIZE = (520, 420)


def edition_rows(rebased: Rebased) -> tuple[Row, ...]:
    """The measures in groups, those of the draft first; a row's value is the plan and block to go to, if there is one."""
    project = rebased.project
    captions = {measure.id: caption(measure) for measure in project.local.measures}
    suspects = tuple(
        Row(f"local {r.local}", (captions[r.local],), hint=r.new_parent, value=("", r.local))
        for r in rebased.suspects
    )
    carriers = {id: m.id for m in project.local.measures for id in sources_of(m, rebased.parent)}
    gone = tuple(
        _row("gone", measure, ("", carriers[measure.id]) if measure.id in carriers else None)
        for measure in rebased.removed_parents
    )
    groups = (
        (_("To review"), suspects),
        (_("New superior measures, undecided"), _rows("new", rebased, rebased.new_parents)),
        (_("Superior measures that are gone"), gone),
        (_("Superior measures put otherwise"), _reworded(rebased)),
    )
    return tuple(Row(name, (f"{name} ({len(rows)})",), rows, emphasis=True) for name, rows in groups if rows)


def _rows(kind: str, rebased: Rebased, measures: Iterable[ParentMeasure]) -> tuple[Row, ...]:
    return tuple(_row(kind, measure, (rebased.parent, measure.id)) for measure in measures)


def _reworded(rebased: Rebased) -> tuple[Row, ...]:
    """What is put otherwise; of what was refused also why, since that may hold no longer."""
    reasons = {
        decision.measure: decision.reason or _("no reason")
        for decision in rebased.project.decisions
        if decision.parent == rebased.parent and decision.sentence is None
    }
    return tuple(
        _row("reworded", measure, (rebased.parent, measure.id), reasons.get(measure.id, ""))
        for measure in rebased.reworded_parents
    )


def _row(kind: str, measure: ParentMeasure, place: tuple[str, str] | None, refused: str = "") -> Row:
    sign = _("✗ not adopted: {reason};").format(reason=refused) if refused else ""
    words = " ".join(filter(None, (measure.number, sign, " ".join(measure.text.split()))))
    return Row(f"{kind} {measure.id}", (words,), hint=measure.text, value=place)


class EditionDialog(QDialog):
    """Stays beside the window while its rows are gone through; nothing is decided here."""

    wanted = Signal(str, str)
    """The plan, empty for the draft, and the block to go to."""
    review_wanted = Signal()

    def __init__(self, rebased: Rebased, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What the new edition changed"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, *_SIZE)
        offer_help(self, "revisions")
        self.model = TreeModel((_("Measure"),), parent=self)
        self.tree = Tree(_("What the new edition changed"), self.model)
        self.tree.setHeaderHidden(True)
        self.model.update(edition_rows(rebased))
        self.tree.current_changed.connect(self._go)
        self.tree.entered.connect(self._go)
        hint = QLabel(_("Choosing a row goes to its place. What was not concerned is as it was."), self)
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.review = buttons.addButton(_("&Review…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.review.setEnabled(bool(rebased.suspects))
        self.review.clicked.connect(self.review_wanted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (hint, self.tree, buttons):
            layout.addWidget(widget)
        order_tabs(self)

    def _go(self, key: str) -> None:
        row = self.model.row_at(self.model.find(key))
        if row is not None and isinstance(row.value, tuple):
            self.wanted.emit(*row.value)
