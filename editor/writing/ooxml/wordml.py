"""Paragraphs and runs of WordprocessingML, children always in schema order."""

import functools
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from docx.oxml.ns import qn
from lxml import etree

Xml: TypeAlias = Any
"""An lxml element; python-docx hands out its own untyped subclasses."""
_EITHER_SCRIPT = frozenset("“”‘’—…·–•×÷±°§→←↑↓①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""Characters that Word sets in the Latin font unless told that they are East Asian."""
_name = functools.cache(qn)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, attributes: dict[str, object] | None = None, children: Iterable[Xml] = ()) -> Xml:
    """An element named with its prefix (`w:p`), attributes likewise."""
    made = etree.Element(_name(tag))
    for name, value in (attributes or {}).items():
        made.set(_name(name), str(value))
    made.extend(children)
    return made


def run(
    text: str,
    style: str | None = None,
    half_points: int | None = None,
    *,
    bold: bool = False,
    struck: Literal["", "strike", "dstrike"] = "",
    underline: Literal["", "single", "double"] = "",
) -> Xml:
    """One run; `style` is a character style's id, `half_points` a size other than the style's."""
    properties = []
    if style:
        properties.append(element("w:rStyle", {"w:val": style}))
    if not _EITHER_SCRIPT.isdisjoint(text):
        properties.append(element("w:rFonts", {"w:hint": "eastAsia"}))
    if bold:
        properties.append(element("w:b"))
    if struck:
        properties.append(element(f"w:{struck}"))
    if half_points:
        properties += [element(tag, {"w:val": half_points}) for tag in ("w:sz", "w:szCs")]
    if underline:
        properties.append(element("w:u", {"w:val": underline}))
    content = [element("w:rPr", None, properties)] if properties else []
    words = element("w:t")
    words.text = text
    words.set(_SPACE, "preserve")
    return element("w:r", None, [*content, words])


def line_break() -> Xml:
    """A run that ends the line, not the paragraph."""
    return element("w:r", None, [element("w:br")])


def tab() -> Xml:
    """A run that goes to the next tab stop."""
    return element("w:r", None, [element("w:tab")])


def paragraph(
    style: str | None = None,
    runs: Iterable[Xml] = (),
    *,
    keep_next: bool = False,
    new_page: bool = False,
    line: int | None = None,
    indent: dict[str, int] | None = None,
    justify: str | None = None,
    tabs: dict[int, str] | None = None,
    section: Xml = None,
) -> Xml:
    """One paragraph; `style` is a style's id, `line` an exact pitch and `indent` distances in twips (left, right …).

    `tabs` are kinds of stops by their places, `section` the properties of the section that the paragraph ends.
    """
    properties = [
        element("w:pStyle", {"w:val": style}) if style else None,
        element("w:keepNext") if keep_next else None,
        element("w:pageBreakBefore") if new_page else None,
        element("w:tabs", None, map(_stop, sorted(tabs.items()))) if tabs else None,
        element("w:spacing", {"w:line": line, "w:lineRule": "exact"}) if line else None,
        element("w:ind", {f"w:{side}": value for side, value in indent.items()}) if indent else None,
        element("w:jc", {"w:val": justify}) if justify else None,
        section,
    ]
    given = [each for each in properties if each is not None]
    head = [element("w:pPr", None, given)] if given else []
    return element("w:p", None, [*head, *runs])


def _stop(stop: tuple[int, str]) -> Xml:
    return element("w:tab", {"w:val": stop[1], "w:pos": stop[0]})
