"""The list of words that could be replaced: where, as it is, as it would be, and a box to tick for each."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.drafting.replacing import Replacement
from editor.plan.project import Project
from editor.ui.base.outline_rows import caption
from editor.ui.base.plan_names import plan_names
from editor.ui.base.rows import Row
from editor.ui.base.ticking import TickModel, TickTable
from editor.wording import N_, _

DETAIL_NAMES = {"title": N_("Title"), "opening": N_("Opening"), "closing": N_("Closing")}
_PLACE_WIDTH, _REMARK_WIDTH = 28, 34
"""In average characters."""
_AROUND = 14
"""Characters shown before and behind the words."""


def in_context(proposal: Replacement, words: str) -> str:
    """Words at the proposal's place between 【 and 】, with a little of the text around them on one line."""
    text, start, end = proposal.text, proposal.start, proposal.end
    before, behind = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    cut = "…" if start > _AROUND else "", "…" if end + _AROUND < len(text) else ""
    return " ".join(f"{cut[0]}{before}【{words}】{behind}{cut[1]}".split())


class Listing(NamedTuple):
    """Proposals, the row of each, and the id of the local plan, whose places alone can be ticked."""

    proposals: tuple[Replacement, ...]
    rows: tuple[Row, ...]
    local: str


def listing(proposals: Iterable[Replacement], project: Project) -> Listing:
    """The proposals as they are listed; thousands take so long that a thread computes them."""
    listed = tuple(proposals)
    return Listing(listed, _rows(listed, project), project.local.id)


def _rows(proposals: tuple[Replacement, ...], project: Project) -> tuple[Row, ...]:
    """A row for each: its block, the words as they are, as they would be, and what speaks against it."""
    plans = (project.local, *project.parents)
    captions = {(plan.id, block.id): caption(block) for plan in plans for block in plan.body}
    names = plan_names(project)

    def where(proposal: Replacement) -> str:
        place = proposal.place
        detail = _(DETAIL_NAMES[place.field]) if place.field in DETAIL_NAMES else ""
        block = captions.get((place.plan or "", place.block or ""), detail)
        return f"{names[place.plan]}：{block}" if place.plan in names else block

    return tuple(
        Row(
            each.key,
            (where(each), in_context(each, each.old), in_context(each, each.new), _remark(each)),
            hint=each.text,
            value=each,
        )
        for each in proposals
    )


def _remark(proposal: Replacement) -> str:
    return f"▲ {proposal.warning}" if proposal.warning else ""


class ProposalList(QWidget):
    """Proposals with ticks; those with a warning are not ticked until somebody does it."""

    entered = Signal(object)
    changed = Signal()

    def __init__(self, name: str, when_empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposals: tuple[Replacement, ...] = ()
        headings = (_("Place"), _("As it is"), _("As it would be"), _("Remark"))
        self.model = TickModel(headings, self)
        self.table = TickTable(name, self.model)
        self.table.hint.when_empty = when_empty
        self.table.entered.connect(lambda key: self.entered.emit(self.proposal(key)))
        self.model.ticks_changed.connect(self.changed)
        self.table.share_columns({0: _PLACE_WIDTH, 3: _REMARK_WIDTH})  # the words share the rest
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def show_proposals(
        self, listing: Listing, unticked: Collection[str] = (), forced: Collection[str] = ()
    ) -> None:
        """List proposals; those of the local plan can be ticked, and are unless warned of or named in `unticked`."""
        self._proposals = listing.proposals
        ticks = {
            each.key: each.key in forced or (not each.warning and each.key not in unticked)
            for each in self._proposals
            if each.place.plan == listing.local
        }
        self.model.show_ticks(listing.rows, ticks)

    def proposal(self, key: str) -> Replacement | None:
        """The proposal of a row."""
        return next((each for each in self._proposals if each.key == key), None)

    @property
    def proposals(self) -> tuple[Replacement, ...]:
        """All that are listed."""
        return self._proposals

    @property
    def current(self) -> Replacement | None:
        """The proposal of the current row."""
        return self.proposal(self.table.current_key or "")

    @property
    def ticked(self) -> tuple[Replacement, ...]:
        """The proposals that are ticked."""
        ticked = set(self.model.ticked)
        return tuple(each for each in self._proposals if each.key in ticked)

    @property
    def choices(self) -> tuple[frozenset[str], frozenset[str]]:
        """The keys of what was unticked, and of what was ticked against a warning: what the next list is to keep."""
        ticked = {each.key for each in self.ticked}
        return (
            frozenset(each.key for each in self._proposals if not each.warning and each.key not in ticked),
            frozenset(each.key for each in self._proposals if each.warning and each.key in ticked),
        )

    def show_results(self, is_shown: bool) -> None:
        """Show or hide what would come of it, where words are only looked for."""
        self.table.setColumnHidden(2, not is_shown)
