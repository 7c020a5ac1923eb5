"""Styles of a .docx as far as reading asks for them: names, lists, centring, each with what it is based on."""

from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from editor.reading.readers.docx_numbering import W

_DEEPEST = 20
_STYLE, _NUMBERING, _ALIGNMENT = W + "pStyle", W + "numPr", W + "jc"
_VALUE = W + "val"


@dataclass(frozen=True)
class Look:
    """What a paragraph, or a style, says of itself; None where it leaves that to the style it is based on."""

    list_id: str | None = None
    level: str | None = None
    alignment: str | None = None
    style: str = ""
    """The style's name, empty for the default."""

    @property
    def is_centred(self) -> bool:
        """Whether the paragraph is centred."""
        return self.alignment == "center"

    @cached_property
    def list_item(self) -> tuple[str, int] | None:
        """The paragraph's list and its level in it from 0; None where it is in no list."""
        if self.list_id in (None, "0"):
            return None
        level = self.level
        return self.list_id or "", int(level) if level and level.isdecimal() and len(level) < 3 else 0


_PLAIN = Look()


class Styles:
    """The paragraph styles of one document, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = () if root is None else root.iterfind(W + "style")
        self._styles = {style.get(W + "styleId") or "": style for style in styles}
        self._looks: dict[str, Look] = {}

    def look(self, properties: etree._Element | None) -> Look:
        """What holds for a paragraph with these properties, its style included."""
        if properties is None:
            return _PLAIN
        style = properties.find(_STYLE)
        base = _PLAIN if style is None else self._of_style(style.get(_VALUE) or "")
        return _over(properties, base)

    def _of_style(self, id: str) -> Look:
        """What a style says with all that it is based on, worked out once."""
        if id not in self._looks:
            self._looks[id] = self._worked_out(id)
        return self._looks[id]

    def _worked_out(self, id: str) -> Look:
        chain: list[etree._Element] = []
        style = self._styles.get(id)
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._styles.get(_value(style, W + "basedOn") or "")
        look = Look(style=(_value(chain[0], W + "name") or "") if chain else "")
        for style in reversed(chain):
            properties = style.find(W + "pPr")
            look = look if properties is None else _over(properties, look)
        return look


def _over(properties: etree._Element, base: Look) -> Look:
    """The base with what these properties say themselves."""
    numbering, alignment = properties.find(_NUMBERING), _value(properties, _ALIGNMENT)
    if numbering is None and not alignment:
        return base
    list_id, level = _value(numbering, W + "numId"), _value(numbering, W + "ilvl")
    return Look(
        list_id=base.list_id if list_id is None else list_id,
        level=base.level if level is None else level,
        alignment=alignment or base.alignment,
        style=base.style,
    )


def _value(element: etree._Element | None, tag: str) -> str | None:
    child = None if element is None else element.find(tag)
    return None if child is None else child.get(_VALUE)
