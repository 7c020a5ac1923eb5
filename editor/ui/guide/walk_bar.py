"""The bar that leads through the example, step by step; a step that was done goes on by itself."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from editor.drafting.session import Change
from editor.ui.base.document import Document
from editor.ui.files.opening import EXAMPLES
from editor.ui.guide.walk import STEPS
from editor.wording import _

_PAUSE = 1_500
"""Milliseconds without a key after which what was typed counts as done."""


class WalkBar(QFrame):
    """Shows one step after the other; `dock_wanted` names the pane that a step is about."""

    dock_wanted = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._is_wanted = False
        self.place = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(lambda: self._go(self.place + 1))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.step = QLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.back = QPushButton(_("Back"), self)
        self.back.clicked.connect(lambda: self._go(self.place - 1))
        self.next = QPushButton(self)
        self.next.clicked.connect(lambda: self._go(self.place + 1))
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(_("End the walk"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 4)
        layout.addWidget(self.step)
        layout.addWidget(self.text, 1)
        for button in (self.back, self.next, close):
            layout.addWidget(button)
        document.opened.connect(self._begin_if_wanted)
        document.changed.connect(self._follow)
        self.hide()

    def want(self) -> None:
        """Begin as soon as the example is open."""
        self._is_wanted = True

    def _begin_if_wanted(self) -> None:
        sources = self._document.project.sources
        is_example = bool(sources) and sources[0].name == EXAMPLES[0]
        if self._is_wanted and is_example:
            self._is_wanted = False
            self._go(0)
            self.show()
        else:
            self.hide()

    def _follow(self, change: Change) -> None:
        """Go on where the change is what the step asks for."""
        step = STEPS[self.place]
        if self._pause.isActive():
            self._pause.start()  # still typing
        elif self.isVisible() and step.is_done is not None and step.is_done(change.before, change.after):
            if step.is_typed:
                self._pause.start()
            else:
                self._go(self.place + 1)

    def _go(self, place: int) -> None:
        if place >= len(STEPS):
            self.hide()
            return
        self.place = place
        self._pause.stop()
        step = STEPS[place]
        self.step.setText(_("{place} of {count}").format(place=place + 1, count=len(STEPS)))
        self.text.setText(_(step.text))
        self.setAccessibleName(self.text.text())
        self.back.setEnabled(place > 0)
        is_last = place == len(STEPS) - 1
        self.next.setText(_("Finish") if is_last else _("Next") if step.is_done is None else _("Skip"))
        self.dock_wanted.emit(step.dock)
