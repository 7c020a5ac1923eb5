"""Styles of a .docx as far as reading asks for them: names, lists, centring, each with what it is based on."""

from lxml import etree

from editor.reading.docx_numbering import W

_DEEPEST = 20


class Styles:
    """The paragraph styles of one document, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = () if root is None else root.iterfind(W + "style")
        self._styles = {style.get(W + "styleId") or "": style for style in styles}

    def of(self, properties: etree._Element | None) -> str:
        """The name of the paragraph's style, empty where it has the default."""
        style = self._styles.get(_value(properties, "pStyle") or "")
        return _value(style, "name") or ""

    def list_item(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """The paragraph's list and its level in it from 0, its own or its style's; None where it is in no list."""
        list_id: str | None = None
        level: str | None = None
        for holder in self._holders(properties):
            numbering = holder.find(W + "numPr")
            if list_id is None:
                list_id = _value(numbering, "numId")
            if level is None:
                level = _value(numbering, "ilvl")
        if list_id in (None, "0"):
            return None
        return list_id or "", int(level) if level and level.isdecimal() and len(level) < 3 else 0

    def is_centred(self, properties: etree._Element | None) -> bool:
        """Whether the paragraph is centred, by itself or by its style."""
        alignments = (_value(holder, "jc") for holder in self._holders(properties))
        return next((alignment for alignment in alignments if alignment), None) == "center"

    def _holders(self, properties: etree._Element | None) -> list[etree._Element]:
        """The paragraph's properties, its style's, and those of the styles that one is based on."""
        holders = [] if properties is None else [properties]
        style = self._styles.get(_value(properties, "pStyle") or "")
        for _step in range(_DEEPEST):
            if style is None:
                break
            inner = style.find(W + "pPr")
            if inner is not None:
                holders.append(inner)
            style = self._styles.get(_value(style, "basedOn") or "")
        return holders


def _value(element: etree._Element | None, tag: str) -> str | None:
    child = None if element is None else element.find(W + tag)
    return None if child is None else child.get(W + "val")
