"""The families that stand for those a template asks for, as far as they are installed."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication, QPaintDevice

from editor.wording import _
from editor.writing.pages.pictures import Face

_UNITS_PER_POINT = 10
"""Painting is done in tenths of a point, so that every size is a whole number."""


@lru_cache(maxsize=1)
def _installed() -> dict[str, str]:
    return {name.casefold(): name for name in QFontDatabase.families()}


class Fonts:
    """Finds an installed family for every one asked for, by the template's chains.

    `device` is what is painted on, where it is no screen: Qt counts a letter spacing in the screen's dots and
    stretches it to the device's, and this must be taken back.
    """

    def __init__(self, chains: Mapping[str, Iterable[str]], device: QPaintDevice | None = None) -> None:
        self._chains = chains
        screen = QGuiApplication.primaryScreen()
        self._stretch = device.logicalDpiY() / round(screen.logicalDotsPerInchY()) if device else 1.0
        self._fonts: dict[tuple[str, float, float], QFont] = {}

    def family(self, wanted: str) -> str:
        """The family itself where it is installed, else the first of its chain that is, else what the system shows."""
        installed = _installed()
        names = (wanted, *self._chains.get(wanted, ()))
        found = next((installed[name.casefold()] for name in names if name.casefold() in installed), None)
        return found or QFontInfo(QFont(wanted)).family()

    def font(self, face: Face, is_latin: bool, spacing: float) -> QFont:
        """The font of a stretch of text, for a painter that counts in tenths of a point."""
        wanted = face.latin if is_latin else face.family
        key = (wanted, face.size, round(spacing, 2))
        if key not in self._fonts:
            self._fonts[key] = self._make(*key)
        return self._fonts[key]

    def _make(self, wanted: str, size: float, spacing: float) -> QFont:
        font = QFont(self.family(wanted))
        font.setPixelSize(max(1, round(size * _UNITS_PER_POINT)))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * _UNITS_PER_POINT / self._stretch)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        font.setKerning(False)
        return font

    def substitutes(self, wanted: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Those of the families that are not installed, each with what is shown instead."""
        missing = (name for name in wanted if name and name.casefold() not in _installed())
        return tuple((name, self.family(name)) for name in missing)


def missing_sentence(substitutes: Iterable[tuple[str, str]]) -> str:
    """Which fonts are missing and what is shown instead; empty where all are there."""
    pairs = ", ".join(f"{name} → {shown}" for name, shown in substitutes)
    return _("Not installed, shown instead: {pairs}.").format(pairs=pairs) if pairs else ""
