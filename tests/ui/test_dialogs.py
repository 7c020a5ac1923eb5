"""Every dialog: named for screen readers, small enough for small screens, and F1 opens the guide at its page."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from build_spec.scenes import DIALOGS, QT_DIALOGS, with_dialog
from editor.ui.guide.guide_window import GuideWindow
from editor.ui.guide.pages import GUIDE
from editor.ui.main_window import MainWindow
from tests.ui.test_names import nameless

SMALLEST_SCREEN = QSize(683, 384)
"""Pixels of a screen of 1366 x 768 where everything is drawn twice as large."""
PAGES = {
    **dict.fromkeys(("edit_roster", "rename_unit", "locality"), "roster"),
    **dict.fromkeys(("palette", "wording_rules"), "find"),
    **dict.fromkeys(("settings", "template"), "settings"),
    **dict.fromkeys(("edition_changes", "review_changes"), "revisions"),
    **dict.fromkeys(("review_reading", "original", "ask_repairs", "ask_overwriting"), "doubts"),
    **dict.fromkeys(("recovery", "crash", "ask_leaving", "ask_outside", "ask_replacing"), "safety"),
    "change_selected": "local",
    "export": "export",
    "snapshots": "snapshots",
    "put_aside": "findings",
    "reason": "parents",
    "ask_role": "start",
}
"""The guide's page of each dialog; the guide itself and what Qt brings along have none."""


class Seen(NamedTuple):
    """What is looked at while a dialog is open."""

    title: str
    nameless: list[str]
    least: QSize
    size: QSize
    screen: QSize
    page: str


def look_at(dialog: QDialog) -> Seen:
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    guide = dialog.findChild(GuideWindow)
    return Seen(
        dialog.windowTitle(),
        nameless(dialog),
        dialog.minimumSizeHint().expandedTo(dialog.minimumSize()),
        dialog.size(),
        dialog.screen().availableSize(),
        guide.browser.source().fileName() if guide is not None and guide.isVisible() else "",
    )


@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in QT_DIALOGS])
def test_a_dialog_is_named_fits_and_gives_help(example: MainWindow, name: str) -> None:
    looks: list[Seen] = []
    with_dialog(example, DIALOGS[name], lambda dialog: looks.append(look_at(dialog)))
    (seen,) = looks
    assert seen.title
    assert seen.nameless == []
    assert seen.least.boundedTo(SMALLEST_SCREEN) == seen.least
    assert seen.size.boundedTo(seen.screen) == seen.size
    assert seen.page == (f"{PAGES[name]}.md" if name in PAGES else "")


def test_every_dialog_has_a_page_of_the_guide() -> None:
    assert set(PAGES) == set(DIALOGS) - QT_DIALOGS - {"guide", "keys", "about"}
    assert all((GUIDE / f"{page}.md").is_file() for page in PAGES.values())
