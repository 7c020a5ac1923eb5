"""OFD (GB/T 33190): a zip of XML in which every piece of text has its place on a page."""

import contextlib
import math
import posixpath
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

from editor.archives import open_archive, read_entry
from editor.errors import FileProblem
from editor.reading.lines import Extract
from editor.reading.readers.boxes import Box, Glyph
from editor.reading.readers.child import tell
from editor.reading.readers.layout import Page
from editor.reading.readers.ofd_objects import PAGE, POINTS, Drawn, Matrix, drawn, numbers, strokes_of
from editor.reading.readers.ofd_text import glyphs_of
from editor.reading.readers.paging import MOST_CHARACTERS, Looks, paged_extract, refuse_too_long
from editor.reading.readers.xml import parse_xml
from editor.wording import _

_A4 = Box(0.0, 0.0, 210.0 * POINTS, 297.0 * POINTS)
_PICTURE_SHARE = 0.4
_FEWEST_SHAPES = 200
_LEAST_SIDE = 1.0
_RESOURCES = ("{*}CommonData/{*}PublicRes", "{*}CommonData/{*}DocumentRes")


def read_ofd(content: bytes, name: str) -> Extract:
    """The lines of an OFD file; FileProblem where its main part is missing or damaged, or no page holds text."""
    return paged_extract(Package(content, name).pages(), name)


class Sheet(NamedTuple):
    """What is drawn on a page of this size, and put on it afterwards; `is_damaged` tells that some of it is missing."""

    frame: Box
    objects: list[Drawn]
    notes: list[Drawn]
    is_damaged: bool


class Package:
    """The parts of one file; `name` is the file's, for messages. FileProblem where a password protects it."""

    def __init__(self, content: bytes, name: str) -> None:
        self._archive = open_archive(content, name)
        self._name = name
        if any(posixpath.basename(entry) == "Encryptions.xml" for entry in self._archive.namelist()):
            raise FileProblem(
                _("“{name}” is protected by a password; save it without one.").format(name=name)
            )
        roots = self.read("OFD.xml").iterfind("{*}DocBody/{*}DocRoot")
        documents = [_Document(self, _beside("OFD.xml", root.text)) for root in roots]
        self.places = [(document, *page) for document in documents for page in document.places]
        """Every page of all documents in the file: its document, its number there, and where it is."""

    def pages(self) -> Iterator[tuple[Page, Looks]]:
        """The pages; what is missing or damaged of a page is told by its looks."""
        refuse_too_long(len(self.places), 0, self._name)
        characters = 0
        for number in range(1, len(self.places) + 1):
            page, looks = self.page(number)
            characters += len(page.glyphs)
            refuse_too_long(len(self.places), characters, self._name)
            yield page, looks
            tell(number, len(self.places))

    def page(self, number: int) -> tuple[Page, Looks]:
        """One page, counted from 1 through the whole file, as characters and rules."""
        sheet = self.sheet(number)
        page = Page(
            number=number,
            width=sheet.frame.right,
            height=sheet.frame.bottom,
            glyphs=tuple(_glyphs(sheet.objects)),
            notes=tuple(_glyphs(sheet.notes)),
            rules=tuple(
                rule for item in sheet.objects if item.kind == "PathObject" for rule in strokes_of(item)
            ),
        )
        return page, Looks(is_picture=_is_picture(sheet.objects, sheet.frame), is_damaged=sheet.is_damaged)

    def sheet(self, number: int) -> Sheet:
        """One page, counted from 1 through the whole file, as it is drawn."""
        document, id, place = self.places[number - 1]
        return document.sheet(id, place)

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

    def __init__(self, package: Package, path: str) -> None:
        self._package = package
        root = package.read(path)
        self._frame = _frame(root.find("{*}CommonData/{*}PageArea"), _A4)
        self._templates = {
            template.get("ID") or "": package.find(_beside(path, template.get("BaseLoc")))
            for template in root.iterfind("{*}CommonData/{*}TemplatePage")
        }
        resources = (
            package.find(_beside(path, each.text)) for tag in _RESOURCES for each in root.iterfind(tag)
        )
        self._units = {
            unit.get("ID") or "": unit
            for resource in resources
            if resource is not None
            for unit in resource.iter("{*}CompositeGraphicUnit")
        }
        self._notes = dict(_notes(package, path, root))
        self.places = [
            (page.get("ID") or "", _beside(path, page.get("BaseLoc")))
            for page in root.iterfind("{*}Pages/{*}Page")
        ]
        """The number and the place of each page."""

    def sheet(self, id: str, place: str) -> Sheet:
        """One page with the templates it lies on and the notes put on it."""
        content = self._package.find(place)
        used = () if content is None else content.iterfind("{*}Template")
        layers = [self._templates.get(template.get("TemplateID") or "") for template in used]
        sound = [layer for layer in [*layers, content] if layer is not None]
        frame = self._frame if content is None else _frame(content.find("{*}Area"), self._frame)
        objects = [item for layer in sound for item in drawn(layer, self._units)]
        notes = [item for note in self._notes.get(id, ()) for item in drawn(note, self._units, _origin(note))]
        return Sheet(frame, objects, notes, is_damaged=len(sound) <= len(layers))


def _glyphs(objects: Iterable[Drawn]) -> Iterator[Glyph]:
    texts = (glyph for item in objects if item.kind == "TextObject" for glyph in glyphs_of(item))
    return islice(texts, MOST_CHARACTERS)


def _notes(package: Package, path: str, root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """What was put on pages afterwards, such as remarks and stamps, by the number of the page."""
    if not (place := root.findtext("{*}Annotations")):
        return
    listed = package.find(_beside(path, place))
    for page in () if listed is None else listed.iterfind("{*}Page"):
        found = package.find(_beside(_beside(path, place), page.findtext("{*}FileLoc")))
        annotations = () if found is None else found.iterfind("{*}Annot")
        visible = (each for each in annotations if each.get("Visible") != "false")
        yield page.get("PageID") or "", [look for each in visible for look in each.iterfind("{*}Appearance")]


def _origin(note: etree._Element) -> Matrix:
    boundary = numbers(note.get("Boundary"))
    return Matrix(e=boundary[0], f=boundary[1]).then(PAGE) if len(boundary) == 4 else PAGE


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
    return Box(0.0, 0.0, box[2] * POINTS, box[3] * POINTS)


def _is_picture(objects: Iterable[Drawn], frame: Box) -> bool:
    """Whether pictures cover much of the page, or drawn shapes stand where letters should."""
    covered, shapes = 0.0, 0
    for item in objects:
        boundary = numbers(item.item.get("Boundary")) if item.kind == "ImageObject" else []
        covered += math.prod(boundary[2:]) * POINTS**2 if len(boundary) == 4 else 0.0
        shapes += item.kind == "PathObject"
    return covered >= _PICTURE_SHARE * frame.right * frame.bottom or shapes >= _FEWEST_SHAPES
