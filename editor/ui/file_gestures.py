"""What the actions on files do: they ask which file, whether work may be left, and hand the answer to the filing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from editor.ui.asking import ask_leaving, ask_read_only, ask_recovery, ask_role
from editor.wording import N_, _

if TYPE_CHECKING:  # loaded when the first document comes: the empty window starts without them
    from editor.plan.issues import Issue
    from editor.plan.project import Project, Reading, Source
    from editor.ui.main_window import MainWindow
    from editor.ui.opening import Plans


PLANS = N_("Plans (*.docx *.doc *.wps *.pdf *.ofd *.rtf *.html *.htm *.txt *.md)")
_PROJECTS_AND_PLANS = N_(
    "Projects and plans (*.chengqi *.docx *.doc *.wps *.pdf *.ofd *.rtf *.html *.htm *.txt *.md)"
)


class FileGestures:
    """The actions on files of one window; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    # Opening

    def open_path(self, path: Path) -> None:
        """Open a project or a plan, once unsaved work is taken care of."""
        self._window.messages.hide()
        self._window.filing.open(path)

    def open_plan(self) -> None:
        """Choose a superior plan."""
        self._choose(_("Open a superior plan"), _(PLANS))

    def open_file(self) -> None:
        """Choose a project or a plan."""
        self._choose(_("Open a draft"), _(_PROJECTS_AND_PLANS))

    def _choose(self, title: str, kinds: str) -> None:
        recent = self._window.settings.recent
        folder = str(recent[0].parent) if recent else ""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, title, folder, f"{kinds};;{_('All files (*)')}"
        )
        if name:
            self.open_path(Path(name))

    def open_example(self) -> None:
        """Begin a draft from the made-up example."""
        if self.may_leave():
            self._window.filing.open_example()

    def take_plans(self, plans: Plans) -> None:
        """Plans were read: begin a draft with them, or ask what one is to the draft that is open."""
        filing = self._window.filing
        role = "new"
        if self._window.has_document and len(plans.readings) == 1:
            role = ask_role(self._window, plans.readings[0].source.name)
            if role == "new" and not self.may_leave():
                return
        if role == "parent":
            filing.add_parent(plans.readings[0])
        elif role == "local":
            filing.take_in(plans.readings[0])
        elif role == "new":
            filing.start_draft(plans)
        if role in ("parent", "new"):
            self._show_doubts(plans)

    # Doubts in reading

    def _show_doubts(self, plans: Plans) -> None:
        """Show the reading of the first superior plan just read that somebody should look at."""
        doubtful = {r.source.sha256 for r in plans.readings if any(i.severity != "hint" for i in r.issues)}
        sources = self._window.document.project.sources
        found = next((source for source in reversed(sources) if source.sha256 in doubtful), None)
        if found is not None:
            self._open_reading(found)

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
            self._open_reading(source, issue)

    def _open_reading(self, source: Source, issue: Issue | None = None) -> None:
        from editor.ui.reading_dialog import ReadingDialog

        dialog = ReadingDialog(source, self._window, issue)
        dialog.repaired.connect(self._replace_reading)
        dialog.open()

    def _replace_reading(self, reading: Reading) -> None:
        """Put the repaired plan in the place of the one that is there, as one step."""
        from editor.drafting.commands import Many, ReplaceParent

        replacing = ReplaceParent(reading.plan.id, reading.plan, reading.source)
        self._window.document.do(Many(_("Put the reading right"), (replacing,)))

    def take_project(self, project: Project, path: Path) -> None:
        """A project was read: show it once the open one can be left."""
        if self.may_leave():
            self._window.filing.show_project(project, path)

    def offer_read_only(self, project: Project, path: Path, message: str) -> None:
        """A project is open elsewhere: show it read-only where that is wanted."""
        if ask_read_only(self._window, message):
            self._window.filing.show_read_only(project, path)

    # Saving

    def save(self) -> bool:
        """Save; asks for a name where there is none."""
        document = self._window.document
        if document.path is None or document.is_read_only:
            return self.save_as()
        return self._window.filing.save(document.path)

    def save_as(self) -> bool:
        """Save under another name; False where that was not done."""
        filing = self._window.filing
        suggestion = str(self._window.document.path or filing.suggested_path())
        kinds = _("Projects (*.chengqi)")
        name, _kind = QFileDialog.getSaveFileName(self._window, _("Save the draft"), suggestion, kinds)
        return filing.save_named(Path(name)) if name else False

    def export(self) -> None:
        """Write the notice and the tables."""
        from editor.ui.export_dialog import ExportDialog

        document = self._window.document
        start = document.path or self._window.filing.suggested_path()
        ExportDialog(document.project, start, self._window).open()

    def print_notice(self) -> None:
        """Print the notice as the preview shows it."""
        from editor.ui.printing import print_notice

        document = self._window.document
        document.attempt(print_notice, document.project, self._window)

    def save_pdf(self) -> None:
        """Write the notice as the preview shows it into a PDF."""
        from editor.ui.printing import save_as_pdf

        document = self._window.document
        start = document.path or self._window.filing.suggested_path()
        document.attempt(save_as_pdf, document.project, start, self._window)

    # Recovery and leaving

    def offer_recovery(self) -> bool:
        """Offer the unsaved work of a window that ended without saving; True where it is shown now."""
        recovery = self._window.recovery  # the filing is loaded only where something is found
        for found in recovery.found()[:1]:
            answer = ask_recovery(self._window, found)
            if answer == "discard":
                recovery.discard(found)
            if answer == "recover":
                self._window.filing.recover(found)
                return True
        return False

    def may_leave(self) -> bool:
        """Whether the open document can be left: saved, given up, or never changed."""
        if not self._window.has_document:
            return True
        document = self._window.document
        if not document.is_changed or document.is_read_only:
            return True
        answer = ask_leaving(self._window, document.name)
        return self.save() if answer == "save" else answer == "discard"
