"""Reviewing measures whose superior wording changed: what it said, what it says, ours, and what ours might say."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.comparing import diff
from editor.drafting import Revision, revisions
from editor.drafting.commands import Review, TakeRevision
from editor.drafting.revisions import DetailRevision
from editor.plan.numbering import format_number
from editor.ui.base.buttons import add_button
from editor.ui.base.document import Document
from editor.ui.base.help_key import offer_help
from editor.ui.base.sizes import open_at
from editor.ui.base.text_box import EntryLine
from editor.ui.base.theme import passage_format
from editor.ui.base.worker import Newest, raise_again
from editor.wording import _

_SIZE = (960, 560)


class ReviewDialog(QDialog):
    """Goes through the measures to review, each decision a step of the session; `measure` is shown first."""

    def __init__(self, document: Document, measure: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Review changes of the superior plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        self.revisions: tuple[Revision, ...] = ()
        self._place = 0
        self._wanted = measure
        self.title = QLabel(self)
        self.details, self.conflicts = QLabel(self), QLabel(self)
        self.note = EntryLine(_("Why it changes nothing here"), self)
        self.panes: dict[str, QTextEdit] = {}
        self._arrange()
        self._reader = Newest(self)
        self._reader.answered.connect(self._show_answer)
        self._reader.failed.connect(raise_again)
        document.changed.connect(self._ask)
        self._ask()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        grid = QGridLayout()
        names = {
            "old_parent": _("Superior wording reviewed last"),
            "new_parent": _("Superior wording now"),
            "mine": _("Ours"),
            "proposal": _("Proposal: ours with the superior change"),
        }
        for place, (field, name) in enumerate(names.items()):
            pane = self.panes[field] = QTextEdit(self)
            pane.setReadOnly(True)
            pane.setTabChangesFocus(True)
            pane.setAccessibleName(name)
            grid.addWidget(QLabel(name, self), 2 * (place // 2), place % 2)
            grid.addWidget(pane, 2 * (place // 2) + 1, place % 2)
        layout.addLayout(grid, 1)
        for label in (self.details, self.conflicts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        self.note.setPlaceholderText(_("Why it changes nothing here (kept as a note, never printed)"))
        layout.addWidget(self.note)
        layout.addLayout(self._make_buttons())
        open_at(self, *_SIZE)
        offer_help(self, "revisions")

    def _make_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.previous = add_button(line, _("‹ &Previous"), lambda: self._go(-1))
        self.next = add_button(line, _("&Next ›"), lambda: self._go(1))
        line.addStretch(1)
        self.keep = add_button(line, _("&Keep ours, reviewed"), self._keep)
        self.take = add_button(line, _("&Take the proposal"), self._take)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        line.addWidget(box)
        return line

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._reader.is_busy

    @property
    def current(self) -> Revision | None:
        """The revision shown."""
        return self.revisions[self._place] if self._place < len(self.revisions) else None

    def _ask(self) -> None:
        self._reader.ask(revisions, self._document.project)

    def _show_answer(self, answer: tuple[Revision, ...]) -> None:
        self.revisions = answer
        ids = [revision.local for revision in self.revisions]
        if self._wanted in ids:
            self._place = ids.index(self._wanted)
        self._wanted = None
        self._place = max(0, min(self._place, len(ids) - 1))
        self._show()

    def _go(self, step: int) -> None:
        self._place = (self._place + step) % max(1, len(self.revisions))
        self._show()

    def _keep(self) -> None:
        """Say that ours stays as it is, and why; the next one to review comes into its place."""
        if self.current is not None and self._document.do(
            Review(self.current.local, self.note.text().strip())
        ):
            self.note.clear()

    def _take(self) -> None:
        if self.current is not None:
            self._document.do(TakeRevision(self.current.local))

    def _show(self) -> None:
        current = self.current
        for button in (self.previous, self.next):
            button.setEnabled(len(self.revisions) > 1)
        for button in (self.keep, self.take):
            button.setEnabled(current is not None)
        if current is None:
            self.title.setText(_("Nothing is to review."))
            self.conflicts.clear()
            self.details.clear()
            for pane in self.panes.values():
                pane.clear()
            return
        measure = self._document.project.local.measure(current.local)
        number = format_number(measure.number, measure.level)
        self.title.setText(
            _("{place} of {count}: {number} {heading}").format(
                place=self._place + 1, count=len(self.revisions), number=number, heading=measure.heading
            )
        )
        self._show_pair("old_parent", current.old_parent, "new_parent", current.new_parent)
        self._show_pair("mine", current.mine, "proposal", current.proposal)
        self.details.setText("\n".join(map(_told_detail, current.details)))
        self.details.setVisible(bool(current.details))
        unfit = "；".join(f"“{c.old}” → “{c.new}”" for c in current.conflicts)
        self.conflicts.setText(_("Not in the proposal, decide by hand: {changes}").format(changes=unfit))
        self.conflicts.setVisible(bool(unfit))

    def _show_pair(self, first: str, old: str, second: str, new: str) -> None:
        """Two wordings with what only one of them has marked in it."""
        spans = diff(old, new, self._document.project.roster.unit_names)
        for field, ops in ((first, "=-<"), (second, "=+>")):
            pane = self.panes[field]
            pane.clear()
            cursor = QTextCursor(pane.document())
            for span in spans:
                if span.op in ops:
                    cursor.insertText(span.text, passage_format(span.op, self.palette()))
            pane.moveCursor(QTextCursor.MoveOperation.Start)


def _told_detail(detail: DetailRevision) -> str:
    """What the parent puts otherwise of units or deadline, and what is proposed for ours."""
    name = _("Units") if detail.field == "units" else _("Deadline")
    parts = {
        "old": detail.old_parent or "–",
        "new": detail.new_parent or "–",
        "mine": detail.mine or "–",
        "proposal": detail.proposal or "–",
    }
    if detail.is_conflict:
        return _("{name}: superior “{old}” → “{new}”; ours “{mine}” stays, decide by hand").format(
            name=name, **parts
        )
    if detail.proposal == detail.mine:
        return _("{name}: superior “{old}” → “{new}”; ours has none").format(name=name, **parts)
    return _("{name}: superior “{old}” → “{new}”; ours “{mine}” → “{proposal}”").format(name=name, **parts)
