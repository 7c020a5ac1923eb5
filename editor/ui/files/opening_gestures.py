"""What the actions that open files do: they ask which, have them read in the background, and what the plans are to the draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from editor.ui.base.asking import ask_locked, ask_role
from editor.wording import N_, _

if TYPE_CHECKING:  # loaded when the first document comes: the empty window starts without them
    from editor.drafting.commands import Command
    from editor.plan.plans import Plan
    from editor.ui.files.opening import Opened, Plans
    from editor.ui.main_window import MainWindow


PLANS = N_("Plans (*.docx *.doc *.wps *.pdf *.ofd *.rtf *.html *.htm *.txt *.md)")
_PROJECTS_AND_PLANS = N_(
    "Projects and plans (*.chengqi *.docx *.doc *.wps *.pdf *.ofd *.rtf *.html *.htm *.txt *.md)"
)


class OpeningGestures:
    """The actions that open files in one window; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    # Which files

    def open_path(self, path: Path) -> None:
        """Open a project or a plan, once unsaved work is taken care of; a project open in another window is shown there."""
        from editor.ui.files.opening import read_any
        from editor.ui.windows import bring_to_front, window_showing

        if (other := window_showing(path)) not in (None, self._window):
            bring_to_front(other)
            return
        words = _("Reading “{name}” …").format(name=path.name)
        self._read(words, read_any, path, self._window.settings.profile, then=partial(self._take, path))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open one file, or several as superior plans of one draft."""
        from editor.ui.files.opening import read_several

        if len(paths) == 1:
            self.open_path(paths[0])
            return
        words = _("Reading {count} files …").format(count=len(paths))
        take = partial(self._take_several, paths)
        self._read(words, read_several, tuple(paths), self._window.settings.profile, then=take)

    def open_plan(self) -> None:
        """Choose superior plans."""
        names, _kind = QFileDialog.getOpenFileNames(
            self._window, _("Open a superior plan"), self._folder(), _kinds(PLANS)
        )
        if names:
            self.open_paths([Path(name) for name in names])

    def open_file(self) -> None:
        """Choose a project or a plan."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, _("Open a draft"), self._folder(), _kinds(_PROJECTS_AND_PLANS)
        )
        if name:
            self.open_path(Path(name))

    def paste_plan(self) -> None:
        """Read what the clipboard holds as a superior plan: files that were copied, a page, or text."""
        from editor.ui.files.opening import read_pasted

        held = QGuiApplication.clipboard().mimeData()
        if paths := local_paths(held):
            self.open_paths(paths)
            return
        html, text, profile = held.html(), held.text(), self._window.settings.profile
        self._read(_("Reading what was pasted …"), read_pasted, html, text, profile, then=self.take_plans)

    def open_example(self) -> None:
        """Begin a draft from the made-up example."""
        from editor.ui.files.opening import read_example

        if self._window.files.may_leave():
            self._read(_("Reading the example …"), read_example, then=self._start)

    def _read(
        self, words: str, function: Callable[..., Any], *arguments: Any, then: Callable[[Any], None]
    ) -> None:
        def take(answer: Any) -> None:
            self._window.preparing.when_done(partial(then, answer))

        self._window.messages.hide()
        self._window.preparing.begin()  # beside the reading
        self._window.work.begin(words, function, *arguments, then=take)

    def _folder(self) -> str:
        recent = self._window.settings.recent
        return str(recent[0].parent) if recent else ""

    # What was read

    def _take(self, path: Path, found: Opened | Plans) -> None:
        from editor.ui.files.opening import Plans

        if isinstance(found, Plans):
            self._window.settings.remember(path)
            self.take_plans(found)
        else:
            self._take_project(found, path)

    def _take_several(self, paths: Sequence[Path], plans: Plans) -> None:
        read = {reading.source.name for reading in plans.readings}
        for path in reversed([path for path in paths if path.name in read]):
            self._window.settings.remember(path)
        self.take_plans(plans)

    def _take_project(self, found: Opened, path: Path) -> None:
        """A project was read: show it unless unsaved work keeps the window; where somebody has it open, as is chosen."""
        if not self._window.files.may_leave():
            return
        refusal = self._window.filing.show_project(found.project, path, found.stamp)
        answer = ask_locked(self._window, refusal) if refusal else "nothing"
        if answer == "read_only":
            self._window.filing.show_read_only(found.project, path)
        elif answer == "take_over":
            self._window.filing.show_project(found.project, path, found.stamp, takes_over=True)

    def take_plans(self, plans: Plans) -> None:
        """Plans were read: begin a draft with them, or ask what they are to the draft that is open."""
        role = "new"
        if self._window.has_document:
            role = ask_role(self._window, [reading.source.name for reading in plans.readings])
        if role == "new" and self._window.files.may_leave():
            self._start(plans)
        elif role == "parent":
            self._join(plans)
        elif role == "local":
            self._take_in(plans)

    def _start(self, plans: Plans) -> None:
        self._window.filing.start_draft(plans)
        self._go_to_first(self._window.document.project.parents[:1])
        self._settle(plans)

    def _join(self, plans: Plans) -> None:
        from editor.drafting.commands import AddParents

        if self._window.document.do(AddParents(plans.readings)):
            self._go_to_first(self._window.document.project.parents[-len(plans.readings) :])
            self._settle(plans)

    def _take_in(self, plans: Plans) -> None:
        from editor.drafting.commands import TakeIn

        words = _("Comparing the local plan with the superior ones …")
        self._do_long(words, TakeIn(plans.readings[0]), partial(self._settle, plans))

    def _do_long(self, words: str, command: Command, then: Callable[[], None]) -> None:
        from editor.ui.files.long_steps import do_long

        do_long(self._window.work, self._window.document, words, command, then)

    def _go_to_first(self, plans: Sequence[Plan]) -> None:
        """Put the focus on the first measure of the new superior plans; nothing of them is decided yet."""
        pane = self._window.workbench.parents
        for plan in plans[:1]:
            for measure in plan.measures[:1]:
                pane.go_to(plan.id, measure.id)
        if pane.tree is not None:
            pane.tree.setFocus()

    def _settle(self, plans: Plans) -> None:
        """Say what could not be read, and show what somebody should look at."""
        if plans.problems:
            self._window.messages.tell("\n".join(plans.problems))
        self._window.groups.readings.show_doubts(plans.readings)


def local_paths(data: QMimeData) -> list[Path]:
    """The files that were dropped or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _kinds(known: str) -> str:
    return f"{_(known)};;{_('All files (*)')}"
