"""A template's document rid of what it brings from its maker's machine: comments, paths, variables, protection."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

_KINDS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml")
_MORE_KINDS = (
    "glossaryDocument",
    "custom-properties",
    "thumbnail",
    "printerSettings",
    "vbaProject",
    "attachedTemplate",
)
_SETTINGS = ("attachedTemplate", "docVars", "rsids", "mailMerge", "trackRevisions", "documentProtection")


def _settings_parts(document: Any) -> list[Any]:
    relations = document.part.rels.values()
    return [each.target_part for each in relations if each.reltype == RELATIONSHIP_TYPE.SETTINGS]


def clean_template(document: Any) -> None:
    """Drop parts and settings that no notice may pass on; `document` is python-docx's."""
    for holder in (document.part, document.part.package, *_settings_parts(document)):
        for name, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in (*_KINDS, *_MORE_KINDS):
                del holder.rels[name]
    settings = document.settings.element
    for tag in _SETTINGS:
        for found in settings.findall(qn(f"w:{tag}")):
            settings.remove(found)
