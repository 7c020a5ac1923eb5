"""Steps of the session that take long to compute: computed off the UI thread, done in it."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import TYPE_CHECKING

from editor.ui.base.worker import MANY
from editor.wording import _

if TYPE_CHECKING:  # loaded when the first step is taken: the empty window starts without them
    from editor.drafting.commands import Command, Prepared
    from editor.plan.project import Project
    from editor.ui.base.document import Document
    from editor.ui.base.long_work import LongWork, Watch
    from editor.ui.main_window import MainWindow


def do_many(
    window: MainWindow, measures: Sized, command: Command, then: Callable[[], None] = lambda: None
) -> None:
    """Do a step on these measures, and `then`: in a thread where they are many."""
    if len(measures) >= MANY:
        words = _("{step} …").format(step=command.label)
        do_long(window.work, window.document, words, command, then)
    elif window.document.do(command):
        then()


def do_long(
    work: LongWork, document: Document, words: str, command: Command, then: Callable[[], None] = lambda: None
) -> None:
    """Do a step once it is computed, and `then`; what is edited meanwhile has it computed again."""

    def take(step: Prepared) -> None:
        if step.before is not document.project:
            do_long(work, document, words, command, then)
        elif document.do(step):
            then()

    work.begin(words, _prepare, command, document.project, then=take)


def _prepare(_watch: Watch, command: Command, project: Project) -> Prepared:
    from editor.drafting.commands import prepare

    return prepare(command, project)
