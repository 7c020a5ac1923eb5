"""The official notice with its plan as a .docx (GB/T 9704—2012)."""

import io
from pathlib import Path
from typing import Any

import docx
from lxml.etree import XMLSyntaxError

from editor.archives import open_archive
from editor.errors import FileProblem
from editor.files import replace_file
from editor.plan.project import Project
from editor.wording import _
from editor.writing.elements import Element, notice_elements
from editor.writing.guard import differences, printed_text, read_document
from editor.writing.notice_body import NoticeBody, empty_body
from editor.writing.packing import repacked
from editor.writing.page import apply_layout, page_of
from editor.writing.styles import Styles
from editor.writing.template import Template, notice_template
from editor.writing.written import Written, left_out, units_of


def write_notice(project: Project, path: Path, layout: str = "A", template: Path | None = None) -> Written:
    """The notice as a .docx at `path`, whole or not at all; what was written is read again and compared.

    `layout` A has the usual page margins, B measures the type area on paper; `template` is an office's own template
    folder. SaveProblem where it can't be written, FileProblem where the template doesn't fit.
    """
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
        left_out=left_out(project),
        differences=differences(project.local, elements, body),
    )


def notice_bytes(project: Project, elements: tuple[Element, ...], look: Template, layout: str = "A") -> bytes:
    """The .docx of these elements; the same elements and template give the same bytes."""
    document = _opened(look)
    section = empty_body(document.element.body)
    apply_layout(look.layouts[layout], section, document.styles.element)
    page = page_of(section, look.page.characters_per_line)
    writer = NoticeBody(look, Styles(document.styles.element), page, project.notice.sealed)
    for paragraph in writer.paragraphs(elements, look.layouts[layout].imprint_lift):
        section.addprevious(paragraph)
    titles = [each for each in elements if each.kind == "title"]
    document.core_properties.title = titles[0].printed[:255] if titles else ""
    packed = io.BytesIO()
    document.save(packed)
    return repacked(packed.getvalue())


def _opened(look: Template) -> Any:
    """The template's document; FileProblem where it is none."""
    open_archive(look.content, look.document)
    try:
        return docx.Document(io.BytesIO(look.content))
    except (KeyError, ValueError, XMLSyntaxError) as error:
        message = _("The notice template's “{name}” is no Word document; take an undamaged copy.")
        raise FileProblem(message.format(name=look.document)) from error
