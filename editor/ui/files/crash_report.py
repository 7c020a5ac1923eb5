"""The report shown when something unexpected breaks; it holds no text of the plans, no names of people or files."""

import platform
import traceback
from collections.abc import Iterator
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from editor import __version__
from editor.ui.base.help_key import offer_help
from editor.wording import _

_NAME = "crash_report"


def report(error: BaseException) -> str:
    """Where in the program it broke: versions, the kinds of errors, and functions with line numbers; no message, no values."""
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qt_version}"
    return "\n".join((f"chengqi {__version__}", system, *_told(error)))


def _told(error: BaseException) -> Iterator[str]:
    """The error's kind and places, then those of the errors it consists of, or came from."""
    yield type(error).__name__
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{Path(frame.filename).stem}.{frame.name}:{frame.lineno}"
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for other in (*inner, *filter(None, [error.__cause__ or error.__context__])):
        yield from _told(other)


def show_report(window: QWidget, error: BaseException, is_kept: bool) -> None:
    """Tell that something broke, whether the work is kept, and what to hand on; nothing while an earlier report is read."""
    if any(box.isVisible() for box in window.findChildren(QMessageBox, _NAME)):
        return
    box = QMessageBox(window)
    box.setObjectName(_NAME)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(_("Something went wrong"))
    text = _(
        "The program met an error of its own. Your work was kept; save it under another name to be safe."
    )
    if not is_kept:
        text = _("The program met an error of its own. Save your work under another name now.")
    box.setText(text)
    box.setInformativeText(_("The report names places in the program only: no text, no names, no files."))
    box.setDetailedText(report(error))
    copy = box.addButton(_("&Copy the report"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # the box stays open
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report(error)))
    box.addButton(QMessageBox.StandardButton.Ok)
    offer_help(box, "safety")
    box.open()
