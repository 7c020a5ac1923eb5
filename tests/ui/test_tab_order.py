"""The Tab key: through every view and dialog as one reads, to every control and out of each, and the same way back."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QTabBar, QWidget

from build_spec.scenes import DIALOGS, QT_DIALOGS, VIEWS, wait_for, with_dialog
from editor.ui.main_window import MainWindow

LONGEST = 250
"""Keys after which whoever is not back is lost."""
SLACK = 4
"""Pixels by which controls of one line may differ in height."""


def stops(key: Qt.Key) -> list[QWidget | None]:
    """Where the focus goes, from where it is until it has been there already."""
    found = [QApplication.focusWidget()]
    for _key in range(LONGEST):
        QTest.keyClick(found[-1], key)
        now = QApplication.focusWidget()
        if now is found[-1]:
            continue  # from link to link in a page of the guide
        found.append(now)
        if now is None or now in found[:-1]:
            break
    return found


def place(control: QWidget) -> QRect:
    """Where a control is in its window."""
    return QRect(control.mapTo(control.window(), QPoint(0, 0)), control.size())


def stand_in(control: QWidget, other: QWidget) -> QWidget:
    """What is in sight in the place of a control: the frame that it is scrolled in, where the other is not in it."""
    found, around = control, control.parentWidget()
    while around is not None and not around.isAncestorOf(other):
        found, around = around if isinstance(around, QScrollArea) else found, around.parentWidget()
    return found


def describe(control: QWidget | None) -> str:
    """What a failing test calls a control."""
    if control is None:
        return "nothing"
    name = control.accessibleName() or getattr(control, "text", str)() or control.objectName()
    return f"{type(control).__name__} “{name}” at {place(control).getRect()}"


def goes_on(first: QWidget, second: QWidget) -> bool:
    """Whether the second comes after the first for who reads: below it, or right of it."""
    here, there = place(stand_in(first, second)), place(stand_in(second, first))
    return there.top() >= here.bottom() - SLACK or there.left() >= here.right() - SLACK


def out_of_order(chain: list[QWidget]) -> list[str]:
    """The steps back up or left, but for the one from the end to the beginning."""
    back = [f"{describe(a)} → {describe(b)}" for a, b in pairwise(chain) if not goes_on(a, b)]
    return back if len(back) > 1 else []


def is_in_sight(control: QWidget, root: QWidget) -> bool:
    """Whether a control is in a pane that is not behind others, or would be where its pane is scrolled."""
    pane = control
    while pane.parentWidget() is not root:
        pane = pane.parentWidget()
    return control.isVisible() and pane.geometry().intersects(root.rect())


def out_of_reach(root: QWidget, chain: list[QWidget]) -> list[str]:
    """The controls in sight that want the Tab key and don't get it."""
    wants = Qt.FocusPolicy.TabFocus
    return [
        describe(each)
        for each in root.findChildren(QWidget)
        if each.focusPolicy() & wants == wants
        and each.focusProxy() is None
        and not isinstance(each, QScrollBar)
        and not isinstance(each.parentWidget(), QTabBar)
        and each.window() is root
        and each.isEnabled()
        and is_in_sight(each, root)
        and each not in chain
    ]


def lost(root: QWidget) -> dict[str, list[str]]:
    """What goes wrong on the way round, in both directions."""
    forth, back = stops(Qt.Key.Key_Tab), stops(Qt.Key.Key_Backtab)
    if forth[-1] is not forth[0] or None in forth:
        return {"never back": list(map(describe, forth))}
    found = {
        "out of order": out_of_order(forth),
        "out of reach": out_of_reach(root, forth),
        "otherwise on the way back": [] if back == forth[::-1] else list(map(describe, back)),
    }
    return {what: controls for what, controls in found.items() if controls}


@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in QT_DIALOGS])
def test_tab_goes_through_a_dialog(example: MainWindow, name: str) -> None:
    found: list[dict[str, list[str]]] = []
    with_dialog(example, DIALOGS[name], lambda dialog: found.append(lost(dialog)))
    assert found == [{}]


@pytest.mark.parametrize("name", VIEWS)
def test_tab_goes_through_the_window(example: MainWindow, name: str) -> None:
    VIEWS[name](example)
    wait_for(example)
    example.activateWindow()
    example.bench.parents.tree.setFocus()
    assert QTest.qWaitForWindowActive(example)
    assert lost(example) == {}
