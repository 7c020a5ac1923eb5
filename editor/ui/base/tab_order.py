"""Where the Tab key goes: through the controls in sight as one reads, whatever order they were made in."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QFormLayout,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)


def order_tabs(window: QWidget) -> None:
    """Let the Tab key go through a window that is put together now as one reads it."""
    for first, second in pairwise(_controls(window)):
        QWidget.setTabOrder(first, second)


def go_to_next(window: QMainWindow, *, is_forward: bool) -> bool:
    """Give the focus to the control after the one that has it, or before; False where that one is not in the order."""
    chain = [each for each in _controls(window) if each.isVisible() and each.isEnabled()]
    focus = window.focusWidget()
    if focus not in chain:
        return False
    reasons = Qt.FocusReason
    following = chain[(chain.index(focus) + (1 if is_forward else -1)) % len(chain)]
    following.setFocus(reasons.TabFocusReason if is_forward else reasons.BacktabFocusReason)
    _bring_into_sight(following)
    return True


def _bring_into_sight(control: QWidget) -> None:
    """Scroll the frames that a control is in."""
    around = control.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(control)
        around = around.parentWidget()


def _controls(widget: QWidget) -> Iterator[QWidget]:
    """The controls in a widget that take the Tab key."""
    for part in _parts(widget):
        wants = part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if wants and part.focusProxy() is None:
            yield part
        else:
            yield from _controls(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """The widgets right below one, as they are arranged; of several behind each other the one in front."""
    if isinstance(widget, QMainWindow):
        yield from _panes(widget)
    elif isinstance(widget, QTabWidget):
        yield widget.tabBar()
        yield from filter(None, [widget.currentWidget()])
    elif isinstance(widget, QStackedWidget):
        yield from filter(None, [widget.currentWidget()])
    elif isinstance(widget, QSplitter):
        yield from filter(None, map(widget.widget, range(widget.count())))
    elif isinstance(widget, QScrollArea | QDockWidget):
        yield from filter(None, [widget.widget()])
    elif (layout := widget.layout()) is not None:
        yield from _arranged(layout)


def _panes(window: QMainWindow) -> Iterator[QWidget]:
    """What stands beside and above its foot, column by column, then the foot; panes behind others are left out."""
    docks = window.findChildren(QDockWidget)
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    panes = [*docks, *bars, *filter(None, [window.centralWidget()])]
    in_sight = [each for each in panes if each.isVisible() and each.geometry().intersects(window.rect())]
    foot = Qt.DockWidgetArea.BottomDockWidgetArea
    below = [
        each for each in in_sight if isinstance(each, QDockWidget) and window.dockWidgetArea(each) == foot
    ]
    top = min((each.y() for each in below), default=window.height())
    yield from sorted(
        in_sight, key=lambda pane: (pane.y() >= top, pane.x() if pane.y() < top else 0, pane.y())
    )


def _arranged(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of those within it, line by line."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout | QFormLayout):
        places.sort(key=lambda place: _line(layout, place))
    for item in map(layout.itemAt, places):
        if item is not None and (within := item.layout()) is not None:
            yield from _arranged(within)
        elif item is not None and (widget := item.widget()) is not None:
            yield widget


def _line(layout: QGridLayout | QFormLayout, place: int) -> tuple[int, int]:
    """The row and the column, or the part of the row, of an item."""
    row, column, *_spans = cast(tuple[Any, ...], layout.getItemPosition(place))
    return row, getattr(column, "value", column)
