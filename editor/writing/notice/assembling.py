"""The template's document filled with a notice's elements, before it is a file or a picture of pages."""

from typing import Any

from editor.errors import FileProblem
from editor.wording import _
from editor.writing.elements.element import Element
from editor.writing.elements.setting import ImprintBreak, Setting
from editor.writing.notice.notice_body import NoticeBody
from editor.writing.ooxml.styles import Styles
from editor.writing.template.landscape import Sections
from editor.writing.template.opening import empty_body, open_document
from editor.writing.template.page import apply_layout, page_of
from editor.writing.template.template import Layout, Template


def assemble(
    elements: tuple[Element, ...], look: Template, setting: Setting, imprint_break: ImprintBreak = ""
) -> tuple[Any, NoticeBody]:
    """python-docx's document, not yet saved, and the writer that filled it; FileProblem where the template doesn't fit."""
    document = open_document(look)
    last = empty_body(document.element.body)
    departure = _layout(look, setting.layout)
    apply_layout(departure, last, document.styles.element)
    page, styles = page_of(last, look.page.characters_per_line), Styles(document.styles.element)
    sections = Sections(document.part, last, look, styles)
    writer = NoticeBody(look, styles, page, setting)
    for paragraph in writer.paragraphs(elements, departure.imprint_lift, sections, imprint_break):
        last.addprevious(paragraph)
    if setting.form == "letter":
        sections.without_first_number()
    return document, writer


def _layout(look: Template, name: str) -> Layout:
    if name not in look.layouts:
        message = _("The notice template has no layout “{name}”; choose one of {names}.")
        raise FileProblem(message.format(name=name, names=", ".join(look.layouts)))
    return look.layouts[name]
