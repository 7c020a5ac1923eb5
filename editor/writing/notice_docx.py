"""The official notice with its plan as a .docx (GB/T 9704—2012)."""

import io
from pathlib import Path
from typing import Any

from editor.errors import FileProblem, SaveProblem
from editor.files import replace_file
from editor.plan.notice import Form
from editor.plan.project import Project
from editor.wording import _
from editor.writing.characters import one_line
from editor.writing.element import Element
from editor.writing.elements import notice_elements
from editor.writing.guard import differences, printed_text, read_document
from editor.writing.landscape import Sections
from editor.writing.notice_body import NoticeBody
from editor.writing.opening import empty_body, open_document
from editor.writing.packing import anonymous
from editor.writing.page import apply_layout, page_of
from editor.writing.styles import Styles
from editor.writing.template import Layout, Template, notice_template
from editor.writing.written import Written, left_out, unfilled, units_of


def write_notice(project: Project, path: Path, layout: str = "A", template: Path | None = None) -> Written:
    """The notice as a .docx at `path`, whole or not at all; what was written is read again and compared.

    `layout` A has the usual page margins, B measures the type area on paper; `template` is an office's own template
    folder. SaveProblem where it can't be written or is classified, FileProblem where the template doesn't fit.
    """
    _refuse_secrets(project)
    look = notice_template(template)
    elements = notice_elements(project, look.title.longest_line)
    content = notice_bytes(project, elements, look, layout)
    body = read_document(content)
    replace_file(path, content)
    return Written(
        path=str(path),
        measures=len(project.local.measures),
        characters=len(printed_text(body)),
        units=len(units_of(project)),
        left_out=(*left_out(project), *unfilled(project.notice)),
        differences=differences(project.local, elements, body),
    )


def _refuse_secrets(project: Project) -> None:
    if classification := one_line(project.notice.classification):
        message = _(
            "A document classified “{classification}” must not be drafted here: use a computer approved for secrets, or clear the classification."
        )
        raise SaveProblem(message.format(classification=classification))


def notice_bytes(project: Project, elements: tuple[Element, ...], look: Template, layout: str = "A") -> bytes:
    """The .docx of these elements; the same elements and template give the same bytes."""
    notice = project.notice
    return document_bytes(
        elements, look, layout, notice.form, sealed=notice.sealed, title=one_line(notice.title)
    )


def document_bytes(
    elements: tuple[Element, ...],
    look: Template,
    layout: str = "A",
    form: Form = "document",
    *,
    sealed: bool = True,
    title: str = "",
) -> bytes:
    """Elements of any document as a .docx in the notice's look."""
    document, _writer = assemble(elements, look, layout, form, sealed=sealed)
    packed = io.BytesIO()
    document.save(packed)
    return anonymous(packed.getvalue(), title)


def assemble(
    elements: tuple[Element, ...],
    look: Template,
    layout: str = "A",
    form: Form = "document",
    *,
    sealed: bool = True,
) -> tuple[Any, NoticeBody]:
    """The template's document filled with the elements, not yet saved, and the writer that filled it."""
    document = open_document(look)
    last = empty_body(document.element.body)
    departure = _layout(look, layout)
    apply_layout(departure, last, document.styles.element)
    page, styles = page_of(last, look.page.characters_per_line), Styles(document.styles.element)
    sections = Sections(document.part, last, look, styles)
    writer = NoticeBody(look, styles, page, form, sealed=sealed)
    for paragraph in writer.paragraphs(elements, departure.imprint_lift, sections.ended):
        last.addprevious(paragraph)
    if form == "letter":
        sections.without_first_number()
    return document, writer


def _layout(look: Template, name: str) -> Layout:
    if name not in look.layouts:
        message = _("The notice template has no layout “{name}”; choose one of {names}.")
        raise FileProblem(message.format(name=name, names=", ".join(look.layouts)))
    return look.layouts[name]
