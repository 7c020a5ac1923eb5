"""The formatting that takes effect in a .docx: of a run, of a paragraph, through the chain of styles."""

import io
import zipfile
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Document:
    """A .docx's parts, and what its styles come to."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name], PARSER)

    @cached_property
    def body(self) -> etree._Element:
        return self.part("word/document.xml")[0]

    @cached_property
    def section(self) -> etree._Element:
        (section,) = self.body.findall(f"{W}sectPr")
        return section

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        return {style.get(f"{W}styleId"): style for style in self._styles_part.iter(f"{W}style")}

    @cached_property
    def _styles_part(self) -> etree._Element:
        return self.part("word/styles.xml")

    def style_name(self, paragraph: etree._Element) -> str:
        return self.styles[self.style_id(paragraph)].find(f"{W}name").get(f"{W}val")

    def style_id(self, paragraph: etree._Element) -> str:
        given = paragraph.find(f"{W}pPr/{W}pStyle")
        return "Normal" if given is None else given.get(f"{W}val")

    @property
    def paragraphs(self) -> list[etree._Element]:
        """Those of the flow, not those in the text box."""
        return self.body.findall(f"{W}p")

    def styled(self, name: str) -> list[etree._Element]:
        """The paragraphs whose style has this name, the text box's too."""
        return [each for each in self.body.iter(f"{W}p") if self.style_name(each) == name]

    def paragraph_value(self, paragraph: etree._Element, tag: str, attribute: str = "val") -> str | None:
        """A paragraph property as it takes effect; None where nothing states it."""
        return self._first(
            [paragraph.find(f"{W}pPr"), *self._chain(self.style_id(paragraph), "pPr")], tag, attribute
        )

    def run_value(self, run: etree._Element, tag: str, attribute: str = "val") -> str | None:
        """A run property as it takes effect, through character style, paragraph style and defaults."""
        own = run.find(f"{W}rPr")
        named = None if own is None else own.find(f"{W}rStyle")
        faces = [] if named is None else list(self._chain(named.get(f"{W}val"), "rPr"))
        paragraph = next(run.iterancestors(f"{W}p"))
        defaults = self._styles_part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return self._first(
            [own, *faces, *self._chain(self.style_id(paragraph), "rPr"), defaults], tag, attribute
        )

    def _chain(self, style_id: str, part: str) -> list[etree._Element | None]:
        found = []
        while style_id:
            style = self.styles[style_id]
            found.append(style.find(f"{W}{part}"))
            based = style.find(f"{W}basedOn")
            style_id = "" if based is None else based.get(f"{W}val")
        return found

    @staticmethod
    def _first(places: list[etree._Element | None], tag: str, attribute: str) -> str | None:
        for place in places:
            found = None if place is None else place.find(f"{W}{tag}")
            if found is not None and found.get(f"{W}{attribute}", "on") is not None:
                value = found.get(f"{W}{attribute}")
                if value is not None or attribute == "val":
                    return value or "on"
        return None


def text_of(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))
