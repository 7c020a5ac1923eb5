"""XML of unknown origin, parsed without entities, without network and within libxml2's limits."""

from lxml import etree

from editor.errors import FileProblem
from editor.wording import _


def parse_xml(content: bytes, name: str) -> etree._Element:
    """The root element; FileProblem where the XML is damaged or declares a document type. `name` is the file's."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = _("“{name}” is damaged or cut short; ask for the file again.")
        raise FileProblem(message.format(name=name)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        message = _("“{name}” declares entities, as no document needs, and is not opened.")
        raise FileProblem(message.format(name=name))
    return root
