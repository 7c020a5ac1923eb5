"""The menus: every action has a letter of its own, and a key that nobody else takes."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QDialog, QMenu

from build_spec.scenes import DIALOGS, QT_DIALOGS, with_dialog
from editor.ui.base.settings import Settings
from editor.ui.main_window import MainWindow
from editor.ui.menus import MENUS
from editor.ui.mnemonics import mnemonic, with_mnemonics
from editor.wording import use_language

LONGEST = 15
TAKEN = {
    r"(Alt\+(F4|Tab|Esc|Space)|Ctrl\+(Shift\+)?Esc|Meta\+.*|F10)": "Windows itself",
    r"(Ctrl|Shift)\+Space|Ctrl\+\.": "Windows, for every Chinese input method: IME_CHOTKEY_* in the reference of Win32",
    r"Ctrl\+Alt\+.+": "AltGr on Windows; QQ's and WeChat's screenshots (Ctrl+Alt+A, W), fcitx (Ctrl+Alt+B, H, P)",
    r"Ctrl\+Shift\+[0-9]": "Windows, to choose an input method; Rime's switches",
    r"Ctrl\+Shift\+[FBEKMZ]": "Sogou: simplified or traditional, emoji, search, soft keyboard, menu, symbols; "
    "Microsoft Pinyin and fcitx: F",
    r"Ctrl\+Shift\+[UE]": "IBus: Unicode, emoji",
    r"Ctrl\+[;,`]|Ctrl\+Shift\+[.,`]|F4": "fcitx's clipboard, Sogou's and Rime's menus",
    r"Ctrl\+Shift\+A|Alt\+A": "the screenshots of DingTalk, Feishu, WeChat",
}
"""Keys that Windows, input methods and what else runs in an office take before a window gets them, and who does."""


@pytest.fixture(params=["en", "zh_CN"])
def menus(request, qtbot, tmp_path):
    use_language(request.param)
    window = MainWindow(Settings(tmp_path))
    qtbot.addWidget(window)
    bar = [action for action in window.menuBar().actions() if action.menu()]
    yield {"": bar} | {action.text(): _entries(action.menu()) for action in bar}
    use_language("en")


def _entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def test_every_entry_has_a_letter_of_its_own(menus):
    for title, entries in menus.items():
        letters = Counter(mnemonic(entry.text()) for entry in entries)
        assert None not in letters, title
        assert max(letters.values()) == 1, (title, letters)


def test_no_key_is_there_twice_or_taken(menus):
    keys = [key for entries in menus.values() for entry in entries if (key := entry.shortcut().toString())]
    assert len(keys) > 50
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [(key, who) for key in keys for taken, who in TAKEN.items() if re.fullmatch(taken, key)] == []
    opens = {f"Alt+{mnemonic(entry.text())}" for entry in menus[""]}
    assert opens.isdisjoint(keys), "a key that opens a menu"


@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in QT_DIALOGS])
def test_no_key_of_a_dialog_is_taken(example: MainWindow, name: str) -> None:
    """The letters underlined on buttons aside, which are reached by Tab as well."""
    keys: list[str] = []

    def look(dialog: QDialog) -> None:
        keys.extend(action.shortcut().toString() for action in dialog.findChildren(QAction))
        keys.extend(shortcut.key().toString() for shortcut in dialog.findChildren(QShortcut))

    with_dialog(example, DIALOGS[name], look)
    assert [(key, who) for key in keys for taken, who in TAKEN.items() if re.fullmatch(taken, key)] == []


def test_menus_are_short():
    for title, specs in MENUS:
        assert sum(bool(spec.name) for spec in specs) <= LONGEST, title


def test_a_letter_taken_gives_way_to_another():
    assert with_mnemonics(["&Undo", "&Units", "Open"]) == ("&Undo", "U&nits", "&Open")
    assert with_mnemonics(["撤销(&U)", "单位(&U)…", "别的"]) == ("撤销(&U)", "单位(&A)…", "别的(&B)")
