"""Colours: readable in light and dark, told apart by shape as well."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

from editor.ui.base.theme import figure_format, icon, is_dark, passage_format, quiet

LIGHT = ("#ffffff", "#000000")
DARK = ("#1f1f1f", "#e6e6e6")
READABLE = 4.5
"""The contrast that WCAG 2.1 asks for at level AA."""


def palette(ground: str, text: str) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.Base, QColor(ground))
    made.setColor(QPalette.ColorRole.Text, QColor(text))
    return made


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_light_and_dark_are_told_apart(qapp: object) -> None:
    assert not is_dark(palette(*LIGHT))
    assert is_dark(palette(*DARK))


@pytest.mark.parametrize(("look", "op"), list(product((LIGHT, DARK), "+-<>")))
def test_differences_are_readable(qapp: object, look: tuple[str, str], op: str) -> None:
    form = passage_format(op, palette(*look))
    assert contrast(form.foreground().color(), form.background().color()) >= READABLE


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_side_remarks_are_readable(qapp: object, look: tuple[str, str]) -> None:
    assert contrast(quiet(palette(*look)), QColor(look[0])) >= READABLE


def test_differences_are_told_apart_without_colour(qapp: object) -> None:
    shapes = set()
    for op in "=+-<>":
        form = passage_format(op, palette(*LIGHT))
        shapes.add((form.fontUnderline(), form.fontStrikeOut()))
    assert len(shapes) == 3, "what was moved has a second line, which the views draw"
    assert (
        figure_format("=", palette(*LIGHT)).fontWeight() > passage_format("=", palette(*LIGHT)).fontWeight()
    )


def test_icons_are_drawn(qapp: object) -> None:
    assert not icon("open").pixmap(24, 24).isNull()
