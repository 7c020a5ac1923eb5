"""The template's document opened, ready to be written in."""

import io
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from editor.archives import open_archive
from editor.errors import FileProblem
from editor.wording import _
from editor.writing.ooxml.cleaning import clean_template
from editor.writing.ooxml.wordml import Xml, element
from editor.writing.template.template import Template


def open_document(look: Template) -> Any:
    """The template's document without what its maker's machine left in it; FileProblem where it is none."""
    open_archive(look.content, look.document)
    try:
        document = docx.Document(io.BytesIO(look.content))
    except (KeyError, ValueError, XMLSyntaxError) as error:
        message = _("The notice template's “{name}” is no Word document; take an undamaged copy.")
        raise FileProblem(message.format(name=look.document)) from error
    clean_template(document)
    return document


def empty_body(body: Xml) -> Xml:
    """Take everything out of a w:body but its last section's properties, which are given back."""
    section = body.find(qn("w:sectPr"))
    for child in list(body):
        if child is not section:
            body.remove(child)
    return section if section is not None else element("w:sectPr")
