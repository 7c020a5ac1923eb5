"""The list of reviewers' marks: what was found, where, of which words, and whether these still differ."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.plan.project import Mark, Marked
from editor.ui.base.flow_layout import FlowLayout
from editor.ui.base.rows import Row, RowModel
from editor.ui.base.theme import VERDICT_MARKS
from editor.ui.base.tree import Tree
from editor.ui.difference.diff_pane import VERDICT_NAMES
from editor.wording import _

_URGENCY = ("to_ask", "doubtful", "checked")
_SHOWN = 60


def mark_rows(
    marks: Sequence[Marked], captions: Mapping[tuple[str | None, str | None], str], verdict: str = ""
) -> tuple[Row, ...]:
    """The marks as rows, questions first; `verdict` narrows to one kind, `captions` are of the local measures."""
    ordered = sorted(marks, key=lambda each: _URGENCY.index(each.mark.verdict))
    return tuple(
        _row(each.mark, each.is_there, captions.get(("local", each.mark.measure), ""))
        for each in ordered
        if verdict in ("", each.mark.verdict)
    )


def _row(mark: Mark, is_there: bool, caption: str) -> Row:
    words = " → ".join(filter(None, (_shortened(mark.old), _shortened(mark.new))))
    if not mark.new:
        words = _("− {words}").format(words=words)
    elif not mark.old:
        words = _("＋ {words}").format(words=words)
    verdict = f"{VERDICT_MARKS[mark.verdict]} {_(VERDICT_NAMES[mark.verdict])}"
    state = "" if is_there else _("no longer differs")
    key = f"{mark.measure}/{mark.parent}/{mark.occurrence}/{mark.old}/{mark.new}"
    return Row(key, (verdict, caption, words, mark.note, state), hint=f"{mark.old}\n→ {mark.new}", value=mark)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


class MarksBoard(QWidget):
    """Lists the marks; `chosen` tells the one to go to, `unmark_wanted` those to take off, `export_wanted` to write all."""

    chosen = Signal(object)
    unmark_wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headings = (_("Mark"), _("Local measure"), _("Difference"), _("Note"), _("State"))
        self._marks: tuple[Marked, ...] = ()
        self._captions: Mapping[tuple[str | None, str | None], str] = {}
        self.model = RowModel(headings, self)
        self.tree = Tree(_("Reviewers' marks"), self.model)
        self.tree.setRootIsDecorated(False)
        self.tree.hint.when_empty = _(
            "No marks to show. A reviewer goes to a difference with F7 and marks it as checked, doubtful or to be asked."
        )
        self.tree.setAlternatingRowColors(True)
        character = self.tree.fontMetrics().averageCharWidth()
        for column, width in enumerate((16, 34, 70, 30)):
            self.tree.header().resizeSection(column, width * character)
        self.tree.entered.connect(self._choose)
        self.verdict = QComboBox(self)
        self.verdict.setAccessibleName(_("Marks to show"))
        self.verdict.addItem(_("everything"), "")
        for verdict in _URGENCY:
            self.verdict.addItem(f"{VERDICT_MARKS[verdict]} {_(VERDICT_NAMES[verdict])}", verdict)
        self.verdict.currentIndexChanged.connect(self._refresh)
        self.summary = QLabel(self)
        self.remove, self.export = self._button(_("Remove the mark")), self._button(_("Export…"))
        self.remove.clicked.connect(self._unmark)
        self.export.clicked.connect(self.export_wanted)
        self._arrange()

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        return button

    def _arrange(self) -> None:
        bar = FlowLayout()
        for widget in (self.verdict, self.remove, self.export, self.summary):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(bar)
        layout.addWidget(self.tree)

    def show_marks(
        self, marks: tuple[Marked, ...], captions: Mapping[tuple[str | None, str | None], str]
    ) -> None:
        """List these marks."""
        self._marks, self._captions = marks, captions
        self.export.setEnabled(bool(marks))
        self._refresh()

    def _refresh(self) -> None:
        self.model.update(mark_rows(self._marks, self._captions, self.verdict.currentData()))
        counts = (
            f"{VERDICT_MARKS[v]} {sum(each.mark.verdict == v for each in self._marks)}" for v in _URGENCY
        )
        self.summary.setText("   ".join(counts))

    def _choose(self, key: str) -> None:
        row = self.model.row_at(self.model.find(key))
        if row is not None:
            self.chosen.emit(row.value)

    def _unmark(self) -> None:
        rows = (self.model.row_at(self.model.find(key)) for key in self.tree.selected_keys)
        if marks := tuple(row.value for row in rows if row):
            self.unmark_wanted.emit(marks)
