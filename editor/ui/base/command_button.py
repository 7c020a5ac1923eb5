"""A large button with a title and a sentence below it, in type as large as everywhere; Qt's own never grows."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPaintEvent, QPalette
from PySide6.QtWidgets import QCommandLinkButton, QStyle, QStyleOptionButton, QStylePainter

from editor.ui.base.theme import quiet

_MARGIN = 8
_COLUMN = 60
"""Average characters."""
_WRAPPED = Qt.TextFlag.TextWordWrap


class CommandButton(QCommandLinkButton):
    """As high as its words need at its width."""

    @property
    def _title_font(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Where title and sentence stand at a width."""
        left = 2 * _MARGIN + self.iconSize().width()
        room = QRect(left, _MARGIN, max(1, width - left - _MARGIN), 1 << 16)
        title = QFontMetrics(self._title_font).boundingRect(room, _WRAPPED, self.text())
        room.setTop(title.bottom() + 1)
        return title, self.fontMetrics().boundingRect(room, _WRAPPED, self.description())

    def heightForWidth(self, width: int) -> int:
        """The height of the words."""
        return self._places(width)[1].bottom() + _MARGIN

    def hasHeightForWidth(self) -> bool:
        """Words wrap where there is little room."""
        return True

    def sizeHint(self) -> QSize:
        """A line for each, in a column of words."""
        width = _COLUMN * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's frame, the drawing, the words."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.features |= QStyleOptionButton.ButtonFeature.CommandLinkButton
        option.text, option.icon = "", QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        title, sentence = self._places(self.width())
        drawing = QRect(_MARGIN, title.top(), self.iconSize().width(), title.height())
        self.icon().paint(painter, drawing)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.setFont(self._title_font)
        painter.drawText(title, _WRAPPED, self.text())
        painter.setFont(self.font())
        painter.setPen(quiet(self.palette()))
        painter.drawText(sentence, _WRAPPED, self.description())
        painter.end()
