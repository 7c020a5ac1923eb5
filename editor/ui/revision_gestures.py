"""What the actions on editions and versions do: a new edition of a superior plan, its review, named snapshots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog

from editor.errors import EditorError
from editor.ui.worker import Newest
from editor.wording import _

if TYPE_CHECKING:  # loaded when they are needed: the empty window starts without them
    from editor.drafting import Rebased
    from editor.plan.project import Project, Reading
    from editor.ui.main_window import MainWindow


class Edition(NamedTuple):
    """A new edition that was read for a project, and what it changes there."""

    reading: Reading
    rebased: Rebased


class RevisionGestures:
    """The actions on editions and versions of one window; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.reader = Newest(window)
        self.reader.answered.connect(self._take_edition)
        self.reader.failed.connect(self._fail)

    def new_edition(self) -> None:
        """Choose the file of a superior plan's new edition."""
        from editor.ui.file_gestures import PLANS

        title = _("New edition of a superior plan")
        name, _kind = QFileDialog.getOpenFileName(self._window, title, "", _(PLANS))
        if name:
            self.read_edition(Path(name))

    def read_edition(self, path: Path) -> None:
        """Read a new edition in the background; which plan's it is its measures tell."""
        self._window.statusBar().showMessage(_("Reading “{name}” …").format(name=path.name))
        self.reader.ask(_read_edition, self._window.document.project, path)

    def _take_edition(self, edition: Edition) -> None:
        """Put the new edition in the old one's place as one step, and say what there is to review."""
        from editor.drafting.commands import ReplaceParent

        self._window.statusBar().clearMessage()
        document = self._window.document
        source, rebased = edition.reading.source, edition.rebased
        if not document.do(ReplaceParent(rebased.parent, edition.reading.plan, source)):
            return
        message = _("{name}: {review} measures to review, {new} new, {gone} gone.").format(
            name=source.name,
            review=len(rebased.suspects),
            new=len(rebased.new_parents),
            gone=len(rebased.removed_parents),
        )
        self._window.messages.tell(message)

    def _fail(self, error: Exception) -> None:
        self._window.statusBar().clearMessage()
        if not isinstance(error, EditorError):
            raise error
        self._window.messages.tell(str(error))

    def review_changes(self) -> None:
        """Go through the measures whose superior wording changed, from the current one on."""
        from editor.ui.review_dialog import ReviewDialog

        current = self._window.bench.local.current if self._window.bench else None
        ReviewDialog(self._window.document, current, self._window).open()

    def snapshots(self) -> None:
        """Take, list and compare named versions of the draft."""
        from editor.ui.snapshots_dialog import SnapshotsDialog

        SnapshotsDialog(self._window.document, self._window).open()


def _read_edition(project: Project, path: Path) -> Edition:
    from editor.drafting import find_edition, rebase
    from editor.reading import read_plan

    reading = read_plan(path)
    return Edition(reading, rebase(project, reading, find_edition(project, reading.plan)))
