"""What one paragraph of a .docx shows, all changes accepted (ISO/IEC 29500-1, 17.3)."""

from collections.abc import Callable

from lxml import etree

from editor.reading.readers.docx_numbering import W

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = _COMPATIBLE + "AlternateContent"
REMOVED = frozenset((W + "del", W + "moveFrom"))
SILENT = frozenset(
    W + tag
    for tag in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "fldChar", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr",
    )
)  # fmt: skip
"""Elements that hold nothing to be read."""
_RUN, _TEXT, _BOX = W + "r", W + "t", W + "txbxContent"
_LOOKS, _BOLD = W + "rPr", W + "b"


class Words:
    """The text of a paragraph while it is gathered, the text boxes in it, and what its runs say."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.boxes: list[etree._Element] = []
        self.has_removals = False
        self._bold: bool | None = None

    @property
    def is_bold(self) -> bool:
        """Whether the paragraph begins in bold type."""
        return bool(self._bold)

    def gather(self, element: etree._Element) -> None:
        """Take in what an element's parts show; text boxes are only collected."""
        for child in element:
            tag = child.tag
            if tag == _TEXT:
                self.parts.append(child.text or "")
            elif tag == _RUN:
                if self._bold is None:
                    self._bold = _is_bold(child)
                self.gather(child)
            elif tag not in SILENT and isinstance(tag, str):
                self._gather_other(child, tag)

    def _gather_other(self, element: etree._Element, tag: str) -> None:
        if tag in REMOVED:
            self.has_removals = True
        elif tag == _BOX:
            self.boxes.append(element)
        elif tag == ALTERNATIVES:
            self.gather(preferred(element))
        elif (show := _CHARACTERS.get(tag)) is not None:
            self.parts.append(show(element))
        else:
            self.gather(element)


def preferred(alternatives: etree._Element) -> etree._Element:
    """The branch of mc:AlternateContent that Word shows: the first choice, else the fall-back."""
    choice = alternatives.find(_COMPATIBLE + "Choice")
    fallback = alternatives.find(_COMPATIBLE + "Fallback")
    if choice is not None:
        return choice
    return alternatives if fallback is None else fallback


def _is_bold(run: etree._Element) -> bool:
    looks = run.find(_LOOKS)
    bold = None if looks is None else looks.find(_BOLD)
    return bold is not None and bold.get(W + "val") not in ("0", "false", "off")


def _break(element: etree._Element) -> str:
    """A line break; breaks of pages and columns stand between words as nothing."""
    return "\n" if element.get(W + "type") in (None, "textWrapping") else ""


def _symbol(symbol: etree._Element) -> str:
    """A character of a symbol font, by its code."""
    try:
        return chr(int(symbol.get(W + "char") or "", 16))
    except (ValueError, OverflowError):
        return ""


_CHARACTERS: dict[object, Callable[[etree._Element], str]] = {
    W + "tab": lambda _: "\t",
    W + "cr": lambda _: "\n",
    W + "br": _break,
    W + "noBreakHyphen": lambda _: "-",
    W + "sym": _symbol,
}
