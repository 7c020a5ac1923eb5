"""The look of the notice: a .docx of named styles and a .toml of places (both in templates/notice)."""

from pathlib import Path
from typing import Any

import msgspec

from editor.errors import FileProblem
from editor.files import read_file
from editor.paths import templates
from editor.plan.notice import COMPARISON
from editor.plan.value import Value
from editor.wording import _
from editor.writing.base.table import CHANGES, MARKS, Table


class StyleNames(Value, frozen=True, kw_only=True):
    """The name of the style of each element; the tuples go by level."""

    spacer: str
    issuer_mark: str
    document_number: str
    title: str
    addressees: str
    text: str
    signature: str
    date: str
    annotation: str
    attachment_note: str
    copied_to: str
    printed: str
    imprint_anchor: str
    table_head: str
    table_text: str
    turned_number: str
    copy_number: str
    urgency: str
    urgent: str
    signatories: str
    signatory_name: str
    order_number: str
    letter_number: str
    letter_upper_line: str
    letter_lower_line: str
    attendance: str
    attendance_label: str
    attachment_label: str
    headings: tuple[str, ...]
    items: tuple[str, ...]
    item_headings: tuple[str, ...]


class PageMeasures(Value, frozen=True, kw_only=True):
    """Width of one 字 in twips, and how many make a line."""

    character: int
    characters_per_line: int


class LatinWidths(Value, frozen=True, kw_only=True):
    """How wide Latin characters are in their face, as shares of its size: groups of characters that are alike.

    `gap` and `seam` are those of the program that prints.
    """

    usual: float
    widths: tuple[tuple[str, float], ...]
    gap: float = 0.0
    seam: float = 0.0


class Program(Value, frozen=True, kw_only=True):
    """How a program that prints the notice sets it.

    `gap` is what it puts between Chinese characters and Latin letters or digits, as a share of the size; `seam` what
    any change of script or face adds, in points. `keeps_whole`: what is kept with the next paragraph goes to the
    next page as a whole, and is not kept at all where it takes more than a page; else only its last line is kept.
    """

    gap: float
    seam: float
    keeps_whole: bool


class Layout(Value, frozen=True, kw_only=True):
    """Where one layout departs from the .docx: margins and body pitch in twips; None = as in the .docx."""

    top: int | None = None
    bottom: int | None = None
    line_pitch: int | None = None
    imprint_lift: int = 0
    """How far above the lower margin the imprint's last rule lies."""


class MarkPlace(Value, frozen=True, kw_only=True):
    """Where the issuer's mark stands: upper edge from the page's top in twips; shares of its size and of the line.

    `order_top` is the edge of an order's mark, `stack_high` the most that the names of a joint mark may take.
    """

    top: int
    order_top: int
    stack_high: int
    ink: float
    fill: float


class TitleShape(Value, frozen=True, kw_only=True):
    """The widest line of a title, in 字."""

    longest_line: int


class BlankLines(Value, frozen=True, kw_only=True):
    """How many blank lines stand before or after which element."""

    after_mark: int
    after_rule: int
    after_title: int
    before_attachment_note: int
    before_sealed_signature: int
    before_signature: int
    before_stamp: int
    before_attendance: int
    after_letter_number: int


class SignaturePlace(Value, frozen=True, kw_only=True):
    """Offsets of signature and date in 字 (GB/T 9704—2012 7.3.5), and the millimetres between two seals."""

    sealed_date_right: float
    right: float
    date_shift: float
    seal_gap: float
    stamp_wide: float
    before_stamp: float


class LetterShape(Value, frozen=True, kw_only=True):
    """The letter's first page (GB/T 9704—2012 10.1), in twips; the mark's size in half-points.

    `above_line` is the room between mark and upper double line, `below_line` between it and the number's line.
    """

    mark_top: int
    mark_size: int
    above_line: int
    below_line: int
    line_long: int
    line_high: int
    lower_line_end: int


class ImprintShape(Value, frozen=True, kw_only=True):
    """The imprint: line pitch in twips, rules in eighths of a point."""

    line: int
    outer_rule: int
    inner_rule: int


class TableLook(Value, frozen=True, kw_only=True):
    """The spreadsheet's fonts, sizes in points, column widths in characters, margins in centimetres."""

    title_font: str
    title_size: float
    head_font: str
    font: str
    size: float
    widths: tuple[float, ...]
    margins: tuple[float, float, float, float]
    read_from_left: tuple[int, ...]
    """Columns of running text, counted from 1; the others are centred."""


class Landscape(Value, frozen=True, kw_only=True):
    """A landscape page (GB/T 9704—2012 clause 8): margins in twips, and its page number, turned, at its left edge.

    `number_middle` is the number's middle from the left edge, `number_line` its pitch; it ends at `odd_end` from the
    top on odd pages and begins at `even_start` on even ones.
    """

    top: int
    right: int
    bottom: int
    left: int
    number_middle: int
    number_line: int
    odd_end: int
    even_start: int


class Template(Value, frozen=True, kw_only=True):
    """Everything that decides the look; `content` is the .docx itself."""

    document: str
    styles: StyleNames
    page: PageMeasures
    fonts: dict[str, tuple[str, ...]]
    """What is shown in a font's place where it is not installed: families, the best first."""
    latin: LatinWidths
    programs: dict[str, Program]
    layouts: dict[str, Layout]
    mark: MarkPlace
    title: TitleShape
    blank_lines: BlankLines
    signature: SignaturePlace
    imprint: ImprintShape
    letter: LetterShape
    landscape: Landscape
    assignment_table: TableLook
    comparison_table: TableLook
    changes_table: TableLook
    content: bytes = b""

    def latin_in(self, program: str) -> LatinWidths:
        """The widths in a program that prints: a name in `programs`."""
        spaces = self.programs[program]
        return msgspec.structs.replace(self.latin, gap=spaces.gap, seam=spaces.seam)

    def look_of(self, table: Table) -> TableLook:
        """The look that a table has."""
        looks = {
            COMPARISON: self.comparison_table,
            CHANGES: self.changes_table,
            MARKS: self.changes_table,
        }
        return looks.get(table.name, self.assignment_table)


def notice_template(folder: Path | None = None) -> Template:
    """The template in `folder` (None = the one that comes with the program); FileProblem where it doesn't fit.

    What the settings of an office's own template don't say is as in the program's.
    """
    own = templates() / "notice"
    place = folder or own
    settings = [read_file(each / "notice.toml") for each in dict.fromkeys((own, place))]
    try:
        said = [msgspec.toml.decode(each) for each in settings]
        template = msgspec.convert(_overlaid(said[0], said[-1]), Template)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        message = _("The notice template “{name}” has a mistake: {error}.")
        raise FileProblem(message.format(name=place.name, error=error)) from error
    return msgspec.structs.replace(template, content=read_file(place / template.document))


def _overlaid(below: Any, above: Any) -> Any:
    """Settings with those above in the place of those below, table by table."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return below | {key: _overlaid(below.get(key), value) for key, value in above.items()}
