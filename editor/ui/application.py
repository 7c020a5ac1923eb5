"""Starting the window: the application, its wording and Qt's own, and what happens when something breaks."""

import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from editor.ui.base.garbage import GarbageCollector
from editor.ui.base.settings import Settings
from editor.ui.base.sizes import set_type_size
from editor.ui.base.theme import make_readable
from editor.ui.main_window import MainWindow
from editor.ui.qt_words import QtWords
from editor.ui.windows import new_window, open_windows
from editor.wording import preferred_language, use_language

SWITCH_AFTER = 0.0005
"""Seconds until a worker lets the window's thread go on: typing beside a long answer takes half the time so."""


def make_application(arguments: list[str]) -> QApplication:
    """The one application object, speaking the preferred language."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    sys.setswitchinterval(SWITCH_AFTER)
    application = QApplication(arguments)
    application.setApplicationName("chengqi")
    GarbageCollector(application)
    settings = Settings()
    language = preferred_language(settings.language)
    use_language(language)
    translate_qt(application, language)
    make_readable(application)
    set_type_size(application, settings.type_size)
    return application


def translate_qt(application: QApplication, language: str) -> bool:
    """Let Qt's own dialogs speak the language; False where Qt brings no translation for it."""
    QLocale.setDefault(QLocale(language))
    application.installTranslator(QtWords(application))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load(f"qtbase_{language}", folder) and application.installTranslator(translator)


def run(path: Path | None) -> int:
    """Show the window, on a file where one is given, until it is closed; gives back the exit code."""
    application = make_application(sys.argv[:1])
    window = MainWindow()
    sys.excepthook = _Reporter(window)
    window.show()
    QTimer.singleShot(0, window, partial(_begin, window, path))
    return application.exec()


def _begin(window: MainWindow, path: Path | None) -> None:
    """What happens once the window is on the screen."""
    window.preparing.begin()
    is_taken = window.offer_recovery()
    if path is not None:
        target = new_window(window.settings, window) if is_taken else window
        target.open_path(path)


class _Reporter:
    """Called for an exception nobody expected: keeps recovery copies first, then shows a report."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        windows = open_windows() or [self._window]
        is_kept = False not in [_keep(window) for window in windows]  # every one of them
        sys.__excepthook__(kind, error, trace)
        from editor.ui.files.crash_report import show_report

        active = QApplication.activeWindow()
        show_report(active if active in windows else windows[0], error, is_kept)


def _keep(window: MainWindow) -> bool:
    """Write a window's recovery copy; False where that breaks too."""
    try:
        return window.filing.keep()
    except Exception as error:  # noqa: BLE001 - whatever it is, the others are kept and the first error is shown
        sys.__excepthook__(type(error), error, error.__traceback__)
        return False
