"""The template of the notice: which one is used, how it looks, where it departs from the standard, and own ones."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.drafting.commands import Many, SetNotice
from editor.errors import EditorError
from editor.plan.locality import Locality
from editor.plan.roster import Roster
from editor.storage import (
    add_locality,
    check_template_name,
    copy_template,
    own_templates,
    remove_template,
    template_place,
)
from editor.ui.base.asking import ask, ask_words
from editor.ui.base.document import Document
from editor.ui.base.flow_layout import FlowLayout
from editor.ui.base.help_key import offer_help
from editor.ui.base.scrolled import Scrolled
from editor.ui.base.settings import Look, Settings
from editor.ui.base.sizes import open_at
from editor.ui.base.worker import Newest
from editor.ui.notice.page_bar import LayoutBox
from editor.ui.notice.template_description import (
    Described,
    FaceTable,
    describe,
    deviation_lines,
    font_sentence,
)
from editor.wording import _
from editor.writing import SampleReading, template_from_sample

_SIZE = (820, 600)
_DEVIATION_LINES = 5
_LEAST_ROWS = 9


class TemplateDialog(QDialog):
    """Shows one template at a time; what is edited in Word meanwhile is read again when the dialog is returned to."""

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Template of the notice"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._settings = document, settings
        self.names = QComboBox()
        self.names.setAccessibleName(_("Template"))
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layouts = LayoutBox()
        self.layouts.show_layout(document.project.notice.layout)
        self.faces, self.deviations = FaceTable(), QListWidget()
        self.deviations.setAccessibleName(_("Departures from the standard"))
        self.fonts, self.note = QLabel(), QLabel()
        self.for_new = QCheckBox(_("for new drafts too"))
        self.buttons: dict[str, QPushButton] = {}
        self._describer, self._maker = Newest(self), Newest(self)
        self._describer.answered.connect(self._show)
        self._describer.failed.connect(self._tell)
        self._maker.answered.connect(self._take_made)
        self._maker.failed.connect(self._tell)
        self._arrange()
        self.names.currentIndexChanged.connect(self.read)
        self.refresh(document.project.notice.template)

    # Putting together

    def _arrange(self) -> None:
        for label in (self.fonts, self.note):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        height = self.deviations.fontMetrics().lineSpacing() * _DEVIATION_LINES
        self.deviations.setFixedHeight(height + 2 * self.deviations.frameWidth() + 8)
        self.faces.setMinimumHeight(self.faces.fontMetrics().lineSpacing() * _LEAST_ROWS)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._own_buttons())
        inside.addWidget(self.faces, 1)
        inside.addWidget(QLabel(_("Departures from the standard")))
        for widget in (self.deviations, self.fonts):
            inside.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addLayout(self._row(QLabel(_("Template")), self.names))
        layout.addWidget(Scrolled(content), 1)
        layout.addWidget(self.note)
        layout.addLayout(self._foot())
        open_at(self, *_SIZE)
        offer_help(self, "settings")

    @staticmethod
    def _row(*widgets: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        for widget in widgets:
            line.addWidget(widget, int(isinstance(widget, QComboBox)))
        return line

    def _own_buttons(self) -> QWidget:
        makers = (
            ("copy", _("&Copy…"), self._ask_copy),
            ("sample", _("From a &sample notice of ours…"), self._ask_sample),
            ("word", _("Open in &Word"), self.open_document),
            ("folder", _("Open the &folder"), self.open_folder),
            ("delete", _("&Delete"), self._ask_delete),
        )
        bar = QWidget()
        line = FlowLayout(bar)
        for maker in makers:
            line.addWidget(self._button(*maker))
        return bar

    def _button(self, name: str, wording: str, function: Callable[[], object]) -> QPushButton:
        button = self.buttons[name] = QPushButton(wording)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._attempt, function))
        return button

    def _foot(self) -> QHBoxLayout:
        use = self._button("use", _("&Use in this draft"), self.use)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        line = self._row(QLabel(_("Layout")), self.layouts, use, self.for_new)
        line.addWidget(closing)
        return line

    # Showing

    @property
    def name(self) -> str:
        """The name of the template shown, empty for the program's own."""
        return str(self.names.currentData() or "")

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._describer.is_busy or self._maker.is_busy

    def refresh(self, chosen: str) -> None:
        """Offer the templates that there are, and show one of them."""
        with QSignalBlocker(self.names):
            self.names.clear()
            self.names.addItem(_("The program's own (GB/T 9704—2012)"), "")
            for name in dict.fromkeys((*own_templates(), *([chosen] if chosen else []))):
                self.names.addItem(name, name)
            self.names.setCurrentIndex(self.names.findData(chosen))
        self.read()

    def read(self) -> None:
        """Read the template shown, in the background."""
        is_own = bool(self.name)
        self.buttons["delete"].setEnabled(is_own)
        self.buttons["word"].setEnabled(is_own)
        self.buttons["folder"].setEnabled(is_own)
        self.for_new.setChecked(self._settings.look.template == self.name)
        self._describer.ask(describe, self.name)

    def _show(self, described: Described) -> None:
        if described.name == self.name:
            self.faces.show_faces(described)
            self.fonts.setText(font_sentence(described))
            self.deviations.clear()
            self.deviations.addItems(deviation_lines(described))

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, EditorError):
            raise error
        self.note.setText(f"▲ {error}")

    def changeEvent(self, event: QEvent) -> None:
        """Read the template again once its editor comes back from Word."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.name:
            self.read()

    # Own templates

    def _attempt(self, function: Callable[[], object]) -> None:
        self.note.clear()
        try:
            function()
        except EditorError as error:
            self._tell(error)

    def _ask_name(self, suggestion: str) -> str:
        name, accepted = ask_words(
            self, self.windowTitle(), _("Name of the new template:"), page="settings", words=suggestion
        )
        return name.strip() if accepted else ""

    def _ask_copy(self) -> None:
        if name := self._ask_name(_("Our template")):
            self.copy(name)

    def copy(self, name: str) -> None:
        """Make an own template like the one shown; SaveProblem where that can't be done."""
        copy_template(self.name, name)
        self.refresh(name)
        self.note.setText(
            _("Change fonts, sizes and colours in the styles of its notice.docx, in Word or WPS.")
        )

    def _ask_sample(self) -> None:
        kinds = _("Word documents (*.docx)")
        sample, _kind = QFileDialog.getOpenFileName(self, _("A notice of ours"), "", kinds)
        if sample and (name := self._ask_name(Path(sample).stem)):
            self.make_from(Path(sample), name)

    def make_from(self, sample: Path, name: str) -> None:
        """Have a template made that looks like a notice; SaveProblem where there is one of this name."""
        check_template_name(name)
        self.note.setText(_("Reading “{name}” …").format(name=sample.name))
        self._maker.ask(template_from_sample, sample, template_place(name))

    def _take_made(self, reading: SampleReading) -> None:
        name = Path(reading.folder).name
        self.refresh(name)
        told = _("“{name}” was made: {count} kinds of text look as in the sample.")
        sentences = [told.format(name=name, count=len(reading.faces))]
        if reading.lacking:
            lacking = _("The sample lacks {elements}; these look as in the program's own template.")
            sentences.append(lacking.format(elements=", ".join(reading.lacking)))
        self.note.setText("\n".join(sentences))
        if reading.locality != Locality():
            self._offer_locality(replace(reading.locality, name=reading.locality.name or name))

    def _offer_locality(self, locality: Locality) -> None:
        question = _(
            "The sample also tells letterhead, number or addressees of an office. Keep these as a locality?"
        )
        if ask(self, self.windowTitle(), question, [(_("Keep"), True)], False):
            self._attempt(partial(add_locality, locality, Roster()))

    def open_document(self) -> None:
        """Open the template's document in the program for such files."""
        self._open(template_place(self.name) / "notice.docx")

    def open_folder(self) -> None:
        """Open the template's folder."""
        self._open(template_place(self.name))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.note.setText(_("No program opens it here; it lies in {folder}.").format(folder=path))

    def _ask_delete(self) -> None:
        question = _("Delete the template “{name}” from this machine?").format(name=self.name)
        if ask(self, self.windowTitle(), question, [(_("Delete"), True)], False):
            self.delete()

    def delete(self) -> None:
        """Delete the own template shown."""
        remove_template(self.name)
        self.refresh("")

    # Using

    def use(self) -> None:
        """Give template and layout to this draft, and to later ones if that is wanted."""
        look = Look(self.name, self.layouts.currentData())
        steps = [SetNotice("template", look.template), SetNotice("layout", look.layout)]
        self._document.do(Many(_("Change the notice's template"), steps))
        if self.for_new.isChecked():
            self._settings.remember_look(look)
        elif self._settings.look.template == look.template:
            self._settings.remember_look(Look())
        self.note.setText(_("This draft uses “{name}” now.").format(name=self.names.currentText()))
