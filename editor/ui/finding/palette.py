"""The command palette: every action by its wording, pinyin or key, and every measure by number, heading or text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget

from editor.ui.actions import plain
from editor.ui.base.help_key import offer_help
from editor.ui.base.outline_rows import DETAILS_KEY
from editor.ui.base.plan_names import plan_names
from editor.ui.base.rows import Row, RowModel
from editor.ui.base.sizes import open_at
from editor.ui.base.tree import Tree
from editor.ui.base.worker import Newest, raise_again
from editor.ui.finding.palette_search import Entry, block_entries, find_entries, load_sounds
from editor.wording import _

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

_SIZE = (720, 440)
_GOES_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """A line to type into and a list of what fits; Enter does it, with the focus where it was before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(_("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, *_SIZE)
        offer_help(self, "find")
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._entries = (*self._action_entries(), *self._block_entries())
        self._is_entered = False
        self.line = QLineEdit(self)
        self.line.setAccessibleName(_("Action or measure"))
        self.line.setPlaceholderText(_("action or measure: characters, pinyin, number"))
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.model = RowModel((_("Name"), _("Place"), _("Key")), self)
        self.list = Tree(_("What fits"), self.model)
        self.list.setRootIsDecorated(False)
        self.list.setHeaderHidden(True)
        self.list.set_column_widths(40, 16)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self._searcher, self._loader = Newest(self), Newest(self)
        self._connect()
        self._show(find_entries(self._entries, ""))

    def _connect(self) -> None:
        self.line.textChanged.connect(self._ask)
        self.line.returnPressed.connect(self._enter_current)
        self.list.entered.connect(self._enter)
        self.list.clicked.connect(lambda _index: self._enter_current())
        for worker in (self._searcher, self._loader):
            worker.failed.connect(raise_again)
        self._searcher.answered.connect(self._show)
        self._loader.ask(load_sounds, [entry.title for entry in self._entries])

    # What there is

    def _action_entries(self) -> Iterator[Entry]:
        for action in self._window.menuBar().actions():
            yield from self._entries_of(action.menu(), plain(action.text()))

    def _entries_of(self, menu: object, place: str) -> Iterator[Entry]:
        """The actions of a menu and of those in it that can be done now."""
        for action in menu.actions() if isinstance(menu, QMenu) else ():
            title = plain(action.text())
            if (submenu := action.menu()) is not None:
                yield from self._entries_of(submenu, f"{place} › {title}")
            elif title and action.isEnabled() and action.objectName() != "palette":
                id = str(len(self._actions))
                self._actions[id] = action
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                yield Entry("action", id, title, place, key)

    def _block_entries(self) -> Iterator[Entry]:
        if not self._window.has_document:
            return
        project = self._window.document.project
        yield from block_entries(project.local, "")
        names = plan_names(project)
        for plan in project.parents:
            yield from block_entries(plan, names[plan.id])

    # What fits

    @property
    def is_busy(self) -> bool:
        """Whether the list does not show what fits yet."""
        return self._searcher.is_busy

    def _ask(self, typed: str) -> None:
        self._searcher.ask(find_entries, self._entries, typed)

    def _show(self, found: tuple[Entry, ...]) -> None:
        rows = [
            Row(f"{e.kind}/{e.plan}/{e.id}", (e.title, e.place, e.key), hint=e.text or e.title, value=e)
            for e in found
        ]
        self.model.update(rows)
        if rows:
            self.list.go_to(rows[0].key)
        if self._is_entered:
            self._enter_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while one types."""
        if (
            watched is self.line
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _GOES_TO_LIST
        ):
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    # Doing it

    def _enter_current(self) -> None:
        """Do what is chosen; where what was typed is still being looked for, as soon as it is found."""
        self._is_entered = self._searcher.is_busy
        if not self._is_entered:
            self._enter(self.list.current_key or "")

    def _enter(self, key: str) -> None:
        """Do what the row stands for, once the palette is gone and the focus is where it was."""
        row = self.model.row_at(self.model.find(key))
        if row is None or not isinstance(row.value, Entry):
            return
        entry, window = row.value, self._window
        action = self._actions.get(entry.id) if entry.kind == "action" else None
        self.accept()
        window.activateWindow()
        focus: QWidget | None = window.focusWidget()
        if focus is not None:
            focus.setFocus()
        if action is not None:
            QTimer.singleShot(0, action, action.trigger)
        else:
            _go_to(window, entry)


def _go_to(window: MainWindow, entry: Entry) -> None:
    bench = window.workbench
    if entry.plan == window.document.project.local.id:
        bench.local.tree.go_to(entry.id or DETAILS_KEY)
        bench.local.tree.setFocus()
        return
    bench.parents.go_to(entry.plan, entry.id)
    if bench.parents.tree is not None:
        bench.parents.tree.setFocus()
