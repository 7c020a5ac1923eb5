"""Reviewing measures whose superior wording changed: what it said, what it says, ours, and what ours might say."""

from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from editor.drafting import Change, Revision, revisions
from editor.drafting.commands import Review, SetWording, TakeRevision
from editor.drafting.revisions import DetailRevision
from editor.plan.numbering import format_number
from editor.plan.project import Project
from editor.ui.base.buttons import add_button
from editor.ui.base.document import Document
from editor.ui.base.help_key import offer_help
from editor.ui.base.sizes import open_at
from editor.ui.base.tab_order import order_tabs
from editor.ui.base.text_box import EntryLine
from editor.ui.base.worker import Newest, raise_again
from editor.ui.difference.review_panes import ReviewPanes
from editor.wording import _

_SIZE = (960, 560)


class _Looked(NamedTuple):
    """What is to review, of one measure `only` where it names one."""

    only: str
    found: tuple[Revision, ...]


class ReviewDialog(QDialog):
    """Goes through the measures to review, each decision a step of the session; `measure` is shown first."""

    def __init__(self, document: Document, measure: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Review changes of the superior plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        self.revisions: tuple[Revision, ...] = ()
        self._place = 0
        self._is_all_asked = False
        self._wanted = measure
        self.title = QLabel(self)
        self.details, self.conflicts = QLabel(self), QLabel(self)
        self.note = EntryLine(_("Why it changes nothing here"), self)
        self.panes = ReviewPanes(self)
        self.panes.edited.connect(self._write)
        self._arrange()
        order_tabs(self)
        self._offer_history()
        self._reader = Newest(self)
        self._reader.answered.connect(self._show_answer)
        self._reader.failed.connect(raise_again)
        document.changed.connect(self._follow)
        self._ask()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(self.panes, 1)
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

    def _offer_history(self) -> None:
        """What is typed here is undone and done again here too, in the one history that there is."""
        steps = ((QKeySequence.StandardKey.Undo, self._document.undo), ("Ctrl+Y", self._document.redo))
        for keys, step in steps:
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(step)
            self.addAction(action)

    def _follow(self, change: Change) -> None:
        """Look at the measure alone that is written in here, else at all of them."""
        is_typed = change.source is self.panes and self.current is not None and not self._is_all_asked
        self._ask(self.current.local if is_typed and self.current else "")

    def _ask(self, only: str = "") -> None:
        self._is_all_asked |= not only
        self._reader.ask(_looked, self._document.project, only)

    def _show_answer(self, answer: _Looked) -> None:
        if answer.only:
            looked = ((each,) if each.local != answer.only else answer.found for each in self.revisions)
            self.revisions = tuple(chain.from_iterable(looked))
        else:
            self.revisions, self._is_all_asked = answer.found, False
        ids = [revision.local for revision in self.revisions]
        if self._wanted in ids:
            self._place = ids.index(self._wanted)
        self._wanted = None
        self._place = max(0, min(self._place, len(ids) - 1))
        self._show()

    def _go(self, step: int) -> None:
        self._place = (self._place + step) % max(1, len(self.revisions))
        self._show()

    def _write(self, wording: str) -> None:
        """Give the measure the wording typed."""
        if self.current is not None and self._document.do(
            SetWording(self.current.local, wording), source=self.panes
        ):
            self.panes.note_written(self._document.project.local.measure(self.current.local).wording)

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
        self.keep.setEnabled(current is not None)
        self.take.setEnabled(current is not None and _offers_something(current))
        project = self._document.project
        self.panes.show_revision(current, project.roster.unit_names, self._document.is_read_only)
        self.details.setText("\n".join(map(_told_detail, current.details)) if current else "")
        self.details.setVisible(bool(self.details.text()))
        self.conflicts.setText(_told_conflicts(current) if current else "")
        self.conflicts.setVisible(bool(self.conflicts.text()))
        self.title.setText(self._title(current))

    def _title(self, current: Revision | None) -> str:
        if current is None:
            return _("Nothing is to review.")
        measure = self._document.project.local.measure(current.local)
        number = format_number(measure.number, measure.level)
        return _("{place} of {count}: {number} {heading}").format(
            place=self._place + 1, count=len(self.revisions), number=number, heading=measure.heading
        )


def _looked(project: Project, only: str) -> _Looked:
    return _Looked(only, revisions(project, only))


def _offers_something(revision: Revision) -> bool:
    """Whether the proposal is another wording than ours, or other units or another deadline; or we have it all already."""
    is_other = any(detail.proposal != detail.mine for detail in revision.details)
    return revision.clean or is_other or revision.proposal != revision.mine


def _told_conflicts(revision: Revision) -> str:
    """What of the parent's change the proposal has not; empty where it has all."""
    told = _("; ").join(_told_change(conflict.old, conflict.new) for conflict in revision.conflicts)
    return _("Not in the proposal, decide by hand: {changes}").format(changes=told) if told else ""


def _told_change(old: str, new: str) -> str:
    if old and new:
        return _("“{old}” → “{new}”").format(old=old, new=new)
    return _("add “{words}”").format(words=new) if new else _("drop “{words}”").format(words=old)


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
