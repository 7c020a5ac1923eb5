"""Every control of the window, its docks and its dialogs has a name that a screen reader can say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.made_up import project

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
PARTED = (QComboBox, QAbstractSpinBox, QAbstractItemView)
"""Controls that have others for parts."""
DIALOGS = (
    "change_selected",
    "export",
    "locality",
    "palette",
    "rename_unit",
    "edit_roster",
    "settings",
    "snapshots",
    "template",
    "wording_rules",
)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2"))
    return window


def name_of(control: QWidget) -> str:
    """What a screen reader says of a control: its own name, its text, or its label's."""
    labels = control.window().findChildren(QLabel)
    told = [control.accessibleName(), *(label.text() for label in labels if label.buddy() is control)]
    if isinstance(control, QAbstractButton):
        told += [control.text(), control.toolTip()]
    return next((name for name in told if name.strip()), "")


def is_within(control: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    """Whether one of these is around the control."""
    around = control.parentWidget()
    while around is not None and not isinstance(around, kinds):
        around = around.parentWidget()
    return around is not None


def nameless(root: QWidget) -> list[str]:
    """The controls below a widget that nothing names; parts of others, and what takes no focus, aside."""
    found = []
    for control in root.findChildren(QWidget):
        is_part = isinstance(control, QHeaderView) or is_within(control, PARTED)
        is_own = isinstance(control, CONTROLS) and not control.objectName().startswith("qt_")
        if (
            is_own
            and not is_part
            and control.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not name_of(control)
        ):
            found.append(f"{type(control).__name__} in {type(control.parentWidget()).__name__}")
    return found


def test_every_control_of_the_window_and_its_docks_has_a_name(window: MainWindow) -> None:
    for pane in window.side_panes.values():
        pane.made()
    assert nameless(window) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(qtbot: QtBot, window: MainWindow, action: str) -> None:
    tree = window.bench.local.tree
    tree.go_to(window.document.project.local.measures[0].id)
    tree.setFocus()
    before = set(window.findChildren(QDialog))
    window.actions_.by_name[action].trigger()
    (dialog,) = {each for each in window.findChildren(QDialog) if each.isVisible()} - before
    assert dialog.windowTitle() or dialog.accessibleName()
    assert nameless(dialog) == []
    dialog.close()
