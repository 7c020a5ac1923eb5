"""The strip that shows long work going on: what it is, how far it is, and a button that ends it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from editor.ui.base.long_work import LongWork
from editor.wording import _

SHOW_AFTER = 400
"""Milliseconds; what is done sooner needs no strip."""


class WorkStrip(QFrame):
    """Shows one window's long work once it takes a while; Esc, or the button, ends it from the start."""

    def __init__(self, work: LongWork, window: QWidget) -> None:
        super().__init__(window)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.label = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setMinimumWidth(160)
        self.button = QPushButton(_("Stop"), self)
        self.button.setToolTip(_("Stop (Esc)"))
        self.button.clicked.connect(work.cancel)
        self.escape = QShortcut(QKeySequence("Esc"), window)
        self.escape.setEnabled(False)
        self.escape.activated.connect(work.cancel)
        self._timer = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._timer.timeout.connect(self.show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 4)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.button)
        self.hide()
        work.begun.connect(self._begin)
        work.said.connect(self._say)
        work.progressed.connect(self._show_progress)
        work.ended.connect(self._end)

    def _begin(self, words: str) -> None:
        self._say(words)
        self._show_progress(0, 0)
        self.escape.setEnabled(True)
        self._timer.start()

    def _say(self, words: str) -> None:
        self.label.setText(words)
        self.bar.setAccessibleName(words)

    def _show_progress(self, done: int, steps: int) -> None:
        """Pages done of all; without a number of steps the bar only moves."""
        self.bar.setRange(0, steps)
        self.bar.setValue(done)
        self.bar.setFormat(_("{done} of {steps} pages").format(done=done, steps=steps))

    def _end(self) -> None:
        self._timer.stop()
        self.escape.setEnabled(False)
        self.hide()
