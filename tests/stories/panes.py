"""What a window says, read off its panes: for comparing one window with another."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from editor.ui.main_window import MainWindow
from editor.ui.notice.page_bar import PageBar

SEARCHES = ("find", "words")
"""Panes that show what was searched for in them."""
KINDS = (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QAbstractButton,
    QComboBox,
    QSpinBox,
    QAbstractItemView,
)
"""The widgets that say something."""


def said(window: MainWindow) -> dict[str, list[str]]:
    """What each pane of the window that is seen says, from its widgets' own words; and the bar below."""
    bench = window.bench
    assert bench is not None
    panes: dict[str, QWidget] = {"local": bench.local, "editors": bench.editors.currentWidget()}
    panes |= {name: dock.widget() for name, dock in bench.docks.items() if name not in SEARCHES}
    words = {name: list(_words(pane)) for name, pane in panes.items() if is_seen(pane)}
    words["titles"] = [dock.windowTitle() for dock in bench.docks.values()]
    words["status"] = bench.status.text.split(" · ")[1:]  # the first tells whether it is saved
    return words


def is_seen(pane: QWidget) -> bool:
    """Whether some of the pane is on the screen: not behind another tab."""
    return not pane.visibleRegion().isEmpty()


def _words(pane: QWidget) -> Iterator[str]:
    bars = pane.findChildren(PageBar)  # they tell where one is
    for kind in KINDS:
        for widget in pane.findChildren(kind):
            if widget.isVisible() and not any(bar.isAncestorOf(widget) for bar in bars):
                yield from (f"{kind.__name__} {word}" for word in _own_words(widget))


def _own_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QAbstractButton):
        yield f"{widget.text()} {widget.isChecked()}"
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QSpinBox):
        yield str(widget.value())
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget, QModelIndex(), "")


def _rows(view: QAbstractItemView, above: QModelIndex, indent: str) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(above)):
        cells = [model.index(row, column, above) for column in range(model.columnCount(above))]
        yield indent + " | ".join(f"{cell.data()}{_tick(cell)}" for cell in cells)
        for cell in cells[:1]:
            yield from _rows(view, cell, indent + "  ")


def _tick(cell: QModelIndex) -> str:
    tick = cell.data(Qt.ItemDataRole.CheckStateRole)
    return "" if tick is None else f" [{Qt.CheckState(tick).name}]"
