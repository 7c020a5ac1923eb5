"""Every control of the window, its docks and its dialogs has a name that a screen reader can say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetDeadline
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


def test_cells_and_pages_say_what_is_seen_in_them(qtbot: QtBot, window: MainWindow) -> None:
    """A mark or a figure alone says nothing to who doesn't see its row and column."""
    told = Qt.ItemDataRole.AccessibleTextRole
    measure = window.document.project.local.measures[0]
    window.document.do(SetDeadline(measure.id, "2027年3月底前"))
    matrix, years = (window.side_panes[name].made() for name in ("matrix", "calendar"))
    assert "not assigned" in matrix.model.data(matrix.model.index(0, 0), told)
    assert measure.heading in matrix.model.data(matrix.model.index(0, 0), told)
    row = years.years_model.index(0, 0)
    assert years.years_model.data(row.siblingAtColumn(3), told) == "2027-03: 1 measures"
    assert years.years_model.data(row.siblingAtColumn(4), told) == "2027-04: 0 measures"
    window.bench.docks["pages"].raise_()
    pages = window.side_panes["pages"].made()
    qtbot.waitUntil(lambda: measure.heading in pages.area.accessibleDescription(), timeout=20_000)
