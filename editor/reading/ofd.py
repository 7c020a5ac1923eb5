"""OFD (GB/T 33190): a zip of XML in which every piece of text has its place on a page; measures are millimetres."""

import math
import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from editor.archives import read_entry
from editor.errors import FileProblem
from editor.reading.boxes import Box
from editor.reading.layout import Page
from editor.reading.lines import Extract
from editor.reading.ofd_text import glyphs_of, numbers
from editor.reading.paging import MOST_CHARACTERS, MOST_PAGES, Looks, paged_extract
from editor.reading.xml import parse_xml
from editor.wording import _

_A4 = Box(0.0, 0.0, 210.0, 297.0)
_PICTURE_SHARE = 0.4
_FEWEST_SHAPES = 200
_LEAST_SIDE = 1.0


def ofd_extract(archive: ZipFile, name: str) -> Extract:
    """The lines of an OFD file; FileProblem where parts are missing or damaged, or no page holds text."""
    if any(posixpath.basename(entry) == "Encryptions.xml" for entry in archive.namelist()):
        raise FileProblem(_("“{name}” is protected by a password; save it without one.").format(name=name))
    return paged_extract(_Package(archive, name).pages(), name)


class _Package:
    """The parts of one file; `name` is the file's, for messages."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._templates: dict[str, etree._Element] = {}

    def pages(self) -> Iterator[tuple[Page, Looks]]:
        """The pages of all documents in the file."""
        number = characters = 0
        for root in self._read("OFD.xml").iterfind("{*}DocBody/{*}DocRoot"):
            path = _beside("OFD.xml", root.text)
            document = self._read(path)
            self._templates = {
                template.get("ID") or "": self._read(_beside(path, template.get("BaseLoc")))
                for template in document.iterfind("{*}CommonData/{*}TemplatePage")
            }
            for page in document.iterfind("{*}Pages/{*}Page"):
                number += 1
                read, looks = self._page(self._read(_beside(path, page.get("BaseLoc"))), document, number)
                characters += len(read.glyphs)
                self._limit(number, characters)
                yield read, looks

    def _limit(self, pages: int, characters: int) -> None:
        if pages > MOST_PAGES or characters > MOST_CHARACTERS:
            message = _("“{name}” has more than {limit} pages; choose the plan itself.")
            raise FileProblem(message.format(name=self._name, limit=MOST_PAGES))

    def _read(self, path: str) -> etree._Element:
        return parse_xml(read_entry(self._archive, path, self._name), self._name)

    def _page(self, content: etree._Element, document: etree._Element, number: int) -> tuple[Page, Looks]:
        """One page with the templates it lies on."""
        frame = _frame(content.find("{*}Area"), _frame(document.find("{*}CommonData/{*}PageArea"), _A4))
        used = [template.get("TemplateID") or "" for template in content.iterfind("{*}Template")]
        layers = [self._templates[template] for template in used if template in self._templates]
        glyphs = tuple(glyph for layer in [*layers, content] for glyph in glyphs_of(layer, MOST_CHARACTERS))
        page = Page(number=number, width=frame.right, height=frame.bottom, glyphs=glyphs)
        return page, Looks(is_picture=_is_picture(content, frame))


def _beside(path: str, other: str | None) -> str:
    """The path of a part as another part names it."""
    words = (other or "").strip()
    joined = words if words.startswith("/") else posixpath.join(posixpath.dirname(path), words)
    return posixpath.normpath(joined).lstrip("/")


def _frame(area: etree._Element | None, default: Box) -> Box:
    """The size of the page, from its upper left corner."""
    physical = None if area is None else area.findtext("{*}PhysicalBox")
    box = numbers(physical)
    if len(box) != 4 or min(box[2:]) < _LEAST_SIDE:
        return default
    return Box(0.0, 0.0, box[2], box[3])


def _is_picture(content: etree._Element, frame: Box) -> bool:
    """Whether pictures cover much of the page, or drawn shapes stand where letters should."""
    covered = 0.0
    for picture in content.iter("{*}ImageObject"):
        boundary = numbers(picture.get("Boundary"))
        covered += math.prod(boundary[2:]) if len(boundary) == 4 else 0.0
    shapes = sum(1 for _path in content.iter("{*}PathObject"))
    return covered >= _PICTURE_SHARE * frame.right * frame.bottom or shapes >= _FEWEST_SHAPES
