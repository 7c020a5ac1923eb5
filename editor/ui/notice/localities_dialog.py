"""The localities' profiles: that of this draft, the user's own, and those that come with the program."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import Command, Many, SetLocality, SetRoster
from editor.errors import EditorError
from editor.plan.locality import Locality
from editor.plan.locality_fields import locality_problems
from editor.plan.roster import Roster
from editor.storage import (
    add_locality,
    give_locality,
    is_own,
    is_sent_along,
    load_locality,
    locality_files,
    remove_locality,
    roster_of,
    save_locality,
)
from editor.ui.base.asking import ask
from editor.ui.base.document import Document
from editor.ui.base.help_key import offer_help
from editor.ui.base.scrolled import Scrolled
from editor.ui.base.settings import Settings
from editor.ui.base.sizes import open_at
from editor.ui.notice.locality_form import LocalityForm
from editor.wording import _

_SIZE = (900, 620)
_KINDS = "*.toml"


class _Entry(NamedTuple):
    """A locality in the list; no path for that of the draft."""

    path: Path | None
    locality: Locality

    @property
    def may_edit(self) -> bool:
        return self.path is None or is_own(self.path)


class LocalitiesDialog(QDialog):
    """Shows every locality with its fields; what is changed is kept when another is chosen or the dialog closes."""

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Localities"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._settings = document, settings
        self._entry = _Entry(None, document.project.locality)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Localities"))
        self.form = LocalityForm()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.for_new = QCheckBox(_("for new drafts too"))
        self.use = QPushButton(_("Use in this draft"))
        self.use.clicked.connect(self.use_chosen)
        self.buttons: dict[str, QPushButton] = {}
        self._arrange()
        self.list.currentRowChanged.connect(self._choose)
        self.refresh()

    def _arrange(self) -> None:
        left, right, panes = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(self._make_buttons())
        right.addWidget(self.note)
        right.addWidget(Scrolled(self.form), 1)
        panes.addLayout(left, 2)
        panes.addLayout(right, 5)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.use)
        foot.addWidget(self.for_new)
        foot.addStretch(1)
        foot.addWidget(closing)
        layout = QVBoxLayout(self)
        layout.addLayout(panes, 1)
        layout.addLayout(foot)
        open_at(self, *_SIZE)
        offer_help(self, "roster")

    def _make_buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        rows = (
            (("new", _("&New"), self.add_new), ("duplicate", _("Dup&licate"), self.duplicate)),
            (("import", _("&Import…"), self._ask_import), ("export", _("&Export…"), self._ask_export)),
            (("delete", _("&Delete"), self._ask_delete),),
        )
        for row in rows:
            line = QHBoxLayout()
            for name, wording, function in row:
                button = self.buttons[name] = QPushButton(wording)
                button.setAutoDefault(False)
                button.clicked.connect(partial(self._attempt, function))
                line.addWidget(button)
            column.addLayout(line)
        return column

    # The list

    def refresh(self, chosen: Path | None = None) -> None:
        """Show what there is; files that can't be read are left out and told."""
        entries, wrong = [_Entry(None, self._document.project.locality)], []
        for path in locality_files():
            try:
                entries.append(_Entry(path, load_locality(path)))
            except EditorError as error:
                wrong.append(str(error))
        with QSignalBlocker(self.list):
            self.list.clear()
            for entry in entries:
                item = QListWidgetItem(self._caption(entry), self.list)
                item.setData(Qt.ItemDataRole.UserRole, entry)
            place = next((n for n, entry in enumerate(entries) if entry.path == chosen), 0)
            self.list.setCurrentRow(place)
        self._show(entries[place])
        if wrong:
            self.note.setText("\n".join(wrong))

    def _caption(self, entry: _Entry) -> str:
        name = entry.locality.name or _("(no name)")
        if entry.path is None:
            return _("{name}, in this draft").format(name=name)
        marks = []
        if not entry.may_edit:
            marks.append(_("comes with the program"))
        if entry.path == self._settings.profile:
            marks.append(_("for new drafts"))
        return name if not marks else f"{name} ({', '.join(marks)})"

    def _choose(self, row: int) -> None:
        item = self.list.item(row)
        if item is None:
            return
        wanted: _Entry = item.data(Qt.ItemDataRole.UserRole)
        if wanted.path == self._entry.path:
            return
        if self.keep():
            self.refresh(wanted.path)
        else:
            self.refresh_selection()

    def refresh_selection(self) -> None:
        """Let the list show the locality whose fields are shown."""
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                if self.list.item(row).data(Qt.ItemDataRole.UserRole).path == self._entry.path:
                    self.list.setCurrentRow(row)

    def _show(self, entry: _Entry) -> None:
        self._entry = entry
        self.form.show_locality(entry.locality, may_edit=entry.may_edit)
        self.note.setText(
            "" if entry.may_edit else _("This one comes with the program; duplicate it to change it.")
        )
        self.use.setEnabled(entry.path is not None)
        self.for_new.setEnabled(entry.path is not None)
        self.for_new.setChecked(entry.path is not None and entry.path == self._settings.profile)
        self.buttons["delete"].setEnabled(entry.path is not None and entry.may_edit)

    # Changing

    def keep(self) -> bool:
        """Keep what was changed; False where it is wrong and the user wants to go on with it, or it can't be kept."""
        if not self.form.is_changed:
            return True
        if locality_problems(self.form.locality):
            return self._may_discard()
        if self._entry.path is None:
            return self._document.do(SetLocality(self.form.locality))
        return self._attempt(partial(save_locality, self.form.locality, self._entry.path))

    def _may_discard(self) -> bool:
        choices = [(_("Correct it"), False), (_("Discard the changes"), True)]
        text = _("Something is wrong in this profile, so it can't be kept.")
        discard = ask(self, self.windowTitle(), text, choices, False)
        if not discard:
            self.form.focus_problem()
        return discard

    def _attempt(self, function: object) -> bool:
        """Do something that can fail for the user's reasons; False, and the reason told, where it does."""
        assert callable(function)
        try:
            function()
        except EditorError as error:
            self.note.setText(f"▲ {error}")
            return False
        return True

    def add_new(self) -> None:
        """One more locality with nothing but a name."""
        if self.keep():
            self.refresh(add_locality(Locality(name=_("New locality")), Roster()))
            self.form.boxes["name"].setFocus()

    def duplicate(self) -> None:
        """One more locality like the one shown, with its roster."""
        if self.keep():
            shown = self.form.locality
            copied = replace(shown, name=_("{name} (copy)").format(name=shown.name))
            self.refresh(add_locality(copied, self._roster()))

    def _ask_delete(self) -> None:
        name = self.form.locality.name
        question = _("Delete “{name}” and its roster from this machine?").format(name=name)
        if ask(self, self.windowTitle(), question, [(_("Delete"), True)], False):
            self.delete()

    def delete(self) -> None:
        """Delete the locality shown, one of the user's own."""
        if self._entry.path is not None:
            remove_locality(self._entry.path)
            self.refresh()

    def _ask_import(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            self, _("Import localities"), "", _("Localities (*.toml)")
        )
        for path in map(Path, names):
            if not (is_sent_along(path) and len(names) > 1):
                self.take(path)

    def take(self, path: Path) -> None:
        """Make the locality in a file, and the roster that came along, the user's own; FileProblem where it is none."""
        locality = load_locality(path)
        if self.keep():
            self.refresh(add_locality(locality, roster_of(path)))

    def _ask_export(self) -> None:
        suggestion = f"{self.form.locality.name}.toml"
        name, _kind = QFileDialog.getSaveFileName(self, _("Export the locality"), suggestion, _KINDS)
        if name:
            self.give(Path(name))

    def give(self, path: Path) -> None:
        """Write the locality shown and its roster for a colleague; SaveProblem where that can't be done."""
        path = path if path.suffix == ".toml" else path.with_name(f"{path.name}.toml")
        locality, *roster = give_locality(self.form.locality, self._roster(), path)
        sentence = _("“{name}” was written.").format(name=locality.name)
        if roster:
            message = _("“{name}” and its roster “{roster}” were written; send both.")
            sentence = message.format(name=locality.name, roster=roster[0].name)
        self.note.setText(sentence)

    def _roster(self) -> Roster:
        """That of the locality shown."""
        return roster_of(self._entry.path) if self._entry.path else self._document.project.roster

    # Using

    def use_chosen(self) -> None:
        """Give the locality shown, and its roster where it has one, to this draft, and to later ones if that is wanted."""
        path = self._entry.path
        if path is None or not self.keep():
            return
        self._attempt(partial(self._use, path))

    def _use(self, path: Path) -> None:
        locality, roster = self.form.locality, roster_of(path)
        steps: list[Command] = [SetLocality(locality)]
        if roster.units:
            steps.append(SetRoster(roster))
        self._document.do(Many(_("Change locality"), steps))
        if self.for_new.isChecked():
            self._settings.remember_profile(path)
        elif self._settings.profile == path:
            self._settings.forget_profile()
        self.refresh(path)
        self.note.setText(_("This draft uses “{name}” now.").format(name=locality.name))

    def reject(self) -> None:
        """Keep what was changed, then close."""
        if self.keep():
            super().reject()
