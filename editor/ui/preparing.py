"""Loading what will be needed while nobody waits for it yet: all at once it would keep the window busy too long."""

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from editor.ui.base.threads import are_loaded, load_rooms
from editor.ui.base.turns import Turns
from editor.ui.base.worker import Newest, raise_again
from editor.ui.menus import Spec

PANES = (
    "editor.ui.files.filing",
    "editor.ui.base.document",
    "editor.ui.base.outline_rows",
    "editor.ui.base.text_box",
    "editor.ui.base.tree",
    "editor.ui.coverage.coverage_board",
    "editor.ui.difference.diff_pane",
    "editor.ui.difference.counterparts",
    "editor.ui.outline.block_editors",
    "editor.ui.outline.issue_list",
    "editor.ui.workbench",
    "editor.ui.outline.context_menus",
    "editor.ui.outline.gestures",
    "editor.ui.finding.words_gestures",
)
"""Modules of the panes, each after those that it needs."""


FILES = ("editor.reading", "editor.writing", "editor.jobs", "pypinyin")
"""What reads and writes files, with the libraries for all kinds of them, and the sounds of characters."""
_OWNERS = frozenset({"rosters", "revisions", "notices"})
_ACTIONS = frozenset({"export", "print_notice", "save_pdf"})
_PAUSE = 500
"""Milliseconds from the panes to what reads and writes files."""


class Preparing(QObject):
    """Has the rooms loaded in a thread, then the panes in this one, a module in each turn of the event loop.

    What reads and writes files comes last; actions that need it wait for it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], None]] = []
        self._turns = Turns(self)
        self._turns.done.connect(self._end)
        self._loader = Newest(self)
        self._loader.answered.connect(self._load_panes)
        self._loader.failed.connect(raise_again)
        self._ready = list[Callable[[], None]]()
        self._files = Newest(self)
        self._files.answered.connect(self._do_ready)
        self._files.failed.connect(raise_again)

    def begin(self) -> None:
        """Begin, where that has not been done yet."""
        if not (is_prepared() or self._loader.is_busy or self._turns.is_busy):
            self._loader.ask(load_rooms, "editor.storage")

    def when_done(self, function: Callable[[], None]) -> None:
        """Call the function once all is loaded, at once if it is."""
        if is_prepared():
            function()
        else:
            self._waiting.append(function)
            self.begin()

    def act(self, spec: Spec, function: Callable[[], None]) -> None:
        """Do an action, once what it needs is loaded."""
        if are_loaded(*FILES) or not (spec.owner in _OWNERS or spec.name in _ACTIONS):
            function()
        else:
            self._ready.append(function)
            self._load_files()

    def _load_files(self) -> None:
        if not self._files.is_busy:
            self._files.ask(load_rooms, *FILES)

    def _do_ready(self) -> None:
        ready, self._ready = self._ready, []
        for function in ready:
            function()

    def _load_panes(self) -> None:
        self._turns.begin(partial(import_module, name) for name in PANES)

    def _end(self) -> None:
        QTimer.singleShot(_PAUSE, self, self._load_files)
        waiting, self._waiting = self._waiting, []
        for function in waiting:
            function()


def is_prepared() -> bool:
    """Whether all panes are loaded, by whichever window."""
    return sys.modules.keys() >= set(PANES)
