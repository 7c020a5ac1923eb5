"""The official notice with its plan as a .docx (GB/T 9704—2012)."""

import io
from pathlib import Path

from editor.errors import SaveProblem
from editor.files import replace_file
from editor.plan.project import Project
from editor.wording import _
from editor.writing.base.characters import one_line
from editor.writing.base.packing import anonymous
from editor.writing.base.written import Written, left_out, unfilled, units_of
from editor.writing.elements.element import Element
from editor.writing.elements.guard import differences, printed_text, read_document
from editor.writing.elements.setting import Setting, setting_of
from editor.writing.notice.assembling import assemble
from editor.writing.notice.imprint import unmoved
from editor.writing.notice.layout import imprint_break
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.template.template import Template, notice_template


def write_notice(
    project: Project, path: Path, layout: str | None = None, template: Path | None = None
) -> Written:
    """The notice as a .docx at `path`, whole or not at all; what was written is read again and compared.

    `layout` A has the usual page margins, B measures the type area on paper, None is the notice's own; `template` is
    an office's own template folder. SaveProblem where it can't be written or is classified, FileProblem where the template doesn't fit.
    """
    _refuse_secrets(project)
    look = notice_template(template)
    given = notice_elements(project, look.title.longest_line)
    content, elements = _packed(given, look, setting_of(project.notice, layout), project.notice.title)
    body, units = read_document(content), units_of(project)
    replace_file(path, content)
    return Written(
        path=str(path),
        measures=len(project.local.measures),
        characters=len(printed_text(body)),
        units=len(units),
        left_out=(*left_out(project), *unfilled(project.notice), *unmoved(elements)),
        differences=differences(project.local, elements, body, units),
    )


def _refuse_secrets(project: Project) -> None:
    if classification := one_line(project.notice.classification):
        message = _(
            "A document classified “{classification}” must not be drafted here: use a computer approved for secrets, or clear the classification."
        )
        raise SaveProblem(message.format(classification=classification))


def notice_bytes(project: Project, elements: tuple[Element, ...], look: Template, layout: str = "A") -> bytes:
    """The .docx of these elements; the same elements and template give the same bytes."""
    return document_bytes(elements, look, setting_of(project.notice, layout), project.notice.title)


def document_bytes(
    elements: tuple[Element, ...], look: Template, setting: Setting | None = None, title: str = ""
) -> bytes:
    """Elements of any document as a .docx in the notice's look."""
    return _packed(elements, look, setting or Setting(), title)[0]


def _packed(
    given: tuple[Element, ...], look: Template, setting: Setting, title: str
) -> tuple[bytes, tuple[Element, ...]]:
    """The .docx, and the elements as they stand in it."""
    document, writer = assemble(given, look, setting, imprint_break(given, look, setting))
    packed = io.BytesIO()
    document.save(packed)
    return anonymous(packed.getvalue(), one_line(title)), writer.elements
