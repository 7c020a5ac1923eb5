"""The form of the notice's details: letterhead, number, title, addressees, text, date, annotation, imprint."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from editor.drafting.commands import SetNotice
from editor.plan.project import Project
from editor.ui.binding import Binding
from editor.ui.document import Document
from editor.ui.text_box import TextBox
from editor.wording import N_, _

_SEPARATOR = "；"


class _Field(NamedTuple):
    """One field of the notice: its name in the value and on the form, and how many lines it takes."""

    name: str
    label: str
    lines: int = 1


_LEFT = (
    _Field("issuer_mark", N_("Letterhead")),
    _Field("document_number", N_("Document number")),
    _Field("title", N_("Title of the notice")),
    _Field("addressees", N_("Addressees")),
    _Field("text", N_("Text of the notice"), 3),
)
_RIGHT = (
    _Field("issuers", N_("Issuers")),
    _Field("date", N_("Date (YYYY-MM-DD)")),
    _Field("annotation", N_("Annotation")),
    _Field("copied_to", N_("Copied to")),
    _Field("printed_by", N_("Printed by")),
    _Field("printed_on", N_("Printed on (YYYY-MM-DD)")),
)
_LISTS = ("issuers", "addressees")


class NoticeForm(QScrollArea):
    """Every detail of the notice, each in a box of its own."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.boxes: dict[str, TextBox] = {}
        self._bindings: list[Binding] = []
        self.sealed = QCheckBox(_("Sealed by hand: leave room for the seal"))
        self.sealed.clicked.connect(self._set_sealed)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(6, 4, 6, 4)
        columns.addLayout(self._column(_LEFT), 3)
        right = QVBoxLayout()
        right.addLayout(self._column(_RIGHT))
        right.addWidget(self.sealed)
        right.addStretch(1)
        columns.addLayout(right, 2)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def _column(self, fields: tuple[_Field, ...]) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in fields:
            box = TextBox(_(field.label), lines=field.lines)
            box.entered.connect(box.focusNextChild)
            self.boxes[field.name] = box
            self._bindings.append(Binding(box, self._document, _reader(field.name), _writer(field.name)))
            form.addRow(_(field.label), box)
        return form

    def load(self) -> None:
        """Show the notice of another project."""
        for binding in self._bindings:
            binding.load()
        self.sealed.setChecked(self._document.project.notice.sealed)

    def follow(self, source: object) -> None:
        """Follow the project after a step."""
        for binding in self._bindings:
            binding.follow(source)
        self.sealed.setChecked(self._document.project.notice.sealed)

    def _set_sealed(self, checked: bool) -> None:
        self._document.do(SetNotice("sealed", checked), source=self.sealed)


def _reader(name: str) -> Callable[[Project], str]:
    def read(project: Project) -> str:
        value = getattr(project.notice, name)
        return _SEPARATOR.join(value) if name in _LISTS else str(value)

    return read


def _writer(name: str) -> Callable[[str], SetNotice]:
    def write(text: str) -> SetNotice:
        return SetNotice(name, parse_list(text) if name in _LISTS else text)

    return write


def parse_list(text: str) -> tuple[str, ...]:
    """The groups of a list field: separated by ； or ; with blanks around them dropped."""
    groups = (group.strip() for group in text.replace(";", _SEPARATOR).split(_SEPARATOR))
    return tuple(group for group in groups if group)
