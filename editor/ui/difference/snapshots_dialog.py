"""Named versions of the draft: take one, go back to one, see what changed between any two."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import RemoveSnapshot, RestoreSnapshot, TakeSnapshot
from editor.errors import EditorError
from editor.jobs import export_changes, list_changes, versions
from editor.plan.project import Project
from editor.ui.base.asking import ask_words
from editor.ui.base.buttons import add_button
from editor.ui.base.document import Document
from editor.ui.base.help_key import offer_help
from editor.ui.base.save_place import ask_place, table_kinds
from editor.ui.base.sizes import open_at
from editor.ui.base.tab_order import order_tabs
from editor.ui.base.worker import Newest, raise_again
from editor.ui.difference.changes_view import ChangesView
from editor.wording import _
from editor.writing import DRAFT, Table, Written
from editor.writing.base.table import CHANGES

NAMES = ("初稿", "征求意见稿", "送审稿", "印发稿")
"""Customary names of a draft's versions; official Chinese."""
_SIZE = (860, 560)


class SnapshotsDialog(QDialog):
    """Lists the snapshots in two boxes, older and newer, and tells what changed between the two chosen."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Versions of the draft"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, *_SIZE)
        offer_help(self, "snapshots")
        self._document = document
        self.old, self.new = self._box(_("Changed since")), self._box(_("Up to"))
        self.changes, self.told = ChangesView(self), QLabel(self)
        self._arrange()
        order_tabs(self)
        self._comparer = Newest(self)
        self._comparer.answered.connect(self.changes.show_table)
        self._comparer.failed.connect(raise_again)
        self._writer = Newest(self)
        self._writer.answered.connect(self._tell)
        self._writer.failed.connect(self._tell_failure)
        document.changed.connect(self._fill)
        self._fill()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.activated.connect(self._compare)
        return box

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        form = QFormLayout()
        form.addRow(_("Changed since"), self.old)
        form.addRow(_("Up to"), self.new)
        layout.addLayout(form)
        layout.addWidget(self.changes, 1)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(self.told)
        line = QHBoxLayout()
        self.take = add_button(line, _("&Take a snapshot…"), self._ask_name)
        self.restore = add_button(line, _("&Go back to it"), self._restore)
        self.remove = add_button(line, _("&Remove it"), self._remove)
        line.addStretch(1)
        self.export = add_button(line, _("&Export the list of changes…"), self._ask_where)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        line.addWidget(box)
        layout.addLayout(line)
        hint = QLabel(_("Going back can be undone; the snapshots all stay."), self)
        layout.insertWidget(1, hint)

    @property
    def is_busy(self) -> bool:
        """Whether a comparison or a file is still to come."""
        return self._comparer.is_busy or self._writer.is_busy

    def _fill(self) -> None:
        """List the snapshots, the latest chosen, against the draft as it is."""
        snapshots = self._document.project.snapshots
        chosen = self.old.currentText()
        for box in (self.old, self.new):
            box.clear()
            for snapshot in snapshots:
                count = len(snapshot.plan.measures)
                label = _("{name}, {date}, {count} measures").format(
                    name=snapshot.name, date=snapshot.date, count=count
                )
                box.addItem(label, snapshot.name)
        self.new.addItem(_("The draft as it is now"), None)
        self.new.setCurrentIndex(self.new.count() - 1)
        place = self.old.findText(chosen)
        self.old.setCurrentIndex(place if place >= 0 else len(snapshots) - 1)
        for button in (self.restore, self.remove, self.export):
            button.setEnabled(bool(snapshots))
        self._compare()

    def _compare(self) -> None:
        self.told.clear()
        if self.old.currentData() is None:
            self.changes.setPlainText(_("No snapshot was taken yet."))
            return
        self._comparer.ask(_listed, self._document.project, *self._chosen)

    @property
    def _chosen(self) -> tuple[str, str | None]:
        """The names of the snapshots chosen; none for the draft as it is."""
        return self.old.currentData(), self.new.currentData()

    def _ask_where(self) -> None:
        old, new = self._chosen
        name = f"{CHANGES}（{old}—{new or DRAFT}）.docx"
        path = ask_place(self._document, self, _("Export the list of changes"), name, table_kinds())
        if path is not None:
            self.write_changes(path)

    def write_changes(self, path: Path) -> None:
        """Write the list of changes between the versions chosen in the background, then say what it holds."""
        self.told.setText(_("Writing …"))
        self._writer.ask(export_changes, self._document.project, path, *self._chosen)

    def _tell(self, written: Written) -> None:
        counted = _("{name}: {count} changes.").format(name=Path(written.path).name, count=written.measures)
        self.told.setText(" ".join((counted, *written.differences)))

    def _tell_failure(self, error: Exception) -> None:
        self.told.setText(str(error))
        if not isinstance(error, EditorError):
            raise error

    def _ask_name(self) -> None:
        taken = {snapshot.name for snapshot in self._document.project.snapshots}
        free = [name for name in NAMES if name not in taken]
        name, accepted = ask_words(
            self, _("Take a snapshot"), _("Name of this version:"), page="snapshots", choices=free
        )
        if accepted:
            self.take_snapshot(name)

    def take_snapshot(self, name: str) -> None:
        """Keep the draft as it is under a name."""
        self._document.do(TakeSnapshot(name, date.today().isoformat()))

    def _restore(self) -> None:
        self._document.do(RestoreSnapshot(self.old.currentData()))

    def _remove(self) -> None:
        self._document.do(RemoveSnapshot(self.old.currentData()))


def _listed(project: Project, old: str, new: str | None) -> Table:
    return list_changes(project, *versions(project, old, new))
