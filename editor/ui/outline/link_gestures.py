"""What the actions on links do: say by hand which superior measures a local one comes from."""

from editor.drafting.commands import AdoptInto, Command, Link, LinkMore, Many, Unlink
from editor.plan.measures import Measure, sources_of
from editor.ui.base.document import Document
from editor.ui.coverage.coverage_rows import SentenceOf
from editor.ui.workbench import Workbench
from editor.wording import _


class LinkGestures:
    """The actions that link the current local measure to superior ones; method names are the actions' names.

    The superior measures are those selected on the board of coverage while it has the focus, else in the outline.
    """

    def __init__(self, document: Document, bench: Workbench) -> None:
        self._document, self._bench = document, bench

    def link(self) -> None:
        """Say that the current local measure comes from the superior ones selected, and from no other of their plans."""
        self._do(_("Link to the superior plan"), Link)

    def link_more(self) -> None:
        """Say that the current local measure comes from the superior ones selected too."""
        self._do(_("Link to the superior plan"), LinkMore)

    def merge_into(self) -> None:
        """Add the superior measures selected to the current local one: their wordings, and that it comes from them."""
        self._do(_("Merge into a measure"), AdoptInto)

    def unlink(self) -> None:
        """Say that the current local measure doesn't come from the superior ones selected."""
        self._do(_("Unlink from the superior plan"), Unlink)

    def unlink_compared(self) -> None:
        """Say that the measure in the pane of differences doesn't come from the superior plan it is compared with."""
        found = self._bench.difference.difference
        measures = {measure.id: measure for measure in self._document.project.local.measures}
        measure = measures.get(found.measure) if found else None  # it may be a superior one
        linked = sources_of(measure, found.plan) if found and measure else ()
        if found is None or not linked:
            self._document.problem.emit(_("The measure shown is compared with no superior plan."))
        else:
            self._document.do(Unlink(found.measure, found.plan, linked))

    def _do(self, label: str, kind: type[Link | LinkMore | Unlink | AdoptInto]) -> None:
        current, chosen = self._current(), self._chosen()
        if current is None:
            self._document.problem.emit(_("Choose a measure in the outline of the local plan first."))
        elif not chosen:
            self._document.problem.emit(_("Choose measures in the outline of the superior plan first."))
        else:
            steps: list[Command] = [kind(current, plan, tuple(ids)) for plan, ids in chosen.items()]
            self._document.do(steps[0] if len(steps) == 1 else Many(label, tuple(steps)))

    def _current(self) -> str | None:
        measures = {measure.id for measure in self._document.project.local.measures}
        current = self._bench.local.current
        return current if current in measures else None

    def _chosen(self) -> dict[str, list[str]]:
        """By plan the superior measures selected."""
        if self._bench.deciding.is_in_front:
            return self._on_board()
        plan = self._bench.parents.plan
        measures = {block.id for block in plan.body if isinstance(block, Measure)} if plan else set()
        chosen = [id for id in self._bench.parents.selected if id in measures]
        return {plan.id: chosen} if plan and chosen else {}

    def _on_board(self) -> dict[str, list[str]]:
        chosen: dict[str, list[str]] = {}
        for item in self._bench.coverage.selected:
            measure = item.measure if isinstance(item, SentenceOf) else item
            if measure.measure not in chosen.setdefault(measure.plan, []):
                chosen[measure.plan].append(measure.measure)
        return chosen
