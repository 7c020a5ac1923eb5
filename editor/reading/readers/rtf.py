"""Rich text (.rtf): the paragraphs, cells, text boxes and footnotes that Word shows, in whatever code page they are.

striprtf was tried and not taken: it drops footnotes, writes the targets of links into the text and takes time that
grows with the square of a hostile file.
"""

from dataclasses import dataclass, field, replace

from editor.errors import FileProblem
from editor.reading.doubts import doubt
from editor.reading.lines import Cell, Extract, Line
from editor.reading.readers.grid import RowGrid
from editor.reading.readers.rtf_tokens import CODE_PAGES, Token, code_page, tokens
from editor.wording import _

_DEEPEST = 2000
_SILENT = frozenset((
    "colortbl", "stylesheet", "info", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr", "footerf", "pict", "object", "objdata", "fldinst", "nonesttables", "xe", "tc", "rxe",
    "bkmkstart", "bkmkend", "listtable", "listoverridetable", "revtbl", "rsidtbl", "annotation", "atnid",
    "atnauthor", "atntime", "atnref", "atndate", "atnparent", "shprslt", "sp", "sn", "sv", "filetbl",
    "themedata", "datastore", "upr", "pntxta", "pntxtb", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    "aftnsepc", "aftncn", "template", "generator", "mmathPr", "do", "falt", "panose",
))  # fmt: skip
"""Groups that hold no text of the document."""
_STARRED = frozenset(("shpinst", "shptxt", "pntext", "listtext", "fldrslt"))
"""Groups marked as optional that are entered all the same."""
_NUMBERS = ("listtext", "pntext")
_STORIES = {"footnote": "footnote", "shptxt": None}
"""Groups with paragraphs of their own, and why those are set aside."""
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "~": "\u00a0",
    "_": "-",
}
_ENDS = frozenset(("par", "sect", "cell", "nestcell", "row", "nestrow"))


@dataclass
class _Group:
    """What holds inside a group of braces."""

    stories: int = 1
    silent: bool = False
    starred: bool = False
    fonts: bool = False
    number: bool = False
    font: int | None = None
    fallback: int = 1
    deleted: bool = False
    bold: bool = False
    centred: bool = False
    in_table: bool = False


@dataclass
class _Paragraph:
    """A paragraph as shown."""

    text: str
    bold: bool
    centred: bool
    aside: str | None
    cell: Cell | None


@dataclass
class _Story:
    """The main text, a footnote or a text box: its paragraphs, the open one's words, and what comes after that one."""

    aside: str | None = None
    paragraphs: list[_Paragraph] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    bold: bool = False
    pending: list[_Paragraph] = field(default_factory=list)


def read_rtf(content: bytes, name: str) -> Extract:
    """The lines of a rich text; FileProblem where it is nested beyond reason. `name` is the file's."""
    reader = _Reader(name)
    for token in tokens(content):
        reader.take(token)
    return reader.extract()


class _Reader:
    """Reads token after token; bytes wait until the token after them is known, for one character may be in two."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._group = _Group()
        self._around: list[_Group] = []
        self._stories = [_Story()]
        self._bytes = bytearray()
        self._halves: list[int] = []
        self._skip = 0
        self._encoding = "cp1252"
        self._encodings: dict[int, str] = {}
        self._default_font: int | None = None
        self._removed: int | None = None
        self._grid = RowGrid()

    def take(self, token: Token) -> None:
        """Read one token."""
        if token.kind == "text":
            self._take_bytes(token.data)
            return
        self._settle_bytes()
        if token.kind == "word" and token.name == "u":
            self._take_unicode(token.value or 0)
            return
        self._skip = 0
        if token.kind == "open":
            self._add("")
            self._open()
        elif token.kind == "close":
            self._add("")
            self._close()
        else:
            self._take_word(token)

    def extract(self) -> Extract:
        """All lines, numbered by paragraphs, and the doubt that tracked deletions leave."""
        self._settle_bytes()
        self._add("")
        while self._around:
            self._close()
        story = self._stories[0]
        self._end_paragraph()
        lines = [
            Line(number=number, text=part, bold=one.bold, centred=one.centred, aside=one.aside, cell=one.cell)
            for number, one in enumerate(story.paragraphs + story.pending, 1)
            for part in one.text.split("\n")
        ]
        message = _("The document has tracked changes; insertions were read as accepted, deletions left out.")
        place = self._removed
        issues = () if place is None else (doubt("tracked_changes", "warning", message, (place, place)),)
        return Extract(lines=tuple(lines), issues=issues)

    def _open(self) -> None:
        if len(self._around) >= _DEEPEST:
            message = _("“{name}” is nested too deeply to be read; save its text as .docx or .txt.")
            raise FileProblem(message.format(name=self._name))
        self._around.append(self._group)
        self._group = replace(self._group, stories=len(self._stories))

    def _close(self) -> None:
        if not self._around:
            return
        while len(self._stories) > self._group.stories:
            self._end_paragraph()
            story = self._stories.pop()
            self._stories[-1].pending += story.paragraphs + story.pending
        self._group = self._around.pop()

    def _take_word(self, token: Token) -> None:
        group = self._group
        if token.name == "*":
            group.starred = True
            return
        if token.name in _SILENT or (group.starred and token.name not in _STARRED):
            group.silent = True
        group.starred = False
        if group.fonts:
            self._take_font(token)
        elif token.name == "fonttbl":
            group.fonts = True
        elif not group.silent:
            self._show(token)

    def _take_font(self, token: Token) -> None:
        """An entry of the table of fonts: its number, its character set or code page."""
        group = self._group
        if token.name == "f":
            group.font = token.value
        elif token.name == "fcharset" and group.font is not None and token.value in CODE_PAGES:
            self._encodings[group.font] = CODE_PAGES[token.value]
        elif token.name == "cpg" and group.font is not None:
            self._encodings[group.font] = code_page(token.value)

    def _show(self, token: Token) -> None:
        """A word that holds for the text that follows, or stands for text itself."""
        name = token.name
        if name in _CHARACTERS:
            self._add(_CHARACTERS[name])
        elif name in _ENDS:
            self._end_paragraph(name)
        elif name in _STORIES:
            self._stories.append(_Story(aside=_STORIES[name]))
        else:
            self._set(name, token.value)

    def _set(self, name: str, value: int | None) -> None:
        group, is_on = self._group, value != 0
        if name in _NUMBERS:
            group.number = True
        elif name == "ansicpg":
            self._encoding = code_page(value)
        elif name == "deff":
            self._default_font = group.font = value
        elif name == "f":
            group.font = value
        elif name == "uc":
            group.fallback = max(value or 0, 0)
        else:
            self._set_look(name, is_on)

    def _set_look(self, name: str, is_on: bool) -> None:
        group = self._group
        if name == "plain":
            group.font, group.bold, group.deleted = self._default_font, False, False
        elif name == "b":
            group.bold = is_on
        elif name == "deleted":
            group.deleted = is_on
        elif name in ("pard", "ql", "qr", "qj", "qd"):
            group.centred = False
            group.in_table &= name != "pard"
        elif name == "intbl":
            group.in_table = True
        elif name == "qc":
            group.centred = True

    def _take_bytes(self, data: bytes) -> None:
        passed = min(self._skip, len(data))
        self._skip -= passed
        self._bytes += data[passed:]

    def _take_unicode(self, value: int) -> None:
        """A 16-bit unit; what follows for older programs is passed over."""
        self._halves.append(value % 0x10000)
        self._skip = self._group.fallback

    def _settle_bytes(self) -> None:
        if self._bytes:
            encoding = self._encodings.get(self._group.font or 0, self._encoding)
            text = bytes(self._bytes).decode(encoding, "replace")
            self._bytes.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        """Show the 16-bit units that wait, then this text."""
        group, story = self._group, self._stories[-1]
        units = b"".join(unit.to_bytes(2, "little") for unit in self._halves)
        self._halves.clear()
        text = units.decode("utf-16-le", "replace") + text
        if not text or group.silent or group.fonts:
            return
        if group.deleted:
            self._removed = self._removed or len(self._stories[0].paragraphs) + 1
            return
        if not story.words:
            story.bold = group.bold
        story.words.append(text.strip() if group.number else text)

    def _end_paragraph(self, mark: str = "") -> None:
        """The open paragraph is done; one without words is none unless its own mark ends it."""
        self._add("")
        story, group = self._stories[-1], self._group
        if group.deleted:
            return
        text = "".join(story.words)
        cell = self._cell(mark) if len(self._stories) == 1 else None
        if text.strip() or mark == "par":
            story.paragraphs.append(_Paragraph(text, story.bold, group.centred, story.aside, cell))
            story.paragraphs += story.pending
            story.pending = []
        story.words = []

    def _cell(self, mark: str) -> Cell | None:
        in_table = self._group.in_table or mark in ("cell", "row")
        return self._grid.place(in_table=in_table, ends_cell=mark == "cell", ends_row=mark == "row")
