"""The pane that shows how a measure differs from the superior wording, as it is typed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.plan.project import Mark
from editor.ui.base.theme import VERDICT_MARKS
from editor.ui.coverage.covered import Elsewhere
from editor.ui.difference.clauses import Clause
from editor.ui.difference.column_views import ClausesView, SideBySideView
from editor.ui.difference.diff_buttons import DiffButtons
from editor.ui.difference.differing import Difference, mark_counts
from editor.ui.difference.hide_menu import HideMenu
from editor.ui.difference.matter_list import MatterList
from editor.ui.difference.passage_view import PassageView
from editor.ui.difference.passages import Passage
from editor.ui.difference.plan_tabs import PlanTabs
from editor.wording import N_, _

VERDICT_NAMES = {"checked": N_("checked"), "doubtful": N_("doubtful"), "to_ask": N_("ask the superiors")}
GRAINS = {
    "character": N_("By characters"),
    "word": N_("By words"),
    "clause": N_("By clauses"),
    "sentence": N_("By sentences"),
}
_NOTHING = Difference("", "", (), ())


class DiffPane(QWidget):
    """The difference in three views, what matters in it, the ways through it; what is to be done is only asked for."""

    take_wanted = Signal()
    """The superior wording as a whole."""
    take_one_wanted = Signal()
    """The difference or sentence chosen."""
    plan_chosen = Signal(str)
    """The plan to compare with."""
    grain_chosen = Signal(str)
    """The size of what is compared: one of GRAINS."""
    measure_wanted = Signal(str)
    """The local measure that took up what was dropped here."""
    past_end = Signal(int)
    """The way (1 or -1) in which there is no further difference here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._difference: Difference | None = None
        self._elsewhere: Mapping[tuple[str, str], tuple[Elsewhere, ...]] = {}
        self.plans = PlanTabs(self)
        self.plans.chosen.connect(self.plan_chosen)
        self.origin, self.summary, self.mark_line = QLabel(self), QLabel(self), QLabel(self)
        self.matters = MatterList(self)
        self.inline = PassageView(_("Difference from the superior wording"), self)
        self.columns, self.clauses = SideBySideView(self), ClausesView(self)
        self.views = QStackedWidget(self)
        self.shape = QComboBox(self)
        self.hiding = HideMenu(self)
        self.grain = QComboBox(self)
        self.buttons = DiffButtons(self)
        self._connect_buttons()
        self._make_views()
        self._arrange()
        self.clear()

    def _make_views(self) -> None:
        self.shape.setAccessibleName(_("How the difference is shown"))
        named = ((_("Inline"), self.inline), (_("Side by side"), self.columns), (_("Clauses"), self.clauses))
        for name, view in named:
            self.shape.addItem(name)
            self.views.addWidget(view)
            view.place_chosen.connect(self._follow_choice)
        self.shape.currentIndexChanged.connect(self._change_view)
        self.grain.setAccessibleName(_("What is compared"))
        for grain, name in GRAINS.items():
            self.grain.addItem(_(name), grain)
        self.grain.setCurrentIndex(list(GRAINS).index("word"))
        self.grain.currentIndexChanged.connect(lambda: self.grain_chosen.emit(self.grain.currentData()))
        self.hiding.changed.connect(self.repaint_difference)
        self.matters.chosen.connect(self.go_to_edit)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addWidget(self.plans)
        bar = QHBoxLayout()
        bar.addWidget(self.shape)
        bar.addWidget(self.grain)
        bar.addWidget(self.hiding)
        bar.addStretch(1)
        for label in (self.origin, self.summary, self.mark_line):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self.origin)
        layout.addWidget(self.summary)
        layout.addWidget(self.matters)
        layout.addLayout(bar)
        layout.addWidget(self.views, 1)
        layout.addWidget(self.mark_line)
        layout.addWidget(self.buttons)

    def _connect_buttons(self) -> None:
        buttons = self.buttons
        buttons.previous.clicked.connect(lambda: self.go(-1))
        buttons.next.clicked.connect(lambda: self.go(1))
        buttons.take_one.clicked.connect(self.take_one_wanted)
        buttons.other_end.clicked.connect(self.go_to_other_end)
        buttons.take.clicked.connect(self.take_wanted)

    # What is shown

    @property
    def difference(self) -> Difference | None:
        """What is shown."""
        return self._difference

    @property
    def view(self) -> PassageView:
        """The view in front."""
        return (self.inline, self.columns, self.clauses)[self.shape.currentIndex()]

    @property
    def hidden(self) -> frozenset[int]:
        """The edits that are not shown."""
        return self.hiding.hidden(self._difference) if self._difference else frozenset()

    @property
    def chosen_edit(self) -> int | None:
        """The number of the edit chosen, None where none is, or where clauses are shown."""
        return self.view.chosen if self._difference and self.view is not self.clauses else None

    @property
    def chosen_clause(self) -> Clause | None:
        """The clause chosen, None where none is, or where edits are shown."""
        number = self.clauses.chosen if self.view is self.clauses else None
        return self._difference.clauses[number] if self._difference and number is not None else None

    @property
    def can_mark(self) -> bool:
        """Whether the edits chosen can carry marks, which know differences from superior plans by their words."""
        is_superior = self._difference is not None and not self._difference.is_with_snapshot
        return is_superior and bool(self.chosen_edits) and self.grain.currentData() == "word"

    @property
    def chosen_edits(self) -> tuple[int, ...]:
        """The numbers of the edits chosen: one, or those of the clause chosen."""
        clause, edit = self.chosen_clause, self.chosen_edit
        return clause.edits if clause else () if edit is None else (edit,)

    def load(self, names: Mapping[str, str], titles: Mapping[str, str]) -> None:
        """Know what the superior plans of another project are called."""
        self.plans.names, self.plans.titles = names, titles
        self.plans.show_plans((), "")
        self.clear()

    def show_difference(self, difference: Difference) -> None:
        """Show the newest difference of the measure being edited."""
        if difference == self._difference:
            return
        former, self._difference = self._difference, difference
        is_other = former is None or (former.measure, former.plan) != (difference.measure, difference.plan)
        self.plans.show_plans(difference.plans, difference.plan)
        if is_other:
            for view in (self.inline, self.columns, self.clauses):
                view.clear()
        self.matters.show_matters(difference.matters)
        self.repaint_difference()
        self._summarize(difference)

    def repaint_difference(self) -> None:
        """Show the same anew: in the colours of the palette, in the view in front."""
        if self._difference is not None:
            self.view.show_difference(self._difference, self.hidden)
        self._follow_choice()

    def show_elsewhere(self, found: Mapping[tuple[str, str], tuple[Elsewhere, ...]]) -> None:
        """Know, by plan and measure, which sentences of superior measures went over to which local ones."""
        self._elsewhere = found
        self._follow_choice()

    @property
    def chosen_elsewhere(self) -> Elsewhere | None:
        """Where what was chosen went, if it went over to another measure."""
        found, clause = self._difference, self.chosen_clause
        edits = [found.edits[edit] for edit in self.chosen_edits] if found else []
        places = [(clause.place, clause.place + len(clause.text))] if clause else []
        places += [(edit.old_place, edit.old_place + len(edit.old)) for edit in edits if not clause]
        if found is None:
            return None
        for measure, start in found.sources:
            for each in self._elsewhere.get((found.plan, measure), ()):
                if any(first < start + each.end and start + each.start < last for first, last in places):
                    return each
        return None

    def _change_view(self) -> None:
        self.views.setCurrentWidget(self.view)
        self.repaint_difference()

    def show_parent(self, caption: str, wording: str) -> None:
        """Show a superior measure as it stands, with nothing beside it."""
        self.show_difference(Difference(f"parent {caption}", "", (caption,), (Passage("=", wording),)))
        self.summary.setText(_("superior wording"))
        self.buttons.take.setEnabled(False)

    def clear(self) -> None:
        """Show that there is nothing to compare."""
        self._difference = None
        for view in (self.inline, self.columns, self.clauses):
            view.show_difference(_NOTHING)
        self.plans.show_plans((), "")
        self.matters.show_matters(())
        self.origin.setText(_("Choose a measure to see how it differs from the superior plan."))
        self.summary.clear()
        self.buttons.take.setEnabled(False)
        self._follow_choice()

    def _summarize(self, difference: Difference) -> None:
        is_snapshot = difference.is_with_snapshot
        self.buttons.take.setEnabled(bool(difference.parents) and not is_snapshot)
        if not difference.parents:
            self.origin.setText(_("The county's own measure: there is no superior wording."))
            self.summary.clear()
            return
        form = _("Earlier: {captions}") if is_snapshot else _("Superior: {captions}")
        self.origin.setText(form.format(captions="；".join(difference.parents)))
        self.summary.setText(_extent(difference) if difference.edits else _("word for word"))

    def _follow_choice(self) -> None:
        """Offer what can be done with the place chosen."""
        found, clause, edits = self._difference, self.chosen_clause, self.chosen_edits
        first = found.edits[edits[0]] if found and edits else None
        is_new = clause.status == "added" if clause else bool(first and not first.old and not first.is_move)
        self.buttons.offer_taking(bool(edits) or clause is not None, is_new)
        self.buttons.mark.setEnabled(self.can_mark)
        is_moved = clause is None and first is not None and first.is_move
        elsewhere = None if is_moved else self.chosen_elsewhere
        number = elsewhere.number if elsewhere else ""
        self.buttons.offer_other_end(is_moved or elsewhere is not None, number)
        marks = [mark for edit in edits if found and (mark := found.mark_of(edit))]
        self.mark_line.setVisible(bool(marks))
        self.mark_line.setText("\n".join(dict.fromkeys(map(_told_mark, marks))))

    # Going through

    def go(self, direction: int) -> None:
        """Go to the next or previous difference; where there is no further one, say so."""
        if not self.view.go(direction):
            self.past_end.emit(direction)

    def go_to_edit(self, number: int) -> None:
        """Choose an edit, or the clause that it is in."""
        if self._difference is not None:
            self.hiding.show_edit(self._difference, number)
        if self.view is self.clauses and self._difference is not None:
            found = (row for row, clause in enumerate(self._difference.clauses) if number in clause.edits)
            self.view.choose(next(found, -1))
        else:
            self.view.choose(number)

    def go_to_other_end(self) -> None:
        """Go from one end of a move to the other, or to the measure that took up what was dropped."""
        edit, elsewhere = self.chosen_edit, self.chosen_elsewhere
        if elsewhere is not None and (edit is None or not self._is_move(edit)):
            self.measure_wanted.emit(elsewhere.local)
            return
        if self._difference is not None and edit is not None:
            self.view.choose(dict(self._difference.ends).get(edit, edit))

    def _is_move(self, edit: int) -> bool:
        return self._difference is not None and self._difference.edits[edit].is_move


def _told_mark(mark: Mark) -> str:
    return f"{VERDICT_MARKS[mark.verdict]} {_(VERDICT_NAMES[mark.verdict])}  {mark.note}".rstrip()


def _extent(difference: Difference) -> str:
    """How much differs, and how many of the differences carry which mark."""
    words = _("{inserted} characters added, {deleted} taken out").format(
        inserted=difference.inserted, deleted=difference.deleted
    )
    if difference.moved:
        words = _("{words}, {moved} moved").format(words=words, moved=difference.moved)
    counts = mark_counts(difference)
    marks = " ".join(f"{VERDICT_MARKS[v]}{counts[v]}" for v in VERDICT_MARKS if counts[v])
    return f"{words}  {marks}".rstrip()
