"""What the buttons of the board of coverage do: what is selected becomes one command."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu

from editor.drafting.commands import Command
from editor.ui.base.asking import ask_words
from editor.ui.base.document import Document
from editor.ui.coverage.coverage_board import CoverageBoard
from editor.ui.coverage.deciding import REASONS, to_adopt, to_decline, to_follow_suggestions, to_reconsider
from editor.wording import _

_DECISIONS = {
    "adopt": to_adopt,
    "follow_suggestions": to_follow_suggestions,
    "reconsider": to_reconsider,
}


def offer_reasons(menu: QMenu, decline: Callable[..., None]) -> None:
    """Offer the customary reasons for not adopting, each at its digit, and any other at 0."""
    for number, reason in enumerate(REASONS, 1):
        menu.addAction(f"&{number} {reason}", partial(decline, reason))
    menu.addSeparator()
    menu.addAction("&0 " + _("Other reason…"), decline)


class BoardGestures(QObject):
    """Carries out the decisions that a board asks for."""

    def __init__(self, document: Document, board: CoverageBoard) -> None:
        super().__init__(board)
        self._document, self._board = document, board
        board.decision_wanted.connect(self.decide)
        offer_reasons(board.reasons, self.decline)

    def decline(self, reason: str | None = None) -> None:
        """Refuse what is selected; asks for a reason where none is given."""
        accepted = True
        if reason is None:
            reason, accepted = ask_words(self._board, _("Do not adopt"), _("Reason:"), page="coverage")
        if accepted:
            self._do(to_decline(self._board.selected, reason.strip()))

    @property
    def is_in_front(self) -> bool:
        """Whether the focus is on the board, so that the window's actions mean what is selected there."""
        focus = QApplication.focusWidget()
        return focus is not None and self._board.isAncestorOf(focus)

    def decide(self, decision: str) -> None:
        """Do what a button or the action of its name means: adopt, follow_suggestions, reconsider."""
        self._do(_DECISIONS[decision](self._board.selected))

    def _do(self, command: Command | None) -> None:
        if command is None:
            self._document.problem.emit(
                _("Choose measures or sentences on the board for which there is something to decide.")
            )
        else:
            self._document.do(command, source=self._board)
