"""The board of coverage: what became of every superior measure and sentence, and the place to decide many at once."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.base.elided_label import ElidedLabel
from editor.ui.base.flow_layout import FlowLayout
from editor.ui.base.rows import Index, Row
from editor.ui.base.tree import Tree, TreeModel
from editor.ui.base.worker import MANY, Newest, raise_again
from editor.ui.coverage.coverage_rows import (
    FILTERS,
    SentenceOf,
    counts_line,
    coverage_rows,
    reasons,
    stands_for_itself,
)
from editor.ui.coverage.covered import Covered
from editor.ui.coverage.deciding import Item
from editor.wording import _


class CoverageTree(Tree):
    """Opens plans, and measures only where single sentences are looked for."""

    opens_measures = False

    def opens_below(self, parent: Index) -> bool:
        """Plans begin open."""
        return not parent.isValid() or self.opens_measures

    def open_measures(self) -> None:
        """Open every measure, if single sentences are looked for."""
        for place in range(self._model.rowCount() if self.opens_measures else 0):
            self.expandRecursively(self._model.index(place, 0))


class CoverageBoard(QWidget):
    """Counts, filter and a tree of plans, measures and sentences; the decisions are asked for, not made here."""

    entered = Signal(str, str)
    """The superior measure to go to."""
    chosen = Signal(str, str, str)
    """The superior measure that is current, and the local one that carries it, empty where there is none."""
    decision_wanted = Signal(str)
    """adopt, decline, follow_suggestions or reconsider: what to do with what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Covered, ...] = ()
        self._names: Mapping[str, str] = {}
        self._is_updating = False
        self._asker = Newest(self)
        self._asker.answered.connect(self._take)
        self._asker.failed.connect(raise_again)
        self.summary = ElidedLabel(self)
        headings = (
            _("Superior measures and sentences"),
            _("Decision"),
            _("Reason"),
            _("Local"),
            _("Suggestion"),
        )
        self.model = TreeModel(headings, parent=self)
        self.tree = CoverageTree(_("Coverage of the superior plans"), self.model)
        self.tree.setAlternatingRowColors(True)
        self.tree.hint.when_empty = _("Nothing of the superior plans is to be shown here.")
        self.tree.set_column_widths(28, 14, 8, 30)
        self.tree.entered.connect(self._enter)
        self.tree.current_changed.connect(self._choose)
        self.filter = self._make_filter()
        self.reason = QComboBox(self)
        self.reason.setAccessibleName(_("Show what was refused for a reason"))
        self.reason.addItem(_("any reason"), "")
        self.reason.activated.connect(self._change_filter)
        self.urgent_first = QCheckBox(_("Undecided first"), self)
        self.urgent_first.setChecked(True)
        self.urgent_first.toggled.connect(self._refresh)
        self.reasons = QMenu(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._make_bar())
        layout.addWidget(self.tree)

    def _make_filter(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(_("Show in the board of coverage"))
        for each in FILTERS:
            box.addItem(_(each.name))
        box.currentIndexChanged.connect(self._change_filter)
        return box

    def _make_bar(self) -> FlowLayout:
        bar = FlowLayout()
        label = QLabel(_("Show"), self)
        label.setBuddy(self.filter)
        self.buttons = {
            "adopt": self._button("adopt", _("Adopt"), _("Take measures over, put dropped sentences back")),
            "decline": self._button("", _("Do not adopt"), _("Refuse what is selected, with a reason")),
            "follow_suggestions": self._button(
                "follow_suggestions",
                _("Use suggestion"),
                _("Refuse what is selected for the reason suggested"),
            ),
            "reconsider": self._button("reconsider", _("Reconsider"), _("Take the refusal back")),
        }
        self.buttons["decline"].setMenu(self.reasons)
        self.buttons["decline"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        shown: tuple[QWidget, ...] = (label, self.filter, self.reason, self.urgent_first)
        for widget in (*shown, *self.buttons.values(), self.summary):
            bar.addWidget(widget)
        return bar

    def _button(self, decision: str, text: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if decision:
            button.clicked.connect(lambda: self.decision_wanted.emit(decision))
        return button

    def show_coverage(self, items: Iterable[Covered], names: Mapping[str, str]) -> None:
        """List the measures and sentences of the superior plans; `names` are what the plans are called."""
        self._items, self._names = tuple(items), names
        self._offer_reasons()
        self._refresh()

    def _offer_reasons(self) -> None:
        """Offer the reasons there are; the one chosen stays as long as something was refused for it."""
        chosen, found = self.reason.currentData(), reasons(self._items)
        if found == tuple(self.reason.itemData(place) for place in range(1, self.reason.count())):
            return
        while self.reason.count() > 1:
            self.reason.removeItem(1)
        for each in found:
            self.reason.addItem(each, each)
        self.reason.setCurrentIndex(max(self.reason.findData(chosen), 0))

    def _change_filter(self) -> None:
        by_sentence = FILTERS[self.filter.currentIndex()].sentence is not None
        self.tree.opens_measures = by_sentence or bool(self.reason.currentData())
        self._refresh()

    def _refresh(self) -> None:
        """List what is chosen; where that is much a thread puts it together."""
        chosen, reason = FILTERS[self.filter.currentIndex()], self.reason.currentData()
        wanted = (self._items, self._names, chosen, self.urgent_first.isChecked(), reason)
        if len(self._items) < MANY:
            self._asker.forget()
            self._take(coverage_rows(*wanted))
        else:
            self._asker.ask(coverage_rows, *wanted)
        self.summary.setText(counts_line(self._items))

    def _take(self, rows: tuple[Row, ...]) -> None:
        with self._quietly():
            self.model.update(rows)
        self.tree.open_measures()

    @property
    def is_busy(self) -> bool:
        """Whether what is chosen is still to be listed."""
        return self._asker.is_busy

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Let no row that becomes current by itself lead the outlines elsewhere."""
        self._is_updating = True
        try:
            yield
        finally:
            self._is_updating = False

    @property
    def selected(self) -> tuple[Item, ...]:
        """The measures and sentences selected, from top to bottom; one shown for its sentences only stands for them."""
        rows = (self.model.row_at(self.model.find(key)) for key in self.tree.selected_keys)
        return tuple(dict.fromkeys(item for row in rows if row for item in self._meant(row)))

    def _meant(self, row: Row) -> Iterator[Item]:
        chosen, reason = FILTERS[self.filter.currentIndex()], self.reason.currentData()
        if isinstance(row.value, Covered) and not stands_for_itself(row.value, chosen, reason):
            for sentence in row.children:
                yield from self._meant(sentence)
        elif isinstance(row.value, Covered | SentenceOf):
            yield row.value

    def _choose(self, key: str) -> None:
        if self._is_updating:
            return
        item = self._value(key)
        if isinstance(item, SentenceOf):
            local = item.sentence.local or next(iter(item.measure.local_ids), "")
            self.chosen.emit(item.measure.plan, item.measure.measure, local)
        elif isinstance(item, Covered):
            self.chosen.emit(item.plan, item.measure, next(iter(item.local_ids), ""))

    def _enter(self, key: str) -> None:
        item = self._value(key)
        measure = item.measure if isinstance(item, SentenceOf) else item
        if isinstance(measure, Covered):
            self.entered.emit(measure.plan, measure.measure)

    def _value(self, key: str) -> object:
        row = self.model.row_at(self.model.find(key))
        return row.value if row else None
