"""How large type is, and how large windows open: grown with the type, never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

_USUAL_SIZE = "usual_type_size"
_FRAME = QSize(16, 48)
"""Pixels that a window's frame and title take, at the most."""


def set_type_size(application: QApplication, percent: int) -> None:
    """Let the interface's type be this many per cent of the system's."""
    usual = application.property(_USUAL_SIZE) or application.font().pointSizeF()
    application.setProperty(_USUAL_SIZE, usual)
    font = application.font()
    font.setPointSizeF(usual * percent / 100)
    if font != application.font():
        application.setFont(font)


def type_scale() -> float:
    """How many times larger than the system's the interface's type is."""
    application = QApplication.instance()
    usual = application.property(_USUAL_SIZE) if application else None
    return QApplication.font().pointSizeF() / usual if usual else 1.0


def room_for(widget: QWidget) -> QSize:
    """How large a window's inside can be on its screen, in pixels."""
    return widget.screen().availableSize() - _FRAME


def open_at(widget: QWidget, width: int, height: int) -> None:
    """Give a window this size in pixels, more where type is larger than the system's, less where the screen is smaller."""
    scale = type_scale()
    wanted = QSize(round(width * scale), round(height * scale))
    widget.resize(wanted.boundedTo(room_for(widget)))
