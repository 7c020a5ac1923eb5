"""Named versions of the draft: take one, go back to one, see what changed between any two."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.comparing import Changes, changes_between
from editor.drafting.commands import RemoveSnapshot, RestoreSnapshot, TakeSnapshot
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.ui.document import Document
from editor.ui.outline_rows import caption
from editor.ui.worker import Newest
from editor.wording import _

NAMES = ("初稿", "征求意见稿", "送审稿", "印发稿")
"""Customary names of a draft's versions; official Chinese."""
_SIZE = (640, 420)


class SnapshotsDialog(QDialog):
    """Lists the snapshots in two boxes, older and newer, and tells what changed between the two chosen."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Versions of the draft"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._document = document
        self.old, self.new = self._box(_("Changed since")), self._box(_("Up to"))
        self.changes = QPlainTextEdit(self)
        self.changes.setReadOnly(True)
        self.changes.setAccessibleName(_("What changed"))
        self._arrange()
        self._comparer = Newest(self)
        self._comparer.answered.connect(self.changes.setPlainText)
        self._comparer.failed.connect(self._raise)
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
        line = QHBoxLayout()
        self.take = self._button(line, _("&Take a snapshot…"), self._ask_name)
        self.restore = self._button(line, _("&Go back to it"), self._restore)
        self.remove = self._button(line, _("&Remove it"), self._remove)
        line.addStretch(1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        line.addWidget(box)
        layout.addLayout(line)
        hint = QLabel(_("Going back can be undone; the snapshots all stay."), self)
        layout.insertWidget(1, hint)

    def _button(self, line: QHBoxLayout, text: str, function: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(function)
        line.addWidget(button)
        return button

    @property
    def is_busy(self) -> bool:
        """Whether a comparison is still to come."""
        return self._comparer.is_busy

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
        for button in (self.restore, self.remove):
            button.setEnabled(bool(snapshots))
        self._compare()

    def _compare(self) -> None:
        project = self._document.project
        versions = {snapshot.name: snapshot.plan for snapshot in project.snapshots}
        old = versions.get(self.old.currentData() or "")
        if old is None:
            self.changes.setPlainText(_("No snapshot was taken yet."))
            return
        new = versions.get(self.new.currentData() or "", project.local)
        self._comparer.ask(told_changes, project, old, new)

    def _ask_name(self) -> None:
        taken = {snapshot.name for snapshot in self._document.project.snapshots}
        free = [name for name in NAMES if name not in taken]
        name, accepted = QInputDialog.getItem(
            self, _("Take a snapshot"), _("Name of this version:"), free, 0, True
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

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error


def told_changes(project: Project, old: Plan, new: Plan) -> str:
    """What changed between two versions of a plan, a line each."""
    names = project.roster.unit_names
    changes = changes_between(old, new, names)
    return "\n".join(_lines(changes, old, new)) or _("Nothing changed.")


def _lines(changes: Changes, old: Plan, new: Plan) -> list[str]:
    before = {block.id: caption(block) for block in old.body}
    after = {block.id: caption(block) for block in new.body}
    measures, kept = {m.id for m in new.measures}, {m.id for m in old.measures}
    lines = [_("added: {measure}").format(measure=after[m.id]) for m in new.measures if m.id not in kept]
    lines += [
        _("removed: {measure}").format(measure=before[m.id]) for m in old.measures if m.id not in measures
    ]
    lines += [_("reworded: {measure}").format(measure=after.get(id, id)) for id in changes.reworded]
    lines += [_("moved: {measure}").format(measure=after.get(id, id)) for id in changes.moved]
    for detail in changes.details:
        place = after.get(detail.block or "", "") or before.get(detail.block or "", "")
        form = _("{place}: “{old}” → “{new}”")
        lines.append(form.format(place=place or detail.field, old=detail.old, new=detail.new))
    return lines
