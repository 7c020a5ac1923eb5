"""The pane that shows how a measure differs from the superior wording, as it is typed."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTabBar,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.questions import Difference, Passage
from editor.ui.theme import figure_format, passage_format
from editor.wording import _


class DiffView(QTextEdit):
    """The inline difference: inserted underlined, deleted struck through, figures bold in boxes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Difference from the superior wording"))
        self._figures: list[tuple[int, int]] = []
        self._places: list[tuple[int, int]] = []

    def show_difference(self, difference: Difference) -> None:
        """Write the passages with their formats; the scroll position stays."""
        scroll = self.verticalScrollBar().value()
        self._figures, self._places = [], []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # laid out once, at the end
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for passage in difference.passages:
            form = figure_format if passage.is_figure else passage_format
            start = cursor.position()
            cursor.insertText(passage.text, form(passage.op, self.palette()))
            if passage.is_figure:
                self._figures.append((start, cursor.position()))
            if passage.op != "=":
                self._add_place(start, cursor.position())
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(scroll)

    def _add_place(self, start: int, end: int) -> None:
        if self._places and self._places[-1][1] == start:
            self._places[-1] = (self._places[-1][0], end)
        else:
            self._places.append((start, end))

    @property
    def difference_count(self) -> int:
        """How many places differ."""
        return len(self._places)

    def go(self, direction: int) -> bool:
        """Select the next (1) or previous (-1) place that differs; False where there is none."""
        here = self.textCursor()
        if direction > 0:
            found = next(
                (p for p in self._places if p[0] >= here.selectionEnd() and p[1] > here.position()), None
            )
        else:
            found = next((p for p in reversed(self._places) if p[1] <= here.selectionStart()), None)
        if found is None:
            return False
        cursor = QTextCursor(self.document())
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then a box around every figure."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        for start, end in self._figures:
            for box in self._boxes(start, end):
                painter.drawRect(box)
        painter.end()

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of a stretch, one for each line it stands on."""
        cursor = QTextCursor(self.document())
        boxes: list[QRectF] = []
        for position in range(start, end):
            cursor.setPosition(position)
            left = self.cursorRect(cursor)
            cursor.setPosition(position + 1)
            right = self.cursorRect(cursor)
            if right.top() != left.top():
                continue
            box = QRectF(left.left(), left.top(), right.left() - left.left(), left.height() - 1)
            if boxes and boxes[-1].top() == box.top():
                boxes[-1] = boxes[-1].united(box)
            else:
                boxes.append(box)
        return boxes


class PlanTabs(QTabBar):
    """The superior plans that a measure comes from; hidden where it is but one. `chosen` tells the plan's id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Superior plan to compare with"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.names: Mapping[str, str] = {}
        self.titles: Mapping[str, str] = {}
        self._plans: tuple[str, ...] = ()
        self.currentChanged.connect(lambda place: self.chosen.emit(self._plans[place]))
        self.hide()

    def show_plans(self, plans: tuple[str, ...], current: str) -> None:
        """Offer these plans with `current` in front, and announce nothing."""
        self.blockSignals(True)
        if plans != self._plans:
            self._plans = plans
            while self.count():
                self.removeTab(0)
            for id in plans:
                self.setTabToolTip(self.addTab(self.names.get(id, id)), self.titles.get(id, ""))
        if current in plans:
            self.setCurrentIndex(plans.index(current))
        self.blockSignals(False)
        self.setVisible(len(plans) > 1)


class DiffPane(QWidget):
    """The difference with its summary and the ways through it; `plan_chosen` tells which plan to compare with."""

    take_wanted = Signal()
    plan_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = DiffView(self)
        self.plans = PlanTabs(self)
        self.plans.chosen.connect(self.plan_chosen)
        self.summary = QLabel(self)
        self.figures = QLabel(self)
        self.origin = QLabel(self)
        self._difference: Difference | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addWidget(self.plans)
        for label in (self.figures, self.origin, self.summary):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(label)
        layout.addWidget(self.view, 1)
        layout.addLayout(self._make_buttons())
        bold = self.figures.font()
        bold.setBold(True)
        self.figures.setFont(bold)
        self.clear()

    def _make_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.previous = self._button(_("‹ Previous"), _("Previous difference (Shift+F7)"))
        self.next = self._button(_("Next ›"), _("Next difference (F7)"))
        self.take = self._button(_("Take superior wording"), _("Take the superior wording again (Alt+Down)"))
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.take.clicked.connect(self.take_wanted)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        line.addStretch(1)
        line.addWidget(self.take)
        return line

    def _button(self, text: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def difference(self) -> Difference | None:
        """What is shown."""
        return self._difference

    def load(self, names: Mapping[str, str], titles: Mapping[str, str]) -> None:
        """Know what the superior plans of another project are called."""
        self.plans.names, self.plans.titles = names, titles
        self.plans.show_plans((), "")
        self.clear()

    def show_difference(self, difference: Difference) -> None:
        """Show the newest difference of the measure being edited."""
        if difference == self._difference:
            return
        former, self._difference = self._difference, difference
        is_other = former is None or (former.measure, former.plan) != (difference.measure, difference.plan)
        self.plans.show_plans(difference.plans, difference.plan)
        self.view.show_difference(difference)
        if is_other:
            self.view.moveCursor(QTextCursor.MoveOperation.Start)
        self._summarize(difference)

    def repaint_difference(self) -> None:
        """Show the same in the colours of the palette that is new."""
        if self._difference is not None:
            self.view.show_difference(self._difference)

    def show_parent(self, caption: str, wording: str) -> None:
        """Show a superior measure as it stands, with nothing beside it."""
        self.show_difference(Difference(f"parent {caption}", "", (caption,), (Passage("=", wording),)))
        self.summary.setText(_("superior wording"))
        self.take.setEnabled(False)

    def clear(self) -> None:
        """Show that there is nothing to compare."""
        self._difference = None
        self.view.clear()
        self.view.show_difference(Difference("", "", (), ()))
        self.plans.show_plans((), "")
        self.origin.setText(_("Choose a measure to see how it differs from the superior plan."))
        self.summary.clear()
        self.figures.hide()
        self.take.setEnabled(False)

    def _summarize(self, difference: Difference) -> None:
        lost = "、".join(difference.lost_figures)
        self.figures.setText(_("Figures not carried over: {figures}").format(figures=lost))
        self.figures.setVisible(bool(lost))
        self.take.setEnabled(bool(difference.parents))
        if not difference.parents:
            self.origin.setText(_("The county's own measure: there is no superior wording."))
            self.summary.clear()
            return
        self.origin.setText(_("Superior: {captions}").format(captions="；".join(difference.parents)))
        self.summary.setText(
            _("{inserted} characters added, {deleted} taken out").format(
                inserted=difference.inserted, deleted=difference.deleted
            )
            if difference.inserted or difference.deleted
            else _("word for word")
        )

    def go(self, direction: int) -> None:
        """Go to the next or previous difference, from the other end where there is no further one."""
        if not self.view.go(direction) and self.view.difference_count:
            end = QTextCursor.MoveOperation.Start if direction > 0 else QTextCursor.MoveOperation.End
            self.view.moveCursor(end)
            self.view.go(direction)
