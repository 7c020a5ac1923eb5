"""The guard: what was written is read again and compared with the project."""

import io
import zipfile
from collections import Counter
from collections.abc import Collection, Sequence

from docx.oxml.ns import qn
from lxml import etree

from editor.plan.plans import Plan
from editor.wording import _
from editor.writing.base.characters import one_line, paragraphs, visible
from editor.writing.elements.element import Element

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_UNWANTED = ("w:ins", "w:del", "w:commentReference", "w:vanish")


def read_document(content: bytes) -> etree._Element:
    """The body of a .docx."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), _PARSER)
    return root[0]


def printed_text(body: etree._Element) -> str:
    """All characters in the body but blanks, in order."""
    return visible("".join(text.text or "" for text in body.iter(qn("w:t"))))


def measures_found(plan: Plan, text: str) -> int:
    """How many of the plan's measures stand in the text whole and in order."""
    found = place = 0
    for measure in plan.measures:
        for part in (one_line(measure.heading), "".join(paragraphs(measure.text))):
            at = text.find(visible(part), place)
            if at < 0:
                break
            place = at + len(visible(part))
        else:
            found += 1
    return found


def differences(
    plan: Plan, elements: Sequence[Element], body: etree._Element, units: Collection[str] = ()
) -> tuple[str, ...]:
    """Sentences on what the file lacks or holds beyond the project; empty where both agree.

    `units` are those that the project names.
    """
    text = printed_text(body)
    expected = visible("".join(each.printed for each in elements))
    found, meant = measures_found(plan, text), len(plan.measures)
    sentences = []
    if found != meant:
        message = _("The file holds {found} of {meant} measures whole and in order.")
        sentences.append(message.format(found=found, meant=meant))
    if len(text) != len(expected):
        message = _("The file holds {found} characters, the project {meant}.")
        sentences.append(message.format(found=len(text), meant=len(expected)))
    elif Counter(text) != Counter(expected):
        sentences.append(_("The file holds other characters than the project."))
    if missing := [unit for unit in units if visible(one_line(unit)) not in text]:
        sentences.append(
            _("Units of the project are not in the file: {units}.").format(units="、".join(missing))
        )
    if any(body.find(f".//{qn(tag)}") is not None for tag in _UNWANTED):
        sentences.append(_("The file holds tracked changes, comments or hidden text."))
    return tuple(sentences)
