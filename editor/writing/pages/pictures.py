"""Pages as they will print: what a page view paints, in millimetres from a page's upper left corner."""

from editor.plan.value import Value


class Face(Value, frozen=True, kw_only=True):
    """A type face as the template asks for it: family of Chinese and of Latin characters, points, RRGGBB."""

    family: str
    latin: str
    size: float
    colour: str = "000000"
    spacing: float = 0.0
    """Points added after every character."""


class Piece(Value, frozen=True, kw_only=True):
    """A stretch of one line in one face and one script; `spacing` in points comes after each of its characters."""

    text: str
    x: float
    face: Face
    is_latin: bool = False
    spacing: float = 0.0


class Line(Value, frozen=True, kw_only=True):
    """One line of text: its pieces from the left, its base line, and the box that a click on it hits.

    `kind` is that of the notice's element ("" for page numbers), `block` the id of the plan's block it comes from.
    """

    pieces: tuple[Piece, ...]
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    kind: str = ""
    block: str | None = None
    is_turned: bool = False
    """Whether it runs down the page: the pieces' places are then from the page's top, the base line's from its left."""

    @property
    def text(self) -> str:
        """The characters on the line."""
        return "".join(piece.text for piece in self.pieces)


class Rule(Value, frozen=True, kw_only=True):
    """A straight rule between two points; thickness in millimetres, colour as RRGGBB."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float
    colour: str = "000000"


class PagePicture(Value, frozen=True, kw_only=True):
    """One page: its number from 1, its size, and all that is printed on it."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()


def pages_with(pages: tuple[PagePicture, ...], kind: str) -> tuple[int, ...]:
    """The numbers of the pages on which an element of this kind stands."""
    return tuple(page.number for page in pages if any(line.kind == kind for line in page.lines))


def families_of(pages: tuple[PagePicture, ...]) -> tuple[str, ...]:
    """Every family that some character of the pages is to be set in, once, in order."""
    pieces = (piece for page in pages for line in page.lines for piece in line.pieces)
    names = (piece.face.latin if piece.is_latin else piece.face.family for piece in pieces)
    return tuple(dict.fromkeys(names))
