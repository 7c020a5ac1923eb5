"""Renaming a unit, or merging it into another, everywhere: what would follow is shown before anything is done."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import Command, Many, MergeUnits, RenameUnit, Replace
from editor.drafting.commands.renaming import count_assignments
from editor.drafting.replacing import Replacement, of_unit
from editor.plan.project import Project
from editor.plan.roster import Unit
from editor.ui.base.document import Document
from editor.ui.base.help_key import offer_help
from editor.ui.base.long_work import LongWork
from editor.ui.base.proposal_list import Listing, ProposalList, listing
from editor.ui.base.sizes import open_at
from editor.ui.base.worker import Newest, raise_again
from editor.ui.files.long_steps import do_long
from editor.wording import _

_SIZE = (860, 520)
_AFTER = 150


class Wish(NamedTuple):
    """A unit, what measures would call it, its new full name, empty where there is none, and whether texts follow."""

    unit: Unit
    new: str
    full: str
    in_texts: bool


class Following(NamedTuple):
    """The places in the texts that would follow, and how many measures are assigned to the unit."""

    places: Listing
    measures: int


def following(project: Project, wish: Wish | None) -> Following:
    """What would follow; nothing where no unit is chosen."""
    places = _in_texts(project, wish) if wish and wish.in_texts else ()
    measures = count_assignments(project, wish.unit.names) if wish else 0
    return Following(listing(places, project), measures)


def _in_texts(project: Project, wish: Wish) -> tuple[Replacement, ...]:
    """The printed name in the texts, and the full one, which becomes the new full name where one is given."""
    unit, new, full = wish[:3]
    hits = of_unit(project, unit.printed, new) if unit.printed != new else ()
    if unit.name != unit.printed and (full or new) != unit.name:
        hits += of_unit(project, unit.name, full or new)
    return hits


class RenameDialog(QDialog):
    """One unit, its new name or the unit it becomes part of, and the places in the texts that would follow."""

    def __init__(self, document: Document, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Rename or merge a unit everywhere"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, *_SIZE)
        offer_help(self, "roster")
        self._document = document
        self.unit, self.into = self._units(_("Unit")), self._units(_("Merge it into"))
        self.rename = QRadioButton(_("&Rename it to"), self)
        self.merge = QRadioButton(_("&Merge it into"), self)
        self.new, self.full = QLineEdit(self), QLineEdit(self)
        self.in_texts = QCheckBox(_("Also in the &texts of the measures"), self)
        self.counts = QLabel(self)
        self.list = ProposalList(_("Places in the texts"), _("No text names the unit."))
        self.list.show_results(True)
        keeping = self.list.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # else what is above would spread
        self.list.setSizePolicy(keeping)
        self.work = LongWork(self)
        self._asker = Newest(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._is_accepted = False
        self._arrange()
        self._connect()
        if (found := document.project.roster.find(name)) is not None:
            self.unit.setCurrentIndex(self.unit.findData(found.name))
        self._take_unit()
        self.new.setFocus()

    def _units(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for unit in self._document.project.roster.units:
            box.addItem(f"{unit.printed}（{unit.name}）" if unit.short else unit.name, unit.name)
        return box

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(_("Unit"), self.unit)
        form.addRow(self.rename, self.new)
        form.addRow(_("Its full name"), self.full)
        form.addRow(self.merge, self.into)
        self.new.setAccessibleName(_("New name, as printed"))
        self.full.setAccessibleName(_("New full name"))
        self.rename.setChecked(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for widget in (self.in_texts, self.counts):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.unit.currentIndexChanged.connect(self._take_unit)
        self.into.currentIndexChanged.connect(self._timer.start)
        for line in (self.new, self.full):
            line.textChanged.connect(self._timer.start)
        for toggle in (self.rename, self.in_texts):
            toggle.toggled.connect(self._timer.start)
        self._timer.timeout.connect(self.preview)
        self._asker.answered.connect(self._show)
        self._asker.failed.connect(raise_again)
        self.work.failed.connect(self.counts.setText)
        self.finished.connect(self.work.drop)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._document.problem.connect(self.counts.setText)

    # What is wanted

    def _chosen(self, box: QComboBox) -> Unit | None:
        return self._document.project.roster.find(box.currentData() or "")

    def _take_unit(self) -> None:
        """Begin with the names of the unit chosen."""
        unit = self._chosen(self.unit)
        self.new.setText(unit.printed if unit else "")
        self.full.setText(unit.name if unit and unit.short else "")
        self.new.selectAll()
        self.preview()

    @property
    def new_name(self) -> str:
        """What measures would call the unit."""
        if self.rename.isChecked():
            return self.new.text().strip()
        into = self._chosen(self.into)
        return into.printed if into else ""

    @property
    def _full_name(self) -> str:
        return self.full.text().strip() if self.rename.isChecked() else ""

    @property
    def is_busy(self) -> bool:
        """Whether what would follow is not shown yet."""
        return self._asker.is_busy or self._timer.isActive()

    def preview(self) -> None:
        """Have what would follow computed, and shown."""
        self._timer.stop()
        is_renaming = self.rename.isChecked()
        for widget, enabled in (
            (self.new, is_renaming),
            (self.full, is_renaming),
            (self.into, not is_renaming),
        ):
            widget.setEnabled(enabled)
        self.list.setVisible(self.in_texts.isChecked())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._command() is not None)
        unit = self._chosen(self.unit)
        wish = unit and Wish(unit, self.new_name, self._full_name, self.in_texts.isChecked())
        self._asker.ask(following, self._document.project, wish)

    def _show(self, found: Following) -> None:
        self.list.show_proposals(found.places)
        self.counts.setText(
            _("{count} measures are assigned to it and follow; undo takes everything back.").format(
                count=found.measures
            )
        )
        if self._is_accepted:
            self.accept()

    def _command(self) -> Command | None:
        unit, new = self._chosen(self.unit), self.new_name
        if unit is None or not new:
            return None
        label = _("Rename {old} to {new}").format(old=unit.printed, new=new)
        if self.rename.isChecked():
            full = self._full_name
            if (new, full or unit.name) == (unit.printed, unit.name):
                return None
            step: Command = RenameUnit(unit.name, new, full)
        else:
            into = self._chosen(self.into)
            if into is None or into is unit:
                return None
            step = MergeUnits(unit.name, into.name)
            label = _("Merge {old} into {new}").format(old=unit.printed, new=new)
        return Many(label, (step, Replace(label, self.list.ticked)))

    def accept(self) -> None:
        """Do it as one step, once what would follow is shown; where it doesn't fit the dialog says why."""
        self._is_accepted = self.is_busy
        if self._timer.isActive():
            self.preview()
        command = None if self.is_busy else self._command()
        if command is not None:
            do_long(self.work, self._document, command.label, command, super().accept)
