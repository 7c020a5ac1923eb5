"""The fields of one locality's profile."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.plan.locality import Locality
from editor.plan.locality_fields import locality_problems
from editor.plan.searching import folded
from editor.ui.base.lines_box import parse_lines
from editor.ui.notice.word_pairs import WordPairs
from editor.wording import N_, _

_LEVELS = (
    ("county", N_("county")),
    ("district", N_("district")),
    ("city", N_("city")),
    ("town", N_("town or subdistrict")),
    ("department", N_("department")),
)
_LINES = 3
_WORDS_LINES = 8
_BETWEEN_GROUPS = "，"


class NumberBox(QDoubleSpinBox):
    """A number; figures and the point may be typed in full width."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """As what was typed would be in half width, which takes its place."""
        return super().validate(folded(text).replace("。", "."), place)


class LocalityForm(QWidget):
    """Shows a locality and gives back what was made of it; `edited` tells that something was changed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locality = Locality()
        self._rows = QFormLayout(self)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._sentences: dict[str, QLabel] = {}
        self.boxes: dict[str, QWidget] = {}
        self._readers: dict[str, Callable[[], Any]] = {}
        self._writers: dict[str, Callable[[Any], object]] = {}
        self._make_rows()

    def _make_rows(self) -> None:
        self._line("name", _("Name"))
        self._level()
        self._line("government", _("Government"))
        self._line("issuer", _("Usual issuer"))
        self._list("offices", _("Offices that issue notices"))
        self._line("issuer_mark", _("Letterhead"))
        self._line("number_prefix", _("Code before the number"))
        self._list("addressees", _("Addressees"))
        self._groups("other_addressees", _("Other lists of addressees, one a line"))
        self._line("annotation", _("Annotation"))
        self._line("copied_to", _("Copied to"))
        self._line("printed_by", _("Printed by"))
        self._seal()
        self._even()
        self._pairs()

    def _add(
        self, field: str, label: str, box: QWidget, read: Callable[[], Any], write: Callable[[Any], object]
    ) -> None:
        box.setAccessibleName(label)
        sentence = self._sentences[field] = QLabel()
        sentence.setWordWrap(True)
        sentence.hide()
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(box)
        column.addWidget(sentence)
        self._rows.addRow(label, cell)
        self.boxes[field], self._readers[field], self._writers[field] = box, read, write

    def _line(self, field: str, label: str) -> None:
        box = QLineEdit()
        box.textChanged.connect(self._tell)
        self._add(field, label, box, lambda: box.text().strip(), partial(_write_line, box))

    def _text(self, lines: int = _LINES) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setTabChangesFocus(True)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + 2 * box.frameWidth() + 8)
        box.textChanged.connect(self._tell)
        return box

    def _list(self, field: str, label: str) -> None:
        box = self._text()
        write = partial(_write_lines, box)
        self._add(field, label, box, lambda: parse_lines(box.toPlainText()), write)

    def _groups(self, field: str, label: str) -> None:
        box = self._text()
        self._add(field, label, box, partial(_read_groups, box), partial(_write_groups, box))

    def _level(self) -> None:
        box = QComboBox()
        for level, wording in _LEVELS:
            box.addItem(_(wording), level)
        box.currentIndexChanged.connect(self._tell)
        self._add("level", _("Level"), box, box.currentData, partial(_write_choice, box))

    def _seal(self) -> None:
        box = NumberBox()
        box.setRange(0, 99)
        box.setDecimals(1)
        box.valueChanged.connect(self._tell)
        self._add("seal_diameter", _("Seal (mm across)"), box, box.value, box.setValue)

    def _even(self) -> None:
        box = QCheckBox(_("on an even page"))
        box.toggled.connect(self._tell)
        self._add("imprint_even", _("Imprint"), box, box.isChecked, box.setChecked)

    def _pairs(self) -> None:
        box = WordPairs(_("Words of the superiors"))
        box.setMinimumHeight(box.fontMetrics().lineSpacing() * _WORDS_LINES * 3 // 2)
        box.edited.connect(self._tell)
        self._add("superior_words", _("Words of the superiors"), box, lambda: box.pairs, box.show_pairs)

    # What is shown

    def show_locality(self, locality: Locality, *, may_edit: bool) -> None:
        """Show another locality."""
        self._locality = locality
        with QSignalBlocker(self):
            for field, write in self._writers.items():
                write(getattr(locality, field))
        for box in self.boxes.values():
            _let_edit(box, may_edit)
        self._judge()

    @property
    def locality(self) -> Locality:
        """The locality as it was made here."""
        return Locality(**{field: read() for field, read in self._readers.items()})

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what was shown first."""
        return self.locality != self._locality

    def _tell(self) -> None:
        self._judge()
        self.edited.emit()

    def _judge(self) -> None:
        if len(self._readers) < len(Locality.__struct_fields__):
            return  # still being put together
        problems = locality_problems(self.locality)
        for field, sentence in self._sentences.items():
            said = problems.get(field, "")
            sentence.setText(f"▲ {said}" if said else "")
            sentence.setVisible(bool(said))
            self.boxes[field].setAccessibleDescription(said)

    def focus_problem(self) -> bool:
        """Put the caret where something is wrong; False where nothing is."""
        field = next(iter(locality_problems(self.locality)), None)
        if field is not None:
            self.boxes[field].setFocus()
        return field is not None


def _write_line(box: QLineEdit, text: str) -> None:
    box.setText(text)
    box.setCursorPosition(0)


def _write_lines(box: QPlainTextEdit, entries: tuple[str, ...]) -> None:
    box.setPlainText("\n".join(entries))


def _read_groups(box: QPlainTextEdit) -> tuple[tuple[str, ...], ...]:
    lines = (line.replace(",", _BETWEEN_GROUPS) for line in parse_lines(box.toPlainText()))
    parted = (tuple(group for raw in line.split(_BETWEEN_GROUPS) if (group := raw.strip())) for line in lines)
    return tuple(groups for groups in parted if groups)


def _write_groups(box: QPlainTextEdit, lists: tuple[tuple[str, ...], ...]) -> None:
    box.setPlainText("\n".join(_BETWEEN_GROUPS.join(groups) for groups in lists))


def _write_choice(box: QComboBox, value: str) -> None:
    if box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(box.findData(value))


def _let_edit(box: QWidget, may_edit: bool) -> None:
    """Let a box be changed, or only read and copied from."""
    if isinstance(box, QLineEdit | QPlainTextEdit | QDoubleSpinBox):
        box.setReadOnly(not may_edit)
    elif isinstance(box, WordPairs):
        box.let_edit(may_edit)
    else:
        box.setEnabled(may_edit)
