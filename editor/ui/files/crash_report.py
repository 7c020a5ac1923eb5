"""The report shown when something unexpected breaks; it holds no text of the plans."""

import traceback

from PySide6.QtWidgets import QMessageBox, QWidget

from editor import __version__
from editor.ui.base.help_key import offer_help
from editor.wording import _


def report(error: BaseException) -> str:
    """Where in the program it broke: the kind of error, and functions with line numbers; no message, no values."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.name}:{frame.lineno}" for frame in frames]
    return f"chengqi {__version__}\n{type(error).__name__}\n" + "\n".join(places)


def show_report(window: QWidget, error: BaseException) -> None:
    """Tell that something broke, that the work is kept, and what to hand on."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(_("Something went wrong"))
    box.setText(
        _("The program met an error of its own. Your work was kept; save it under another name to be safe.")
    )
    box.setDetailedText(report(error))
    offer_help(box, "safety")
    box.open()
