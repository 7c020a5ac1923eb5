"""The editor of the roster: units in official order, their names and kinds, from and to spreadsheets."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import CallUnits, Many, SetRoster
from editor.errors import EditorError
from editor.plan.roster import Unit
from editor.plan.roster_doubts import roster_doubts
from editor.plan.roster_table import RosterTable
from editor.ui.assigning.roster_draft import RosterDraft, measures_by_unit
from editor.ui.assigning.roster_files import keep_for_new_drafts, read_roster, write_roster
from editor.ui.assigning.unit_form import KIND_NAMES, VERTICAL_MARK, UnitForm
from editor.ui.base.asking import ask
from editor.ui.base.buttons import add_button
from editor.ui.base.document import Document
from editor.ui.base.help_key import offer_help
from editor.ui.base.rows import Row, RowModel
from editor.ui.base.settings import Settings
from editor.ui.base.sizes import open_at
from editor.ui.base.tab_order import order_tabs
from editor.ui.base.tree import Tree
from editor.ui.base.worker import Newest
from editor.wording import N_, _

FILES = N_("Rosters (*.xlsx *.csv *.toml)")
_SIZE = (940, 600)
_DOUBTS_AFTER = 200
_WIDTHS = (18, 34, 16, 8, 34, 24)


class RosterDialog(QDialog):
    """Edits a copy of the roster; OK makes it the draft's as one step, and later drafts' where that is wanted."""

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Roster of units"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, *_SIZE)
        offer_help(self, "roster")
        self._document, self._settings = document, settings
        self.draft = RosterDraft(document.project.roster)
        self._key: str | None = None
        headings = (
            *(_("Printed"), _("Full name"), _("Kind"), _("Measures"), _("Remark")),
            *(_("Former names"), _("Other names")),
        )
        self.model = RowModel(headings, self)
        self.table = Tree(_("Units"), self.model)
        self.form = UnitForm(self)
        self.follow = QCheckBox(_("Measures &follow where a printed name changes"), self)
        self.follow.setChecked(True)
        self.for_new_drafts = QCheckBox(_("Use for new &drafts too"), self)
        self.problems = QPlainTextEdit(self)
        self._doubts: dict[int, str] = {}
        self._measures = measures_by_unit(document.project)
        self._timer = QTimer(self, singleShot=True, interval=_DOUBTS_AFTER)
        self._reader = Newest(self)
        self._arrange()
        order_tabs(self)
        self._connect()
        self._find_doubts()
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_unit()
        self.table.setFocus()

    # Putting together

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.addLayout(self._buttons())
        self.table.setRootIsDecorated(False)
        self.table.setAlternatingRowColors(True)
        for column, width in enumerate(_WIDTHS):
            self.table.header().resizeSection(column, width * self.fontMetrics().averageCharWidth())
        layout.addWidget(self.table, 1)
        self.problems.setReadOnly(True)
        self.problems.setAccessibleName(_("Rows that could not be taken"))
        self.problems.setMaximumHeight(5 * self.fontMetrics().lineSpacing())
        self.problems.hide()
        layout.addWidget(self.problems)
        layout.addWidget(self.form)
        for box in (self.follow, self.for_new_drafts):
            layout.addWidget(box)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._button(line, _("&Add a unit"), self.add, "Ins")
        self._button(line, _("&Remove"), self.remove)
        self._button(line, _("Move &up"), lambda: self.move_selected(-1), "Alt+Up")
        self._button(line, _("Move dow&n"), lambda: self.move_selected(1), "Alt+Down")
        line.addStretch(1)
        self._button(line, _("&Import…"), self._ask_import)
        self._button(line, _("&Export…"), self._ask_export)
        return line

    def _button(self, line: QHBoxLayout, text: str, function: Callable[[], object], key: str = "") -> None:
        button = add_button(line, text, function)
        if key:
            button.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(QKeySequence(key), self, function)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._find_doubts)
        self.table.current_changed.connect(lambda _key: self._show_unit())
        self.table.entered.connect(lambda _key: self.form.fields["name"].setFocus())
        self.form.edited.connect(self._change)
        self.form.done.connect(self.table.setFocus)
        self._reader.answered.connect(self.take)
        self._reader.failed.connect(self._fail)
        self._document.problem.connect(self._tell_problem)

    # Rows and fields

    def _refresh(self) -> None:
        units = ((place, key, self.draft.unit(key)) for place, key in enumerate(self.draft.keys))
        self.model.update([self._row(key, unit, self._doubts.get(place, "")) for place, key, unit in units])

    def _row(self, key: str, unit: Unit, doubt: str) -> Row:
        mark = f"{VERTICAL_MARK} " if unit.kind == "vertical" else ""
        used = len(set().union(*(self._measures.get(name, ()) for name in unit.names)))
        names = ("、".join(unit.former_names), "、".join(unit.aliases))
        remark = f"▲ {doubt}" if doubt else ""
        cells = (
            unit.printed,
            unit.name,
            f"{mark}{_(KIND_NAMES[unit.kind])}",
            str(used or ""),
            remark,
            *names,
        )
        return Row(key, cells, hint=doubt)

    def _find_doubts(self) -> None:
        found = reversed(roster_doubts(self.draft.roster))
        self._doubts = {doubt.unit: doubt.message for doubt in found}
        self._refresh()

    def _show_unit(self) -> None:
        self._key = self.table.current_key
        self.form.show_unit(self.draft.unit(self._key) if self._key is not None else None)

    def _change(self, field: str, value: object) -> None:
        if self._key is not None:
            self.draft.change(self._key, **{field: value})
            self._refresh()
            self._timer.start()

    # What the buttons do

    def add(self) -> None:
        """Put a new unit behind the current one, and begin to write its name."""
        key = self.draft.add(self._key)
        self._find_doubts()
        self.table.go_to(key)
        self.form.fields["name"].setFocus()

    def remove(self) -> None:
        """Take the selected units out."""
        next_one = self.draft.remove(self.table.selected_keys)
        self._find_doubts()
        if next_one is not None:
            self.table.go_to(next_one)
        self._show_unit()

    def move_selected(self, by: int) -> None:
        """Move the selected units up or down in the official order."""
        self.draft.move(self.table.selected_keys, by)
        self._find_doubts()

    def _ask_import(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Import a roster"), "", _(FILES))
        if name:
            self._reader.ask(read_roster, Path(name))

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._reader.is_busy

    def take(self, table: RosterTable) -> None:
        """Take over what a file held: instead of the units that are here, or what is new beside them."""
        self._tell(table.problems)
        if not table.roster.units:
            return
        how = "replace"
        if self.draft.keys:
            question = _("{count} units were read. What is to become of those that are here?")
            choices = [(_("Add what is new"), "add"), (_("Replace all"), "replace")]
            how = ask(self, _("Import a roster"), question.format(count=len(table.roster.units)), choices, "")
        if how == "replace":
            self.draft.take(table.roster)
        elif how == "add":
            added = self.draft.add_new(table.roster)
            self._tell((*table.problems, _("{count} units are new.").format(count=added)))
        self._find_doubts()
        self._show_unit()

    def _tell(self, sentences: tuple[str, ...]) -> None:
        self.problems.setPlainText("\n".join(sentences))
        self.problems.setVisible(bool(sentences))

    def _tell_problem(self, sentence: str) -> None:
        self._tell((sentence,))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, EditorError):
            raise error
        self._tell((str(error),))

    def _ask_export(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, _("Export the roster"), "单位名录.xlsx", _(FILES))
        if name:
            self.export(Path(name))

    def export(self, path: Path) -> None:
        """Write the roster as it stands here."""
        try:
            write_roster(self.draft.roster, path)
        except EditorError as error:
            self._tell((str(error),))
        else:
            self._tell((_("The roster was written to “{name}”.").format(name=path.name),))

    # Ending

    def accept(self) -> None:
        """Make this the draft's roster, and that of later drafts where it is wanted."""
        roster = self.draft.roster
        steps = (SetRoster(roster), CallUnits(tuple(self.draft.renamed()) if self.follow.isChecked() else ()))
        if self.draft.is_changed and not self._document.do(Many(_("Change roster"), steps)):
            return
        if self.for_new_drafts.isChecked():
            locality = self._document.project.locality
            self._document.attempt(keep_for_new_drafts, self._settings, locality, roster)
        super().accept()

    def reject(self) -> None:
        """Leave the roster as it was; asks where that would lose what was done here."""
        discard = [(_("Discard"), True)]
        text = _("The roster was changed here; the changes are lost if you leave now.")
        if not self.draft.is_changed or ask(self, _("Roster of units"), text, discard, False):
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete in the table removes; Escape in a field goes back to the table first; Enter alone never ends the dialog."""
        focus: QWidget | None = self.focusWidget()
        if event.key() == Qt.Key.Key_Delete and focus is self.table:
            self.remove()
        elif event.key() == Qt.Key.Key_Escape and focus in self.form.fields.values():
            self.table.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept()
        else:
            super().keyPressEvent(event)
