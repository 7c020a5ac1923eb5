"""The page preview: the notice as it will print, following the edits, only while it is looked at."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.errors import EditorError, FileProblem
from editor.plan.project import Project
from editor.ui.base.elided_label import ElidedLabel
from editor.ui.base.fonts import Fonts, missing_sentence
from editor.ui.base.outline_rows import DETAILS_KEY
from editor.ui.base.worker import Newest
from editor.ui.notice.page_area import PageArea
from editor.ui.notice.page_bar import USUAL_ZOOM, PageBar
from editor.ui.notice.page_canvas import PageCanvas
from editor.wording import _
from editor.writing.pages.pictures import Line, PagePicture, families_of, pages_with

_BESIDE = 80
"""Pixels kept free around the measure scrolled to."""
DETAILS_OF_KIND = {
    **{
        kind: kind
        for kind in ("copy_number", "urgency", "issuer_mark", "signatories", "document_number", "title")
    },
    **{kind: kind for kind in ("addressees", "text", "date", "annotation", "attendance", "copied_to")},
    **dict.fromkeys(
        ("attachment_note", "attachment_label", "attachment_title", "attachment_table"), "attachments"
    ),
    "minutes_head": "document_number",
    "sent_to": "addressees",
    "signature": "issuers",
    "printed": "printed_by",
}
"""Where on the form the element of each kind is filled in."""


class Preview(NamedTuple):
    """The pages of a project at one moment, and what stands in for fonts."""

    project: Project
    pages: tuple[PagePicture, ...]
    fonts: dict[str, tuple[str, ...]]
    remark: str = ""
    """Why the pages don't look as the project asks for; empty where they do."""


def preview(project: Project, layout: str | None = None) -> Preview:
    """The notice's pages as the office program of this machine prints them; FileProblem where the template doesn't fit."""
    from editor.writing import notice_elements, notice_template  # the package first, as other workers do
    from editor.writing.elements.setting import setting_of
    from editor.writing.notice.layout import lay_out, usual_program

    folder, remark = _template_of(project)
    template = notice_template(folder)
    elements = notice_elements(project, template.title.longest_line)
    pages = lay_out(elements, template, setting_of(project.notice, layout), usual_program())
    return Preview(project, pages, template.fonts, remark)


def _template_of(project: Project) -> tuple[Path | None, str]:
    """The folder of the project's template; where it isn't on this machine, the program's own, and a sentence on it."""
    from editor.storage import template_folder

    try:
        return template_folder(project.notice.template), ""
    except FileProblem as error:
        return None, str(error)


class PageView(QWidget):
    """The pages with their zoom and what there is to say of them.

    `entered` tells the block clicked on, `detail_entered` the detail of the notice, `layout_wanted` a layout chosen.
    """

    entered = Signal(str)
    detail_entered = Signal(str)
    layout_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._shown: Preview | None = None
        self._block: str | None = None
        self.canvas = PageCanvas()
        self.canvas.clicked.connect(self._enter)
        self.area = PageArea(self.canvas, self)
        self.bar = PageBar(self)
        self.bar.zoomed.connect(self.area.set_zoom)
        self.bar.layout_box.wanted.connect(self.layout_wanted)
        self.area.zoom_wanted.connect(self.bar.step_zoom)
        self.area.turned.connect(self.bar.show_page)
        self.area.set_zoom(USUAL_ZOOM)
        self.missing = ElidedLabel(self)
        self.missing.hide()
        self._arrange()
        self._asker = Newest(self)
        self._asker.answered.connect(self._show)
        self._asker.failed.connect(self._tell_failure)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addWidget(self.missing)
        layout.addWidget(self.area, 1)

    @property
    def is_busy(self) -> bool:
        """Whether pages are still to come."""
        return self._asker.is_busy

    # Following

    def follow(self, project: Project) -> None:
        """Show the pages of another project, or of the same after a change; done when looked at."""
        self._project = project
        self.bar.layout_box.show_layout(project.notice.layout)
        if self.isVisible():
            self.ask()

    def show_block(self, block: str | None) -> None:
        """Highlight the lines of a block, and scroll to them where they can't be seen."""
        self._block = block
        self.canvas.show_block(block)
        if self.isVisible():
            self._scroll_to_block()

    def _scroll_to_block(self) -> None:
        place = self.canvas.place_of(self._block) if self._block else None
        if place is not None:
            self.area.ensureVisible(place.left(), place.center().y(), 0, _BESIDE)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what has changed meanwhile."""
        super().showEvent(event)
        if self._project is not None and (self._shown is None or self._shown.project is not self._project):
            self.ask()

    def ask(self) -> None:
        """Have the pages laid out for the project as it stands."""
        if self._project is not None:
            self._asker.ask(preview, self._project)

    def _show(self, answer: Preview) -> None:
        if answer.project is not self._project:
            return
        is_first, self._shown = self._shown is None, answer
        fonts = Fonts(answer.fonts)
        self.canvas.show_pages(answer.pages, fonts)
        self.area.follow_pages()
        self.bar.figures.setText(figures(answer.pages))
        missing = missing_sentence(fonts.substitutes(families_of(answer.pages)))
        self._say(" ".join(filter(None, (answer.remark, missing))))
        if is_first:
            self._scroll_to_block()

    def _enter(self, line: Line) -> None:
        """Tell the block or the detail that a line clicked on belongs to."""
        if line.block is not None:
            self.entered.emit(line.block)
        elif line.kind == "plan_title":
            self.entered.emit(DETAILS_KEY)
        elif detail := DETAILS_OF_KIND.get(line.kind):
            self.detail_entered.emit(detail)

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, EditorError):
            raise error
        self._say(str(error))

    def _say(self, sentence: str) -> None:
        self.missing.setText(sentence)
        self.missing.setVisible(bool(sentence))


def figures(pages: tuple[PagePicture, ...]) -> str:
    """How many pages there are, and on which the signature falls."""
    signed = pages_with(pages, "signature") or pages_with(pages, "date")
    if not signed:
        return _("{count} pages").format(count=len(pages))
    return _("{count} pages, signature on page {page}").format(count=len(pages), page=signed[0])
