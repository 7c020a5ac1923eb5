"""What an empty window offers: a superior plan, a draft, the example, recent files."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.ui.actions import plain
from editor.ui.base.command_button import CommandButton
from editor.ui.base.scrolled import Scrolled
from editor.ui.base.sizes import room_for, type_scale
from editor.wording import _

_WIDTH = 480
"""Pixels, with type of the usual size."""


class StartPage(Scrolled):
    """The ways to begin, as large buttons; recent files below."""

    chosen = Signal(object)

    def __init__(self, actions: Iterable[tuple[QAction, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        content = QWidget(self)
        column = QWidget(content)
        column.setFixedWidth(min(round(_WIDTH * type_scale()), room_for(self).width()))
        self._layout = QVBoxLayout(column)
        self._layout.addWidget(self._make_title())
        for action, description in actions:
            self._layout.addWidget(self._make_button(action, description))
        hint = QLabel(_("Or drop a file anywhere on this window."), column)
        hint.setContentsMargins(8, 4, 0, 12)
        self._layout.addWidget(hint)
        self._recent = QVBoxLayout()
        self._layout.addLayout(self._recent)
        outer = QVBoxLayout(content)
        outer.addStretch(1)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)
        self.setWidget(content)

    def _make_title(self) -> QLabel:
        title = QLabel(_("Chengqi"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        title.setFont(font)
        title.setContentsMargins(8, 0, 0, 8)
        return title

    def _make_button(self, action: QAction, description: str) -> CommandButton:
        button = CommandButton(plain(action.text()), description, self)
        button.setIcon(action.icon())
        button.clicked.connect(action.trigger)
        return button

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List the files opened lately."""
        while item := self._recent.takeAt(0):
            if (button := item.widget()) is not None:
                button.deleteLater()
        for path in list(paths)[:5]:
            button = CommandButton(path.name, str(path.parent), self)
            button.setAccessibleName(_("Open {name}").format(name=path.name))
            button.clicked.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            self._recent.addWidget(button)
