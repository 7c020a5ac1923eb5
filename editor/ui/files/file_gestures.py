"""What the actions that save, export and print do, and whether the window may be left."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from editor.ui.base.asking import ask_leaving, ask_outside, ask_replacing
from editor.wording import _

if TYPE_CHECKING:
    from editor.storage import Recovered
    from editor.ui.main_window import MainWindow


class FileGestures:
    """The actions on files of one window; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    # Saving

    def save(self) -> bool:
        """Save; asks for a name where there is none, and before what another program wrote is replaced."""
        document, filing = self._window.document, self._window.filing
        if document.path is None or document.is_read_only:
            return self.save_as()
        answer = "replace"
        if filing.outside == "changed":
            answer = ask_outside(self._window, document.path.name)
        if answer == "save_as":
            return self.save_as()
        return answer == "replace" and filing.save(document.path)

    def save_as(self) -> bool:
        """Save under another name; False where that was not done."""
        from editor.ui.windows import window_showing

        filing = self._window.filing
        suggestion = str(self._window.document.path or filing.suggested_path())
        kinds = _("Projects (*.chengqi)")
        name, _kind = QFileDialog.getSaveFileName(self._window, _("Save the draft"), suggestion, kinds)
        if not name:
            return False
        path = filing.full_name(Path(name))
        if window_showing(path) not in (None, self._window):
            message = _("“{name}” is open in another window; choose another name.")
            self._window.messages.tell(message.format(name=path.name))
            return False
        if path != Path(name) and path.exists() and not ask_replacing(self._window, path.name):
            return False
        return filing.save(path)

    def tell_outside(self, outside: str) -> None:
        """Another program has changed the file that is open, or removed it: say so, and what can be done."""
        path = self._window.document.path
        if path is None:
            return
        save_as = (_("Save under another name…"), self.save_as)
        if outside == "gone":
            message = _("“{name}” was moved or removed by another program; save it to write it again.")
            self._window.messages.tell(message.format(name=path.name), save_as)
            return
        message = _("Another program has changed “{name}” since it was opened here.")
        reload = (_("Load it again"), partial(self._window.open_path, path))
        self._window.messages.tell(message.format(name=path.name), reload, save_as)

    def earlier_files(self) -> None:
        """Go back to what the file held before it was saved again."""
        from editor.ui.files.backups_dialog import read_backups

        path = self._window.document.path
        if path is None:
            self._window.messages.tell(_("This draft was never saved; there is no earlier file."))
            return
        words = _("Reading the earlier files …")
        self._window.work.begin(words, read_backups, path, then=self._offer_backups)

    def _offer_backups(self, found: tuple[Recovered, ...]) -> None:
        from editor.drafting.commands import RestoreFile
        from editor.ui.files.backups_dialog import BackupsDialog

        dialog = BackupsDialog(found, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        document = self._window.document
        dialog.recovered.connect(lambda one: document.do(RestoreFile(one.project)))
        dialog.open()

    def export(self) -> None:
        """Write the notice and the tables."""
        from editor.drafting.commands import SetNotice
        from editor.ui.files.export_dialog import ExportDialog

        document = self._window.document
        start = document.path or self._window.filing.suggested_path()
        dialog = ExportDialog(document.project, start, self._window, self._window.settings)
        dialog.layout_wanted.connect(lambda name: document.do(SetNotice("layout", name)))
        dialog.open()

    # Recovery and leaving

    def offer_recovery(self) -> bool:
        """Offer the unsaved work of windows that ended without saving; True where this window shows some of it now."""
        recovery = self._window.recovery  # the filing is loaded only where something is found
        if found := recovery.found():
            from editor.ui.files.recovery_dialog import RecoveryDialog

            dialog = RecoveryDialog(found, self._window)
            dialog.recovered.connect(self._recover)
            dialog.discarded.connect(recovery.discard)
            dialog.exec()
        return self._window.has_document

    def _recover(self, found: Recovered) -> None:
        """Show unsaved work, in a window of its own where this one has a document; one file is open only once."""
        from msgspec.structs import replace

        from editor.ui.windows import new_window, window_showing

        if found.path is not None and window_showing(found.path) is not None:
            found = replace(found, path=None)
        window = self._window
        target = new_window(window.settings, window) if window.has_document else window
        target.filing.recover(found)

    def may_leave(self) -> bool:
        """Whether the open document can be left: saved, given up, or never changed."""
        if not self._window.has_document:
            return True
        document = self._window.document
        if not document.is_changed or document.is_read_only:
            return True
        answer = ask_leaving(self._window, document.name)
        return self.save() if answer == "save" else answer == "discard"
