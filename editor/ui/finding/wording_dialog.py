"""Wording rules for the whole draft: the upper level's words and the county's, and every place they would change."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import Command, Many, Replace, SetLocality
from editor.drafting.replacing import worded_for_us
from editor.plan.project import Project
from editor.ui.base.document import Document
from editor.ui.base.help_key import offer_help
from editor.ui.base.long_work import LongWork
from editor.ui.base.proposal_list import Listing, ProposalList, listing
from editor.ui.base.sizes import open_at
from editor.ui.base.tab_order import order_tabs
from editor.ui.base.worker import Newest, raise_again
from editor.ui.files.long_steps import do_long
from editor.ui.notice.word_pairs import WordPairs
from editor.wording import _

_SIZE = (1040, 560)
_PARTS = [300, 740]
_AFTER = 200


def _places(project: Project, rules: dict[str, str]) -> Listing:
    """Every place that the rules would change."""
    return listing(worded_for_us(project, rules), project)


class WordingDialog(QDialog):
    """The rules can be changed for this run; what is ticked is replaced as one step."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Words of the upper level"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, *_SIZE)
        offer_help(self, "find")
        self._document = document
        self._project = document.project
        self.rules = WordPairs(_("Rules: superior word, word here"), self)
        self.rules.show_pairs(self._project.locality.superior_words)
        self.list = ProposalList(
            _("Places that would change"), _("The draft has no words of the upper level left.")
        )
        self.keep = QCheckBox(_("&Keep these rules in the draft's locality"), self)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.work = LongWork(self)
        self._searcher = Newest(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._arrange()
        order_tabs(self)
        self._connect()
        self._ask()
        self.list.table.setFocus()

    def _arrange(self) -> None:
        parts = QSplitter(self)
        parts.addWidget(self.rules)
        parts.addWidget(self.list)
        parts.setSizes(_PARTS)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.button(buttons.Ok).setText(_("Replace what is ticked"))
        hint = _(
            "Nothing in titles and quotations, in names of units and organs, or in document numbers is touched."
        )
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(hint, self))
        layout.addWidget(parts, 1)
        for widget in (self.note, self.keep, self.buttons):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.rules.edited.connect(self._timer.start)
        self._timer.timeout.connect(self._ask)
        self._searcher.answered.connect(self._show)
        self._searcher.failed.connect(raise_again)
        self.list.changed.connect(self._tell)
        self.keep.toggled.connect(self._tell)
        self._document.problem.connect(self.note.setText)
        self.work.failed.connect(self.note.setText)
        self.finished.connect(self.work.drop)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def is_busy(self) -> bool:
        """Whether the list does not follow the rules yet."""
        return self._searcher.is_busy or self._timer.isActive()

    def _ask(self) -> None:
        self._searcher.ask(_places, self._project, dict(self.rules.pairs))

    def _show(self, found: Listing) -> None:
        self.list.show_proposals(found, *self.list.choices)
        self.list.show_results(is_shown=True)

    def _tell(self) -> None:
        undecided = sum(1 for word, instead in self.rules.pairs if word and not instead)
        message = _("{ticked} of {count} places are ticked; {undecided} words have no rule and stay.")
        count, ticked = len(self.list.proposals), len(self.list.ticked)
        self.note.setText(message.format(ticked=ticked, count=count, undecided=undecided))
        is_something = bool(ticked) or self.keep.isChecked()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_something)

    def accept(self) -> None:
        """Replace what is ticked, and keep the rules where that is wanted, as one step."""
        if self.is_busy:
            return
        label = _("Use the county's words")
        steps: list[Command] = [Replace(label, self.list.ticked)]
        if self.keep.isChecked():
            steps.append(SetLocality(replace(self._project.locality, superior_words=self.rules.pairs)))
        do_long(self.work, self._document, label, Many(label, tuple(steps)), super().accept)
