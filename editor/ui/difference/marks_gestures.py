"""What is done with all reviewers' marks at once: they are written into a list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.wording import _, ngettext

if TYPE_CHECKING:  # loaded when they are needed: the empty window starts without them
    from editor.plan.project import Project
    from editor.ui.base.long_work import Watch
    from editor.ui.main_window import MainWindow
    from editor.writing import Written


class MarksGestures:
    """The actions on the marks of one window; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def export_marks(self) -> None:
        """Ask for a place, then write the list of marks there in the background."""
        from editor.ui.base.save_place import ask_place, table_kinds

        document = self._window.document
        if not document.project.marks:
            document.problem.emit(_("No difference is marked yet."))
            return
        name = _("{name} marks.docx").format(name=document.name)
        path = ask_place(document, self._window, _("Export the reviewers' marks"), name, table_kinds())
        if path is not None:
            self.write_marks(path)

    def write_marks(self, path: Path) -> None:
        """Write the list of marks in the background, then say what it holds."""
        words = _("Writing “{name}” …").format(name=path.name)
        self._window.work.begin(words, _write, self._window.document.project, path, then=self._tell)

    def _tell(self, written: Written) -> None:
        form = ngettext("{name}: {count} mark.", "{name}: {count} marks.", written.measures)
        told = form.format(name=Path(written.path).name, count=written.measures)
        self._window.messages.tell(" ".join((told, *written.differences)))


def _write(_watch: Watch, project: Project, path: Path) -> Written:
    from editor.jobs import export_marks

    return export_marks(project, path)
