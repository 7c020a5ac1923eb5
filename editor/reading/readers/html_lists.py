"""The numbers that a browser shows before the items of <ol> lists, which the page itself does not hold."""

import re

from lxml import etree

from editor.reading.readers.docx_numbering import format_count

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "cjk-decimal": "chineseCounting",
    "cjk-heavenly-stem": "ideographTraditional",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_NONE = frozenset(("none", "disc", "circle", "square", "inside", "outside"))
_HAN = frozenset(("chineseCounting", "ideographTraditional"))
_INTEGER = re.compile(r"-?\d{1,6}")


class Lists:
    """The lists that are open, innermost last, each with the number of its latest item."""

    def __init__(self) -> None:
        self._open: list[tuple[etree._Element, int]] = []

    def enter(self, element: etree._Element) -> str:
        """The number before an item that begins, such as 1. or 一、; nothing before other elements and bullets."""
        if element.tag in ("ol", "ul"):
            self._open.append((element, _integer(element.get("start"), 1) - 1))
        if element.tag != "li" or not self._open or self._open[-1][0].tag != "ol":
            return ""
        around, count = self._open[-1]
        count = _integer(element.get("value"), count + 1)
        self._open[-1] = (around, count)
        return _shown(count, element, around)

    def leave(self, element: etree._Element) -> None:
        """The element ends."""
        if self._open and element is self._open[-1][0]:
            self._open.pop()


def _shown(count: int, item: etree._Element, around: etree._Element) -> str:
    style = next(
        (found[1] for each in (item, around) if (found := _LIST_STYLE.search(each.get("style") or ""))), ""
    )
    if style in _NONE:
        return ""
    form = _STYLES.get(style) or _TYPES.get(around.get("type") or "", "decimal")
    return format_count(count, form) + ("、" if form in _HAN else ".")


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and _INTEGER.fullmatch(text) else default
