"""A label on one line that never asks for room: what doesn't fit is in its tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle


class ElidedLabel(QLabel):
    """Shows the beginning of its text and an ellipsis."""

    def setText(self, text: str) -> None:
        """Show another text, and all of it in the tool tip."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """As wide as the pane has room."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        style: QStyle = self.style()
        style.drawItemText(
            painter, self.rect(), alignment, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
