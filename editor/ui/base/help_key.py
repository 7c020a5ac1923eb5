"""F1 in a dialog: the guide opens at the dialog's page, beside the dialog, which stays in use."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog


@runtime_checkable
class Helper(Protocol):
    """A window that can open the guide."""

    def give_help(self, beside: QDialog, page: str, code: str) -> None:
        """Open a page of the guide beside a dialog, or what it says about the rule with this code."""


def offer_help(dialog: QDialog, page: str, code: Callable[[], str] = str) -> None:
    """Let F1 open a page of the guide in this dialog, or the meaning of the rule whose code is given at that moment."""

    def give() -> None:
        helper = dialog.parentWidget()
        while helper is not None and not isinstance(helper, Helper):
            helper = helper.parentWidget()
        if helper is not None:
            helper.give_help(dialog, page, code())

    QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog).activated.connect(give)
