"""What the actions on readings do: the original beside what was recognised, and the plan put right in the draft."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from editor.ui.base.asking import ask_overwriting
from editor.wording import _

if TYPE_CHECKING:  # loaded when the first reading is shown
    from editor.drafting import Retaken
    from editor.drafting.commands import Command, Retake
    from editor.plan.issues import Issue
    from editor.plan.project import Project, Reading, Source
    from editor.ui.base.long_work import Watch
    from editor.ui.main_window import MainWindow


class ReadingGestures:
    """The actions on what was recognised in files; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def show_doubts(self, readings: Iterable[Reading]) -> None:
        """Show the first of these readings that somebody should look at."""
        doubtful = {r.source.sha256 for r in readings if any(i.severity != "hint" for i in r.issues)}
        sources = self._window.document.project.sources
        found = next((source for source in reversed(sources) if source.sha256 in doubtful), None)
        if found is not None:
            self._open(found)

    def review_reading(self) -> None:
        """Put the reading of the plan right that the chosen doubt is about, else of the one in front."""
        id, issue = self._plan_in_front()
        sources = self._window.document.project.sources
        source = next((s for s in sources if s.plan == id and s.content), None)
        if source is None:
            self._window.messages.tell(_("The original of this plan is not kept in the project."))
        else:
            self._open(source, issue)

    def _plan_in_front(self) -> tuple[str | None, Issue | None]:
        """The local plan where its outline has the focus, else the plan of the chosen doubt, else the superior one in front."""
        bench = self._window.workbench
        if bench.local.isAncestorOf(self._window.focusWidget()):
            return self._window.document.project.local.id, None
        if (issue := bench.doubts.current) is not None:
            return issue.place.plan, issue
        return (bench.parents.plan.id if bench.parents.plan else None), None

    def _open(self, source: Source, issue: Issue | None = None) -> None:
        from editor.ui.readings.reading_dialog import ReadingDialog

        is_local = source.plan == self._window.document.project.local.id
        dialog = ReadingDialog(source, self._window, issue)
        dialog.repaired.connect(partial(self._retake, source) if is_local else self._replace)
        dialog.open()

    # A superior plan

    def _replace(self, reading: Reading) -> None:
        """Put the repaired plan in the place of the one that is there, as one step."""
        from editor.drafting.commands import Many, ReplaceParent

        replacing = ReplaceParent(reading.plan.id, reading.plan, reading.source)
        self._do(Many(_("Put the reading right"), (replacing,)))

    def _do(self, command: Command) -> None:
        from editor.ui.files.long_steps import do_long

        do_long(self._window.work, self._window.document, _("Putting the reading right …"), command)

    # The local plan

    def _retake(self, source: Source, reading: Reading) -> None:
        """Take the local plan in again; what was changed by hand is overwritten with consent only."""
        words = _("Putting the reading right …")
        project = self._window.document.project
        self._window.work.begin(words, _retake, project, source, reading, then=self._take)

    def _take(self, answer: tuple[Retake, Retaken]) -> None:
        from editor.drafting.commands import Many, TakeSnapshot
        from editor.ui.base.outline_rows import caption

        command, retaken = answer
        if not retaken.overwritten:
            self._do(command)
            return
        name = self._free_name(_("Before the reading was put right"))
        if ask_overwriting(self._window, [caption(block) for block in retaken.overwritten], name):
            keeping = TakeSnapshot(name, date.today().isoformat())
            self._do(Many(command.label, (keeping, command)))

    def _free_name(self, name: str) -> str:
        taken = {snapshot.name for snapshot in self._window.document.project.snapshots}
        numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
        return name if name not in taken else next(other for other in numbered if other not in taken)


def _retake(watch: Watch, project: Project, source: Source, reading: Reading) -> tuple[Retake, Retaken]:
    """The command, and what comes of it; the file is read once more as it was read before."""
    from editor.drafting import retake
    from editor.drafting.commands import Retake
    from editor.reading import ended_by, repair

    with ended_by(watch.unwanted, watch.progress):
        former = repair(source.content, source.name, source.plan, source.repairs).plan
    return Retake(former, reading), retake(project, former, reading)
