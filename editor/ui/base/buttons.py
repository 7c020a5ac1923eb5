"""Buttons as the dialogs have them."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QPushButton


def add_button(line: QBoxLayout, text: str, function: Callable[[], object]) -> QPushButton:
    """A button at the end of a line; Space presses it, so that Enter elsewhere in the dialog never does by accident."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: function())
    line.addWidget(button)
    return button
