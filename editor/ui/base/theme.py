"""Colours and text formats from the palette in use, so that light and dark both read well, and icons in its text colour."""

from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap, QTextCharFormat
from PySide6.QtWidgets import QApplication

from editor.paths import resources

_INSERTED = QColor("#1a7f37")
_DELETED = QColor("#b42318")
_MOVED = QColor("#1f5fa8")
PAPER = QColor("#ffffff")
"""What notices are printed on, in light and in dark."""
_READABLE = 4.5
"""The contrast between text and its ground that WCAG 2.1 asks for at level AA."""
_STEPS = 20
_PASSIVE = 0.3
"""How much of the selection's colour the ground has of what is chosen while the focus is elsewhere."""
_VEIL = 48
"""Opacity of what is laid over a place of a page, of 255."""
_ICON_SIZE = 48
_ICON_RATIO = 2.0
SEVERITY_MARKS = {"error": "✖", "warning": "▲", "hint": "●"}
"""Told apart by shape: worst first."""

VERDICT_MARKS = {"checked": "✓", "doubtful": "？", "to_ask": "！"}
"""What a reviewer found of a difference, told apart by shape."""


def is_dark(palette: QPalette) -> bool:
    """Whether text is light on dark."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two; `share` of the second."""
    keep = 1.0 - share
    return QColor(
        round(first.red() * keep + second.red() * share),
        round(first.green() * keep + second.green() * share),
        round(first.blue() * keep + second.blue() * share),
    )


def contrast(first: QColor, second: QColor) -> float:
    """How well two colours are told apart, from 1 to 21; WCAG 2.1, contrast ratio."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _pushed(colour: QColor, other: QColor, towards: QColor) -> QColor:
    """The colour, moved as far towards a third one as it needs to be readable with the other."""
    steps = (mix(colour, towards, step / _STEPS) for step in range(_STEPS))
    return next((found for found in steps if contrast(found, other) >= _READABLE), towards)


def corrections(palette: QPalette) -> QPalette:
    """The palette, with those of its colours made readable that would be hard to read."""
    made, roles = QPalette(palette), QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        base, text = palette.color(group, roles.Base), palette.color(group, roles.Text)
        chosen = palette.color(group, roles.HighlightedText)
        away = QColor("black" if _luminance(chosen) > _luminance(QColor("gray")) else "white")
        faint = palette.color(group, roles.PlaceholderText)
        found = {
            roles.Highlight: _pushed(palette.color(group, roles.Highlight), chosen, away),
            roles.PlaceholderText: _pushed(mix(base, _opaque(faint), faint.alphaF()), base, text),
            roles.Link: _pushed(palette.color(group, roles.Link), base, text),
            roles.LinkVisited: _pushed(palette.color(group, roles.LinkVisited), base, text),
        }
        for role, colour in found.items():
            if colour != palette.color(group, role):  # what isn't set goes on following the system
                made.setColor(group, role, colour)
    return made


def _opaque(colour: QColor) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue())


def make_readable(application: QApplication) -> None:
    """Correct the system's colours where they are hard to read."""
    palette = application.palette()
    if (found := corrections(palette)) != palette:
        application.setPalette(found)


def passive_selection(palette: QPalette) -> QColor:
    """The ground of what is chosen while the focus is elsewhere; text on it keeps its colour."""
    active, roles = QPalette.ColorGroup.Active, QPalette.ColorRole
    return mix(palette.color(active, roles.Base), palette.color(active, roles.Highlight), _PASSIVE)


def veil(palette: QPalette) -> QColor:
    """What is laid over a place of a page that is to be seen."""
    colour = palette.color(QPalette.ColorRole.Highlight)
    colour.setAlpha(_VEIL)
    return colour


def quiet(palette: QPalette) -> QColor:
    """The colour of side remarks: text drawn towards its ground, still well readable."""
    return mix(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.35)


def passage_format(op: str, palette: QPalette) -> QTextCharFormat:
    """How a stretch of a diff looks: inserted underlined, deleted struck through; views double the line of what was moved."""
    form = QTextCharFormat()
    form.setFontUnderline(op in "+>")
    form.setFontStrikeOut(op in "-<")
    if op in "+-<>":
        _tint(form, {"+": _INSERTED, "-": _DELETED}.get(op, _MOVED), palette)
    return form


def figure_format(op: str, palette: QPalette) -> QTextCharFormat:
    """A figure inside a stretch: as the stretch, and bold."""
    form = passage_format(op, palette)
    form.setFontWeight(QFont.Weight.Bold)
    return form


def sign_format(palette: QPalette) -> QTextCharFormat:
    """The sign of a reviewer's mark behind a difference: bold, without lines."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Black)
    form.setForeground(palette.color(QPalette.ColorRole.Text))
    return form


def _tint(form: QTextCharFormat, colour: QColor, palette: QPalette) -> None:
    text, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    form.setForeground(mix(colour, text, 0.55 if is_dark(palette) else 0.25))
    form.setBackground(mix(ground, colour, 0.25 if is_dark(palette) else 0.12))


def program_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resources() / "icons" / "chengqi.png"))


def icon(name: str) -> QIcon:
    """A drawing of resources/icons in the palette's text colour."""
    return _icon(name, QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name())


@lru_cache(maxsize=64)
def _icon(name: str, colour: str) -> QIcon:
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    pixmap = QPixmap(_ICON_SIZE, _ICON_SIZE)
    pixmap.loadFromData(drawing.replace("currentColor", colour).encode(), "SVG")
    pixmap.setDevicePixelRatio(_ICON_RATIO)
    return QIcon(pixmap)
