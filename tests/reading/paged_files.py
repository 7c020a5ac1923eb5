"""Small PDF and OFD files made for tests: pages of rows with places, in points from the upper left corner."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

WIDTH, HEIGHT, SIZE, PITCH, LEFT, TOP = 595.0, 842.0, 16.0, 29.0, 74.0, 110.0


class Placed(NamedTuple):
    """A row of text: its left end and its base line."""

    text: str
    x: float
    y: float
    size: float = SIZE


class Sheet(NamedTuple):
    """One page; `turn` counts the quarter turns clockwise that its text is turned by.

    `rules` are lines from (x, y) to (x, y); `objects` is more of an OFD page's XML.
    """

    rows: tuple[Placed, ...]
    turn: int = 0
    picture: bool = False
    rules: tuple[tuple[float, float, float, float], ...] = ()
    objects: str = ""

    @property
    def sides(self) -> tuple[float, float]:
        """Width and height; a page with text turned sideways lies on its side."""
        return (HEIGHT, WIDTH) if self.turn % 2 else (WIDTH, HEIGHT)


def typeset(
    paragraphs: Sequence[str], columns: int = 28, lines: int = 22, head: str = "", numbers: str = "— {} —"
) -> list[Sheet]:
    """The paragraphs, each indented by two characters but for a title centred, wrapped and broken into pages."""
    rows: list[tuple[str, float]] = []
    for paragraph in paragraphs:
        if paragraph.startswith("^"):
            rows.append((paragraph[1:], (columns - len(paragraph) + 1) / 2))
            continue
        first = columns - 2
        rows.append((paragraph[:first], 2))
        rows += [(paragraph[i : i + columns], 0) for i in range(first, len(paragraph), columns)]
    sheets = []
    for page, start in enumerate(range(0, len(rows), lines), 1):
        placed = [
            Placed(text, LEFT + SIZE * indent, TOP + PITCH * line)
            for line, (text, indent) in enumerate(rows[start : start + lines])
        ]
        if head:
            placed.insert(0, Placed(head, LEFT, 50, 10))
        if numbers:
            placed.append(Placed(numbers.format(page), 270, HEIGHT - 60, 14))
        sheets.append(Sheet(tuple(placed)))
    return sheets


def turned(row: Placed, turn: int) -> tuple[float, float]:
    """Where the row's base line begins on the page with text turned clockwise."""
    return {
        0: (row.x, row.y),
        1: (HEIGHT - row.y, row.x),
        2: (WIDTH - row.x, HEIGHT - row.y),
        3: (row.y, WIDTH - row.x),
    }[turn]


_MATRIX = {0: (1, 0, 0, 1), 1: (0, 1, -1, 0), 2: (-1, 0, 0, -1), 3: (0, -1, 1, 0)}


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def pdf(sheets: Sequence[Sheet], rotate: int = 0, encrypt: bool = False) -> bytes:
    """A PDF file; `rotate` is the turn that its pages declare."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>"
        % (len(sheets), b" ".join(b"%d 0 R" % (6 + 2 * place) for place in range(len(sheets)))),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 939 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Length 1>>stream\n\x80\nendstream",
    ]
    for place, sheet in enumerate(sheets):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>/XObject<</I 5 0 R>>>>>>" % (*sheet.sides, rotate, 7 + 2 * place)
        )
        objects.append(_stream(_pdf_content(sheet)))
    file = b"%PDF-1.4\n"
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj%s endobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"00" * 32, b"11" * 32)
    return (
        file
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            lock if encrypt else b"",
            len(file),
        )
    )


def _pdf_content(sheet: Sheet) -> bytes:
    parts = [b"q %d 0 0 %d 0 0 cm /I Do Q" % sheet.sides] if sheet.picture else []
    for row in sheet.rows:
        a, b, c, d = _MATRIX[sheet.turn]
        x, y = turned(row, sheet.turn)
        parts.append(
            b"BT /F %.1f Tf %d %d %d %d %.2f %.2f Tm <%s> Tj ET"
            % (row.size, a, -b, -c, d, x, sheet.sides[1] - y, row.text.encode("utf-16-be").hex().encode())
        )
    for left, top, right, bottom in sheet.rules:
        (x, y), (to_x, to_y) = (
            turned(Placed("", *end), sheet.turn) for end in ((left, top), (right, bottom))
        )
        height = sheet.sides[1]
        parts.append(b"%.2f %.2f m %.2f %.2f l S" % (x, height - y, to_x, height - to_y))
    return b"\n".join(parts)


def grid(tops: Sequence[float], edges: Sequence[float]) -> tuple[tuple[float, float, float, float], ...]:
    """The rules of a table with rows between `tops` and columns between `edges`."""
    across = [(edges[0], top, edges[-1], top) for top in tops]
    return (*across, *((edge, tops[0], edge, tops[-1]) for edge in edges))


NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_SHARE = 25.4 / 72


def ofd(
    sheets: Sequence[Sheet],
    template: Sequence[Placed] = (),
    without: str = "",
    extra: Mapping[str, str] = MappingProxyType({}),
    common: str = "",
    tail: str = "",
) -> bytes:
    """An OFD file; `template` rows lie under every page, the part named `without` is missing, `extra` are more parts.

    `common` and `tail` are more of the document's XML, among the common data and at the end.
    """
    parts = {
        "OFD.xml": f"<ofd:OFD {NAMESPACE} Version='1.0' DocType='OFD'><ofd:DocBody><ofd:DocInfo/>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
        f"0 0 {WIDTH * _SHARE:.2f} {HEIGHT * _SHARE:.2f}</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:TemplatePage ID='1' BaseLoc='Tpls/Tpl_0/Content.xml'/>{common}</ofd:CommonData><ofd:Pages>"
        + "".join(
            f"<ofd:Page ID='{n + 2}' BaseLoc='Pages/Page_{n}/Content.xml'/>" for n in range(len(sheets))
        )
        + f"</ofd:Pages>{tail}</ofd:Document>",
        "Doc_0/Tpls/Tpl_0/Content.xml": _ofd_page(Sheet(tuple(template)), ""),
    }
    for place, sheet in enumerate(sheets):
        parts[f"Doc_0/Pages/Page_{place}/Content.xml"] = _ofd_page(sheet, "<ofd:Template TemplateID='1'/>")
    parts |= extra
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name != without:
                archive.writestr(name, f"<?xml version='1.0' encoding='UTF-8'?>{text}")
    return file.getvalue()


def _ofd_page(sheet: Sheet, template: str) -> str:
    box = f"0 0 {sheet.sides[0] * _SHARE:.2f} {sheet.sides[1] * _SHARE:.2f}"
    objects = [f"<ofd:ImageObject ID='9' Boundary='{box}'/>"] if sheet.picture else []
    for row in sheet.rows:
        a, b, c, d = _MATRIX[sheet.turn]
        x, y = turned(row, sheet.turn)
        size = row.size * _SHARE
        steps = _steps([size if ord(character) > 255 else size / 2 for character in row.text[:-1]])
        text = row.text.replace("&", "&amp;").replace("<", "&lt;")
        objects.append(
            f"<ofd:TextObject Boundary='{x * _SHARE:.3f} {y * _SHARE:.3f} 100 10' CTM='{a} {b} {c} {d} 0 0' "
            f"Font='3' Size='{size:.3f}'><ofd:TextCode X='0' Y='0' DeltaX='{steps}'>{text}</ofd:TextCode></ofd:TextObject>"
        )
    for left, top, right, bottom in sheet.rules:
        (x, y), end = (turned(Placed("", *end), sheet.turn) for end in ((left, top), (right, bottom)))
        to_x, to_y = (end[0] - x) * _SHARE, (end[1] - y) * _SHARE
        objects.append(
            f"<ofd:PathObject Boundary='{x * _SHARE:.3f} {y * _SHARE:.3f} 1 1' LineWidth='0.25'>"
            f"<ofd:AbbreviatedData>M 0 0 L {to_x:.3f} {to_y:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
        )
    objects.append(sheet.objects)
    return (
        f"<ofd:Page {NAMESPACE}>{template}"
        f"<ofd:Area><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def _steps(widths: Sequence[float]) -> str:
    """The widths from character to character, runs of equal ones as `g count width`."""
    runs: list[list[float]] = []
    for width in widths:
        if runs and runs[-1][1] == width:
            runs[-1][0] += 1
        else:
            runs.append([1, width])
    return " ".join(f"g {count:.0f} {width:.3f}" if count > 1 else f"{width:.3f}" for count, width in runs)
