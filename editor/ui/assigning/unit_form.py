"""The fields of one unit of the roster."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from editor.plan.roster import Unit, UnitKind
from editor.ui.assigning.roster_draft import split_names
from editor.wording import N_, _

KIND_NAMES: dict[UnitKind, str] = {
    "department": N_("department"),
    "office": N_("office"),
    "town": N_("town"),
    "subdistrict": N_("subdistrict"),
    "vertical": N_("led from above"),
    "enterprise": N_("enterprise"),
    "court": N_("court or procuratorate"),
    "other": N_("other"),
}
VERTICAL_MARK = "⇧"
"""What marks an organ led from above, which a county may ask but not instruct."""
_FIELDS = {
    "name": N_("Full name"),
    "short": N_("Short name, as notices print it"),
    "former_names": N_("Former names, the latest first"),
    "aliases": N_("Other ways to write it"),
}
_LISTS = ("former_names", "aliases")


class UnitForm(QWidget):
    """Shows a unit; `edited` tells a field and its new value while one types, `done` that Enter was pressed."""

    edited = Signal(str, object)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {field: self._line(field, _(wording)) for field, wording in _FIELDS.items()}
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(_("Kind"))
        for kind, name in KIND_NAMES.items():
            self.kind.addItem(_(name), kind)
        self.kind.activated.connect(lambda _place: self.edited.emit("kind", self.kind.currentData()))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for field, wording in _FIELDS.items():
            label = QLabel(_(wording), self)
            label.setBuddy(self.fields[field])
            form.addRow(label, self.fields[field])
        form.addRow(_("Kind"), self.kind)

    def _line(self, field: str, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.textEdited.connect(lambda text: self._tell(field, text))
        line.returnPressed.connect(self.done)
        return line

    def _tell(self, field: str, text: str) -> None:
        self.edited.emit(field, split_names(text) if field in _LISTS else text.strip())

    def show_unit(self, unit: Unit | None) -> None:
        """Show a unit; with None there is nothing to edit."""
        shown = unit or Unit(name="")
        for field, line in self.fields.items():
            value = getattr(shown, field)
            line.setText("、".join(value) if field in _LISTS else value)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind))
        self.setEnabled(unit is not None)
