"""What the actions on readings do: the original beside what was recognised, and the plan put right in the draft."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from editor.wording import _

if TYPE_CHECKING:  # loaded when the first reading is shown
    from editor.plan.issues import Issue
    from editor.plan.project import Reading, Source
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
        """Put the reading of the superior plan right that the chosen doubt is about, else of the one in front."""
        bench = self._window.bench
        plan = bench.parents.plan if bench else None
        issue = bench.doubts.current if bench else None
        id = issue.place.plan if issue else plan.id if plan else None
        project = self._window.document.project
        source = next((s for s in project.sources if s.plan == id and s.content), None)
        if id == project.local.id:
            message = _("Only a superior plan's reading can be put right; change the local plan itself.")
            self._window.messages.tell(message)
        elif source is None:
            self._window.messages.tell(_("The original of this plan is not kept in the project."))
        else:
            self._open(source, issue)

    def _open(self, source: Source, issue: Issue | None = None) -> None:
        from editor.ui.reading_dialog import ReadingDialog

        dialog = ReadingDialog(source, self._window, issue)
        dialog.repaired.connect(self._replace)
        dialog.open()

    def _replace(self, reading: Reading) -> None:
        """Put the repaired plan in the place of the one that is there, as one step."""
        from editor.drafting.commands import Many, ReplaceParent
        from editor.ui.long_steps import do_long

        label = _("Put the reading right")
        replacing = ReplaceParent(reading.plan.id, reading.plan, reading.source)
        words = _("Putting the reading right …")
        do_long(self._window.work, self._window.document, words, Many(label, (replacing,)))
