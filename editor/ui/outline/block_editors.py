"""The centre of the window: the right editor for whatever the local outline points at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from editor.drafting.commands import SetDetail, SetSectionHeading, SetText
from editor.plan.measures import Measure, Paragraph, Section
from editor.plan.project import Project
from editor.ui.base.binding import Binding
from editor.ui.base.document import Document
from editor.ui.base.outline_rows import DETAILS_KEY
from editor.ui.base.text_box import TextBox, finish_composing
from editor.ui.outline.measure_editor import MeasureEditor
from editor.wording import _


class DetailsEditor(QWidget):
    """Title, opening and closing of the local plan."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextBox(_("Title of the plan"), lines=1)
        self.opening = TextBox(_("Opening of the plan"))
        self.closing = TextBox(_("Closing of the plan"))
        self._bindings = (
            Binding(self.title, document, lambda p: p.local.title, lambda t: SetDetail("title", t)),
            Binding(self.opening, document, lambda p: p.local.opening, lambda t: SetDetail("opening", t)),
            Binding(self.closing, document, lambda p: p.local.closing, lambda t: SetDetail("closing", t)),
        )
        layout = QFormLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout.addRow(_("Title"), self.title)
        layout.addRow(_("Opening"), self.opening)
        layout.addRow(_("Closing"), self.closing)

    def load(self, id: str) -> None:
        """Show the details of the project."""
        for binding in self._bindings:
            binding.load()

    def follow(self, source: object) -> None:
        """Follow the project after a step."""
        for binding in self._bindings:
            binding.follow(source)


class WordingEditor(QWidget):
    """The one text of a section (its heading) or of a paragraph."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.heading = TextBox(_("Heading of the section"), lines=1)
        self.text = TextBox(_("Text of the paragraph"))
        self._label = QLabel(self)
        self._heading = Binding(
            self.heading, document, self._section_heading, lambda t: SetSectionHeading(self._id, t)
        )
        self._text = Binding(self.text, document, self._paragraph_text, lambda t: SetText(self._id, t))
        self._document = document
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addWidget(self._label)
        layout.addWidget(self.heading)
        layout.addWidget(self.text, 1)
        layout.addStretch(0)

    def _section_heading(self, project: Project) -> str:
        block = project.local.body[project.local.index(self._id)]
        return block.heading if isinstance(block, Section) else ""

    def _paragraph_text(self, project: Project) -> str:
        block = project.local.body[project.local.index(self._id)]
        return block.text if isinstance(block, Paragraph) else ""

    def load(self, id: str) -> None:
        """Show another section or paragraph."""
        self._id = id
        local = self._document.project.local
        is_section = isinstance(local.body[local.index(id)], Section)
        self.heading.setVisible(is_section)
        self.text.setVisible(not is_section)
        self._label.setText(_("Section") if is_section else _("Paragraph"))
        self._heading.load()
        self._text.load()

    def follow(self, source: object) -> None:
        """Follow the project after a step."""
        self._heading.follow(source)
        self._text.follow(source)


class BlockEditors(QStackedWidget):
    """Shows the editor that fits the current block; `shown` tells its id."""

    shown = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.id = DETAILS_KEY
        self.details = DetailsEditor(document)
        self.measure = MeasureEditor(document)
        self.wording = WordingEditor(document)
        for editor in (self.details, self.measure, self.wording):
            self.addWidget(editor)

    def load(self, id: str) -> None:
        """Show the block with this id, or the plan's details."""
        finish_composing()  # it belongs to the block shown until now
        self.id = id
        editor = self._editor(id)
        editor.load(id)
        self.setCurrentWidget(editor)
        self.shown.emit(id)

    def follow(self, source: object) -> None:
        """Follow the project after a step; a block that is gone gives way to the plan's details."""
        if self.id != DETAILS_KEY and self._document.project.local.block(self.id) is None:
            self.load(DETAILS_KEY)
        else:
            self._editor(self.id).follow(source)

    def edit(self) -> None:
        """Put the caret where typing is most likely wanted."""
        if self.id == DETAILS_KEY:
            self.details.title.setFocus()
        elif self.currentWidget() is self.measure:
            self.measure.text.setFocus()
        else:
            (self.wording.heading if self.wording.heading.isVisible() else self.wording.text).setFocus()

    def _editor(self, id: str) -> DetailsEditor | MeasureEditor | WordingEditor:
        if id == DETAILS_KEY:
            return self.details
        local = self._document.project.local
        return self.measure if isinstance(local.block(id), Measure) else self.wording
