"""The bar that tells what went wrong or what was done, without standing in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from editor.wording import _


class MessageBar(QFrame):
    """Shows one message, and buttons for what can be done about it, until it is closed or another one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(self.palette().ColorRole.ToolTipBase)
        self.setAutoFillBackground(True)
        self._label = QLabel(self)
        self._label.setForegroundRole(self.palette().ColorRole.ToolTipText)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(_("Close the message"))
        close.clicked.connect(self.hide)
        self._offers = QHBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 4)
        layout.addWidget(self._label, 1)
        layout.addLayout(self._offers)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown last."""
        return self._label.text()

    def tell(self, message: str, *offers: tuple[str, Callable[[], object]]) -> None:
        """Show a message, with a button for each offer: its wording and what it does."""
        while item := self._offers.takeAt(0):
            if (old := item.widget()) is not None:
                old.deleteLater()
        for wording, function in offers:
            button = QPushButton(wording, self)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _checked=False, function=function: function())
            self._offers.addWidget(button)
        self._label.setText(message)
        self.setAccessibleName(message)
        self.show()
