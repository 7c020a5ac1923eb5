"""Colours and text formats from the palette in use, so that light and dark both read well, and icons in its text colour."""

from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap, QTextCharFormat

from editor.paths import resources

_INSERTED = QColor("#1a7f37")
_DELETED = QColor("#b42318")
_MOVED = QColor("#1f5fa8")
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
