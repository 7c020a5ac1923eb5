"""Starting: Qt's own wording, and what the empty window does without."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.application import translate_qt
from editor.ui.base.settings import Settings
from editor.ui.base.sizes import set_type_size
from editor.ui.settings_dialog import SettingsDialog
from editor.wording import preferred_language

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


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings")


def test_the_language_is_chosen_for_the_next_start(
    desk: QWidget, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = SettingsDialog(settings, desk)
    assert [dialog.language.itemText(n) for n in range(3)] == ["As the system", "简体中文", "English"]
    dialog.language.setCurrentIndex(2)
    dialog.language.activated.emit(2)
    assert settings.language == "en"
    assert "started next" in dialog.note.text()
    assert preferred_language(settings.language) == "en"
    monkeypatch.delenv("CHENGQI_LANGUAGE")
    assert preferred_language("zh_CN") == "zh_CN"
    assert preferred_language("en") == "en"


def test_the_next_start_speaks_it(own_folders: Path) -> None:
    code = """
from editor.ui.application import make_application
from editor.ui.base.settings import Settings
from editor.wording import current_language
Settings().remember_language("LANGUAGE")
application = make_application([])
print(current_language(), application.translate("QPlatformTheme", "Cancel"))
"""
    for language, cancel in (("zh_CN", "取消"), ("en", "Cancel")):
        said = subprocess.run(
            [sys.executable, "-c", code.replace("LANGUAGE", language)],
            capture_output=True,
            text=True,
            check=True,
            env={
                **{name: value for name, value in os.environ.items() if name != "CHENGQI_LANGUAGE"},
                "CHENGQI_CONFIG": str(own_folders),
            },
        )
        assert said.stdout.split() == [language, cancel]


def test_type_grows_at_once_and_at_the_next_start(
    desk: QWidget, qapp: QApplication, settings: Settings
) -> None:
    usual = qapp.font().pointSizeF()
    dialog = SettingsDialog(settings, desk)
    dialog.sizes.setCurrentIndex(dialog.sizes.findData(150))
    dialog.sizes.activated.emit(0)
    try:
        assert settings.type_size == 150
        assert qapp.font().pointSizeF() == pytest.approx(usual * 1.5)
        set_type_size(qapp, 125)
        assert qapp.font().pointSizeF() == pytest.approx(usual * 1.25)
    finally:
        set_type_size(qapp, 100)
    assert qapp.font().pointSizeF() == pytest.approx(usual)


def test_nonsense_in_the_settings_counts_as_nothing(settings: Settings) -> None:
    settings.remember_language("xx")
    settings.remember_type_size(900)
    assert (settings.language, settings.type_size) == ("", 100)
