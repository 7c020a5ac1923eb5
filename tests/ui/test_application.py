"""Starting: Qt's own wording, and what the empty window does without."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from editor.ui.application import translate_qt

NOT_AT_START = ("docx", "lxml", "openpyxl", "rjieba", "pypinyin", "rapidfuzz", "msgspec", "editor.writing")
_START = """
import sys
from editor.ui.application import make_application
from editor.ui.main_window import MainWindow
make_application([])
MainWindow()
print(*sys.modules)
"""


def test_qts_own_dialogs_speak_chinese(qapp: QApplication) -> None:
    former = QLocale()
    try:
        assert translate_qt(qapp, "zh_CN")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    finally:
        QLocale.setDefault(former)
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)


def test_the_empty_window_starts_without_what_it_does_not_need() -> None:
    started = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=True)
    loaded = started.stdout.split()
    assert "PySide6.QtWidgets" in loaded
    assert [name for name in NOT_AT_START if name in loaded] == []


def test_only_the_window_loads_qt() -> None:
    code = "import sys, editor.ui; print('PySide6' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "False"


def test_a_crash_report_names_places_only() -> None:
    from editor.ui.crash_report import report

    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 // 0
    lines = report(caught.value).splitlines()
    assert lines[1] == "ZeroDivisionError"
    assert lines[-1].startswith("test_a_crash_report_names_places_only:")
