"""Qt's own dialogs speak the interface's language to the last word."""

import json
import os
import subprocess
import sys

from editor.ui.qt_words import QT_WORDS, QtWords

SAYS_NOTHING = {"QT_LAYOUT_DIRECTION", "..."}
"""What is looked up though nobody reads it."""
ASK = """
import json
from PySide6.QtCore import QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QPlainTextEdit, QTextBrowser
from editor.ui.application import make_application

application, missed = make_application([]), set()

class Listener(QTranslator):
    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        missed.add((context, source))

installed = application.findChildren(QTranslator)
for translator in installed:
    application.removeTranslator(translator)
for translator in (Listener(application), *reversed(installed)):
    application.installTranslator(translator)
printer = QPrinter()
files = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
message = QMessageBox(standardButtons=QMessageBox.StandardButton(0x0FFFFC00), detailedText="x")
for dialog in (files, QPrintDialog(printer), message, QInputDialog()):
    dialog.show()
    application.processEvents()
files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
for field in (QLineEdit("x"), QPlainTextEdit("x"), QTextBrowser()):
    field.createStandardContextMenu()
print(json.dumps(sorted(missed)))
"""


def test_every_word_of_qts_dialogs_is_known() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASK],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CHENGQI_LANGUAGE": "zh_CN"},
    )
    missed = {(context, words) for context, words in json.loads(said.stdout) if words not in SAYS_NOTHING}
    assert not [pair for pair in missed if pair[0] != "QMimeType"]


def test_only_what_qt_does_not_know_is_answered() -> None:
    words = QtWords()
    assert words.translate("QFileDialog", "&Look in:") == "&Look in:"
    assert words.translate("QFileDialog", "Open") is None
    assert all(context and source for context, source in QT_WORDS)
