"""OFD (GB/T 33190): a zip of XML in which every piece of text has its place on a page; measures are millimetres."""

import contextlib
import math
import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from editor.archives import open_archive, read_entry
from editor.errors import FileProblem
from editor.reading.boxes import Box
from editor.reading.child import tell
from editor.reading.layout import Page
from editor.reading.lines import Extract
from editor.reading.ofd_text import glyphs_of, numbers
from editor.reading.paging import MOST_CHARACTERS, Looks, paged_extract, refuse_too_long
from editor.reading.xml import parse_xml
from editor.wording import _

_A4 = Box(0.0, 0.0, 210.0, 297.0)
_PICTURE_SHARE = 0.4
_FEWEST_SHAPES = 200
_LEAST_SIDE = 1.0


def read_ofd(content: bytes, name: str) -> Extract:
    """The lines of an OFD file; FileProblem where parts are missing or damaged, or no page holds text."""
    archive = open_archive(content, name)
    if any(posixpath.basename(entry) == "Encryptions.xml" for entry in archive.namelist()):
        raise FileProblem(_("“{name}” is protected by a password; save it without one.").format(name=name))
    return paged_extract(_Package(archive, name).pages(), name)


class _Package:
    """The parts of one file; `name` is the file's, for messages."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name

    def pages(self) -> Iterator[tuple[Page, Looks]]:
        """The pages of all documents in the file; what is missing or damaged of a page is told by its looks."""
        documents = [
            _Document(self, _beside("OFD.xml", root.text))
            for root in self.read("OFD.xml").iterfind("{*}DocBody/{*}DocRoot")
        ]
        places = [(document, place) for document in documents for place in document.places]
        refuse_too_long(len(places), 0, self._name)
        characters = 0
        for number, (document, place) in enumerate(places, 1):
            page, looks = document.page(place, number)
            characters += len(page.glyphs)
            refuse_too_long(len(places), characters, self._name)
            yield page, looks
            tell(number, len(places))

    def read(self, path: str) -> etree._Element:
        """The root of a part; FileProblem where it is missing or damaged."""
        return parse_xml(read_entry(self._archive, path, self._name), self._name)

    def find(self, path: str) -> etree._Element | None:
        """The root of a part, None where it is missing or damaged."""
        with contextlib.suppress(FileProblem):
            return self.read(path)
        return None


class _Document:
    """One document of the file, whose main part must be sound."""

    def __init__(self, package: _Package, path: str) -> None:
        self._package = package
        root = package.read(path)
        self._frame = _frame(root.find("{*}CommonData/{*}PageArea"), _A4)
        self._templates = {
            template.get("ID") or "": package.find(_beside(path, template.get("BaseLoc")))
            for template in root.iterfind("{*}CommonData/{*}TemplatePage")
        }
        self.places = [_beside(path, page.get("BaseLoc")) for page in root.iterfind("{*}Pages/{*}Page")]
        """Where the pages are."""

    def page(self, place: str, number: int) -> tuple[Page, Looks]:
        """One page with the templates it lies on."""
        content = self._package.find(place)
        used = () if content is None else content.iterfind("{*}Template")
        layers = [self._templates.get(template.get("TemplateID") or "") for template in used]
        sound = [layer for layer in [*layers, content] if layer is not None]
        frame = self._frame if content is None else _frame(content.find("{*}Area"), self._frame)
        glyphs = tuple(glyph for layer in sound for glyph in glyphs_of(layer, MOST_CHARACTERS))
        page = Page(number=number, width=frame.right, height=frame.bottom, glyphs=glyphs)
        is_picture = content is not None and _is_picture(content, frame)
        return page, Looks(is_picture=is_picture, is_damaged=len(sound) <= len(layers))


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
