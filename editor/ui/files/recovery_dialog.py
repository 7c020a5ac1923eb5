"""Unsaved work that was found at the start: a look inside each before it is recovered or discarded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.comparing import changes_between
from editor.errors import EditorError
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.storage import Recovered, load_project
from editor.ui.base.buttons import add_button
from editor.ui.base.help_key import offer_help
from editor.ui.base.long_work import LongWork, Watch
from editor.ui.base.outline_rows import caption
from editor.ui.base.sizes import open_at
from editor.ui.base.tab_order import order_tabs
from editor.wording import _

_SIZE = (760, 420)
_MOST_SHOWN, _MOST_WORDS = 8, 40
"""Changed measures that are shown, and characters of each."""


class RecoveryDialog(QDialog):
    """Lists what was found; `recovered` and `discarded` tell what is wanted of each, the rest stays for the next start."""

    recovered = Signal(object)
    discarded = Signal(object)

    def __init__(self, found: Sequence[Recovered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Unsaved work"))
        self._found = list(found)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Unsaved work"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QPlainTextEdit(self)
        self.inside.setReadOnly(True)
        self.inside.setTabChangesFocus(True)
        self.inside.setAccessibleName(_("What is in it"))
        self.work = LongWork(self)
        self.work.failed.connect(self.inside.setPlainText)
        self._arrange()
        order_tabs(self)
        self.list.currentRowChanged.connect(self._look)
        for one in self._found:
            self.list.addItem(f"{_time(one)}\n{_name(one)}")
        self.list.setCurrentRow(0)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        words = _("The program ended without saving this work. Look at it, then recover or discard it.")
        self.words = QLabel(words, self)
        layout.addWidget(self.words)
        sides = QSplitter(self)
        sides.addWidget(self.list)
        sides.addWidget(self.inside)
        sides.setSizes([_SIZE[0] // 3, _SIZE[0] * 2 // 3])
        layout.addWidget(sides, 1)
        line = QHBoxLayout()
        self.recover = add_button(line, _("&Recover"), lambda: self._answer(self.recovered))
        self.recover.setDefault(True)
        self.discard = add_button(line, _("&Discard"), lambda: self._answer(self.discarded))
        later = QDialogButtonBox(self)
        later.addButton(_("&Later"), QDialogButtonBox.ButtonRole.RejectRole)
        later.rejected.connect(self.reject)
        line.addStretch(1)
        line.addWidget(later)
        layout.addLayout(line)
        open_at(self, *_SIZE)
        offer_help(self, "safety")

    def _look(self, place: int) -> None:
        if 0 <= place < len(self._found):
            self.inside.setPlainText(_("Looking inside …"))
            self.work.begin("", look_inside, self._found[place], then=self.inside.setPlainText)

    def _answer(self, signal: SignalInstance) -> None:
        """Tell what is wanted of the chosen work; the dialog ends with the last."""
        place = self.list.currentRow()
        chosen = self._found.pop(place)
        self.list.takeItem(place)
        signal.emit(chosen)
        if self._found:
            self._look(self.list.currentRow())
        else:
            self.accept()

    def done(self, result: int) -> None:
        """Nobody looks any more."""
        self.work.drop()
        super().done(result)


def look_inside(_watch: Watch, found: Recovered) -> str:
    """What unsaved work holds, and how it differs from the file that was saved, in a few lines."""
    local = found.project.local
    lines = [
        _name(found),
        _("Kept: {time}").format(time=_time(found)),
        _("File: {path}").format(path=found.path or _("never saved")),
        _("{count} measures").format(count=len(local.measures)),
        "",
    ]
    if found.path is None:
        return "\n".join([*lines, *_first_lines(local, local.measures)])
    try:
        saved = load_project(found.path).local
    except EditorError as error:
        return "\n".join([*lines, str(error)])
    return "\n".join([*lines, *_differences(saved, local, found.project.roster.unit_names)])


def _differences(saved: Plan, local: Plan, names: Sequence[str]) -> list[str]:
    changes = changes_between(saved, local, names)
    if changes.is_empty:
        return [_("The measures are the same as in the saved file.")]
    counts = _("Against the saved file: {added} measures added, {removed} removed, {reworded} reworded")
    details = {detail.block for detail in changes.details}
    changed = {*changes.added, *changes.reworded, *changes.moved, *details}
    heading = counts.format(
        added=len(changes.added), removed=len(changes.removed), reworded=len(changes.reworded)
    )
    return [heading, *_first_lines(local, [m for m in local.measures if m.id in changed])]


def _first_lines(plan: Plan, measures: Sequence[Measure]) -> list[str]:
    captions = {block.id: caption(block) for block in plan.body}
    shown = [f"{captions[m.id]}  {m.text[:_MOST_WORDS]}" for m in measures[:_MOST_SHOWN]]
    return [*shown, "…"] if len(measures) > _MOST_SHOWN else shown


def _name(found: Recovered) -> str:
    return found.project.local.title or (found.path.stem if found.path else _("Untitled draft"))


def _time(found: Recovered) -> str:
    return found.kept.replace("T", " ")
