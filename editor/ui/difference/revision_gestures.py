"""What the actions on editions and versions do: a new edition of a superior plan, its review, named snapshots."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog

from editor.wording import _

if TYPE_CHECKING:  # loaded when they are needed: the empty window starts without them
    from editor.drafting import Rebased
    from editor.plan.project import Project, Reading
    from editor.ui.base.long_work import Watch
    from editor.ui.main_window import MainWindow


class Edition(NamedTuple):
    """A new edition that was read for a project, and what it changes there."""

    reading: Reading
    rebased: Rebased


class RevisionGestures:
    """The actions on editions and versions of one window; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def new_edition(self) -> None:
        """Choose the file of a superior plan's new edition."""
        from editor.ui.files.opening_gestures import PLANS

        title = _("New edition of a superior plan")
        name, _kind = QFileDialog.getOpenFileName(self._window, title, "", _(PLANS))
        if name:
            self.read_edition(Path(name))

    def read_edition(self, path: Path) -> None:
        """Read a new edition in the background; which plan's it is its measures tell."""
        words = _("Reading “{name}” …").format(name=path.name)
        project = self._window.document.project
        self._window.work.begin(words, _read_edition, project, path, then=self._take_edition)

    def _take_edition(self, edition: Edition) -> None:
        """Put the new edition in the old one's place as one step, and say what there is to review."""
        from editor.drafting.commands import TakeEdition
        from editor.ui.files.long_steps import do_long

        source, rebased = edition.reading.source, edition.rebased
        message = _("{name}: {review} measures to review, {new} new, {gone} gone.").format(
            name=source.name,
            review=len(rebased.suspects),
            new=len(rebased.new_parents),
            gone=len(rebased.removed_parents),
        )
        command = TakeEdition(rebased.parent, edition.reading.plan, source)
        window = self._window
        words = _("Putting the new edition in its place …")
        do_long(
            window.work, window.document, words, command, then=partial(self._show_edition, message, rebased)
        )

    def _show_edition(self, message: str, rebased: Rebased) -> None:
        """Say what the new edition changed, and list it with a way to every place."""
        self._window.messages.tell(message)
        if rebased.suspects or rebased.new_parents or rebased.removed_parents or rebased.reworded_parents:
            self._list_changes(rebased)

    def edition_changes(self) -> None:
        """List once more what the edition read last changed, as the draft stands now."""
        words, project = _("Comparing both editions …"), self._window.document.project
        self._window.work.begin(words, _last_edition, project, then=self._list_changes)

    def _list_changes(self, rebased: Rebased | None) -> None:
        from editor.ui.difference.edition_dialog import EditionDialog

        if rebased is None:
            self._window.document.problem.emit(_("No new edition of a superior plan was read here."))
            return
        dialog = EditionDialog(rebased, self._window)
        dialog.wanted.connect(self._go_to)
        dialog.review_wanted.connect(self.review_changes)
        dialog.show()

    def _go_to(self, plan: str, block: str) -> None:
        bench = self._window.workbench
        if plan:
            bench.parents.go_to(plan, block)
        else:
            bench.local.tree.go_to(block)

    def review_changes(self) -> None:
        """Go through the measures whose superior wording changed, from the current one on."""
        from editor.ui.difference.review_dialog import ReviewDialog

        current = self._window.bench.local.current if self._window.bench else None
        ReviewDialog(self._window.document, current, self._window).open()

    def snapshots(self) -> None:
        """Take, list and compare named versions of the draft."""
        from editor.ui.difference.snapshots_dialog import SnapshotsDialog

        SnapshotsDialog(self._window.document, self._window).open()


def _last_edition(_watch: Watch, project: Project) -> Rebased | None:
    from editor.drafting import last_edition

    return last_edition(project)


def _read_edition(watch: Watch, project: Project, path: Path) -> Edition:
    from editor.drafting import find_edition, rebase
    from editor.files import read_file
    from editor.ui.files.opening import read_one

    reading = read_one(watch, read_file(path), path.name)
    return Edition(reading, rebase(project, reading, find_edition(project, reading.plan)))
