"""Loading what the first document needs while nobody waits for it yet: all at once it would keep the window busy too long."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject

from editor.ui.base.threads import load_rooms
from editor.ui.base.turns import Turns
from editor.ui.base.worker import Newest, raise_again

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


class Preparing(QObject):
    """Has the rooms loaded in a thread, then the panes in this one, a module in each turn of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_done = False
        self._waiting: list[Callable[[], None]] = []
        self._turns = Turns(self)
        self._turns.done.connect(self._end)
        self._loader = Newest(self)
        self._loader.answered.connect(self._load_panes)
        self._loader.failed.connect(raise_again)

    def begin(self) -> None:
        """Begin, where that has not been done yet."""
        if not (self._is_done or self._loader.is_busy or self._turns.is_busy):
            self._loader.ask(load_rooms, "editor.storage")

    def when_done(self, function: Callable[[], None]) -> None:
        """Call the function once all is loaded, at once if it is."""
        if self._is_done:
            function()
        else:
            self._waiting.append(function)
            self.begin()

    def _load_panes(self) -> None:
        self._turns.begin(partial(import_module, name) for name in PANES)

    def _end(self) -> None:
        self._is_done = True
        waiting, self._waiting = self._waiting, []
        for function in waiting:
            function()
