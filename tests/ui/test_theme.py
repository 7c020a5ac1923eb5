"""Colours: readable in light and dark, told apart by shape as well, each in one place."""

import re
from itertools import combinations, product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

import editor.ui
from build_spec.shots import dark_palette
from editor.ui.assigning.matrix_model import ROLE_MARKS
from editor.ui.base.outline_rows import ADAPTED_MARK, COVERAGE_MARKS
from editor.ui.base.theme import (
    PAPER,
    SEVERITY_MARKS,
    VERDICT_MARKS,
    contrast,
    corrections,
    figure_format,
    icon,
    is_dark,
    passage_format,
    passive_selection,
    quiet,
    sign_format,
    veil,
)

READABLE = 4.5
"""The contrast of text that WCAG 2.1 asks for at level AA."""
SEEN = 3.0
"""The same for signs and borders that mean something."""
_Roles = QPalette.ColorRole


def palette(**colours: str) -> QPalette:
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(_Roles[role], QColor(colour))
    return made


SYSTEMS = {
    "Qt, light": palette(
        Window="#efefef", WindowText="#000000", Base="#ffffff", AlternateBase="#f7f7f7", Text="#000000",
        Button="#efefef", ButtonText="#000000", Highlight="#308cc6", HighlightedText="#ffffff", Link="#0000ff",
        LinkVisited="#ff00ff", ToolTipBase="#ffffdc", ToolTipText="#000000", PlaceholderText="#80000000",
    ),
    "Windows 11, light": palette(
        Window="#f3f3f3", WindowText="#000000", Base="#ffffff", AlternateBase="#f9f9f9", Text="#000000",
        Button="#fdfdfd", ButtonText="#000000", Highlight="#0078d4", HighlightedText="#ffffff", Link="#003e92",
        LinkVisited="#001a68", ToolTipBase="#f9f9f9", ToolTipText="#000000", PlaceholderText="#80000000",
    ),
    "Windows 11, dark": palette(
        Window="#202020", WindowText="#ffffff", Base="#2d2d2d", AlternateBase="#343434", Text="#ffffff",
        Button="#2d2d2d", ButtonText="#ffffff", Highlight="#60cdff", HighlightedText="#000000", Link="#99ebff",
        LinkVisited="#60cdff", ToolTipBase="#2c2c2c", ToolTipText="#ffffff", PlaceholderText="#80ffffff",
    ),
    "Qt's links on a dark ground": palette(
        Window="#323232", WindowText="#ffffff", Base="#242424", AlternateBase="#2b2b2b", Text="#ffffff",
        Button="#323232", ButtonText="#ffffff", Highlight="#308cc6", HighlightedText="#ffffff", Link="#0000ff",
        LinkVisited="#ff00ff", ToolTipBase="#ffffdc", ToolTipText="#000000", PlaceholderText="#80ffffff",
    ),
    "dark": dark_palette(),
}  # fmt: skip
"""As desktops hand them to programs."""


@pytest.fixture(params=SYSTEMS.values(), ids=SYSTEMS.keys())
def shown(qapp: object, request: pytest.FixtureRequest) -> QPalette:
    """The palette that the window uses on one of the desktops."""
    return corrections(request.param)


def over(colour: QColor, ground: QColor) -> QColor:
    """A colour that lets its ground through, as it is seen."""
    share = colour.alphaF()
    channels = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)
    return QColor(*(round(a * share + b * (1 - share)) for a, b in channels))


def pairs(shown: QPalette) -> dict[str, tuple[QColor, QColor]]:
    """Every text and its ground in the window."""
    base, text = shown.color(_Roles.Base), shown.color(_Roles.Text)
    found = {
        "text": (text, base),
        "text of every second row": (text, shown.color(_Roles.AlternateBase)),
        "labels": (shown.color(_Roles.WindowText), shown.color(_Roles.Window)),
        "buttons, chips and headings": (shown.color(_Roles.ButtonText), shown.color(_Roles.Button)),
        "what is chosen": (shown.color(_Roles.HighlightedText), shown.color(_Roles.Highlight)),
        "what is chosen while the focus is elsewhere": (text, passive_selection(shown)),
        "hints in empty fields": (over(shown.color(_Roles.PlaceholderText), base), base),
        "links": (shown.color(_Roles.Link), base),
        "links that were followed": (shown.color(_Roles.LinkVisited), base),
        "messages": (shown.color(_Roles.ToolTipText), shown.color(_Roles.ToolTipBase)),
        "side remarks in a text": (quiet(shown), base),
        "side remarks on the window": (quiet(shown), shown.color(_Roles.Window)),
        "numbers beside lines": (quiet(shown), shown.color(_Roles.AlternateBase)),
        "signs of marks": (sign_format(shown).foreground().color(), base),
        "a page's text where it is shown": (QColor("black"), over(veil(shown), PAPER)),
        "a page's red": (QColor("#e60012"), PAPER),
    }
    for op, make in product("+-<>", (passage_format, figure_format)):
        form = make(op, shown)
        found[f"{op} {make.__name__}"] = form.foreground().color(), form.background().color()
    return found


def test_every_text_is_readable(shown: QPalette) -> None:
    faint = {
        name: round(contrast(*pair), 2) for name, pair in pairs(shown).items() if contrast(*pair) < READABLE
    }
    assert faint == {}


def test_what_means_something_without_words_is_seen(shown: QPalette) -> None:
    base, window = shown.color(_Roles.Base), shown.color(_Roles.Window)
    grounds = [passage_format(op, shown).background().color() for op in "+-<>"]
    seen = {
        "icons": (shown.color(_Roles.WindowText), window),
        "lines of tables": (quiet(shown), base),
        "the bar beside a marked line": (shown.color(_Roles.Highlight), PAPER),
        **{f"box of a figure on {ground.name()}": (shown.color(_Roles.Text), ground) for ground in grounds},
    }
    if is_dark(shown):
        del seen["the bar beside a marked line"]  # pages are white: the line has its ground as well
    assert {name: round(contrast(*pair), 2) for name, pair in seen.items() if contrast(*pair) < SEEN} == {}


def test_the_systems_colours_stay_where_they_are_readable(qapp: object) -> None:
    assert corrections(SYSTEMS["dark"]) == SYSTEMS["dark"]
    kept = corrections(SYSTEMS["Qt, light"])
    assert kept.color(_Roles.Link) == QColor("#0000ff")
    assert kept.color(_Roles.Highlight) != QColor("#308cc6"), "white on it is hard to read"


def test_light_and_dark_are_told_apart(qapp: object) -> None:
    assert not is_dark(SYSTEMS["Qt, light"])
    assert is_dark(SYSTEMS["dark"])


def test_differences_are_told_apart_without_colour(shown: QPalette) -> None:
    shapes = set()
    for op in "=+-<>":
        form = passage_format(op, shown)
        shapes.add((form.fontUnderline(), form.fontStrikeOut()))
    assert len(shapes) == 3, "what was moved has a second line, which the views draw"
    assert figure_format("=", shown).fontWeight() > passage_format("=", shown).fontWeight()


@pytest.mark.parametrize(
    "marks",
    [SEVERITY_MARKS, VERDICT_MARKS, ROLE_MARKS, {**COVERAGE_MARKS, "adapted": ADAPTED_MARK}],
    ids=["severity", "verdict", "role", "coverage"],
)
def test_marks_are_told_apart_by_shape(marks: dict[str, str]) -> None:
    assert all(first != second for first, second in combinations(marks.values(), 2))


def test_colours_stand_in_one_place() -> None:
    """Only the theme names colours; a notice brings its own along."""
    literal = re.compile(r"QColor\(\s*[\"'\d]|Qt\.GlobalColor|setStyleSheet")
    rooms = Path(editor.ui.__file__).parent
    named = {path.name for path in rooms.rglob("*.py") if literal.search(path.read_text(encoding="utf-8"))}
    assert named == {"theme.py"}


def test_icons_are_drawn(qapp: object) -> None:
    assert not icon("open").pixmap(24, 24).isNull()
