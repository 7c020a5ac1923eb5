"""Word documents: every paragraph, table cell and text box as Word shows it with all changes accepted.

python-docx passes over content controls, insertions and text boxes, so the document's XML is walked here.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import ZipFile

from lxml import etree

from editor.archives import open_archive, read_entry
from editor.plan.issues import Issue
from editor.reading.doubts import doubt
from editor.reading.lines import Cell, Extract, Line
from editor.reading.readers.docx_numbering import Numbering, W
from editor.reading.readers.docx_styles import Look, Styles
from editor.reading.readers.docx_words import ALTERNATIVES, REMOVED, SILENT, Words, preferred
from editor.reading.readers.grid import Grid, span
from editor.reading.readers.xml import parse_xml
from editor.wording import _

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PROPERTIES, _MARK = W + "pPr", W + "rPr"
_NOTES = (("footnotes.xml", W + "footnote"), ("endnotes.xml", W + "endnote"))

_PARTS = ("styles.xml", "numbering.xml", "footnotes.xml", "endnotes.xml")


def read_docx(content: bytes, name: str) -> Extract:
    """The lines of a .docx; FileProblem where its parts are missing or damaged. `name` is the file's."""
    archive = open_archive(content, name)
    main = _main_part(archive, name)
    parts = {part: _part(archive, str(PurePosixPath(main).parent / part), name) for part in _PARTS}
    walker = _Walker(Styles(parts["styles.xml"]), Numbering(parts["numbering.xml"]))
    walker.take(parse_xml(_transitional(read_entry(archive, main, name)), name))
    for part, tag in _NOTES:
        root = parts[part]
        walker.take_notes(() if root is None else root.iterfind(tag))
    return Extract(lines=tuple(walker.lines), issues=walker.issues())


def _main_part(archive: ZipFile, name: str) -> str:
    relations = parse_xml(read_entry(archive, "_rels/.rels", name), name)
    for relation in relations.iter(_RELATIONS):
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _part(archive: ZipFile, part: str, name: str) -> etree._Element | None:
    if part not in archive.namelist():
        return None
    return parse_xml(_transitional(read_entry(archive, part, name)), name)


def _transitional(content: bytes) -> bytes:
    """The part with the namespace of strict documents replaced by the common one."""
    return content.replace(_STRICT, W[1:-1].encode())


class _Walker:
    """Walks a document and gathers its lines; `lines` counts paragraphs from 1."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.lines: list[Line] = []
        self._styles = styles
        self._numbering = numbering
        self._number = 0
        self._first_removal: int | None = None
        self._carried = ""
        self._tables = 0
        self._grid: Grid | None = None
        self._cell: Cell | None = None

    def take(self, element: etree._Element) -> None:
        """All paragraphs in an element, in document order."""
        for child in element:
            if child.tag == W + "p":
                self._take_paragraph(child)
            elif child.tag in REMOVED:
                self._note_removal()
            elif child.tag == ALTERNATIVES:
                self.take(preferred(child))
            elif child.tag == W + "tbl":
                self._take_table(child)
            elif isinstance(child.tag, str) and child.tag not in SILENT:
                self._place_in_table(child)
                self.take(child)

    def _take_table(self, table: etree._Element) -> None:
        around = self._grid, self._cell
        self._tables += 1
        self._grid, self._cell = Grid(self._tables), None
        self.take(table)
        self._grid, self._cell = around

    def _place_in_table(self, element: etree._Element) -> None:
        if self._grid and element.tag == W + "tr":
            self._grid.next_row()
        elif self._grid and element.tag == W + "tc":
            columns = element.find(f"{W}tcPr/{W}gridSpan")
            self._cell = self._grid.next_cell(span(None if columns is None else columns.get(W + "val")))

    def take_notes(self, notes: Iterator[etree._Element] | tuple[()]) -> None:
        """Foot- or endnotes, which no plan's text contains: set aside."""
        first = len(self.lines)
        for note in notes:
            if note.get(W + "type") is None:
                self.take(note)
        self.lines[first:] = [
            Line(number=line.number, text=line.text, style=line.style, aside="footnote")
            for line in self.lines[first:]
        ]

    def issues(self) -> tuple[Issue, ...]:
        """The doubt that a document with tracked deletions leaves."""
        if self._first_removal is None:
            return ()
        message = _("The document has tracked changes; insertions were read as accepted, deletions left out.")
        place = (self._first_removal, self._first_removal)
        return (doubt("tracked_changes", "warning", message, place),)

    def _note_removal(self) -> None:
        self._first_removal = self._first_removal or max(self._number, 1)

    def _take_paragraph(self, paragraph: etree._Element) -> None:
        self._number += 1
        number = self._number
        words = Words()
        words.gather(paragraph)
        if words.has_removals:
            self._note_removal()
        text = self._carried + "".join(words.parts)
        properties = paragraph.find(_PROPERTIES)
        if _mark_is_removed(properties):
            self._carried = text
            self._note_removal()
        else:
            self._carried = ""
            self._add(text, words.is_bold, self._styles.look(properties), number)
        for box in words.boxes:
            self.take(box)

    def _add(self, text: str, bold: bool, look: Look, number: int) -> None:
        item = look.list_item
        prefix = self._numbering.next(*item) if item else ""
        shown = prefix + text.lstrip() if prefix and text.strip() else text
        for part in shown.split("\n"):
            line = Line(
                number=number,
                text=part,
                style=look.style,
                list_level=item[1] if item else None,
                bold=bold,
                centred=look.is_centred,
                cell=self._cell,
            )
            self.lines.append(line)


def _mark_is_removed(properties: etree._Element | None) -> bool:
    """Whether the paragraph's end was deleted, so that the next paragraph goes on in it."""
    mark = None if properties is None else properties.find(_MARK)
    return mark is not None and any(mark.find(tag) is not None for tag in REMOVED)
