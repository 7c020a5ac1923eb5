"""Old Word documents (.doc of Word 97 to 2003, and .wps of WPS, which writes the same form).

Read by a reader of our own, in Python, in a process of its own. What that doesn't know, and what is too damaged for
it, is handed to an installed LibreOffice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from editor import libreoffice
from editor.errors import FileProblem
from editor.plan.issues import Issue
from editor.plan.value import Value
from editor.reading.doubts import doubt
from editor.reading.lines import Extract, Line
from editor.reading.readers import child
from editor.reading.readers.binary import Damaged
from editor.reading.readers.doc_boxes import anchored_boxes
from editor.reading.readers.doc_lists import lists_of
from editor.reading.readers.doc_properties import Paragraph, Properties
from editor.reading.readers.doc_text import Header, Locked, Text, Unsupported
from editor.reading.readers.docx import read_docx
from editor.reading.readers.docx_numbering import Numbering
from editor.reading.readers.grid import RowGrid
from editor.reading.readers.ole import locked, word_streams
from editor.wording import _

_CELL, _LINE_BREAK, _PAGE_BREAK, _COLUMN_BREAK, _PARAGRAPH = 7, 11, 12, 14, 13
_ENDS = {_CELL, _PAGE_BREAK, _PARAGRAPH}
_FIELD, _RESULT, _FIELD_END = 19, 20, 21
_SHOWN = {9: "\t", _LINE_BREAK: "\n", _COLUMN_BREAK: "", 30: "-", 160: "\u00a0"}
_FIRST_PRINTED = 32
_SECONDS = 60
"""What LibreOffice may take."""
_ASIDE = {"footnotes": "footnote", "endnotes": "footnote", "text_boxes": "text_box"}


class Unread(Value, frozen=True, kw_only=True):
    """What our own reader can't read but another program might; `reason` is the sentence that refuses it otherwise."""

    reason: str


def old_word_extract(content: bytes, name: str) -> Extract:
    """The lines of an old Word document; FileProblem where it is locked, damaged or of an unknown kind."""
    read = child.read_apart(read_doc, content, name)
    if isinstance(read, Extract):
        return read
    converted = libreoffice.convert(content, "doc", "docx", _SECONDS, child.is_unwanted)
    if converted is None:
        raise FileProblem(read.reason)
    extract = child.read_apart(read_docx, converted, name)
    message = _("This is an old document; it was read through LibreOffice. Compare it with the original.")
    return Extract(lines=extract.lines, issues=(doubt("converted", "hint", message, (1, 1)), *extract.issues))


def read_doc(content: bytes, name: str) -> Extract | Unread:
    """The lines as our own reader finds them; FileProblem where the file is locked or no Word document at all."""
    streams = word_streams(content, name)
    try:
        return _Document(streams).extract()
    except Locked as error:
        raise locked(name) from error
    except Damaged:
        message = _("“{name}” is damaged or cut short; ask for the file again.")
    except Unsupported:
        message = _(
            "“{name}” is of a Word older than 97; save it as .docx, or install LibreOffice and try again."
        )
    return Unread(reason=message.format(name=name))


@dataclass
class _Ended:
    """A paragraph of one story: its text, the position and the offset of its mark, and what the mark is."""

    text: str
    place: int
    offset: int
    mark: int


@dataclass
class _Document:
    """One document while its lines are gathered."""

    streams: dict[str, bytes]
    lines: list[Line] = field(default_factory=list)
    number: int = 0
    removed: int | None = None
    placed: set[int] = field(default_factory=set)
    grid: RowGrid = field(default_factory=RowGrid)

    def extract(self) -> Extract:
        """The lines of the main text with its text boxes behind their paragraphs, then foot- and endnotes, set aside."""
        stream = self.streams.get("WordDocument", b"")
        header = Header(stream)
        tables = self.streams.get(header.table_name, b"")
        self.text = Text(stream, header, tables)
        self.properties = Properties(stream, header, tables, self.streams.get("Data", b""))
        self.numbering, lost = _numbering(header, tables)
        boxes = anchored_boxes(header, tables)
        for ended in self._paragraphs(header.stories["text"]):
            self._add(ended, None)
            while boxes and boxes[0][0] <= ended.place:
                self._add_all(boxes.pop(0)[1], None)
        for story, aside in _ASIDE.items():
            self._add_all(header.stories[story], aside)
        return Extract(lines=tuple(self.lines), issues=tuple(self._issues(lost)))

    def _add_all(self, story: range, aside: str | None) -> None:
        """A story that stands beside the text, and is read once."""
        rest = [ended for ended in self._paragraphs(story) if ended.place not in self.placed]
        self.placed.update(ended.place for ended in rest)
        for ended in rest:
            self._add(ended, aside)

    def _paragraphs(self, story: range) -> Iterator[_Ended]:
        """The paragraphs of a story, with deletions left out; a deleted mark joins two of them."""
        units, offsets = self.text.units, self.text.offsets
        end = min(story.stop, len(units))
        codes = _field_codes(units[story.start : end].tolist(), story.start)
        words: list[int] = []
        for place in range(story.start, end):
            if self.properties.is_deleted(offsets[place]):
                self.removed = self.removed or self.number + 1
            elif place in codes:
                continue
            elif units[place] in _ENDS:
                yield _Ended(_decode(words), place, offsets[place], units[place])
                words = []
            else:
                words.append(units[place])
        if words:
            yield _Ended(_decode(words), end - 1, offsets[end - 1], _PARAGRAPH)

    def _add(self, ended: _Ended, aside: str | None) -> None:
        paragraph = self.properties.paragraph(ended.offset)
        cell = self.grid.place(
            in_table=paragraph.in_table, ends_cell=ended.mark == _CELL, ends_row=paragraph.ends_row
        )
        if ended.mark == _CELL and not ended.text.strip():
            return
        self.number += 1
        prefix = self._prefix(paragraph)
        shown = prefix + ended.text.lstrip() if prefix and ended.text.strip() else ended.text
        self.lines += [
            Line(
                number=self.number,
                text=part,
                style=paragraph.name,
                list_level=(paragraph.level or 0) if paragraph.list else None,
                centred=bool(paragraph.centred),
                aside=aside,
                cell=cell,
            )
            for part in shown.split("\n")
        ]

    def _prefix(self, paragraph: Paragraph) -> str:
        """The automatic number, which the document does not store."""
        return self.numbering.next(str(paragraph.list), paragraph.level or 0) if paragraph.list else ""

    def _issues(self, lost: bool) -> Iterator[Issue]:
        message = _(
            "This is an old Word document; it was read by the program itself. Compare it with the original."
        )
        yield doubt("converted", "hint", message, (1, 1))
        if self.removed is not None:
            message = _(
                "The document has tracked changes; insertions were read as accepted, deletions left out."
            )
            yield doubt("tracked_changes", "warning", message, (self.removed, self.removed))
        if lost:
            message = _(
                "The automatic numbers of this document can't be told; compare all numbers with the original."
            )
            yield doubt("lost_numbers", "error", message, (1, 1))


def _numbering(header: Header, tables: bytes) -> tuple[Numbering, bool]:
    """The automatic lists, and whether they could not be read."""
    try:
        return Numbering.of(lists_of(header, tables)), False
    except Damaged:
        return Numbering.of({}), True


def _field_codes(units: list[int], start: int) -> set[int]:
    """The positions of field codes, whose results alone are shown; marks without their counterpart hide nothing."""
    hidden: set[int] = set()
    open_fields: list[list[int]] = []
    for place, unit in enumerate(units, start):
        if unit == _FIELD:
            open_fields.append([place, -1])
        elif unit == _RESULT and open_fields and open_fields[-1][1] < 0:
            open_fields[-1][1] = place
        elif unit == _FIELD_END and open_fields:
            begin, result = open_fields.pop()
            if not open_fields or open_fields[-1][1] >= 0:
                hidden.update(range(begin, (place if result < 0 else result) + 1))
    return hidden


def _decode(units: list[int]) -> str:
    """The text as shown, without the marks of pictures, notes and fields."""
    shown = [_SHOWN.get(unit) or (chr(unit) if unit >= _FIRST_PRINTED else "") for unit in units]
    return "".join(shown).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
