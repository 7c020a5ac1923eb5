"""A page of an OFD drawn as a PDF of one page, which pdfium can make a picture of: its text, lines and the places of pictures.

Its own fonts are not used: every character stands in its place in whatever Chinese font the system has. Of pictures
only the place is shown.
"""

from collections.abc import Iterator, Sequence

from editor.reading.readers.boxes import Glyph
from editor.reading.readers.ofd_objects import Drawn, numbers, pieces_of
from editor.reading.readers.ofd_text import glyphs_of

_BELOW = 0.12
"""Share of a character's height below its base line."""
_TURNS = ((1, 0, 0, 1), (0, -1, 1, 0), (-1, 0, 0, -1), (0, 1, -1, 0))
_OPERATORS = {"M": "m", "L": "l", "B": "c", "C": "h"}
_GREY = "0.85 0.85 0.85"
_OBJECTS = (
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]/Contents 6 0 R/Resources<</Font<</F 4 0 R>>>>>>",
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[5 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 939 500]"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>",
)


def as_pdf(objects: Sequence[Drawn], width: float, height: float) -> bytes:
    """A PDF with one page of this size in points on which the objects stand."""
    content = "\n".join(operator for item in objects for operator in _operators(item, height))
    stream = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    file, offsets = "%PDF-1.5\n", []
    for number, item in enumerate((*_OBJECTS, stream), 1):
        offsets.append(len(file))
        file += f"{number} 0 obj{item.format(width=width, height=height) if number == 3 else item} endobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(offsets) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF"
    return (file + end).encode("ascii")


def _operators(item: Drawn, height: float) -> Iterator[str]:
    if item.kind == "TextObject":
        yield f"{_colour(item, 'FillColor')} rg"
        yield from (_character(glyph, height) for glyph in glyphs_of(item))
    elif item.kind == "PathObject":
        yield from _path(item, height)
    else:
        yield from _place_of_picture(item, height)


def _colour(item: Drawn, tag: str) -> str:
    """Red, green and blue from 0 to 1; black where none is named in these terms."""
    colour = item.item.find(f"{{*}}{tag}")
    values = numbers(None if colour is None else colour.get("Value"))
    shares = [min(max(value / 255, 0.0), 1.0) for value in values] if len(values) == 3 else [0.0] * 3
    return " ".join(f"{share:.3f}" for share in shares)


def _character(glyph: Glyph, height: float) -> str:
    left, top, right, bottom = glyph.box
    turn = glyph.turn or 0
    low = _BELOW * (right - left if turn % 2 else bottom - top)
    x, y = ((left, bottom - low), (left + low, top), (right, top + low), (right - low, bottom))[turn]
    size = right - left if turn % 2 else bottom - top
    a, b, c, d = _TURNS[turn]
    code = glyph.text.encode("utf-16-be", "replace").hex()
    return f"BT /F {size:.2f} Tf {a} {b} {c} {d} {x:.2f} {height - y:.2f} Tm <{code}> Tj ET"


def _path(item: Drawn, height: float) -> Iterator[str]:
    """The path's figures; curves that PDF doesn't know end in a straight line."""
    is_filled, is_drawn = item.item.get("Fill") == "true", item.item.get("Stroke") != "false"
    if not is_filled and not is_drawn:
        return
    width = (numbers(item.item.get("LineWidth")) or [0.353])[0] * abs(item.matrix.d or item.matrix.b)
    yield f"{_colour(item, 'StrokeColor')} RG {_colour(item, 'FillColor')} rg {width:.2f} w"
    for letter, points in pieces_of(item):
        ends = points if letter == "B" else points[-1:]
        places = " ".join(f"{x:.2f} {height - y:.2f}" for x, y in ends)
        yield f"{places} {_OPERATORS.get(letter, 'l')}"
    yield "B" if is_filled and is_drawn else "f" if is_filled else "S"


def _place_of_picture(item: Drawn, height: float) -> Iterator[str]:
    boundary = numbers(item.item.get("Boundary"))
    if len(boundary) == 4:
        corners = [item.matrix.place(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        moves = [f"{x:.2f} {height - y:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(corners)]
        yield f"{_GREY} rg {' '.join(moves)} f"
